package tasuki.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entries, the newest first, and where the older ones begin. */
public record TimelinePage(List<Entry> entries, @Nullable Key next) {

  /** The entry after which one goes on. */
  public record Key(Instant occurredAt, UUID id) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,17})_([0-9a-f-]{36})");

    /** As it stands in an address. */
    public String text() {
      return ChronoUnit.MICROS.between(Instant.EPOCH, occurredAt) + "_" + id;
    }

    /** Reads what stood in an address; anything else is no key. */
    public static Optional<Key> parse(String text) {
      Matcher found = TEXT.matcher(text);
      try {
        return found.matches()
            ? Optional.of(
                new Key(
                    Instant.EPOCH.plus(Long.parseLong(found.group(1)), ChronoUnit.MICROS),
                    UUID.fromString(found.group(2))))
            : Optional.empty();
      } catch (IllegalArgumentException noId) {
        return Optional.empty();
      }
    }
  }
}
