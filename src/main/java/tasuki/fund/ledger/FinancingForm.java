package tasuki.fund.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import tasuki.calendar.FiscalYear;
import tasuki.fund.Categories;
import tasuki.fund.Category;
import tasuki.fund.Typed;
import tasuki.kernel.Ruling;
import tasuki.programme.Figures;
import tasuki.web.Form;

/**
 * The rows of a programme's financing as a form shows and sends them: {@code planned0-vintage},
 * {@code settled2-fund} … Some rows are blank, for more.
 */
final class FinancingForm {

  private static final int BLANK = 2;
  private static final int MOST = 40;
  private static final List<String> AMOUNTS = List.of("fund", "national", "operators", "other");

  private final Form form;
  private final Categories categories;

  FinancingForm(Form form, Categories categories) {
    this.form = form;
    this.categories = categories;
  }

  /** Fills in what stands; the rows of what is settled begin with the pots that were planned. */
  void start(List<Financing> standing) {
    for (Stage stage : Stage.values()) {
      List<Financing> rows = standing.stream().filter(one -> one.stage() == stage).toList();
      for (int at = 0; at < rows.size(); at++) {
        start(prefix(stage, at), rows.get(at), true);
      }
      if (stage == Stage.SETTLED) {
        List<Financing> open =
            standing.stream()
                .filter(one -> one.stage() == Stage.PLANNED)
                .filter(one -> rows.stream().noneMatch(there -> samePot(one, there)))
                .toList();
        for (int at = 0; at < open.size(); at++) {
          start(prefix(stage, rows.size() + at), open.get(at), false);
        }
      }
    }
  }

  private static boolean samePot(Financing one, Financing other) {
    return one.vintage().equals(other.vintage()) && one.category().equals(other.category());
  }

  private void start(String prefix, Financing row, boolean amounts) {
    form.start(prefix + "-vintage", row.vintage().year());
    form.start(prefix + "-category", row.category().code());
    if (amounts) {
      form.start(prefix + "-fund", written(row.stage(), row.fund()));
      // What follows from the category stays blank, so that a new amount is shared anew.
      boolean shared = row.national() == row.category().nationalOf(row.fund());
      form.start(prefix + "-national", shared ? "" : written(row.stage(), row.national()));
      form.start(prefix + "-operators", blankIfNone(row.stage(), row.operators()));
      form.start(prefix + "-other", blankIfNone(row.stage(), row.other()));
    }
  }

  private static String blankIfNone(Stage stage, long yen) {
    return yen == 0 ? "" : written(stage, yen);
  }

  private static String written(Stage stage, long yen) {
    return stage == Stage.PLANNED ? Figures.thousands(yen) : Figures.yen(yen);
  }

  /**
   * The rows to be shown.
   *
   * @param blank whether some are added for more
   */
  List<String> rows(Stage stage, boolean blank) {
    int shown = Math.min(MOST, sent(stage) + (blank ? BLANK : 0));
    return IntStream.range(0, shown).mapToObj(at -> prefix(stage, at)).toList();
  }

  private int sent(Stage stage) {
    int used = 0;
    while (used < MOST && form.isSent(prefix(stage, used) + "-vintage")) {
      used++;
    }
    return used;
  }

  /** What was typed, by the row it stands in; blank rows are left out. */
  Map<String, Financing> read(FiscalYear year) {
    Map<String, Financing> read = new LinkedHashMap<>();
    for (Stage stage : Stage.values()) {
      for (int at = 0; at < sent(stage); at++) {
        String prefix = prefix(stage, at);
        if (AMOUNTS.stream().anyMatch(name -> !form.value(prefix + "-" + name).isBlank())) {
          read(stage, prefix)
              .filter(row -> fits(prefix, row, year, new ArrayList<>(read.values())))
              .ifPresent(row -> read.put(prefix, row));
        }
      }
    }
    return read;
  }

  private Optional<Financing> read(Stage stage, String prefix) {
    Optional<FiscalYear> vintage = LedgerWords.readYear(form.value(prefix + "-vintage"));
    if (vintage.isEmpty()) {
      form.reject(prefix + "-vintage", "web.form.choose");
    }
    Optional<Category> category = categories.find(form.value(prefix + "-category"));
    if (category.isEmpty()) {
      form.reject(prefix + "-category", "web.form.choose");
    }
    long fund = amount(stage, prefix + "-fund").orElse(0);
    OptionalLong national = amount(stage, prefix + "-national");
    long operators = amount(stage, prefix + "-operators").orElse(0);
    long other = amount(stage, prefix + "-other").orElse(0);
    boolean unread = AMOUNTS.stream().anyMatch(name -> form.error(prefix + "-" + name) != null);
    if (vintage.isEmpty() || category.isEmpty() || unread) {
      return Optional.empty();
    }
    Financing shared =
        Financing.shared(stage, vintage.get(), category.get(), fund, operators, other);
    return Optional.of(national.isEmpty() ? shared : shared.withNational(national.getAsLong()));
  }

  private boolean fits(String prefix, Financing row, FiscalYear year, List<Financing> above) {
    Ruling alone = FinancingPolicy.check(row, year);
    Ruling beside = FinancingPolicy.beside(row, above);
    form.reject(prefix + "-" + fieldOf(alone), alone);
    form.reject(
        prefix + "-" + (beside.equals(FinancingPolicy.TWICE) ? "vintage" : "category"), beside);
    return alone instanceof Ruling.Allowed && beside instanceof Ruling.Allowed;
  }

  private static String fieldOf(Ruling ruling) {
    return ruling.equals(FinancingPolicy.NATIONAL) ? "national" : "vintage";
  }

  /** An amount in the unit of its stage; what cannot be read is told at its field. */
  private OptionalLong amount(Stage stage, String name) {
    return stage == Stage.PLANNED ? Typed.thousands(form, name) : Typed.yen(form, name);
  }

  private static String prefix(Stage stage, int at) {
    return (stage == Stage.PLANNED ? "planned" : "settled") + at;
  }
}
