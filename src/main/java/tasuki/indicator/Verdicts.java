package tasuki.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges targets (達成状況). A target is judged by the actual of its own year, never by an older one,
 * and only when its time is over; a comparator counts only with its value of the actual's own
 * period.
 */
public final class Verdicts {

  private Verdicts() {}

  /** Whether the target of one series was reached, as can be said on the day. */
  public static Verdict of(
      Target target,
      Collection<Actual> actuals,
      Collection<ComparatorValue> comparators,
      LocalDate today) {
    Optional<Actual> latest =
        actuals.stream()
            .filter(one -> one.value() != null)
            .max(Comparator.comparing(Verdicts::time));
    Optional<Actual> own = own(target, actuals);
    if (!today.isAfter(target.due().last())) {
      return notDue(target, latest, comparators);
    }
    if (own.isPresent()) {
      return judged(target, own.get(), comparators);
    }
    Optional<Actual> missing = missing(target, actuals);
    boolean never =
        missing
            .filter(one -> one.status() == Actual.Status.NOT_SURVEYED)
            .filter(one -> one.year().equals(target.due().fiscalYear()))
            .isPresent();
    if (latest.isPresent() && !never) {
      return ofAnotherYear(target, latest.get(), missing);
    }
    return new Verdict.Undecidable(missing.map(Verdicts::none).orElse(Reason.of("no-actual")));
  }

  /** Only another year's actual is known: what is older may still be followed by the right one. */
  private static Verdict ofAnotherYear(Target target, Actual latest, Optional<Actual> missing) {
    if (!time(latest).isOlderThanYearOf(target.due())) {
      return new Verdict.Undecidable(
          Reason.of("later-actual", target.due(), time(latest), value(latest)));
    }
    AsOf expected = missing.map(Actual::expected).orElse(latest.expected());
    return new Verdict.NotYet(
        expected == null
            ? Reason.of("old-actual", target.due(), time(latest), value(latest))
            : Reason.of(
                "old-actual-expected", target.due(), time(latest), value(latest), expected));
  }

  /** The actual by which a target is judged: of its year, by where it stands or by its time. */
  private static Optional<Actual> own(Target target, Collection<Actual> actuals) {
    LocalDate end = target.due().yearBegins().plusYears(1);
    List<Actual> ofYear =
        actuals.stream()
            .filter(one -> one.value() != null)
            .filter(one -> !time(one).isOlderThanYearOf(target.due()))
            .filter(
                one ->
                    one.year().equals(target.due().fiscalYear()) || time(one).day().isBefore(end))
            .toList();
    return ofYear.stream()
        .filter(one -> one.year().equals(target.due().fiscalYear()))
        .max(Comparator.comparing(Verdicts::time))
        .or(() -> ofYear.stream().max(Comparator.comparing(Verdicts::time)));
  }

  /** What was said of the target's year, or last of all, instead of a value. */
  private static Optional<Actual> missing(Target target, Collection<Actual> actuals) {
    return actuals.stream()
        .filter(one -> one.value() == null)
        .filter(one -> one.year().compareTo(target.due().fiscalYear()) <= 0)
        .max(Comparator.comparing(Actual::year));
  }

  private static Reason none(Actual actual) {
    String key = actual.status() == Actual.Status.NOT_SURVEYED ? "not-surveyed" : "pending";
    return actual.expected() == null
        ? Reason.of(key)
        : Reason.of(key + "-expected", actual.expected());
  }

  private static Verdict notDue(
      Target target, Optional<Actual> latest, Collection<ComparatorValue> comparators) {
    if (latest.isEmpty()) {
      return new Verdict.NotYet(Reason.of("not-due", target.due()));
    }
    Actual actual = latest.get();
    String level =
        switch (reached(target.aim(), actual, comparators)) {
          case null -> "not-due-open";
          case Boolean reached when reached -> "not-due-at-level";
          case Boolean _ -> "not-due-below-level";
        };
    return new Verdict.NotYet(Reason.of(level, target.due(), time(actual), value(actual)));
  }

  private static Verdict judged(
      Target target, Actual actual, Collection<ComparatorValue> comparators) {
    Boolean reached = reached(target.aim(), actual, comparators);
    if (reached == null) {
      return new Verdict.Undecidable(
          Reason.of("comparator-missing", target.comparator().orElseThrow(), time(actual)));
    }
    Reason reason =
        switch (target.aim()) {
          case Aim.Bound(Relation relation, BigDecimal bound) ->
              Reason.of(
                  reached ? "bound-met" : "bound-missed",
                  time(actual),
                  value(actual),
                  bound,
                  relation);
          case Aim.Range(BigDecimal low, BigDecimal high) ->
              Reason.of(
                  reached ? "range-met" : "range-missed", time(actual), value(actual), low, high);
          case Aim.Compared(Relation relation, String name) ->
              Reason.of(
                  reached ? "compared-met" : "compared-missed",
                  time(actual),
                  value(actual),
                  name,
                  comparator(name, actual, comparators).orElseThrow().value(),
                  relation);
        };
    return reached ? new Verdict.Met(reason) : new Verdict.Missed(reason);
  }

  /** Whether the actual is where the target wants it; null where the comparator has no value. */
  private static @Nullable Boolean reached(
      Aim aim, Actual actual, Collection<ComparatorValue> comparators) {
    BigDecimal value = value(actual);
    return switch (aim) {
      case Aim.Bound(Relation relation, BigDecimal bound) -> relation.holds(value, bound);
      case Aim.Range(BigDecimal low, BigDecimal high) ->
          value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
      case Aim.Compared(Relation relation, String name) ->
          comparator(name, actual, comparators)
              .map(other -> relation.holds(value, other.value()))
              .orElse(null);
    };
  }

  /** The comparator's value of the same year, counted as the same kind of year. */
  private static Optional<ComparatorValue> comparator(
      String name, Actual actual, Collection<ComparatorValue> comparators) {
    return comparators.stream()
        .filter(one -> one.name().equals(name))
        .filter(one -> one.asOf().year().equals(time(actual).year()))
        .max(Comparator.comparing(ComparatorValue::asOf));
  }

  private static AsOf time(Actual actual) {
    return Objects.requireNonNull(actual.asOf());
  }

  private static BigDecimal value(Actual actual) {
    return Objects.requireNonNull(actual.value());
  }

  /**
   * Of all series together: all have to reach their target. The first that stands in the way says
   * why.
   *
   * @param verdicts by the label of the series, in their order; never empty
   */
  public static Verdict together(List<Labelled> verdicts) {
    for (Verdict.Kind kind :
        List.of(Verdict.Kind.MISSED, Verdict.Kind.UNDECIDABLE, Verdict.Kind.NOT_YET)) {
      List<Labelled> such = verdicts.stream().filter(one -> one.verdict().kind() == kind).toList();
      if (!such.isEmpty()) {
        return combined(such, verdicts.size());
      }
    }
    return combined(verdicts, verdicts.size());
  }

  /** The verdict of one series. */
  public record Labelled(String label, Verdict verdict) {}

  private static Verdict combined(List<Labelled> such, int all) {
    Verdict first = such.getFirst().verdict();
    if (all == 1) {
      return first;
    }
    String names = String.join("、", such.stream().map(Labelled::label).toList());
    Reason reason =
        such.size() == all
            ? Reason.of("all-series", all, first.kind())
            : Reason.of("some-series", names, all, first.kind());
    return switch (first) {
      case Verdict.Met _ -> new Verdict.Met(reason);
      case Verdict.Missed _ -> new Verdict.Missed(reason);
      case Verdict.NotYet _ -> new Verdict.NotYet(reason);
      case Verdict.Undecidable _ -> new Verdict.Undecidable(reason);
    };
  }
}
