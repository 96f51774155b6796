package tasuki.programme;

import java.text.Normalizer;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasuki.calendar.Era;

/** Reads a fiscal year as people write it: 2026, R8, 令和8年度, 令和元年度. */
final class FiscalYears {

  private static final Pattern WESTERN = Pattern.compile("(\\d{4})(?:年度?)?");
  private static final Pattern ERA =
      Pattern.compile("(R|H|S|令和|平成|昭和)(\\d{1,2}|元)(?:年度?)?", Pattern.CASE_INSENSITIVE);

  private FiscalYears() {}

  static OptionalLong read(String typed) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
    Matcher western = WESTERN.matcher(plain);
    if (western.matches()) {
      return OptionalLong.of(Long.parseLong(western.group(1)));
    }
    Matcher era = ERA.matcher(plain);
    if (!era.matches()) {
      return OptionalLong.empty();
    }
    int year = era.group(2).equals("元") ? 1 : Integer.parseInt(era.group(2));
    return year == 0 ? OptionalLong.empty() : OptionalLong.of(era(era.group(1)).westernYear(year));
  }

  private static Era era(String word) {
    return switch (word.toUpperCase(java.util.Locale.ROOT)) {
      case "R", "令和" -> Era.REIWA;
      case "H", "平成" -> Era.HEISEI;
      default -> Era.SHOWA;
    };
  }
}
