package tasuki.transition;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapanTime;
import tasuki.identity.Viewer;
import tasuki.kernel.Ruling;

/** The two-sided log of a case in words, with what the viewer can say to each row. */
@Component
class CaseLog {

  /** A row of the log, with what the other side says of it. */
  record Line(
      String id,
      String what,
      String who,
      String when,
      String how,
      @Nullable String note,
      List<String> changes,
      @Nullable String evidence,
      boolean denied,
      boolean withdrawn,
      @Nullable String confirmHref,
      @Nullable String denyHref,
      @Nullable String withdrawHref) {}

  private final StayWords say;

  CaseLog(StayWords say) {
    this.say = say;
  }

  /** The claims of both sides, the latest first. */
  List<Line> of(Cases.Case found, Viewer viewer) {
    UUID own = viewer.organization().id().value();
    return found.log().reversed().stream()
        .filter(step -> step.stance() == null)
        .map(step -> line(found, step, own))
        .toList();
  }

  /** What the other side says and this one has neither confirmed nor denied, nor said itself. */
  List<Line> unanswered(Cases.Case found, Viewer viewer) {
    return of(found, viewer).stream()
        .filter(line -> line.confirmHref() != null && !"both".equals(line.evidence()))
        .toList();
  }

  private Line line(Cases.Case found, Step step, UUID own) {
    boolean withdrawn = Evidence.isWithdrawn(step, found.log());
    boolean answers = mayAnswer(found, step, own);
    String answer = "/stays/" + found.stay().id() + "/answers/" + step.id() + "/";
    return new Line(
        step.id().toString(),
        say.of("kind." + step.kind()),
        who(found, step),
        say.moment(step.occurredAt(), step.timeKnown()),
        how(step),
        note(step),
        changes(found, step),
        withdrawn || step.kind().needsNoCounterpart() ? null : evidence(found, step),
        Evidence.isDenied(step, found.log()),
        withdrawn,
        answers ? answer + "confirm" : null,
        answers ? answer + "deny" : null,
        mayWithdraw(found, step, own) ? answer + "withdraw" : null);
  }

  /** Whether the viewer's side has still to say if this happened. */
  static boolean mayAnswer(Cases.Case found, Step step, UUID own) {
    boolean answered =
        found.log().stream()
            .anyMatch(other -> step.id().equals(other.about()) && other.organization().equals(own));
    return found.mayWrite()
        && !answered
        && !Evidence.isWithdrawn(step, found.log())
        && !step.kind().needsNoCounterpart()
        && StayPolicy.mayAnswer(step, own, found.side(), Stance.CONFIRMS) == Ruling.ALLOWED;
  }

  private static boolean mayWithdraw(Cases.Case found, Step step, UUID own) {
    return found.mayWrite()
        && !Evidence.isWithdrawn(step, found.log())
        && StayPolicy.mayAnswer(step, own, found.side(), Stance.WITHDRAWS) == Ruling.ALLOWED;
  }

  private String who(Cases.Case found, Step step) {
    return Stream.of(
            say.of("side." + step.side()),
            found.name(step.organization()),
            step.byCode()
                ? say.of(found.hospitalJoins() ? "by-code.member" : "by-code")
                : found.accounts().getOrDefault(step.account(), ""))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private @Nullable String note(Step step) {
    String note = step.note();
    if (note == null) {
      return null;
    }
    return switch (step.kind()) {
      case DISCHARGED -> say.of("state." + (note.equals("DEATH") ? "DIED" : note));
      case DISCHARGE_PLANNED -> planned(note);
      case ADMISSION_KNOWN,
          CONTACTED,
          FORM_SENT,
          FORM_RECEIVED,
          READ,
          SCREENED,
          TALKED,
          TEAM_CONFERENCE,
          HEARING,
          CONFERENCE,
          FIRST_HOME_VISIT,
          TWO_WEEK_CHECK,
          CORRECTED,
          LEFT_FOR_LEAVE,
          RETURNED,
          ASKED,
          REMINDED ->
          note;
    };
  }

  /** The day as the log keeps it, {@code 2026-11-24} or {@code ?}, and perhaps a remark. */
  private String planned(String note) {
    String[] parts = note.split(" ", 2);
    String day = parts[0].equals("?") ? say.of("planned.none") : say.day(LocalDate.parse(parts[0]));
    return say.of("planned") + " " + day + (parts.length == 1 ? "" : " " + parts[1]);
  }

  /** What a correction changed: 入院日時: 11/20(金) → 11/21(土) 9:30. */
  private List<String> changes(Cases.Case found, Step step) {
    return found.corrections().getOrDefault(step.id(), List.of()).stream()
        .map(
            change ->
                say.of(
                    "corrected.change",
                    say.of("corrected." + change.what()),
                    value(found, change.what(), change.was()),
                    value(found, change.what(), change.became())))
        .toList();
  }

  private String value(Cases.Case found, Corrections.What what, @Nullable String value) {
    if (value == null) {
      return say.of(what == Corrections.What.GRADE ? "grade.none" : "corrected.nothing");
    }
    return switch (what) {
      case HOSPITAL -> found.name(UUID.fromString(value));
      case ADMITTED -> moment(value);
      case REASON -> say.of("reason." + value);
      case WARD -> value;
      case WARD_TYPE -> say.of("ward-type." + value);
      case GRADE -> say.of("grade." + value);
    };
  }

  private String moment(String value) {
    boolean timed = value.contains("T");
    LocalDateTime at = timed ? LocalDateTime.parse(value) : LocalDate.parse(value).atStartOfDay();
    return say.moment(JapanTime.instant(at).atOffset(ZoneOffset.UTC), timed);
  }

  private static String evidence(Cases.Case found, Step step) {
    return switch (Evidence.of(step, found.log(), found.hospitalJoins(), found.officeJoins())) {
      case BOTH -> "both";
      case ONE_SIDED -> "one";
      case COUNTERPART_ABSENT -> "absent";
    };
  }

  private String how(Step step) {
    List<String> parts = new ArrayList<>();
    parts.add(say.of("mode." + step.mode()));
    if (step.counterpart() != null) {
      parts.add(say.of("with", step.counterpart()));
    }
    step.professions().stream()
        .filter(text -> !text.isEmpty())
        .forEach(text -> parts.add(say.profession(text)));
    return String.join(" · ", parts);
  }
}
