package tasuki.fund.proposing;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.fund.Categories;
import tasuki.fund.Typed;
import tasuki.fund.YearChoice;
import tasuki.programme.Judging;
import tasuki.web.Form;
import tasuki.web.Phrases;

/**
 * Reads a proposal from a form. All may be missing: what is typed is kept, the checks say what is
 * not.
 */
@Component
class ProposalForm {

  /** Lines of costs that the form has. */
  static final int COSTS = 8;

  private static final int LONGEST = 4_000;
  private static final int YEARS = 5;
  private static final BigDecimal MOST_YEN = BigDecimal.valueOf(1_000_000_000_000L);

  private final Categories categories;
  private final Judging judging;
  private final Bodies bodies;
  private final Clock clock;
  private final Phrases say;

  ProposalForm(Categories categories, Judging judging, Bodies bodies, Clock clock, Phrases say) {
    this.categories = categories;
    this.judging = judging;
    this.bodies = bodies;
    this.clock = clock;
    this.say = say;
  }

  /** A proposal of which nothing is said yet. */
  static ProposalEntry empty(Call call, Organization proposer) {
    return new ProposalEntry(
        "",
        null,
        null,
        null,
        null,
        proposer.name(),
        call.entry().year().year(),
        null,
        List.of(),
        0,
        new ProposalEntry.Output(null, null, null),
        new ProposalEntry.Outcome(null, null, null, null, null, null),
        null,
        null,
        false);
  }

  void start(Form form, Proposal proposal) {
    ProposalEntry entry = proposal.entry();
    form.start("version", proposal.version());
    form.start("title", entry.title());
    form.start("category", entry.category());
    form.start("issue", entry.issue());
    form.start("content", entry.content());
    form.start("area", entry.area());
    form.start("implementer", entry.implementer());
    form.start("lastYear", entry.lastYear());
    for (int at = 0; at < entry.costs().size(); at++) {
      ProposalEntry.Cost cost = entry.costs().get(at);
      form.start("cost-item-" + at, cost.item());
      form.start("cost-standard-" + at, cost.standard());
      form.start("cost-unit-" + at, cost.unitYen());
      form.start("cost-quantity-" + at, cost.quantity().toPlainString());
    }
    form.start("operatorYen", entry.operatorYen() == 0 ? null : entry.operatorYen());
    form.start("output", entry.output().name());
    form.start("outputUnit", entry.output().unit());
    number("outputTarget", entry.output().target(), form);
    form.start("indicator", entry.outcome().indicator());
    form.start("outcome", entry.outcome().name());
    form.start("outcomeUnit", entry.outcome().unit());
    number("outcomeBaseline", entry.outcome().baseline(), form);
    number("outcomeTarget", entry.outcome().target(), form);
    form.start("outcomeYear", entry.outcome().year());
    form.start("link", entry.link());
    form.start("difference", entry.difference());
    form.start("paidByNothingElse", entry.paidByNothingElse() ? "true" : null);
    OrganizationId body = proposal.body();
    form.start("body", body == null ? null : body.value());
  }

  private static void number(String name, @Nullable BigDecimal number, Form form) {
    form.start(name, number == null ? null : number.toPlainString());
  }

  ProposalEntry read(Form form, Call call) {
    Optional<UUID> indicator = form.id("indicator");
    ProposalEntry.Outcome outcome =
        new ProposalEntry.Outcome(
            indicator.orElse(null),
            text(form, "outcome", 200),
            text(form, "outcomeUnit", 20),
            Typed.number(form, "outcomeBaseline").orElse(null),
            Typed.number(form, "outcomeTarget").orElse(null),
            year(form, "outcomeYear", call));
    return new ProposalEntry(
        form.optional("title", 120).orElse(""),
        category(form, call),
        text(form, "issue", LONGEST),
        text(form, "content", LONGEST),
        text(form, "area", 200),
        text(form, "implementer", 120),
        call.entry().year().year(),
        year(form, "lastYear", call),
        costs(form, call),
        Typed.yen(form, "operatorYen").orElse(0),
        new ProposalEntry.Output(
            text(form, "output", 200),
            text(form, "outputUnit", 20),
            Typed.number(form, "outputTarget").orElse(null)),
        outcome,
        text(form, "link", LONGEST),
        text(form, "difference", LONGEST),
        form.flag("paidByNothingElse"));
  }

  private static @Nullable String text(Form form, String name, int longest) {
    return form.optional(name, longest).orElse(null);
  }

  private static @Nullable String category(Form form, Call call) {
    String chosen = form.optional("category", 10).orElse("");
    if (!chosen.isEmpty() && !call.entry().categories().contains(chosen)) {
      form.reject("category", "web.form.choose");
      return null;
    }
    return chosen.isEmpty() ? null : chosen;
  }

  private static @Nullable Integer year(Form form, String name, Call call) {
    return years(call).read(form, name).map(FiscalYear::year).orElse(null);
  }

  private static List<ProposalEntry.Cost> costs(Form form, Call call) {
    List<ProposalEntry.Cost> costs = new ArrayList<>();
    for (int at = 0; at < COSTS; at++) {
      cost(form, call, at).ifPresent(costs::add);
    }
    return costs;
  }

  private static Optional<ProposalEntry.Cost> cost(Form form, Call call, int at) {
    String item = form.optional("cost-item-" + at, 100).orElse("");
    String standard = form.optional("cost-standard-" + at, 5).orElse("");
    OptionalLong unit = Typed.yen(form, "cost-unit-" + at);
    Optional<BigDecimal> quantity = Typed.number(form, "cost-quantity-" + at);
    if (item.isEmpty() && standard.isEmpty() && unit.isEmpty() && quantity.isEmpty()) {
      return Optional.empty();
    }
    if (item.isEmpty()) {
      form.reject("cost-item-" + at, "web.form.missing");
    }
    Integer number = standard.matches("\\d{1,5}") ? Integer.valueOf(standard) : null;
    if (!standard.isEmpty() && call.entry().standard(number).isEmpty()) {
      form.reject("cost-standard-" + at, "web.form.choose");
    }
    if (unit.isEmpty()) {
      form.reject("cost-unit-" + at, "web.form.missing");
    }
    if (quantity.isEmpty() || quantity.get().signum() <= 0) {
      form.reject("cost-quantity-" + at, "fund.quantity.needed");
    }
    ProposalEntry.Cost cost =
        new ProposalEntry.Cost(
            item, number, unit.orElse(0), quantity.map(BigDecimal::abs).orElse(BigDecimal.ONE));
    if (cost.quantity().multiply(BigDecimal.valueOf(cost.unitYen())).compareTo(MOST_YEN) > 0) {
      form.reject("cost-unit-" + at, "fund.yen.unreadable");
      return Optional.empty();
    }
    return Optional.of(cost);
  }

  /** The body that was chosen among those through which the proposer may go. */
  @Nullable OrganizationId body(Form form, Organization proposer) {
    Optional<OrganizationId> chosen = form.id("body").map(OrganizationId::new);
    boolean offered =
        chosen.isEmpty()
            || bodies.of(proposer).stream().anyMatch(one -> one.id().equals(chosen.get()));
    if (!offered) {
      form.reject("body", "web.form.choose");
    }
    return chosen.orElse(null);
  }

  private static YearChoice years(Call call) {
    return YearChoice.from(call.entry().year(), YEARS);
  }

  void choices(Model model, Call call, Organization proposer) {
    model.addAttribute(
        "categories",
        call.entry().categories().stream()
            .flatMap(code -> categories.find(code).stream())
            .map(one -> one.choice(say.locale()))
            .toList());
    model.addAttribute("years", years(call).choices(say.locale()));
    model.addAttribute(
        "standards",
        call.entry().standards().stream()
            .map(one -> new Phrases.Choice("" + one.number(), one.words()))
            .toList());
    model.addAttribute("indicators", judging.choices(say.locale(), JapanTime.today(clock)));
    model.addAttribute(
        "bodies",
        bodies.of(proposer).stream()
            .map(one -> new Phrases.Choice(one.id().value().toString(), one.name()))
            .toList());
    model.addAttribute("rows", IntStream.range(0, COSTS).boxed().toList());
  }
}
