package tasuki.fund.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.fund.Branch;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.web.Phrases;

/**
 * The fund's tables for Excel and CSV. They are Japanese for every reader, as those who receive
 * them read Japanese.
 */
@Component
class LedgerSheets {

  private static final int WIDE = 16;
  private static final int CATEGORY = 40;

  private final Phrases say;

  LedgerSheets(Phrases say) {
    this.say = say;
  }

  String title(Branch branch) {
    return printed("fund.ledger.statement", printed("fund.branch." + branch));
  }

  /** All pots together; empty where there is none. */
  Optional<Pot> sum(List<Pot> pots) {
    return pots.stream().reduce(Pot::plus);
  }

  /** The statement by pot and by fiscal year, in yen. */
  List<Sheet> of(Branch branch, List<Pot> pots, List<YearMoves> years) {
    return List.of(pots(branch, pots), years(branch, years));
  }

  private Sheet pots(Branch branch, List<Pot> pots) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Pot pot : pots) {
      rows.add(
          cells(pot.vintage().label(Locale.JAPANESE), pot.category().words(Locale.JAPANESE), pot));
    }
    sum(pots).ifPresent(sum -> rows.add(cells(printed("fund.ledger.sum"), null, sum)));
    return new Sheet(
        printed("fund.ledger.by-pot"),
        title(branch),
        List.of(printed("fund.ledger.unit-note")),
        List.of(
            SheetColumn.text(printed("fund.ledger.vintage"), WIDE),
            SheetColumn.text(printed("fund.category"), CATEGORY),
            yen("national"),
            yen("prefecture"),
            yen("stored"),
            yen("interest"),
            yen("drawn"),
            yen("returned"),
            yen("left"),
            yen("planned")),
        rows);
  }

  private static List<@Nullable Object> cells(String vintage, @Nullable String category, Pot pot) {
    return Arrays.<@Nullable Object>asList(
        vintage,
        category,
        pot.national(),
        pot.prefecture(),
        pot.stored(),
        pot.interest(),
        pot.drawn(),
        pot.returned(),
        pot.left(),
        pot.planned());
  }

  private Sheet years(Branch branch, List<YearMoves> years) {
    return new Sheet(
        printed("fund.ledger.by-year"),
        title(branch),
        List.of(printed("fund.ledger.unit-note")),
        List.of(
            SheetColumn.text(printed("fund.ledger.year"), WIDE),
            yen("opening"),
            yen("stored"),
            yen("interest"),
            yen("drawn"),
            yen("returned"),
            yen("closing")),
        years.stream()
            .map(
                one ->
                    Arrays.<@Nullable Object>asList(
                        one.year().label(Locale.JAPANESE),
                        one.opening(),
                        one.stored(),
                        one.interest(),
                        one.drawn(),
                        one.returned(),
                        one.closing()))
            .toList());
  }

  private SheetColumn yen(String key) {
    return new SheetColumn(printed("fund.ledger." + key), WIDE, SheetColumn.Kind.COUNT);
  }

  private String printed(String key, Object... arguments) {
    return say.inJapanese(key, arguments);
  }
}
