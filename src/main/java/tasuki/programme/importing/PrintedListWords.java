package tasuki.programme.importing;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.programme.reading.Doubt;
import tasuki.programme.reading.Heading;
import tasuki.programme.reading.HeadingLine;
import tasuki.programme.reading.ListLine;
import tasuki.programme.reading.OtherLine;
import tasuki.programme.reading.ProgrammeLine;
import tasuki.programme.reading.TotalCheck;
import tasuki.programme.reading.TotalLine;
import tasuki.programme.reading.Values;
import tasuki.web.Phrases;

/** A list that is looked through, in words. */
@Component
class PrintedListWords {

  /** A line with its source beside what was read of it. */
  record Row(
      int place,
      int number,
      List<String> cells,
      String kind,
      String read,
      @Nullable String suggestion,
      List<String> doubts,
      boolean programme,
      boolean decided,
      boolean left) {}

  /** A printed total beside the computed one. */
  record TotalRow(String label, String printed, String computed, boolean agrees, int unread) {}

  private final Phrases say;

  PrintedListWords(Phrases say) {
    this.say = say;
  }

  Row row(Review.Line line) {
    ListLine read = line.line();
    Values suggestion =
        read instanceof ProgrammeLine programme && !line.decided() ? programme.suggestion() : null;
    return new Row(
        line.place(),
        read.source().number(),
        read.source().cells(),
        kind(read),
        words(read),
        suggestion == null ? null : words(suggestion),
        doubts(read.doubts()),
        read instanceof ProgrammeLine,
        line.decided(),
        line.left());
  }

  List<String> doubts(List<Doubt> doubts) {
    return doubts.stream()
        .map(doubt -> say.of(doubt.reason().key(), doubt.arguments().toArray()))
        .toList();
  }

  private String kind(ListLine line) {
    return say.of(
        "programme.import.kind."
            + switch (line) {
              case HeadingLine _ -> "heading";
              case ProgrammeLine programme ->
                  programme.values().isRepost() ? "repost" : "programme";
              case TotalLine _ -> "total";
              case OtherLine other -> "other." + other.kind();
            });
  }

  private String words(ListLine line) {
    return switch (line) {
      case HeadingLine heading ->
          heading.headings().stream()
              .map(PrintedListWords::words)
              .collect(Collectors.joining(" › "));
      case ProgrammeLine programme -> words(programme.values());
      case TotalLine total -> yen(total.planned()) + " " + yen(total.settled());
      case OtherLine _ -> "";
    };
  }

  private static String words(Heading heading) {
    return (heading.mark() + " " + heading.name()).strip();
  }

  /** What a line says, in one sentence. */
  String words(Values values) {
    List<String> parts = new ArrayList<>();
    parts.add((values.number() + " " + values.name()).strip());
    parts.add(values.division());
    parts.add(String.join("", values.funding()));
    Long planned = values.planned();
    parts.add(
        planned == null
            ? say.of("programme.import.no-amount")
            : say.of("programme.import.planned", yen(planned)));
    Long settled = values.settled();
    if (settled != null) {
      parts.add(say.of("programme.import.settled", yen(settled)));
    }
    parts.removeIf(String::isEmpty);
    return String.join(" / ", parts);
  }

  TotalRow total(TotalCheck check) {
    TotalLine line = check.line();
    TotalCheck.Sum sum = check.computed();
    String label =
        say.of("programme.import.total." + line.kind())
            + (line.of().isEmpty() ? "" : " " + line.of());
    return new TotalRow(
        label,
        amounts(line.planned(), line.settled(), line.count()),
        sum == null
            ? say.of("programme.import.no-heading")
            : amounts(
                line.planned() == null ? null : sum.planned(),
                line.settled() == null ? null : sum.settled(),
                line.count() == null ? null : sum.count()),
        check.agrees(),
        sum == null ? 0 : sum.unread());
  }

  private String amounts(@Nullable Long planned, @Nullable Long settled, @Nullable Integer count) {
    List<String> parts = new ArrayList<>();
    if (planned != null) {
      parts.add(say.of("programme.import.planned", yen(planned)));
    }
    if (settled != null) {
      parts.add(say.of("programme.import.settled", yen(settled)));
    }
    if (count != null) {
      parts.add(say.of("programme.sum.rows", count));
    }
    return String.join(" / ", parts);
  }

  private static String yen(@Nullable Long yen) {
    return yen == null ? "" : NumberFormat.getIntegerInstance(Locale.JAPAN).format(yen);
  }
}
