package tasuki.equipment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.directory.Organization;
import tasuki.directory.Organizations;
import tasuki.identity.Accounts;

/** Says how a loan stands. */
@Component
class LoanViews {

  /**
   * A line of a list.
   *
   * @param other the other side
   * @param mark how it stands, with the tone and the icon of its chip
   */
  record Row(LoanId id, String thing, String other, String days, String purpose, Mark mark) {}

  /** A chip. */
  record Mark(String tone, String icon, String text) {}

  private final Things things;
  private final Organizations organizations;
  private final Accounts accounts;
  private final EquipmentWords say;

  LoanViews(Things things, Organizations organizations, Accounts accounts, EquipmentWords say) {
    this.things = things;
    this.organizations = organizations;
    this.accounts = accounts;
    this.say = say;
  }

  Row row(Loan loan, @Nullable Organization other, LocalDate today) {
    return new Row(
        loan.id(),
        things.get(loan.thing()).name(),
        other == null ? "" : other.name(),
        say.days(loan.days()),
        loan.purpose(),
        mark(loan, today));
  }

  Mark mark(Loan loan, LocalDate today) {
    return switch (loan.state()) {
      case BOOKED ->
          loan.days().last().isBefore(today)
              ? new Mark("warning", "warning", say.of("state.MISSED"))
              : new Mark("calm", "calendar", say.of("state.BOOKED"));
      case OUT ->
          loan.isOverdue(today)
              ? new Mark("error", "warning", say.of("state.OVERDUE"))
              : new Mark("plain", "case", say.of("state.OUT"));
      case RETURNED -> new Mark("success", "done", say.of("state.RETURNED"));
      case CANCELLED -> new Mark("plain", "close", say.of("state.CANCELLED"));
    };
  }

  List<ThingViews.Fact> facts(Loan loan, Thing thing) {
    Organization owner = organizations.get(loan.owner());
    Organization borrower = organizations.get(loan.borrower());
    List<ThingViews.Fact> facts = new ArrayList<>();
    facts.add(new ThingViews.Fact(say.of("period"), say.days(loan.days())));
    facts.add(new ThingViews.Fact(say.of("purpose"), loan.purpose()));
    facts.add(new ThingViews.Fact(say.of("borrower"), withTelephone(borrower)));
    facts.add(
        new ThingViews.Fact(
            say.of("booked-by"),
            accounts.find(loan.account()).map(account -> account.name()).orElse(null)));
    facts.add(new ThingViews.Fact(say.of("owner"), withTelephone(owner)));
    facts.add(new ThingViews.Fact(say.of("kept-at"), thing.keptAt()));
    facts.add(new ThingViews.Fact(say.of("accessories"), thing.accessories()));
    return facts;
  }

  private static String withTelephone(Organization organization) {
    return organization.telephone().isEmpty()
        ? organization.name()
        : organization.name() + " " + organization.telephone();
  }
}
