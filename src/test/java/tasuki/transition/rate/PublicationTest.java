package tasuki.transition.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.calendar.FiscalYear;
import tasuki.directory.OrganizationKind;
import tasuki.indicator.MeasureRow;
import tasuki.indicator.Measures;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;
import tasuki.transition.SceneStaff;

/** What was published of a year stays, and what was corrected since comes beside it. */
class PublicationTest {

  private static final String PASSWORD = "tasuki-no-sash-2026";

  /** Years of their own, long before anybody's. */
  private static final FiscalYear YEAR = new FiscalYear(1991);

  private static final FiscalYear QUIET = new FiscalYear(1992);
  private static final SceneStaff OFFICER = SceneStaff.officer(OrganizationKind.PREFECTURE);
  private static final SceneStaff NURSE = SceneStaff.caring(OrganizationKind.HOSPITAL);
  private static final Actor JOB = new Actor.Job("publication");

  private static String unit;

  @BeforeAll
  static void some_ground() {
    SampleYear.published();
    Areas areas = House.bean(Areas.class);
    unit =
        House.as(
            Actor.NOBODY,
            () -> {
              var area =
                  areas
                      .ofKind(AreaKind.SECONDARY_MEDICAL_AREA, new FiscalYear(2024).lastDay())
                      .getFirst();
              return areas.parts(area.id(), new FiscalYear(2024).lastDay()).getFirst().code();
            });
  }

  /** Lets each month of the year count so many. */
  private static void count(FiscalYear year, long care, long careDone, long preventive) {
    House.as(
        JOB,
        () -> {
          for (Rate rate : PublicRates.RATES) {
            for (YearMonth month : year.months()) {
              House.bean(Measures.class)
                  .replace(
                      RateMeasures.id(rate),
                      month,
                      List.of(
                          new MeasureRow(unit, Map.of("group", "CARE"), careDone, care),
                          new MeasureRow(
                              "", Map.of("group", "PREVENTIVE"), preventive, preventive)));
            }
          }
          return true;
        });
  }

  private static Publications publications() {
    return House.bean(Publications.class);
  }

  private static Map<YearCounts.Cell, PublicTable.Shown> shown(FiscalYear year) {
    return House.as(
        Actor.NOBODY,
        () -> publications().shown(publications().of(year).getFirst(), Rate.INFORMATION));
  }

  private static final YearCounts.Cell ALL =
      new YearCounts.Cell(YearCounts.Kind.TOTAL, "", YearCounts.BOTH);

  @Test
  void a_published_year_stays_until_somebody_revises_it_and_the_first_one_can_still_be_read() {
    count(YEAR, 40, 25, 12);
    assertThat(House.<Boolean>as(JOB, () -> publications().publish(YEAR))).isTrue();
    assertThat(shown(YEAR).get(ALL)).isEqualTo(new PublicTable.Shown(624L, 444L, false));
    assertThat(House.<Boolean>as(JOB, () -> publications().publish(YEAR)))
        .as("once only")
        .isFalse();

    count(YEAR, 60, 30, 12);
    assertThat(shown(YEAR).get(ALL)).isEqualTo(new PublicTable.Shown(624L, 444L, false));
    House.as(OFFICER.actor(), () -> publications().revise(YEAR, "入院日の訂正"));
    assertThat(shown(YEAR).get(ALL)).isEqualTo(new PublicTable.Shown(864L, 504L, false));
    List<Publications.Published> both = House.as(Actor.NOBODY, () -> publications().of(YEAR));
    assertThat(both).extracting(Publications.Published::version).containsExactly(2, 1);
    assertThat(both.getFirst().reason()).isEqualTo("入院日の訂正");

    String path = "/public/rates?rate=INFORMATION&year=" + YEAR.year();
    String page = Visitor.anybody().get(path).body();
    assertThat(page).contains("864").contains("改訂1").contains("入院日の訂正").contains("前の公表値");
    String first = Visitor.anybody().get(path + "&version=1").body();
    assertThat(first).contains("624").doesNotContain("864");
    assertThat(Visitor.anybody().get("/open-data/rates.json?year=" + YEAR.year()).body())
        .contains("\"version\":2")
        .contains("864");
  }

  @Test
  void a_change_of_few_cases_is_told_by_no_revision() {
    count(QUIET, 40, 25, 12);
    House.as(JOB, () -> publications().publish(QUIET));
    refusesToRevise("rate.refused.unchanged");
    House.as(
        JOB,
        () -> {
          House.bean(Measures.class)
              .replace(
                  RateMeasures.id(Rate.INFORMATION),
                  QUIET.months().getFirst(),
                  List.of(
                      new MeasureRow(unit, Map.of("group", "CARE"), 26, 41),
                      new MeasureRow("", Map.of("group", "PREVENTIVE"), 12, 12)));
          return true;
        });
    refusesToRevise("rate.refused.small");
    assertThat(House.as(Actor.NOBODY, () -> publications().of(QUIET))).hasSize(1);
  }

  @Test
  void nothing_is_published_while_a_month_of_the_year_is_still_to_be_counted() {
    FiscalYear year = new FiscalYear(1996);
    count(year, 40, 25, 12);
    // One transaction, so that no recount comes between.
    Boolean published =
        House.as(
            JOB,
            () -> {
              House.bean(Measures.class)
                  .changed(RateMeasures.SOURCE, List.of(year.months().get(3)));
              return publications().publish(year);
            });
    assertThat(published).isFalse();
  }

  private static void refusesToRevise(String reason) {
    assertThatThrownBy(() -> House.as(OFFICER.actor(), () -> publications().revise(QUIET, "訂正")))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refused().reason()).isEqualTo(reason));
  }

  @Test
  void nobody_else_publishes_or_reads_what_is_hidden() {
    assertThatThrownBy(
            () ->
                House.as(
                    NURSE.actor(),
                    () -> {
                      House.bean(JdbcClient.class)
                          .sql(
                              """
                              insert into transition.publication (id, fiscal_year, version,
                                published_at, standard) values (?, 1993, 1, now(), '{}')
                              """)
                          .param(UUID.randomUUID())
                          .update();
                      return true;
                    }))
        .isInstanceOf(DataAccessException.class);
    House.as(JOB, () -> publications().publish(YEAR));
    for (Actor other : List.of(NURSE.actor(), Actor.NOBODY)) {
      assertThat(counted(other)).as("%s", other).isZero();
    }
    assertThat(counted(OFFICER.actor())).isPositive();
    JdbcClient owner = TestDatabase.asOwner();
    owner.sql("alter table transition.publication_count disable row level security").update();
    try {
      assertThat(counted(Actor.NOBODY)).as("the policy is what hides them").isPositive();
    } finally {
      owner.sql("alter table transition.publication_count enable row level security").update();
    }
  }

  private static int counted(Actor actor) {
    return House.as(
        actor,
        () ->
            House.bean(JdbcClient.class)
                .sql("select count(*) from transition.publication_count")
                .query(Integer.class)
                .single());
  }

  @Test
  void an_officer_asks_for_a_revision_on_the_page_and_is_told_at_the_field_why_there_is_none() {
    count(new FiscalYear(1994), 40, 25, 12);
    House.as(JOB, () -> publications().publish(new FiscalYear(1994)));
    Visitor visitor = Visitor.signedIn(OFFICER.login(), PASSWORD);
    assertThat(visitor.get("/rates/published").body()).contains("平成6年度");
    HttpResponse<String> empty =
        visitor.post("/rates/published", Map.of("year", "1900", "reason", ""));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("f-year-error").contains("f-reason-error");
    HttpResponse<String> same =
        visitor.post("/rates/published", Map.of("year", "1994", "reason", "念のため"));
    assertThat(same.statusCode()).isEqualTo(422);
    assertThat(same.body()).contains("改訂することがありません").contains("念のため");
    count(new FiscalYear(1994), 80, 50, 12);
    assertThat(visitor.get("/rates/published").body()).contains("退院調整率:");
    List<String> pages = new ArrayList<>();
    pages.add(visitor.post("/rates/published", Map.of("year", "1994", "reason", "まとめて訂正")).body());
    pages.add(visitor.get("/language?to=en&back=/rates/published").body());
    assertThat(pages.getFirst()).contains("改訂を公表しました");
    assertThat(pages.getLast()).contains("Revision 1");
  }
}
