package tasuki.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes days of the timeline as plain text to be pasted into a chart that cannot be reached. */
@Component
class ChartText {

  private final EntryViews views;

  ChartText(EntryViews views) {
    this.views = views;
  }

  /** The entries in the order given, a paragraph each, under a line for each day. */
  String of(List<Entry> oldestFirst, Locale locale) {
    StringBuilder text = new StringBuilder();
    LocalDate before = LocalDate.MIN;
    for (Entry entry : oldestFirst) {
      LocalDate day = EntryViews.day(entry.occurredAt());
      if (!day.equals(before)) {
        text.append(text.isEmpty() ? "" : "\n")
            .append(views.say("record.chart.day", locale, views.dayPlain(day, locale)))
            .append('\n');
        before = day;
      }
      append(text, entry, day, "", locale);
      entry.replies().forEach(reply -> append(text, reply, day, "  ", locale));
    }
    return text.toString();
  }

  private void append(
      StringBuilder text, Entry entry, LocalDate day, String indent, Locale locale) {
    String about = views.about(entry, locale);
    text.append(indent)
        .append(views.time(entry.occurredAt(), day, locale))
        .append(' ')
        .append(views.author(entry, locale));
    if (!about.isEmpty()) {
      text.append(views.say("record.chart.about", locale, about));
    }
    if (entry.kind() != EntryKind.NOTE) {
      text.append(views.say("record.chart.kind", locale, views.kind(entry.kind(), locale)));
    }
    text.append('\n');
    views
        .text(entry, locale)
        .lines()
        .forEach(line -> text.append(indent).append(line).append('\n'));
    entry
        .files()
        .forEach(
            file ->
                text.append(indent)
                    .append(views.say("record.chart.file", locale, file.name()))
                    .append('\n'));
  }
}
