package tasuki.indicator;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator is from a day on.
 *
 * @param text how it is counted, in words
 * @param decimals of its values
 * @param source where its values come from
 * @param breaks whether values from before this definition cannot be compared with later ones
 * @param formula by which its values are computed; null where they are entered or imported
 */
public record Definition(
    UUID id,
    LocalDate validFrom,
    String name,
    String nameEnglish,
    String text,
    String unit,
    Direction direction,
    int decimals,
    String source,
    boolean breaks,
    @Nullable Formula formula) {

  /** The name in the reader's language; the Japanese one where there is no other. */
  public String name(Locale locale) {
    return locale.getLanguage().equals("en") && !nameEnglish.isEmpty() ? nameEnglish : name;
  }
}
