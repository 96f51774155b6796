package tasuki.transition;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapanTime;
import tasuki.identity.Viewer;

/** Puts the rows of the 対応一覧 into words, and into the groups in which one works through them. */
@Component
class WorklistLines {

  /** When something is due; the groups stand in this order. */
  enum When {
    OVERDUE,
    TODAY,
    TOMORROW,
    LATER,
    NONE
  }

  /** One case as the page shows it. */
  record Line(
      String href,
      String name,
      String kana,
      String place,
      String state,
      String todo,
      StayWords.@Nullable Due due,
      String planned,
      String charge,
      List<String> marks,
      When when) {}

  /** The cases of one group. */
  record Group(String label, List<Line> lines) {}

  private final StayWords say;

  WorklistLines(StayWords say) {
    this.say = say;
  }

  /** By when they are due, in the order of the list. */
  List<Group> grouped(Viewer viewer, List<Worklist.Row> rows, Worklist.Shown all) {
    Map<When, List<Line>> groups = new LinkedHashMap<>();
    for (Worklist.Row row : rows) {
      Line line = line(viewer, row, all, false);
      groups.computeIfAbsent(line.when(), _ -> new ArrayList<>()).add(line);
    }
    return groups.entrySet().stream()
        .map(group -> new Group(say.of("when." + group.getKey()), group.getValue()))
        .toList();
  }

  /** By who is in charge, for the sheet. */
  List<Group> byCharge(Viewer viewer, Worklist.Shown all, boolean initials) {
    return all.rows().stream()
        .map(row -> line(viewer, row, all, initials))
        .collect(Collectors.groupingBy(Line::charge, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            group ->
                new Group(
                    group.getKey().isEmpty() ? say.of("account.none") : group.getKey(),
                    group.getValue()))
        .toList();
  }

  private Line line(Viewer viewer, Worklist.Row row, Worklist.Shown all, boolean initials) {
    Stay stay = row.stay();
    OffsetDateTime now = say.now();
    List<RunningClock> own =
        all.clocks().stream().filter(clock -> clock.stay().equals(stay.id().value())).toList();
    Optional<RunningClock> next =
        own.stream().filter(clock -> !clock.wish() && clock.standing(now, own).open()).findFirst();
    LocalDate planned = stay.plannedOn();
    return new Line(
        "/stays/" + stay.id(),
        initials ? initials(row) : row.name() == null ? stay.caseNumber() : row.name(),
        initials || row.kana() == null ? "" : row.kana(),
        place(viewer, row),
        state(stay),
        next.map(clock -> say.of("todo." + clock.step())).orElse(""),
        next.map(clock -> say.due(clock, clock.standing(now, own), stay.admittedAt())).orElse(null),
        planned == null || stay.state().ended() ? "" : say.day(planned),
        row.charge() == null ? "" : row.charge(),
        marks(row, all),
        next.map(clock -> when(clock, now)).orElse(When.NONE));
  }

  private static When when(RunningClock clock, OffsetDateTime now) {
    if (!now.isBefore(clock.lateAt())) {
      return When.OVERDUE;
    }
    // 24:00 belongs to the day that ends.
    LocalDate day = JapanTime.at(clock.lateAt().minusNanos(1).toInstant()).toLocalDate();
    LocalDate today = JapanTime.at(now.toInstant()).toLocalDate();
    if (day.equals(today)) {
      return When.TODAY;
    }
    return day.equals(today.plusDays(1)) ? When.TOMORROW : When.LATER;
  }

  /** マ・ミ: enough for colleagues, little for a finder of the sheet. */
  private static String initials(Worklist.Row row) {
    String kana = row.kana();
    return kana == null
        ? row.stay().caseNumber()
        : Arrays.stream(kana.split(" "))
            .filter(part -> !part.isEmpty())
            .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)))
            .collect(Collectors.joining("・"));
  }

  private static String place(Viewer viewer, Worklist.Row row) {
    String ward = row.stay().ward() == null ? "" : row.stay().ward();
    return viewer.organization().id().equals(row.stay().hospital())
        ? ward
        : (row.hospital() + " " + ward).strip();
  }

  /** The state, and since when: the day of admission, or of discharge. */
  private String state(Stay stay) {
    OffsetDateTime ended = stay.endedAt();
    return say.of(
        "state.since",
        say.of("state." + stay.state()),
        say.moment(ended == null ? stay.admittedAt() : ended, false));
  }

  private List<String> marks(Worklist.Row row, Worklist.Shown all) {
    List<String> marks = new ArrayList<>();
    if (row.group() == CareGroup.PREVENTIVE) {
      marks.add(say.of("group.PREVENTIVE"));
    }
    if (row.undecided()) {
      LocalDate applied = row.appliedOn();
      marks.add(
          applied == null ? say.of("undecided") : say.of("undecided.applied", say.day(applied)));
    }
    LocalDate today = JapanTime.at(say.now().toInstant()).toLocalDate();
    if (row.side() != Side.HOSPITAL && LeavingPapers.awaited(row.stay(), today)) {
      long missing =
          all.papers().getOrDefault(row.stay().id().value(), LeavingPapers.untouched()).stream()
              .filter(LeavingPapers.Paper::missing)
              .count();
      if (missing > 0) {
        marks.add(say.of("papers.awaited", missing));
      }
    }
    if (row.remindedAt() != null) {
      marks.add(say.of("reminded", say.moment(row.remindedAt(), true)));
    }
    return marks;
  }
}
