package tasuki.fund.ledger;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.fund.Branch;
import tasuki.fund.Categories;
import tasuki.fund.Category;
import tasuki.fund.PrefectureOnly;
import tasuki.identity.Accounts;
import tasuki.programme.Figures;
import tasuki.web.Phrases;

/** How the pages of the fund's money name its years, categories and amounts. */
@Component
class LedgerWords {

  private final Categories categories;
  private final Accounts accounts;
  private final Phrases say;
  private final Clock clock;

  LedgerWords(Categories categories, Accounts accounts, Phrases say, Clock clock) {
    this.categories = categories;
    this.accounts = accounts;
    this.say = say;
    this.clock = clock;
  }

  /** The words under a key of the ledger. */
  String say(String key, Object... arguments) {
    return say.of("fund.ledger." + key, arguments);
  }

  /** Yen with separators, ▲ for less than nothing. */
  static String yen(long yen) {
    return yen < 0 ? "▲" + Figures.yen(-yen) : Figures.yen(yen);
  }

  /** Thousand yen with separators, ▲ for less than nothing. */
  static String thousands(long yen) {
    return yen < 0 ? "▲" + Figures.thousands(-yen) : Figures.thousands(yen);
  }

  String year(FiscalYear year) {
    return year.label(say.locale());
  }

  FiscalYear thisYear() {
    return FiscalYear.of(JapanTime.today(clock));
  }

  /** The fiscal years in which the fund had money, the latest first. */
  List<Phrases.Choice> years(FiscalYear last) {
    return IntStream.rangeClosed(PrefectureOnly.FIRST, Math.max(PrefectureOnly.FIRST, last.year()))
        .mapToObj(FiscalYear::new)
        .map(one -> new Phrases.Choice("" + one.year(), year(one)))
        .toList()
        .reversed();
  }

  /** A fiscal year of the fund as a field sends it. */
  static Optional<FiscalYear> readYear(String sent) {
    return sent.matches("\\d{4}") && PrefectureOnly.isYear(Integer.parseInt(sent))
        ? Optional.of(new FiscalYear(Integer.parseInt(sent)))
        : Optional.empty();
  }

  List<Phrases.Choice> categories(List<Category> of) {
    return of.stream().map(one -> one.choice(say.locale())).toList();
  }

  String category(String code) {
    return categories.find(code).map(one -> one.words(say.locale())).orElse(code);
  }

  /** A pot by its year and its category's mark: short enough for a warning. */
  String pot(Pot pot) {
    return year(pot.vintage()) + " " + pot.category().mark();
  }

  /** Where everything that moved a pot stands. */
  String address(Pot pot) {
    return moves(pot.category().branch())
        .queryParam("vintage", pot.vintage().year())
        .queryParam("category", pot.category().code())
        .toUriString();
  }

  /** Where everything that moved a branch in a year stands. */
  String address(Branch branch, FiscalYear year) {
    return moves(branch).queryParam("year", year.year()).toUriString();
  }

  /** Where every move of a category's money of a year in that year stands. */
  static String moves(Category category, FiscalYear year) {
    return moves(category.branch())
        .queryParam("category", category.code())
        .queryParam("vintage", year.year())
        .queryParam("year", year.year())
        .toUriString();
  }

  private static UriComponentsBuilder moves(Branch branch) {
    return UriComponentsBuilder.fromPath("/fund/ledger/moves").queryParam("branch", branch);
  }

  String who(UUID account) {
    return accounts.nameOf(account);
  }

  static String at(LocalDateTime time) {
    return JapaneseDates.compact(time.toLocalDate())
        + " "
        + time.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
  }
}
