package tasuki.goal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.area.Area;
import tasuki.area.AreaId;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.form.DayField;
import tasuki.indicator.Definition;
import tasuki.indicator.Direction;
import tasuki.indicator.Formula;
import tasuki.indicator.MeasureDefinition;
import tasuki.indicator.Measures;
import tasuki.web.Form;
import tasuki.web.Phrases;

/** Reads what an indicator is from a form. */
@Component
class DefinitionForm {

  private static final UUID NEW = new UUID(0, 0);
  private static final int MOST_DECIMALS = 6;
  private static final List<AreaKind> KINDS =
      List.of(AreaKind.SECONDARY_MEDICAL_AREA, AreaKind.MUNICIPALITY);

  private final Measures measures;
  private final Areas areas;
  private final GoalWords say;

  DefinitionForm(Measures measures, Areas areas, GoalWords say) {
    this.measures = measures;
    this.areas = areas;
    this.say = say;
  }

  /** Begins with a definition that is to be changed. */
  void start(Form form, Definition definition) {
    form.start("name", definition.name());
    form.start("nameEnglish", definition.nameEnglish());
    form.start("text", definition.text());
    form.start("unit", definition.unit());
    form.start("direction", definition.direction());
    form.start("decimals", definition.decimals());
    form.start("source", definition.source());
    Formula formula = definition.formula();
    if (formula != null) {
      form.start("measure", formula.measure());
      form.start("measuredIn", formula.area() == null ? null : formula.area().value());
      form.start("scale", formula.scale().toPlainString());
    }
  }

  /** What was typed; a stand-in where something cannot be read. */
  Definition read(Form form) {
    return new Definition(
        NEW,
        DayField.required(form, "validFrom").orElse(say.today()),
        form.text("name", 200),
        form.optional("nameEnglish", 200).orElse(""),
        form.optional("text", 2000).orElse(""),
        form.optional("unit", 20).orElse(""),
        form.choice("direction", Direction.class).orElse(Direction.HIGHER),
        decimals(form),
        form.optional("source", 300).orElse(""),
        form.flag("breaks"),
        formula(form));
  }

  private static int decimals(Form form) {
    String typed = plain(form.optional("decimals", 4).orElse("0"));
    if (!typed.matches("\\d") || Integer.parseInt(typed) > MOST_DECIMALS) {
      form.reject("decimals", "goal.decimals.unreadable", MOST_DECIMALS);
      return 0;
    }
    return Integer.parseInt(typed);
  }

  private static String plain(String typed) {
    return java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC).strip();
  }

  private @Nullable Formula formula(Form form) {
    String measure = form.optional("measure", 100).orElse("");
    Optional<UUID> area = form.id("measuredIn");
    if (area.isPresent() && areaChoices().stream().noneMatch(is(area.get()))) {
      form.reject("measuredIn", "web.form.choose");
    }
    if (measure.isEmpty()) {
      if (area.isPresent()) {
        form.reject("measure", "goal.measure.needed");
      }
      return null;
    }
    Optional<MeasureDefinition> known =
        measures.all().stream().filter(one -> ("" + one.id()).equals(measure)).findFirst();
    if (known.isEmpty()) {
      form.reject("measure", "web.form.choose");
      return null;
    }
    return new Formula(known.get().id(), area.map(AreaId::new).orElse(null), scale(form));
  }

  private static java.util.function.Predicate<Phrases.Choice> is(UUID id) {
    return one -> one.value().equals("" + id);
  }

  private static BigDecimal scale(Form form) {
    String typed = plain(form.optional("scale", 12).orElse("100")).replace(",", "");
    if (!typed.matches("\\d{1,9}(\\.\\d{1,3})?") || new BigDecimal(typed).signum() == 0) {
      form.reject("scale", "goal.scale.unreadable");
      return BigDecimal.ONE;
    }
    return new BigDecimal(typed);
  }

  private List<Phrases.Choice> areaChoices() {
    List<Phrases.Choice> choices = new ArrayList<>();
    for (AreaKind kind : KINDS) {
      for (Area area : areas.ofKind(kind, say.today())) {
        String name =
            GoalWords.locale().getLanguage().equals("en") ? area.nameEnglish() : area.name();
        choices.add(
            new Phrases.Choice("" + area.id().value(), say.any("area.kind." + kind) + " " + name));
      }
    }
    return choices;
  }

  /** What the fields offer. */
  void choices(Model model) {
    model.addAttribute(
        "directions", say.choices("indicator.direction", List.of(Direction.values())));
    model.addAttribute(
        "measures",
        measures.all().stream()
            .map(one -> new Phrases.Choice("" + one.id(), one.name(GoalWords.locale())))
            .toList());
    model.addAttribute("measureAreas", areaChoices());
  }
}
