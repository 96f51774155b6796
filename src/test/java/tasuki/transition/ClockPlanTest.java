package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.BusinessCalendar;
import tasuki.calendar.BusinessRules;
import tasuki.calendar.DatedException;
import tasuki.calendar.Holidays;
import tasuki.directory.OrganizationKind;

/** Which clocks run for whom and until when, against a reference that follows the text by hand. */
class ClockPlanTest {

  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);

  /** An admission as drawn. */
  record Drawn(
      int day,
      int minute,
      WardType ward,
      int grade,
      CareGroup group,
      int office,
      Set<Integer> shut) {

    LocalDateTime admitted() {
      return FIRST.plusDays(day).atStartOfDay().plusMinutes(minute);
    }

    @Nullable OrganizationKind officeKind() {
      return switch (office) {
        case 0 -> null;
        case 1 -> OrganizationKind.CARE_FACILITY;
        case 2 -> OrganizationKind.COMMUNITY_SUPPORT_CENTRE;
        default -> OrganizationKind.CARE_MANAGEMENT_OFFICE;
      };
    }

    /** The office's calendar: the usual one, with days around the admission taken off. */
    BusinessCalendar calendar() {
      LocalDate start = FIRST.plusDays(day);
      return BusinessCalendar.of(
          Holidays.byLaw(),
          List.of(BusinessRules.usualForCareManagement(LocalDate.EPOCH)),
          shut.stream().map(plus -> DatedException.closed(start.plusDays(plus), "研修")).toList());
    }
  }

  @Provide
  Arbitrary<Drawn> admissions() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 365 * 6),
            Arbitraries.integers().between(0, 24 * 60 - 1),
            Arbitraries.of(WardType.class),
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(CareGroup.class),
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(0, 3).set().ofMaxSize(3))
        .as(Drawn::new);
  }

  private static Situation situation(
      Drawn drawn, @Nullable AreaRule hospital, @Nullable AreaRule home, @Nullable AreaRule pair) {
    return new Situation(
        drawn.admitted(),
        drawn.ward(),
        drawn.grade() == 0 ? null : drawn.grade(),
        drawn.group(),
        drawn.officeKind(),
        null,
        null,
        StayState.IN_HOSPITAL,
        hospital,
        home,
        pair,
        BusinessCalendar.usualForCareManagement(Holidays.byLaw()),
        drawn.calendar());
  }

  @Property(tries = 3000)
  void the_clocks_are_those_of_the_text_for_the_day_the_ward_the_grade_and_the_person(
      @ForAll("admissions") Drawn drawn) {
    Set<String> found = new TreeSet<>();
    for (DueClock clock : ClockPlan.of(situation(drawn, null, null, null), ClockTable.fees())) {
      LocalDate opens = clock.deadline().firstDay();
      found.add(
          clock.line().step()
              + " "
              + (opens == null ? "" : opens)
              + ".."
              + clock.deadline().lastDay());
    }
    assertThat(found).isEqualTo(byHand(drawn));
  }

  /** The text of the fees, told once more without tables. */
  private static Set<String> byHand(Drawn drawn) {
    Set<String> clocks = new TreeSet<>();
    LocalDate day = drawn.admitted().toLocalDate();
    if (drawn.group() == CareGroup.CARE && drawn.office() >= 3) {
      boolean open = drawn.calendar().isBusinessDay(day);
      boolean afterHours = open && drawn.admitted().isAfter(day.atTime(17, 30));
      if (day.isBefore(LocalDate.of(2024, 4, 1))) {
        clocks.add("FORM_SENT .." + day.plusDays(2));
        clocks.add("FORM_SENT " + day.plusDays(3) + ".." + day.plusDays(6));
      } else {
        clocks.add("FORM_SENT .." + (open && !afterHours ? day : day.plusDays(1)));
        boolean longer = afterHours && !drawn.calendar().isBusinessDay(day.plusDays(2));
        clocks.add(
            "FORM_SENT " + day.plusDays(1) + ".." + (longer ? day.plusDays(3) : day.plusDays(2)));
      }
    }
    if (drawn.grade() == 1) {
      clocks.add("SCREENED .." + day.plusDays(2));
      clocks.add(
          "TALKED .." + (drawn.ward() == WardType.GENERAL ? day.plusDays(6) : day.plusDays(13)));
      clocks.add("TEAM_CONFERENCE .." + day.plusDays(6));
    } else if (drawn.grade() == 2) {
      clocks.add("SCREENED .." + day.plusDays(6));
    }
    return clocks;
  }

  private static AreaRule rule(LocalClock... clocks) {
    return new AreaRule(
        UUID.randomUUID(),
        "架空",
        "Rule",
        30,
        ClockReader.read(LocalClock.json(List.of(clocks), "架空")));
  }

  @Property(tries = 200)
  void each_side_is_measured_by_its_own_areas_rule_and_the_others_is_a_wish(
      @ForAll("admissions") Drawn drawn) {
    AreaRule hospital =
        rule(
            LocalClock.afterAdmission("a", Side.HOSPITAL, StepKind.CONTACTED, 3),
            LocalClock.afterAdmission("a", Side.CARE_MANAGER, StepKind.FORM_SENT, 7));
    AreaRule home =
        rule(
            LocalClock.afterAdmission("a", Side.HOSPITAL, StepKind.CONTACTED, 1),
            LocalClock.afterAdmission("a", Side.CARE_MANAGER, StepKind.FORM_SENT, 3));
    List<DueClock> clocks = ClockPlan.of(situation(drawn, hospital, home, null), List.of());
    for (DueClock clock : clocks) {
      AreaRule own = clock.line().side() == Side.HOSPITAL ? hospital : home;
      assertThat(clock.wish()).isEqualTo(!own.id().equals(clock.rule()));
    }
    if (drawn.officeKind() == null) {
      // Nobody can be told, and nobody can tell, while the plan has no owner.
      assertThat(clocks).isEmpty();
      return;
    }
    assertThat(clocks).hasSize(4);
    AreaRule pair = rule(LocalClock.afterAdmission("p", Side.HOSPITAL, StepKind.CONTACTED, 2));
    assertThat(ClockPlan.of(situation(drawn, hospital, home, pair), List.of()))
        .singleElement()
        .matches(clock -> !clock.wish())
        .matches(
            clock -> clock.deadline().lastDay().equals(drawn.admitted().toLocalDate().plusDays(1)));
  }

  @Property(tries = 100)
  void a_meeting_a_week_before_discharge_is_counted_back_from_the_planned_day(
      @ForAll("admissions") Drawn drawn) {
    AreaRule area =
        rule(LocalClock.beforeDischarge("meeting", Side.HOSPITAL, StepKind.CONFERENCE, 7));
    Situation open = situation(drawn, area, area, null);
    assertThat(ClockPlan.of(open, List.of())).isEmpty();
    LocalDate planned = drawn.admitted().toLocalDate().plusDays(20);
    Situation known =
        new Situation(
            open.admitted(),
            open.wardType(),
            open.feeGrade(),
            open.group(),
            open.officeKind(),
            planned,
            null,
            StayState.IN_HOSPITAL,
            area,
            area,
            null,
            open.hospitalCalendar(),
            open.officeCalendar());
    assertThat(ClockPlan.of(known, List.of()))
        .singleElement()
        .matches(clock -> clock.deadline().lastDay().equals(planned.minusDays(7)));
  }
}
