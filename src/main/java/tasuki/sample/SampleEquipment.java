package tasuki.sample;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.AreaId;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationKind;
import tasuki.equipment.Condition;
import tasuki.equipment.Days;
import tasuki.equipment.LoanId;
import tasuki.equipment.Loans;
import tasuki.equipment.NewThing;
import tasuki.equipment.ThingId;
import tasuki.equipment.ThingKind;
import tasuki.equipment.Things;

/** Things that associations and hubs lend, and who has them: returned, out, late and booked. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SampleEquipment {

  private final Things things;
  private final Loans loans;
  private final Built built;
  private final SampleKeys keys;
  private final Clock clock;

  SampleEquipment(Things things, Loans loans, Built built, SampleKeys keys, Clock clock) {
    this.things = things;
    this.loans = loans;
    this.built = built;
    this.keys = keys;
    this.clock = clock;
  }

  /** The acting organisation registers the thing. */
  public void register(SampleRow row, LocalDate today) {
    ThingId thing =
        things.add(
            new NewThing(
                ThingKind.valueOf(row.get("kind")),
                row.get("name"),
                row.get("number"),
                row.get("kept_at"),
                row.get("accessories").replace(' ', '、'),
                row.find("inspection_in_days")
                    .map(days -> today.plusDays(Long.parseLong(days)))
                    .orElse(null),
                kinds(row),
                area(row),
                row.number("longest"),
                null));
    built.mark("thing:" + row.get("key"), thing.value());
  }

  private static Set<OrganizationKind> kinds(SampleRow row) {
    List<String> names = row.parts("lent_to", " ");
    return names.stream().map(OrganizationKind::valueOf).collect(Collectors.toSet());
  }

  private @Nullable AreaId area(SampleRow row) {
    return row.find("area").map(key -> new AreaId(keys.id("area:" + key))).orElse(null);
  }

  /** The acting organisation books it for days that begin today or later. */
  public void book(SampleRow row) {
    LocalDate first = JapanTime.today(clock).plusDays(Math.max(0, row.number("starts_in")));
    LoanId loan =
        loans.book(
            new ThingId(keys.id("thing:" + row.get("thing"))),
            new Days(first, first.plusDays(row.number("days") - 1)),
            row.get("purpose"),
            new java.util.UUID(row.get("key").hashCode(), 1));
    built.mark("loan:" + row.get("key"), loan.value());
  }

  /** The acting owner hands it out. */
  public void handOut(SampleRow row) {
    loans.handOut(loan(row), Condition.GOOD, null);
  }

  /** The acting owner has it back. */
  public void takeBack(SampleRow row) {
    loans.takeBack(loan(row), Condition.GOOD, "付属品もそろっています");
  }

  private LoanId loan(SampleRow row) {
    return new LoanId(keys.id("loan:" + row.get("key")));
  }
}
