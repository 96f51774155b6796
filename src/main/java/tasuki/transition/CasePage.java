package tasuki.transition;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Organization;
import tasuki.identity.Viewer;
import tasuki.kernel.Ruling;

/** Puts a case into the words of its page. */
@Component
class CasePage {

  /** A station of the way from hospital to home. */
  record Station(String label, @Nullable String time, String state, @Nullable String note) {}

  /** A clock, written out. */
  record ClockText(
      String todo, String who, StayWords.Due due, boolean wish, boolean unverified, boolean open) {}

  /** A row of the log, with what the other side says of it. */
  record LogText(
      String id,
      String what,
      String who,
      String when,
      String how,
      @Nullable String note,
      @Nullable String evidence,
      boolean denied,
      boolean withdrawn,
      @Nullable String confirmHref,
      @Nullable String denyHref,
      @Nullable String withdrawHref) {}

  /** Something to do. */
  record Act(String href, String label, boolean due) {}

  /** A party and who is in charge there. */
  record Seat(String label, String value) {}

  private static final Set<StepKind> ONCE =
      EnumSet.of(
          StepKind.ADMISSION_KNOWN,
          StepKind.CONTACTED,
          StepKind.FORM_RECEIVED,
          StepKind.READ,
          StepKind.SCREENED,
          StepKind.TALKED,
          StepKind.FIRST_HOME_VISIT,
          StepKind.TWO_WEEK_CHECK);

  private final StayWords say;

  CasePage(StayWords say) {
    this.say = say;
  }

  void fill(Model model, Cases.Case found, Viewer viewer) {
    Stay stay = found.stay();
    Cases.Whose whose = found.whose();
    model.addAttribute("stay", stay);
    model.addAttribute("whoseName", whose == null ? stay.caseNumber() : whose.name());
    model.addAttribute("whoseKana", whose == null ? "" : whose.kana());
    model.addAttribute(
        "whoseBirth", whose == null ? "" : JapaneseDates.inFull(whose.birth(), say.locale()));
    model.addAttribute("personWord", viewer.personWord());
    model.addAttribute("stateText", say.of("state." + stay.state()));
    model.addAttribute("facts", facts(found));
    model.addAttribute("stations", stations(found));
    model.addAttribute("clockTexts", clocks(found));
    model.addAttribute("hints", hints(found));
    model.addAttribute(
        "logTexts",
        found.log().reversed().stream()
            .filter(step -> step.stance() == null)
            .map(step -> logText(found, step, viewer))
            .toList());
    model.addAttribute("acts", found.mayWrite() ? acts(found) : List.of());
    model.addAttribute("changes", found.mayWrite() ? changes(found) : List.of());
    model.addAttribute("seats", seats(found));
    model.addAttribute("mayWrite", found.mayWrite());
  }

  private List<Seat> facts(Cases.Case found) {
    Stay stay = found.stay();
    List<Seat> facts = new ArrayList<>();
    facts.add(
        new Seat(
            say.of("hospital"),
            found.name(stay.hospital().value()) + " " + (stay.ward() == null ? "" : stay.ward())));
    facts.add(new Seat(say.of("admitted"), say.moment(stay.admittedAt(), stay.timeKnown())));
    String grade =
        stay.feeGrade() == null ? say.of("grade.none") : say.of("grade." + stay.feeGrade());
    facts.add(new Seat(say.of("wardType"), say.of("ward-type." + stay.wardType()) + " · " + grade));
    Organization office = found.home().office();
    facts.add(
        new Seat(
            say.of("office"),
            office == null ? say.of("undecided") : office.name() + " " + office.telephone()));
    facts.add(new Seat(say.of("group"), say.of("group." + found.home().group())));
    LocalDate planned = stay.plannedOn();
    facts.add(
        new Seat(say.of("planned"), planned == null ? say.of("planned.none") : say.day(planned)));
    found.planned().stream()
        .skip(1)
        .forEach(former -> facts.add(new Seat(say.of("planned.former"), formerly(found, former))));
    facts.add(new Seat(say.of("case-number"), stay.caseNumber()));
    return facts;
  }

  private String formerly(Cases.Case found, Cases.Planned former) {
    LocalDate day = former.day();
    return (day == null ? say.of("planned.none") : say.day(day))
        + " ("
        + say.moment(former.at(), true)
        + " "
        + found.name(former.organization())
        + ")";
  }

  private List<Station> stations(Cases.Case found) {
    List<Station> stations = new ArrayList<>();
    for (Stay stay : found.chain()) {
      stations.add(
          new Station(
              say.of(
                  stay.equals(found.chain().getFirst())
                      ? "station.admitted"
                      : "station.next-hospital"),
              say.moment(stay.admittedAt(), stay.timeKnown()),
              "done",
              found.name(stay.hospital().value())));
    }
    stations.add(
        station(found, "station.form", Set.of(StepKind.FORM_SENT, StepKind.FORM_RECEIVED)));
    stations.add(
        station(found, "station.conference", Set.of(StepKind.HEARING, StepKind.CONFERENCE)));
    stations.add(discharge(found));
    stations.add(station(found, "station.first-visit", Set.of(StepKind.FIRST_HOME_VISIT)));
    stations.add(station(found, "station.two-weeks", Set.of(StepKind.TWO_WEEK_CHECK)));
    return stations;
  }

  private Station station(Cases.Case found, String label, Set<StepKind> kinds) {
    Optional<Step> done =
        found.log().stream()
            .filter(step -> kinds.contains(step.kind()) && step.claims())
            .filter(step -> !Evidence.isWithdrawn(step, found.log()))
            .findFirst();
    boolean late =
        found.clocks().stream()
            .filter(clock -> kinds.contains(clock.step()))
            .map(clock -> clock.standing(say.now(), found.clocks()))
            .anyMatch(
                standing ->
                    standing == RunningClock.Standing.OVERDUE
                        || standing == RunningClock.Standing.MISSED);
    return new Station(
        say.of(label),
        done.map(step -> say.moment(step.occurredAt(), false)).orElse(null),
        done.isPresent() ? "done" : late ? "missing" : "next",
        null);
  }

  private Station discharge(Cases.Case found) {
    Stay stay = found.stay();
    OffsetDateTime ended = stay.endedAt();
    LocalDate planned = stay.plannedOn();
    if (ended != null) {
      return new Station(
          say.of("station.discharge"),
          say.moment(ended, false),
          "done",
          say.of("state." + stay.state()));
    }
    return new Station(
        say.of("station.discharge"),
        planned == null ? null : say.of("planned.on", say.day(planned)),
        "now",
        null);
  }

  private List<ClockText> clocks(Cases.Case found) {
    OffsetDateTime now = say.now();
    return found.clocks().stream()
        .map(
            clock -> {
              RunningClock.Standing standing = clock.standing(now, found.clocks());
              String name =
                  clock.code().startsWith("admission-information-")
                      ? say.of("todo." + clock.step()) + " " + say.of("clock." + clock.code())
                      : say.of("todo." + clock.step());
              return new ClockText(
                  name,
                  say.of("side." + clock.side()),
                  say.due(clock, standing, found.stay().admittedAt()),
                  clock.wish(),
                  !clock.verified(),
                  standing.open());
            })
        .toList();
  }

  private List<String> hints(Cases.Case found) {
    if (found.side() != Side.CARE_MANAGER) {
      return List.of();
    }
    List<String> hints = new ArrayList<>();
    FeeHints.admissionInformation(found.clocks(), say.now())
        .ifPresent(grade -> hints.add(say.of("hint.admission", grade == 1 ? "Ⅰ" : "Ⅱ")));
    if (found.home().group() == CareGroup.CARE) {
      FeeHints.dischargeSupport(found.log())
          .ifPresent(
              grade ->
                  hints.add(
                      say.of(
                          "hint.discharge",
                          say.of(
                              "hint.discharge."
                                  + grade.charAt(0)
                                  + (grade.length() == 1
                                      ? ""
                                      : grade.endsWith("イ") ? "a" : "b")))));
    }
    return hints;
  }

  private LogText logText(Cases.Case found, Step step, Viewer viewer) {
    List<Step> log = found.log();
    boolean withdrawn = Evidence.isWithdrawn(step, log);
    UUID own = viewer.organization().id().value();
    boolean may = found.mayWrite() && !withdrawn;
    boolean answered =
        log.stream()
            .anyMatch(other -> step.id().equals(other.about()) && other.organization().equals(own));
    boolean others =
        may
            && !answered
            && !step.kind().needsNoCounterpart()
            && StayPolicy.mayAnswer(step, own, found.side(), Stance.CONFIRMS) == Ruling.ALLOWED;
    boolean mine =
        may && StayPolicy.mayAnswer(step, own, found.side(), Stance.WITHDRAWS) == Ruling.ALLOWED;
    String answer = "/stays/" + found.stay().id() + "/answers/" + step.id() + "/";
    String account = found.accounts().get(step.account());
    String note =
        step.kind() == StepKind.DISCHARGED && step.note() != null
            ? say.of("state." + ended(step.note()))
            : step.note();
    return new LogText(
        step.id().toString(),
        say.of("kind." + step.kind()),
        Stream.of(
                say.of("side." + step.side()),
                found.name(step.organization()),
                account == null ? "" : account)
            .filter(text -> !text.isEmpty())
            .reduce((one, two) -> one + " · " + two)
            .orElse(""),
        say.moment(step.occurredAt(), step.timeKnown()),
        how(step),
        note,
        withdrawn || step.kind().needsNoCounterpart() ? null : evidence(found, step),
        Evidence.isDenied(step, log),
        withdrawn,
        others ? answer + "confirm" : null,
        others ? answer + "deny" : null,
        mine ? answer + "withdraw" : null);
  }

  private static String ended(String note) {
    return note.equals("DEATH") ? "DIED" : note;
  }

  private static String evidence(Cases.Case found, Step step) {
    return switch (Evidence.of(step, found.log(), found.counterpartJoins(step))) {
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

  /** What this side can do now, the most urgent first. */
  private List<Act> acts(Cases.Case found) {
    LocalDate today = JapanTime.at(say.now().toInstant()).toLocalDate();
    OffsetDateTime now = say.now();
    List<Act> due = new ArrayList<>();
    List<Act> others = new ArrayList<>();
    for (StepKind kind : StepKind.values()) {
      boolean done =
          ONCE.contains(kind)
              && found.log().stream()
                  .anyMatch(
                      step ->
                          step.kind() == kind
                              && step.side() == found.side()
                              && step.claims()
                              && !Evidence.isWithdrawn(step, found.log()));
      if (done || StayPolicy.mayLog(found.stay(), found.side(), kind, today) != Ruling.ALLOWED) {
        continue;
      }
      boolean urgent =
          found.clocks().stream()
              .anyMatch(
                  clock ->
                      clock.side() == found.side()
                          && clock.step() == kind
                          && clock.standing(now, found.clocks()).open());
      Act act =
          new Act(
              "/stays/"
                  + found.stay().id()
                  + "/steps/"
                  + kind.name().toLowerCase(java.util.Locale.ROOT),
              say.of("do." + kind),
              urgent);
      (urgent ? due : others).add(act);
    }
    due.addAll(others);
    return due;
  }

  /** Changes of the stay itself. */
  private List<Act> changes(Cases.Case found) {
    Stay stay = found.stay();
    List<Act> changes = new ArrayList<>();
    if (found.side() != Side.HOME_TEAM) {
      if (!stay.state().ended()) {
        changes.add(change(stay, "plan"));
        changes.add(change(stay, "discharge"));
        changes.add(change(stay, "transfer"));
        changes.add(change(stay, stay.state() == StayState.ON_LEAVE ? "return" : "leave"));
      }
      changes.add(change(stay, "correct"));
    }
    changes.add(change(stay, "charge"));
    return changes;
  }

  private Act change(Stay stay, String what) {
    return new Act("/stays/" + stay.id() + "/" + what, say.of("do." + what), false);
  }

  private List<Seat> seats(Cases.Case found) {
    return found.parties().stream()
        .map(
            party -> {
              String account =
                  party.account() == null ? "" : found.accounts().getOrDefault(party.account(), "");
              String standIn =
                  party.standIn() == null
                      ? ""
                      : say.of("stand-in.is", found.accounts().getOrDefault(party.standIn(), ""));
              return new Seat(
                  say.of("side." + party.side()),
                  (found.name(party.organization()) + " " + account + " " + standIn).strip());
            })
        .toList();
  }
}
