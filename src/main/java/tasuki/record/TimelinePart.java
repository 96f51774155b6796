package tasuki.record;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.person.PersonId;
import tasuki.person.PersonPart;

/** The latest of the timeline on a person's overview. */
@Component
class TimelinePart implements PersonPart {

  private static final int LINES = 4;
  private static final int LONGEST = 60;

  private final Timeline timeline;
  private final EntryViews views;

  TimelinePart(Timeline timeline, EntryViews views) {
    this.timeline = timeline;
    this.views = views;
  }

  @Override
  public Optional<Part> of(PersonId person, Viewer viewer) {
    if (!viewer.hasAny(Duty.CARE, Duty.FAMILY)) {
      return Optional.empty();
    }
    Locale locale = LocaleContextHolder.getLocale();
    List<Entry> latest = timeline.entries(person, TimelineFilter.ALL, null, LINES).entries();
    int unread = timeline.unread(person, viewer);
    String title =
        unread == 0
            ? views.say("record.title", locale)
            : views.say("record.title.unread", locale, unread);
    List<String> lines =
        latest.isEmpty()
            ? List.of(views.say("record.empty", locale))
            : latest.stream().map(entry -> line(entry, locale)).toList();
    return Optional.of(new Part(title, "/persons/" + person + "/timeline", "book", lines, 10));
  }

  private String line(Entry entry, Locale locale) {
    EntryView view = views.single(entry, false, locale);
    String text = view.text().replaceAll("\\s+", " ");
    int length = text.codePointCount(0, text.length());
    String shorter =
        length > LONGEST ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…" : text;
    return shorter.isEmpty() && !view.files().isEmpty()
        ? views.say(
            "record.line", locale, view.time(), view.author(), view.files().getFirst().label())
        : views.say("record.line", locale, view.time(), view.author(), shorter);
  }
}
