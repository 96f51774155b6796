package tasuki.web;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads ids that came from outside: only the full notation counts, anything else is no id. */
final class Uuids {

  private static final Pattern FULL =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Uuids() {}

  static Optional<UUID> parse(String text) {
    return FULL.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }
}
