package tasuki.fund.proposing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.FiscalYear;
import tasuki.fund.Branch;
import tasuki.programme.SeriesId;

/**
 * What a call says.
 *
 * @param year in which what is adopted will be carried out
 * @param criteria what decides whether a proposal becomes a programme (事業化に当たっての考え方)
 * @param consultation when drafts may be talked over before (事前協議期間); null without
 * @param acceptance when proposals are taken in
 * @param series the list on which adopted programmes will stand
 * @param categories codes of what may be proposed
 */
public record CallEntry(
    Branch branch,
    FiscalYear year,
    String title,
    String purpose,
    String criteria,
    @Nullable Period consultation,
    Period acceptance,
    SeriesId series,
    List<String> categories,
    List<Standard> standards) {

  /** Days from the first to the last. */
  public record Period(LocalDate from, LocalDate until) {

    /** Whether the day is one of them. */
    public boolean contains(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  /** The standard example of the number. */
  public Optional<Standard> standard(@Nullable Integer number) {
    return standards.stream().filter(one -> number != null && one.number() == number).findFirst();
  }
}
