package tasuki.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tasuki.transition.LocalClock.afterAdmission;
import static tasuki.transition.LocalClock.afterDischarge;
import static tasuki.transition.LocalClock.beforeDischarge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.AreaId;
import tasuki.calendar.FiscalYear;
import tasuki.transition.LocalClock;
import tasuki.transition.Meetings;
import tasuki.transition.Mode;
import tasuki.transition.Side;
import tasuki.transition.StepKind;
import tasuki.transition.TransitionRules;
import tasuki.transition.WardType;

/** What the areas of the sample prefecture agreed on, and what its hospitals declared. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SampleRules {

  private static final int READMISSION_DAYS = 30;

  private final TransitionRules rules;
  private final Meetings meetings;
  private final SampleKeys keys;

  SampleRules(TransitionRules rules, Meetings meetings, SampleKeys keys) {
    this.rules = rules;
    this.meetings = meetings;
    this.keys = keys;
  }

  /** The rule of an area by its row, from a day that depends on today, so that it was revised. */
  public void agree(SampleRow row, LocalDate today) {
    rules.agree(
        area(row.get("area")),
        row.get("name"),
        row.get("english"),
        today.withDayOfMonth(1).minusMonths(row.number("months_ago")),
        READMISSION_DAYS,
        clocks(row));
  }

  /** What two areas agreed on for those who live in the one and lie in a hospital of the other. */
  public void agreeBetween(SampleRow row, LocalDate today) {
    rules.agreeBetween(
        area(row.get("area")),
        area(row.get("home_area")),
        row.get("name"),
        row.get("english"),
        today.withDayOfMonth(1).minusMonths(row.number("months_ago")),
        clocks(row));
  }

  /** What the acting hospital declared. */
  public void declare(String hospital, int grade, LocalDate from) {
    for (WardType type : WardType.values()) {
      rules.declareGrade(keys.organization(hospital), type, grade, from);
    }
  }

  /** A year of meetings of the acting hospital with its linked institutions, some met often. */
  public void meet(List<String> partners, LocalDate today) {
    FiscalYear year = FiscalYear.of(today);
    for (int at = 0; at < partners.size(); at++) {
      int times = at % 4 == 3 ? 1 : 3;
      for (int number = 0; number < times; number++) {
        LocalDate day = today.minusDays(5L + at + 30L * number);
        if (year.contains(day)) {
          meetings.record(
              day,
              number == 1 ? Mode.VIDEO : Mode.MEETING,
              "入退院支援の事例の振り返り",
              List.of(partners.get(at)),
              UUID.nameUUIDFromBytes(("meeting/" + at + "/" + number).getBytes(UTF_8)));
        }
      }
    }
  }

  private AreaId area(String code) {
    return new AreaId(keys.id("area:TRANSITION_RULE_AREA:" + code));
  }

  /** The days of a row, in the order in which a stay goes; an empty cell asks for nothing. */
  private static List<LocalClock> clocks(SampleRow row) {
    List<LocalClock> clocks = new ArrayList<>();
    row.find("contact")
        .ifPresent(
            days ->
                clocks.add(
                    afterAdmission("contact", Side.HOSPITAL, StepKind.CONTACTED, number(days))));
    row.find("form")
        .ifPresent(
            days ->
                clocks.add(
                    afterAdmission("form", Side.CARE_MANAGER, StepKind.FORM_SENT, number(days))));
    row.find("planned")
        .ifPresent(
            days ->
                clocks.add(
                    beforeDischarge(
                        "planned", Side.HOSPITAL, StepKind.DISCHARGE_PLANNED, number(days))));
    row.find("hearing")
        .ifPresent(
            days ->
                clocks.add(
                    beforeDischarge("hearing", Side.CARE_MANAGER, StepKind.HEARING, number(days))));
    row.find("visit")
        .ifPresent(
            days ->
                clocks.add(
                    afterDischarge(
                        "visit", Side.CARE_MANAGER, StepKind.FIRST_HOME_VISIT, number(days))));
    row.find("check")
        .ifPresent(
            days ->
                clocks.add(
                    afterDischarge(
                        "check", Side.CARE_MANAGER, StepKind.TWO_WEEK_CHECK, number(days))));
    return clocks;
  }

  private static int number(String days) {
    return Integer.parseInt(days);
  }
}
