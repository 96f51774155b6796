package tasuki.transition.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.form.FormDefinition;
import tasuki.form.FormDefinitions;

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
      String caseNumber,
      String happened,
      String wrongRecipient,
      List<Deadline> deadlines,
      boolean settled) {}

  /** A name and a value. */
  record Fact(String label, String value) {}

  private final Incidents incidents;
  private final Prints prints;
  private final FormDefinitions definitions;
  private final MessageSource messages;
  private final PaperWords say;
  private final Clock clock;

  IncidentReport(
      Incidents incidents,
      Prints prints,
      FormDefinitions definitions,
      MessageSource messages,
      PaperWords say,
      Clock clock) {
    this.incidents = incidents;
    this.prints = prints;
    this.definitions = definitions;
    this.messages = messages;
    this.say = say;
    this.clock = clock;
  }

  Line line(Incidents.Incident incident) {
    ReportDates dates = ReportDates.of(incident.foundOn());
    return new Line(
        incident.id(),
        say.title(form(incident)),
        incident.caseNumber(),
        say.moment(incident.happenedAt()),
        incident.wrongRecipient(),
        List.of(
            deadline(
                "first",
                say.of(
                    "incident.due.first", say.day(dates.firstFrom()), say.day(dates.firstUntil())),
                dates.firstUntil(),
                incident.firstReportedOn()),
            deadline(
                "full",
                say.of("incident.due.full", say.day(dates.full())),
                dates.full(),
                incident.fullReportedOn())),
        incident.fullReportedOn() != null);
  }

  private Deadline deadline(String step, String words, LocalDate due, @Nullable LocalDate done) {
    LocalDate today = JapanTime.today(clock);
    String state =
        done != null
            ? "done"
            : today.isAfter(due) ? "overdue" : today.plusDays(2).isAfter(due) ? "soon" : "within";
    return new Deadline(
        say.of("incident." + step),
        words,
        state,
        done == null ? null : say.of("incident.done-on", say.day(done)));
  }

  private FormDefinition form(Incidents.Incident incident) {
    LocalDate day = JapanTime.at(incident.happenedAt().toInstant()).toLocalDate();
    return definitions.inForce(incident.definition(), day);
  }

  List<Fact> facts(Incidents.Incident incident) {
    return List.of(
        new Fact(say.of("incident.what"), say.title(form(incident))),
        new Fact(say.of("case-number"), incident.caseNumber()),
        new Fact(say.of("incident.happened"), say.momentInFull(incident.happenedAt())),
        new Fact(say.of("incident.found"), say.dayInFull(incident.foundOn())),
        new Fact(say.of("incident.wrong"), incident.wrongRecipient()),
        new Fact(say.of("incident.persons"), say.of("incident.persons.one")),
        new Fact(say.of("incident.cause"), incident.cause()),
        new Fact(say.of("incident.by"), incident.accountName()));
  }

  List<String> looks(Incidents.Incident incident) {
    return incidents.looks(incident.id()).stream()
        .map(look -> say.momentInFull(look.at()) + " " + (look.who() == null ? "" : look.who()))
        .toList();
  }

  /** The report as text to be copied. */
  String text(Incidents.Incident incident, Organization own) {
    StringBuilder text = new StringBuilder();
    for (Section section : sections(incident, own)) {
      text.append("■ ").append(section.heading()).append('\n');
      text.append(section.text()).append("\n\n");
    }
    return text.toString().strip();
  }

  /** The report in the order of the authority's form. */
  List<Section> sections(Incidents.Incident incident, Organization own) {
    ReportDates dates = ReportDates.of(incident.foundOn());
    FormDefinition form = form(incident);
    String title = form.title().ja();
    List<Section> sections = new ArrayList<>();
    add(sections, "who", own.name(), own.address(), own.telephone());
    add(sections, "due", ja(dates.firstFrom()), ja(dates.firstUntil()), ja(dates.full()));
    add(
        sections,
        incident.recipient() != null ? "summary.inside" : "summary.paper",
        ja(incident.happenedAt()),
        title,
        incident.wrongRecipient(),
        ja(incident.foundOn()));
    add(sections, "items", title, String.join("、", headings(form)));
    add(sections, "persons");
    sections.add(new Section(word("cause.heading"), incident.cause()));
    sections.add(new Section(word("opened.heading"), opened(incident)));
    add(sections, incident.recipient() != null ? "done.inside" : "done.paper");
    add(sections, "harm");
    add(sections, "told");
    add(sections, "public");
    add(sections, "again");
    return sections;
  }

  private void add(List<Section> sections, String key, Object... words) {
    String heading = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
    sections.add(new Section(word(heading + ".heading"), word(key + ".text", words)));
  }

  /** Which kinds of data the form holds, by its own headings. */
  private static List<String> headings(FormDefinition form) {
    return form.sections().stream().map(section -> section.title().ja()).toList();
  }

  private String opened(Incidents.Incident incident) {
    if (incident.recipient() == null) {
      UUID print = incident.print();
      boolean confirmed = print != null && !prints.receipts(print).isEmpty();
      return word(confirmed ? "opened.paper.confirmed" : "opened.paper");
    }
    List<Incidents.Look> looks = incidents.looks(incident.id());
    if (looks.isEmpty()) {
      return word("opened.no");
    }
    return word("opened.yes", looks.size(), ja(looks.getFirst().at()), ja(looks.getLast().at()));
  }

  private String word(String key, Object... arguments) {
    return messages.getMessage("transition.report." + key, arguments, Locale.JAPANESE);
  }

  private static String ja(LocalDate day) {
    return tasuki.calendar.JapaneseDates.inFull(day, Locale.JAPANESE);
  }

  private static String ja(java.time.OffsetDateTime at) {
    var there = JapanTime.at(at.toInstant());
    return ja(there.toLocalDate()) + " %tR".formatted(there);
  }
}
