package tasuki.indicator;

import java.text.Normalizer;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.DateReading;
import tasuki.calendar.Era;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapaneseDates;

/** Takes the written time apart. */
final class AsOfReader {
  private static final Pattern BESIDE = Pattern.compile("\\(([^()]*)\\)");
  private static final Pattern ABOUT = Pattern.compile("(頃|ごろ|時点|現在|予定|見込|見込み|まで)$");
  private static final Pattern YEAR =
      Pattern.compile("([MTSHR]|明治|大正|昭和|平成|令和)(元|\\d{1,2})|(\\d{4})");
  private static final Pattern WHOLE =
      Pattern.compile("(?<year>" + YEAR.pattern() + ")(?<rest>\\D.*|-\\d{1,2})");
  private static final Pattern OF_MONTH = Pattern.compile("(?:年|[./-])(\\d{1,2})(月末|月)?");
  private static final Pattern ENGLISH =
      Pattern.compile("(?:(END OF|END) )?(FY|CY)(\\d{4})( GRADUATES)?");

  private AsOfReader() {}

  static AsOfReading read(String written) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
    Matcher english = ENGLISH.matcher(text.toUpperCase(Locale.ROOT));
    if (english.matches()) {
      return english(english);
    }
    String close = text.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    close = ABOUT.matcher(close).replaceAll("");
    if (close.isEmpty()) {
      return new AsOfReading.Unreadable("indicator.as-of.empty", List.of());
    }
    Matcher beside = BESIDE.matcher(close);
    if (!beside.find() || beside.group(1).matches("[月火水木金土日]")) {
      return plain(close);
    }
    String inside = beside.group(1);
    String first = beside.replaceAll("");
    AsOfReading one = plain(first);
    AsOfReading other = plain(completed(inside, first));
    if (one instanceof AsOfReading.Read(AsOf said)
        && other instanceof AsOfReading.Read(AsOf again)) {
      return said.equals(again)
          ? one
          : new AsOfReading.Unreadable(
              "indicator.as-of.disagree",
              List.of("" + said.year().number(), "" + again.year().number()));
    }
    return one instanceof AsOfReading.Read ? other : one;
  }

  private static AsOfReading english(Matcher english) {
    int number = Integer.parseInt(english.group(3));
    FiscalYear year = new FiscalYear(number);
    if (english.group(2).equals("CY")) {
      return new AsOfReading.Read(AsOf.calendarYear(number));
    }
    if (english.group(4) != null) {
      return new AsOfReading.Read(AsOf.graduates(year));
    }
    return new AsOfReading.Read(
        english.group(1) == null ? AsOf.fiscalYear(year) : AsOf.fiscalYearEnd(year));
  }

  /** 「2024」 beside 「令和6年度」 means 2024年度. */
  private static String completed(String beside, String first) {
    Matcher whole = WHOLE.matcher(first);
    return YEAR.matcher(beside).matches() && whole.matches()
        ? beside + whole.group("rest")
        : beside;
  }

  private static AsOfReading plain(String text) {
    Matcher whole = WHOLE.matcher(text);
    if (whole.matches()) {
      Optional<Integer> year = western(whole);
      Optional<AsOf> read = year.flatMap(number -> of(number, whole.group("rest")));
      if (read.isPresent()) {
        return new AsOfReading.Read(read.get());
      }
    }
    if (YEAR.matcher(text).matches()) {
      return new AsOfReading.Unreadable("indicator.as-of.which-year", List.of(text));
    }
    return JapaneseDates.read(text) instanceof DateReading.Parsed(var day)
        ? new AsOfReading.Read(AsOf.day(day))
        : new AsOfReading.Unreadable("indicator.as-of.unreadable", List.of());
  }

  private static Optional<AsOf> of(int year, String rest) {
    return switch (rest) {
      case "年度" -> Optional.of(AsOf.fiscalYear(new FiscalYear(year)));
      case "年度末" -> Optional.of(AsOf.fiscalYearEnd(new FiscalYear(year)));
      case "年度卒", "年度卒業", "年度卒業生" -> Optional.of(AsOf.graduates(new FiscalYear(year)));
      case "年" -> Optional.of(AsOf.calendarYear(year));
      case "年末" -> Optional.of(AsOf.monthEnd(YearMonth.of(year, 12)));
      default -> ofMonth(year, rest);
    };
  }

  private static Optional<AsOf> ofMonth(int year, String rest) {
    Matcher month = OF_MONTH.matcher(rest);
    if (!month.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(month.group(1));
    if (number < 1 || number > 12) {
      return Optional.empty();
    }
    YearMonth one = YearMonth.of(year, number);
    return Optional.of("月末".equals(month.group(2)) ? AsOf.monthEnd(one) : AsOf.month(one));
  }

  private static Optional<Integer> western(Matcher whole) {
    String western = whole.group(4);
    if (western != null) {
      return Optional.of(Integer.parseInt(western)).filter(AsOfReader::isLikely);
    }
    Era era = eraNamed(whole.group(2));
    int number = whole.group(3).equals("元") ? 1 : Integer.parseInt(whole.group(3));
    // Plans made before 2019 look ahead to 平成37年度, which is meant and clear.
    return Optional.ofNullable(era)
        .map(one -> one.westernYear(number))
        .filter(AsOfReader::isLikely);
  }

  private static boolean isLikely(int year) {
    return year >= Era.FIRST_GREGORIAN_DAY.getYear() && year <= 2199;
  }

  private static @Nullable Era eraNamed(String name) {
    for (Era era : Era.values()) {
      if (name.equals("" + era.letter()) || name.equals(era.label(Locale.JAPANESE))) {
        return era;
      }
    }
    return null;
  }
}
