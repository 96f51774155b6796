package tasuki.practice;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tasuki.web.Form;

/** Reads a case as it is typed, and fills in one that stands. */
final class PracticeForm {

  /** No case tells of an earlier fiscal year. */
  static final int FIRST_YEAR = 2000;

  private static final int LINE = 200;
  private static final int TEXT = 2_000;
  private static final int MOST_LINES = 60;
  private static final long THOUSAND = 1_000;
  private static final int FIRST_AFTER_LAST_YEAR = 2100;

  private static final List<String> OF_BUDGET =
      List.of("year", "planned", "settled", "funding", "remark");
  private static final List<String> OF_FIGURE =
      List.of("indicator", "place", "period", "value", "unit", "kind", "comment");

  private final Form form;

  PracticeForm(Form form) {
    this.form = form;
  }

  /** Begins with what stands. */
  void start(Content content) {
    form.start("name", content.name());
    form.start("nameEn", content.nameEn());
    form.start("prefecture", content.prefecture());
    form.start("parent", content.parent());
    form.start("area", content.area());
    form.start("areaType", content.areaType());
    form.start("purpose", content.purpose());
    form.start("note", content.note());
    form.startAll("instruments", content.instruments());
    lines("operators", content.operators());
    lines("approach", content.approach());
    lines("rules", content.rules());
    lines("issues", content.issues());
    lines("proposals", content.proposals());
    lines("actors", content.actors());
    lines("systems", content.systems());
    if (LineRows.areFresh(form)) {
      startRows(content);
    }
  }

  private void lines(String name, List<String> lines) {
    form.start(name, String.join("\n", lines));
  }

  private void startRows(Content content) {
    int number = 0;
    for (BudgetYear year : content.budget()) {
      String id = LineRows.BUDGET + ++number;
      Long planned = year.plannedYen();
      form.keep("row", id);
      form.start("year-" + id, year.fiscalYear());
      form.start("planned-" + id, planned == null ? null : planned / THOUSAND);
      form.start("settled-" + id, year.settledYen());
      form.start("funding-" + id, year.funding());
      form.start("remark-" + id, year.note());
    }
    number = 0;
    for (Figure figure : content.figures()) {
      String id = LineRows.FIGURE + ++number;
      form.keep("row", id);
      form.start("indicator-" + id, figure.indicator());
      form.start("place-" + id, figure.area());
      form.start("period-" + id, figure.period());
      form.start("value-" + id, figure.value().toPlainString());
      form.start("unit-" + id, figure.unit());
      form.start("kind-" + id, figure.kind());
      form.start("comment-" + id, figure.note());
    }
  }

  /**
   * What was typed; empty where a field has an error.
   *
   * @param parents codes of the cases it can be part of
   * @param before what stood, whose details no field asks for
   */
  Optional<Content> read(Collection<String> parents, @Nullable Content before) {
    Content content =
        new Content(
            prefecture(),
            form.text("name", LINE),
            form.optional("nameEn", LINE).orElse(null),
            parent(parents),
            lines("operators"),
            form.optional("area", LINE).orElse(null),
            form.optionalChoice("areaType", AreaType.class).orElse(null),
            form.optional("purpose", TEXT).orElse(""),
            lines("approach"),
            form.choices("instruments", Instrument.class),
            lines("rules"),
            budget(),
            figures(),
            lines("issues"),
            lines("proposals"),
            lines("actors"),
            lines("systems"),
            form.optional("note", TEXT).orElse(null),
            before == null ? List.of() : before.details());
    return form.hasErrors() ? Optional.empty() : Optional.of(content);
  }

  private String prefecture() {
    String name = form.text("prefecture", LINE);
    if (!name.isEmpty() && !Prefectures.NAMES.contains(name)) {
      form.reject("prefecture", "web.form.choose");
    }
    return name;
  }

  private @Nullable String parent(Collection<String> parents) {
    Optional<String> parent = form.optional("parent", 60);
    if (parent.isPresent() && !parents.contains(parent.get())) {
      form.reject("parent", "web.form.choose");
    }
    return parent.orElse(null);
  }

  private List<String> lines(String name) {
    List<String> lines =
        form.optional(name, TEXT)
            .map(text -> text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList())
            .orElse(List.of());
    if (lines.size() > MOST_LINES) {
      form.reject(name, "practice.lines.many", MOST_LINES);
    }
    return lines;
  }

  private List<BudgetYear> budget() {
    List<BudgetYear> budget = new ArrayList<>();
    for (LineRows row : LineRows.of(form, LineRows.BUDGET)) {
      if (row.isEmpty(form, OF_BUDGET)) {
        continue;
      }
      String id = "-" + row.id();
      Optional<Long> planned = Question.number(form, "planned" + id);
      Optional<Long> settled = Question.number(form, "settled" + id);
      if (form.value("planned" + id).isBlank() && form.value("settled" + id).isBlank()) {
        form.reject("planned" + id, "practice.budget.empty");
      }
      budget.add(
          new BudgetYear(
              year("year" + id),
              planned.map(thousands -> thousands * THOUSAND).orElse(null),
              settled.orElse(null),
              form.optionalChoice("funding" + id, Funding.class).orElse(null),
              form.optional("remark" + id, LINE).orElse(null)));
    }
    return budget;
  }

  private @Nullable Integer year(String name) {
    Optional<String> typed = form.optional(name, 4);
    if (typed.isPresent()
        && (!typed.get().matches("[0-9]{4}")
            || Integer.parseInt(typed.get()) < FIRST_YEAR
            || Integer.parseInt(typed.get()) >= FIRST_AFTER_LAST_YEAR)) {
      form.reject(name, "web.form.choose");
      return null;
    }
    return typed.map(Integer::valueOf).orElse(null);
  }

  private List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (LineRows row : LineRows.of(form, LineRows.FIGURE)) {
      if (row.isEmpty(form, OF_FIGURE)) {
        continue;
      }
      String id = "-" + row.id();
      figures.add(
          new Figure(
              form.text("indicator" + id, LINE),
              form.optional("place" + id, LINE).orElse(null),
              form.optional("period" + id, LINE).orElse(null),
              value("value" + id),
              form.text("unit" + id, 20),
              form.choice("kind" + id, Figure.Kind.class).orElse(Figure.Kind.ACTUAL),
              form.optional("comment" + id, LINE).orElse(null)));
    }
    return figures;
  }

  /** A number with or without a fraction; ▲ and △ are what lists print for minus. */
  private BigDecimal value(String name) {
    String typed =
        Normalizer.normalize(form.text(name, 20), Normalizer.Form.NFKC)
            .replace(",", "")
            .replaceFirst("^[▲△−]", "-");
    if (typed.isEmpty()) {
      return BigDecimal.ZERO;
    }
    if (!typed.matches("-?[0-9]{1,12}(\\.[0-9]{1,4})?")) {
      form.reject(name, "practice.value.unreadable");
      return BigDecimal.ZERO;
    }
    return new BigDecimal(typed);
  }
}
