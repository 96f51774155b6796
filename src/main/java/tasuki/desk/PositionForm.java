package tasuki.desk;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tasuki.directory.Position;
import tasuki.web.Form;

/** The field for where something is: latitude and longitude, as maps give them to be copied. */
final class PositionForm {

  private static final int LONGEST = 60;
  private static final Pattern PAIR =
      Pattern.compile("\\(?(\\d{1,3}(?:\\.\\d{1,15})?)[, \u3001]+(\\d{1,3}(?:\\.\\d{1,15})?)\\)?");

  private PositionForm() {}

  /** What was typed; empty where the field was left empty or holds an error. */
  static Optional<Position> read(Form form) {
    Optional<String> typed = form.optional("position", LONGEST);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    Matcher pair = PAIR.matcher(Normalizer.normalize(typed.get(), Normalizer.Form.NFKC).strip());
    if (!pair.matches()) {
      form.reject("position", "desk.position.error.pair");
      return Optional.empty();
    }
    double latitude = Double.parseDouble(pair.group(1));
    double longitude = Double.parseDouble(pair.group(2));
    if (!Position.isInJapan(latitude, longitude)) {
      form.reject("position", "desk.position.error.abroad");
      return Optional.empty();
    }
    return Optional.of(
        new Position(latitude, longitude, Position.Precision.POINT, Position.ENTERED));
  }

  /** A point as it may be typed again; what is known no better than the town is not offered. */
  static @Nullable String written(@Nullable Position position) {
    return position == null || position.precision() != Position.Precision.POINT
        ? null
        : String.format(Locale.ROOT, "%.6f, %.6f", position.latitude(), position.longitude());
  }
}
