package tasuki.indicator;

import java.util.List;

/**
 * What became of a time as somebody wrote it: 「R7.3月」, 「令和6年度末」, 「R6年度卒」, 「2024年度」, 「R7年6月末頃」.
 * Nothing is guessed: 「R6」 may be a calendar or a fiscal year and is refused.
 */
public sealed interface AsOfReading {

  /** The time that was meant. */
  record Read(AsOf asOf) implements AsOfReading {}

  /**
   * No time.
   *
   * @param reason key of the message that says why
   */
  record Unreadable(String reason, List<Object> arguments) implements AsOfReading {}

  /** Reads a time; era and western years that stand side by side have to agree. */
  static AsOfReading of(String written) {
    return AsOfReader.read(written);
  }
}
