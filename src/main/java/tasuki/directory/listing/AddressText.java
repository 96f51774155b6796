package tasuki.directory.listing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tasuki.directory.KanjiNumber;
import tasuki.directory.SearchText;

/**
 * An address in parts that can be compared: 川沿十三条二丁目1番地の38 第2ビル, 川沿13条2-1-38 and 大字川沿１３条２丁目１番３８号
 * are one place.
 *
 * @param unit code of the municipality or ward; null where the address names none
 * @param town the town (町丁, 大字) without its numbers
 * @param numbers up to three numbers, parted by {@code -}; empty where there is none
 */
record AddressText(@Nullable String unit, String town, String numbers) {

  private static final Pattern NUMERAL =
      Pattern.compile(
          "([〇一二三四五六七八九十百]+)"
              + "(?=丁(?:目|[0-9〇一二三四五六七八九十])|番(?![町丁])|号|条|線|地割|[-ノ][0-9〇一二三四五六七八九十])");
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?<=[0-9])(?:丁目|丁(?=[0-9])|番地|番(?![町丁])|号(?!線))(?:ノ|-)?|(?<=[0-9])ノ(?=[0-9])");
  private static final Pattern SECTION = Pattern.compile("大字|小字|字|(?<=[市区町村])大(?=字)");

  /** Numbers that belong to the name of a town: 13条, 2線, 5地割. */
  private static final String NAMING = "条線区軒級";

  private static final int MOST_NUMBERS = 3;

  /** The address of a prefecture, cut into its parts. */
  static AddressText of(String prefecture, String address, Municipalities municipalities) {
    Municipalities.Found found = municipalities.find(prefecture, spelled(address));
    return ofRest(found.unit(), found.rest());
  }

  /** What stands behind the municipality, cut into its parts. */
  private static AddressText ofRest(@Nullable String unit, String spelledRest) {
    String rest = SECTION.matcher(spelledRest).replaceAll("");
    rest = digits(rest);
    rest = COUNTED.matcher(rest).replaceAll("-");
    int at = begin(rest);
    String town = rest.substring(0, at).replace("-", "").replace(" ", "");
    return new AddressText(unit, town, numbers(rest.substring(at)));
  }

  /** In one spelling; spaces stay only between two digits, where they part two things. */
  static String spelled(String address) {
    String letters = SearchText.letters(address).replace('之', 'ノ');
    StringBuilder plain = new StringBuilder(letters.length());
    for (int at = 0; at < letters.length(); at++) {
      char letter = letters.charAt(at);
      if (!Character.isWhitespace(letter)) {
        plain.append(letter);
      } else if (between(letters, at)) {
        plain.append(' ');
      }
    }
    for (int at = 1; at < plain.length() - 1; at++) {
      // 霞ヶ関, 霞が関, 霞ケ関.
      if ("ガヶヵカ".indexOf(plain.charAt(at)) >= 0
          && Character.isIdeographic(plain.charAt(at - 1))
          && Character.isIdeographic(plain.charAt(at + 1))) {
        plain.setCharAt(at, 'ケ');
      }
    }
    return plain.toString();
  }

  private static boolean between(String letters, int at) {
    return at > 0
        && at + 1 < letters.length()
        && isDigit(letters.charAt(at - 1))
        && isDigit(letters.charAt(at + 1));
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  /** Kanji numerals that count something, as digits. */
  private static String digits(String text) {
    Matcher numeral = NUMERAL.matcher(text);
    StringBuilder plain = new StringBuilder();
    while (numeral.find()) {
      numeral.appendReplacement(plain, "" + KanjiNumber.of(numeral.group(1)));
    }
    return numeral.appendTail(plain).toString();
  }

  /** Where the numbers begin: at the first one that does not belong to a name. */
  private static int begin(String rest) {
    int at = 0;
    while (at < rest.length()) {
      if (!isDigit(rest.charAt(at))) {
        at++;
        continue;
      }
      int end = endOfDigits(rest, at);
      boolean names =
          end < rest.length()
              && (NAMING.indexOf(rest.charAt(end)) >= 0 || rest.startsWith("地割", end));
      if (!names) {
        return at;
      }
      at = end;
    }
    return rest.length();
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The numbers up to the first letter; what follows is the building and the room. */
  private static String numbers(String text) {
    StringBuilder numbers = new StringBuilder();
    int at = 0;
    for (int count = 0; count < MOST_NUMBERS && at < text.length(); count++) {
      int end = endOfDigits(text, at);
      if (end == at) {
        break;
      }
      numbers.append(numbers.isEmpty() ? "" : "-").append(text, at, end);
      at = end;
      if (at < text.length() && text.charAt(at) == '-') {
        at++;
        // 本通9丁目南5番11号: a side of the street belongs to its number.
        if (at + 1 < text.length()
            && "東西南北".indexOf(text.charAt(at)) >= 0
            && isDigit(text.charAt(at + 1))) {
          numbers.append(text.charAt(at++));
        }
      } else {
        break;
      }
    }
    return numbers.toString();
  }

  /** By what two addresses are the same; empty where municipality or number is missing. */
  String key() {
    return unit == null || numbers.isEmpty() ? "" : townKey() + "/" + numbers;
  }

  /** The town with its municipality; empty where the municipality is missing. */
  String townKey() {
    return unit == null ? "" : unit + "/" + town;
  }
}
