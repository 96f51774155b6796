package tasuki.fund.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.fund.Branch;
import tasuki.programme.ProgrammeYear;
import tasuki.web.Phrases;

/** Says how what pays for a programme's year stands beside its money and beside the fund's pots. */
@Component
class FinancingWords {

  /** A row as it stands. */
  record Line(
      String stage,
      String vintage,
      String category,
      String national,
      String prefecture,
      String operators,
      String other,
      String whole) {}

  /** What pays beside what it pays for, in yen. */
  record Comparison(
      String stage, String financed, String money, String difference, boolean agrees) {}

  private final Pots pots;
  private final LedgerWords words;
  private final Phrases say;

  FinancingWords(Pots pots, LedgerWords words, Phrases say) {
    this.pots = pots;
    this.words = words;
    this.say = say;
  }

  List<Line> lines(List<Financing> rows) {
    return rows.stream()
        .map(
            row ->
                new Line(
                    say.of("fund.financing.stage." + row.stage()),
                    words.year(row.vintage()),
                    row.category().words(say.locale()),
                    LedgerWords.yen(row.national()),
                    LedgerWords.yen(row.prefecture()),
                    LedgerWords.yen(row.operators()),
                    LedgerWords.yen(row.other()),
                    LedgerWords.yen(row.whole())))
        .toList();
  }

  /** Planned beside the budget at the beginning, settled beside what was paid. */
  List<Comparison> comparisons(ProgrammeYear year, List<Financing> rows) {
    return List.of(
        comparison(Stage.PLANNED, rows, year.money().planned()),
        comparison(Stage.SETTLED, rows, year.money().settled()));
  }

  private Comparison comparison(Stage stage, List<Financing> rows, @Nullable Long money) {
    long financed = sum(rows, stage);
    long difference = financed - (money == null ? 0 : money);
    return new Comparison(
        say.of("fund.financing.stage." + stage),
        LedgerWords.yen(financed),
        money == null ? say.of("web.none") : LedgerWords.yen(money),
        difference == 0
            ? say.of("fund.financing.agrees")
            : say.of(
                difference > 0 ? "fund.financing.more" : "fund.financing.less",
                LedgerWords.yen(Math.abs(difference))),
        difference == 0);
  }

  private static long sum(List<Financing> rows, Stage stage) {
    return rows.stream().filter(one -> one.stage() == stage).mapToLong(Financing::whole).sum();
  }

  /** What somebody should look at, though it can be so. */
  List<String> doubts(List<Financing> rows) {
    List<String> doubts = new ArrayList<>();
    for (Financing row : rows) {
      if (row.isSplitOtherwise()) {
        doubts.add(
            say.of(
                "fund.financing.doubt.split",
                say.of("fund.financing.stage." + row.stage()),
                words.year(row.vintage()),
                row.category().mark(),
                LedgerWords.yen(row.national()),
                row.category().national() + "/" + row.category().ofWhole(),
                LedgerWords.yen(row.category().nationalOf(row.fund()))));
      }
    }
    for (Branch branch :
        rows.stream().map(one -> one.category().branch()).collect(Collectors.toSet())) {
      for (Pot pot : pots.of(branch)) {
        if (pot.missing() > 0 && rows.stream().anyMatch(row -> plans(row, pot))) {
          doubts.add(
              words.say(
                  "warning.missing",
                  words.pot(pot),
                  LedgerWords.yen(pot.planned()),
                  LedgerWords.yen(pot.left())));
        }
      }
    }
    return doubts;
  }

  private static boolean plans(Financing row, Pot pot) {
    return row.stage() == Stage.PLANNED
        && row.vintage().equals(pot.vintage())
        && row.category().code().equals(pot.category().code());
  }
}
