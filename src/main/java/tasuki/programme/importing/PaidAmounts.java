package tasuki.programme.importing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.kernel.RefusedException;
import tasuki.programme.AmountKind;
import tasuki.programme.Amounts;
import tasuki.programme.Amounts.Amount;
import tasuki.programme.ProgrammeYear;
import tasuki.programme.reading.Values;

/** Lets the money of a printed line stand for a programme's year. */
@Component
@Transactional
class PaidAmounts {

  private static final String REASON = "一覧の取込";

  private final Amounts amounts;

  PaidAmounts(Amounts amounts) {
    this.amounts = amounts;
  }

  /**
   * Sets what the line says where the sum of what stands is another. A settled amount known month
   * by month is made up for in the last month, when accounts are closed.
   *
   * @return what stood where it became different
   */
  public List<Amount> set(ProgrammeYear year, Values values) {
    List<Amount> standing = amounts.of(year.id());
    List<Amount> wanted = new ArrayList<>();
    Long planned = values.planned();
    if (planned != null && planned != sum(standing, AmountKind.PLANNED)) {
      standing.stream()
          .filter(one -> one.kind() == AmountKind.PLANNED)
          .filter(one -> !one.mark().equals(Amounts.NO_SOURCE))
          .forEach(one -> wanted.add(new Amount(one.kind(), one.mark(), one.month(), null)));
      wanted.add(
          new Amount(
              AmountKind.PLANNED,
              Amounts.NO_SOURCE,
              year.fiscalYear().months().getFirst(),
              planned));
    }
    Long settled = values.settled();
    if (settled != null && settled != sum(standing, AmountKind.SETTLED)) {
      YearMonth last = Amounts.months(year.fiscalYear()).getLast();
      long before =
          standing.stream()
              .filter(one -> one.kind() == AmountKind.SETTLED && !one.month().equals(last))
              .mapToLong(PaidAmounts::yen)
              .sum();
      if (settled < before) {
        throw RefusedException.because(
            "programme.import.settled-less", year.entry().name(), before, settled);
      }
      wanted.add(new Amount(AmountKind.SETTLED, Amounts.NO_SOURCE, last, settled - before));
    }
    amounts.set(year, wanted, REASON);
    return wanted.stream().map(one -> before(standing, one)).toList();
  }

  private static Amount before(List<Amount> standing, Amount wanted) {
    return standing.stream()
        .filter(one -> one.kind() == wanted.kind())
        .filter(one -> one.mark().equals(wanted.mark()) && one.month().equals(wanted.month()))
        .findFirst()
        .orElse(new Amount(wanted.kind(), wanted.mark(), wanted.month(), null));
  }

  private static long sum(List<Amount> standing, AmountKind kind) {
    return standing.stream().filter(one -> one.kind() == kind).mapToLong(PaidAmounts::yen).sum();
  }

  private static long yen(Amount amount) {
    Long yen = amount.yen();
    return yen == null ? 0 : yen;
  }
}
