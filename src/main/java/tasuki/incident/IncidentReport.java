package tasuki.incident;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.calendar.HolidaySource;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Organization;

/**
 * Writes the draft of the report of a leak from what is known: what, when, to whom, how many
 * persons, opened or not. It names no person; whoever reports completes it. Always in Japanese,
 * since the authority reads it.
 */
@Component
class IncidentReport {

  /** A heading of the report with its text. */
  record Section(String heading, String text) {}

  /** What is due, in words, and how it stands. */
  record Deadline(String label, String words, String state, @Nullable String done) {}

  /** An incident as a line of the list. */
  record Line(
      UUID id,
      String title,
      @Nullable String reference,
      String happened,
      String wrongRecipient,
      List<Deadline> deadlines,
      boolean settled) {}

  /** A name and a value. */
  record Fact(String label, String value) {}

  private final IncidentWords say;
  private final Clock clock;
  private final HolidaySource holidays;

  IncidentReport(IncidentWords say, Clock clock, HolidaySource holidays) {
    this.say = say;
    this.clock = clock;
    this.holidays = holidays;
  }

  Line line(Incident incident) {
    ReportDates dates = ReportDates.of(incident.foundOn(), holidays.inForce());
    return new Line(
        incident.id(),
        incident.title(IncidentWords.locale()),
        incident.reference(),
        say.moment(incident.happenedAt()),
        incident.wrongRecipient(),
        List.of(
            deadline(
                "first",
                say.of("due.first", say.day(dates.firstFrom()), say.day(dates.firstUntil())),
                dates.firstUntil(),
                incident,
                incident.firstReportedOn()),
            deadline(
                "full",
                say.of("due.full", say.day(dates.full())),
                dates.full(),
                incident,
                incident.fullReportedOn())),
        incident.settled());
  }

  private Deadline deadline(
      String step, String words, LocalDate due, Incident incident, @Nullable LocalDate done) {
    if (done == null && incident.closed() != null) {
      return new Deadline(say.of(step), words, "done", say.of("closed"));
    }
    LocalDate today = JapanTime.today(clock);
    String state =
        done != null
            ? "done"
            : today.isAfter(due) ? "overdue" : today.plusDays(2).isAfter(due) ? "soon" : "within";
    return new Deadline(
        say.of(step), words, state, done == null ? null : say.of("done-on", say.day(done)));
  }

  List<Fact> facts(Incident incident) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(say.of("what"), incident.title(IncidentWords.locale())));
    String reference = incident.reference();
    if (reference != null) {
      facts.add(new Fact(say.of("reference"), reference));
    }
    facts.add(new Fact(say.of("happened"), say.momentInFull(incident.happenedAt())));
    facts.add(new Fact(say.of("found"), say.dayInFull(incident.foundOn())));
    facts.add(new Fact(say.of("wrong"), incident.wrongRecipient()));
    facts.add(new Fact(say.of("persons"), say.of("persons.one")));
    facts.add(new Fact(say.of("cause"), incident.cause()));
    facts.add(new Fact(say.of("by"), incident.accountName()));
    Incident.Closed closed = incident.closed();
    if (closed != null) {
      facts.add(
          new Fact(
              say.of("closed"),
              say.of(
                  "closed.by",
                  closed.because(),
                  closed.accountName(),
                  say.momentInFull(closed.at()))));
    }
    return facts;
  }

  List<String> looks(List<Look> looks) {
    return looks.stream()
        .map(
            look ->
                Stream.of(say.momentInFull(look.at()), look.place(), look.who())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  /** The report as text to be copied. */
  String text(Incident incident, List<Look> looks, Organization own) {
    StringBuilder text = new StringBuilder();
    for (Section section : sections(incident, looks, own)) {
      text.append("■ ").append(section.heading()).append('\n');
      text.append(section.text()).append("\n\n");
    }
    return text.toString().strip();
  }

  /** The report in the order of the authority's form. */
  List<Section> sections(Incident incident, List<Look> looks, Organization own) {
    ReportDates dates = ReportDates.of(incident.foundOn(), holidays.inForce());
    String way = incident.way().name().toLowerCase(Locale.ROOT);
    List<Section> sections = new ArrayList<>();
    add(sections, "who", own.name(), own.address(), own.telephone());
    add(sections, "due", ja(dates.firstFrom()), ja(dates.firstUntil()), ja(dates.full()));
    add(
        sections,
        "summary." + way,
        ja(incident.happenedAt()),
        incident.titleJa(),
        incident.wrongRecipient(),
        ja(incident.foundOn()));
    sections.add(new Section(say.ja("items.heading"), incident.items()));
    add(sections, "persons");
    sections.add(new Section(say.ja("cause.heading"), incident.cause()));
    sections.add(new Section(say.ja("opened.heading"), opened(incident, looks)));
    add(sections, "done." + way);
    add(sections, "harm");
    add(sections, "told");
    add(sections, "public");
    add(sections, "again");
    return sections;
  }

  private void add(List<Section> sections, String key, Object... words) {
    String heading = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
    sections.add(new Section(say.ja(heading + ".heading"), say.ja(key + ".text", words)));
  }

  private String opened(Incident incident, List<Look> looks) {
    if (incident.way() == Way.PAPER) {
      return say.ja(looks.isEmpty() ? "opened.paper" : "opened.paper.confirmed");
    }
    if (looks.isEmpty()) {
      return say.ja("opened.no");
    }
    return say.ja("opened.yes", looks.size(), ja(looks.getFirst().at()), ja(looks.getLast().at()));
  }

  private static String ja(LocalDate day) {
    return JapaneseDates.inFull(day, Locale.JAPANESE);
  }

  private static String ja(OffsetDateTime at) {
    var there = JapanTime.at(at.toInstant());
    return ja(there.toLocalDate()) + " %tR".formatted(there);
  }
}
