package tasuki.incident;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that went to the wrong place; whose it was is not said. */
public record Incident(
    UUID id,
    String source,
    Way way,
    UUID subject,
    @Nullable String reference,
    String titleJa,
    String titleEn,
    String items,
    String wrongRecipient,
    String cause,
    OffsetDateTime happenedAt,
    LocalDate foundOn,
    String accountName,
    @Nullable LocalDate firstReportedOn,
    @Nullable LocalDate fullReportedOn,
    @Nullable Closed closed) {

  /** 報告不要: found to be no leak that has to be reported. */
  public record Closed(OffsetDateTime at, String accountName, String because) {}

  /** Whether nothing is due any more. */
  boolean settled() {
    return fullReportedOn != null || closed != null;
  }

  String title(Locale locale) {
    return locale.getLanguage().equals("en") ? titleEn : titleJa;
  }
}
