package tasuki.indicator;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from a printed note when an actual is expected: 「※7 R8年2月頃実績値確定予定」. */
public final class PrintedNote {

  /**
   * When a value is expected.
   *
   * @param surveyed false where the note says that nothing was asked for this time
   */
  public record Expected(AsOf asOf, boolean surveyed) {}

  private static final String TIME = "([MTSHR令平]?[\\d元.年月末度/和成]+)";
  private static final Pattern KNOWN =
      Pattern.compile(TIME + "(?:頃|ごろ)?\\D*?(?:R?\\d+年度卒?)?実績値?確定予定");
  private static final Pattern SURVEYED = Pattern.compile("次回は" + TIME + "(?:頃|ごろ)?に?実施予定");

  private PrintedNote() {}

  /** When a value is expected, where the note says so. */
  public static Optional<Expected> expected(String note) {
    String text = Normalizer.normalize(note, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    Matcher surveyed = SURVEYED.matcher(text);
    if (surveyed.find()) {
      return read(surveyed.group(1)).map(time -> new Expected(time, false));
    }
    Matcher known = KNOWN.matcher(text.replaceAll("※\\d+", ""));
    return known.find()
        ? read(known.group(1)).map(time -> new Expected(time, true))
        : Optional.empty();
  }

  private static Optional<AsOf> read(String time) {
    return AsOfReading.of(time) instanceof AsOfReading.Read(AsOf asOf)
        ? Optional.of(asOf)
        : Optional.empty();
  }
}
