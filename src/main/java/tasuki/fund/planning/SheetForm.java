package tasuki.fund.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.calendar.FiscalYear;
import tasuki.fund.Categories;
import tasuki.fund.Category;
import tasuki.fund.Typed;
import tasuki.fund.YearChoice;
import tasuki.fund.proposing.ProposalEntry.Outcome;
import tasuki.fund.proposing.ProposalEntry.Output;
import tasuki.indicator.IndicatorId;
import tasuki.indicator.Indicators;
import tasuki.programme.Judging;
import tasuki.web.Form;
import tasuki.web.Phrases;

/** Reads a programme's sheet from a form. */
@Component
class SheetForm {

  /** Lines of outputs and of outcomes that the form has. */
  static final int LINES = 3;

  private static final int LONGEST = 4_000;
  private static final int YEARS = 8;

  private final Categories categories;
  private final Indicators indicators;
  private final Judging judging;
  private final Phrases say;

  SheetForm(Categories categories, Indicators indicators, Judging judging, Phrases say) {
    this.categories = categories;
    this.indicators = indicators;
    this.judging = judging;
    this.say = say;
  }

  void start(Form form, SheetEntry entry, int version) {
    form.start("version", version);
    form.start("category", entry.category());
    form.start("need", entry.need());
    form.start("link", entry.link());
    form.start("publicYen", entry.publicYen() == 0 ? null : entry.publicYen());
    for (int at = 0; at < entry.outputs().size(); at++) {
      Output output = entry.outputs().get(at);
      form.start("output-" + at, output.name());
      form.start("output-unit-" + at, output.unit());
      number(form, "output-target-" + at, output.target());
    }
    for (int at = 0; at < entry.outcomes().size(); at++) {
      Outcome outcome = entry.outcomes().get(at);
      form.start("indicator-" + at, outcome.indicator());
      form.start("outcome-" + at, outcome.name());
      form.start("outcome-unit-" + at, outcome.unit());
      number(form, "baseline-" + at, outcome.baseline());
      number(form, "outcome-target-" + at, outcome.target());
      form.start("outcome-year-" + at, outcome.year());
    }
  }

  private static void number(Form form, String name, @Nullable BigDecimal number) {
    form.start(name, number == null ? null : number.toPlainString());
  }

  SheetEntry read(Form form, FiscalYear year) {
    String chosen = form.text("category", 10);
    if (!chosen.isEmpty() && categories.find(chosen).isEmpty()) {
      form.reject("category", "web.form.choose");
    }
    String need = form.optional("need", LONGEST).orElse(null);
    List<Output> outputs = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (int at = 0; at < LINES; at++) {
      output(form, at).ifPresent(outputs::add);
    }
    for (int at = 0; at < LINES; at++) {
      outcome(form, at, year).ifPresent(outcomes::add);
    }
    return new SheetEntry(
        chosen,
        need,
        outputs,
        outcomes,
        form.optional("link", LONGEST).orElse(null),
        Typed.yen(form, "publicYen").orElse(0));
  }

  private static Optional<Output> output(Form form, int at) {
    String name = form.optional("output-" + at, 200).orElse(null);
    String unit = form.optional("output-unit-" + at, 20).orElse(null);
    Optional<BigDecimal> target = Typed.number(form, "output-target-" + at);
    if (name == null && (unit != null || target.isPresent())) {
      form.reject("output-" + at, "web.form.missing");
    }
    return name == null
        ? Optional.empty()
        : Optional.of(new Output(name, unit, target.orElse(null)));
  }

  private Optional<Outcome> outcome(Form form, int at, FiscalYear year) {
    Optional<UUID> indicator = form.id("indicator-" + at);
    String name = form.optional("outcome-" + at, 200).orElse(null);
    String unit = form.optional("outcome-unit-" + at, 20).orElse(null);
    Optional<BigDecimal> baseline = Typed.number(form, "baseline-" + at);
    Optional<BigDecimal> target = Typed.number(form, "outcome-target-" + at);
    Integer until = until(form, at, year);
    if (indicator.isPresent() && known(indicator.get())) {
      return Optional.of(
          new Outcome(
              indicator.get(), name, unit, baseline.orElse(null), target.orElse(null), until));
    }
    if (indicator.isPresent()) {
      form.reject("indicator-" + at, "web.form.choose");
    }
    if (name == null && (unit != null || baseline.isPresent() || target.isPresent())) {
      form.reject("outcome-" + at, "web.form.missing");
    }
    return name == null
        ? Optional.empty()
        : Optional.of(
            new Outcome(null, name, unit, baseline.orElse(null), target.orElse(null), until));
  }

  private boolean known(UUID indicator) {
    return !indicators.of(List.of(new IndicatorId(indicator))).isEmpty();
  }

  private static @Nullable Integer until(Form form, int at, FiscalYear year) {
    return years(year).read(form, "outcome-year-" + at).map(FiscalYear::year).orElse(null);
  }

  private static YearChoice years(FiscalYear year) {
    return YearChoice.from(year, YEARS);
  }

  void choices(Model model, FiscalYear year) {
    List<Category> all = categories.all();
    model.addAttribute("categories", all.stream().map(one -> one.choice(say.locale())).toList());
    model.addAttribute("indicators", judging.choices(say.locale(), year.lastDay()));
    model.addAttribute("years", years(year).choices(say.locale()));
    model.addAttribute("rows", IntStream.range(0, LINES).boxed().toList());
  }
}
