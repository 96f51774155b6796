package tasuki.directory.listing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a list writes of numbers and addresses on the Web. What cannot be read is left out and
 * noted: a row is not lost by a slip in a telephone number.
 */
final class Cleaning {

  private static final Pattern WEBSITE = Pattern.compile("https?://[^\\s\"<>]{3,300}");

  private static final Pattern POSTCODE = Pattern.compile("[0-9]{7}");

  private final List<String> notes = new ArrayList<>();

  List<String> notes() {
    return List.copyOf(notes);
  }

  void note(String word) {
    if (!notes.contains(word)) {
      notes.add(word);
    }
  }

  /** A number of ten or eleven digits with a leading zero, as it is dialled; else empty. */
  String telephone(String written, String note) {
    String number =
        Normalizer.normalize(written, Normalizer.Form.NFKC)
            .replaceAll("[‐‑‒–—―−ー─()]", "-")
            .replaceAll("\\s|^-+|-+$", "")
            .replaceAll("-+", "-");
    String digits = number.replace("-", "");
    if (digits.isEmpty()) {
      return "";
    }
    if (!digits.matches("0\\d{9,10}") || !number.matches("[0-9-]+")) {
      note(note);
      return "";
    }
    return number;
  }

  /** A postcode as 123-4567; null where there is none. */
  @Nullable String postcode(String written) {
    String digits =
        POSTCODE.matcher(written).matches()
            ? written
            : Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("\\D", "");
    if (digits.length() == 7) {
      return digits.substring(0, 3) + "-" + digits.substring(3);
    }
    if (!written.isBlank()) {
      note("postcode");
    }
    return null;
  }

  @Nullable String corporateNumber(String written) {
    String digits = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
    if (digits.isEmpty()) {
      return null;
    }
    if (!digits.matches("[1-9]\\d{12}") || !CheckDigits.isCorporateNumber(digits)) {
      note("corporate-number");
      return null;
    }
    return digits;
  }

  @Nullable String website(String written) {
    String address = written.strip();
    if (address.isEmpty()) {
      return null;
    }
    if (!WEBSITE.matcher(address).matches()) {
      note("website");
      return null;
    }
    return address;
  }

  /** A count of places or beds; a blank one is unknown and not none. */
  @Nullable Integer count(String written, String note) {
    String digits =
        Normalizer.normalize(written, Normalizer.Form.NFKC).strip().replaceAll("[人床名,]", "");
    if (digits.isEmpty()) {
      return null;
    }
    if (!digits.matches("\\d{1,5}")) {
      note(note);
      return null;
    }
    return Integer.valueOf(digits);
  }

  /** Notes letters that the sender's machine drew by itself (外字): nobody else knows them. */
  void letters(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= 0xE000 && text.charAt(at) <= 0xF8FF) {
        note("private-letters");
      }
    }
  }
}
