package tasuki.transition.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.area.AreaKind;
import tasuki.kernel.Actor;
import tasuki.transition.FactHistory;

/**
 * The rates against a recount of the raw log, written a second time in another language: what
 * stands in the facts, and every way of counting them.
 */
class RatesTest {

  private static final FactHistory HISTORY = new FactHistory(20261122L);
  private static final Actor OFFICER = Officer.of(tasuki.directory.OrganizationKind.PREFECTURE);
  private static JdbcClient owner;
  private static List<RawCases.Raw> raw;

  @BeforeAll
  static void live() {
    for (int i = 0; i < 60; i++) {
      HISTORY.person(12);
    }
    HISTORY.denied();
    owner = TestDatabase.asOwner();
    raw = RawCases.of(HISTORY, owner);
  }

  @Test
  void the_histories_are_worth_counting() {
    assertThat(raw).hasSizeGreaterThan(45);
    assertThat(raw)
        .extracting(RawCases.Raw::contact)
        .contains("BOTH", "CARE", "HOSPITAL", "NONE", "DENIED");
    assertThat(raw)
        .extracting(RawCases.Raw::information)
        .contains("BOTH", "CARE", "CARE_ALONE", "NONE");
    assertThat(raw)
        .extracting(RawCases.Raw::state)
        .contains("HOME", "FACILITY", "DIED", "TRANSFERRED", "IN_HOSPITAL");
    assertThat(raw).extracting(RawCases.Raw::byTransfer).contains(true);
    assertThat(raw).extracting(RawCases.Raw::repeatedRespite).contains(true);
  }

  @Test
  void every_fact_says_what_the_raw_log_says() {
    Map<String, RawCases.Raw> facts = new HashMap<>();
    owner
        .sql("select * from transition.fact where hospital in (:hospitals)")
        .param("hospitals", HISTORY.hospitals())
        .query(
            (row, _) ->
                new RawCases.Raw(
                    row.getString("case_number"),
                    row.getObject("hospital", UUID.class),
                    row.getObject("office", UUID.class),
                    row.getString("group_discharge"),
                    row.getObject("admitted_on", LocalDate.class),
                    row.getObject("discharged_on", LocalDate.class),
                    Optional.ofNullable(row.getString("ended")).orElse("IN_HOSPITAL"),
                    row.getString("reason"),
                    row.getString("home_unit"),
                    row.getBoolean("by_transfer"),
                    row.getBoolean("repeated_respite"),
                    row.getBoolean("hospital_knows"),
                    row.getBoolean("care_knows"),
                    row.getString("contact"),
                    row.getString("information"),
                    row.getObject("information_day", Integer.class)))
        .list()
        .forEach(fact -> facts.put(fact.number(), fact));
    assertThat(facts).hasSameSizeAs(raw);
    for (RawCases.Raw one : raw) {
      assertThat(facts.get(one.number())).isEqualTo(one);
    }
  }

  @Test
  void no_column_of_a_fact_leads_to_a_person() {
    List<String> columns =
        owner
            .sql(
                """
                select attname from pg_attribute where attrelid = 'transition.fact'::regclass
                  and attnum > 0 and not attisdropped
                """)
            .query((row, _) -> row.getString(1))
            .list();
    assertThat(columns).doesNotContain("person", "stay", "chain").contains("case_number");
  }

  @Test
  void every_way_of_counting_counts_what_a_slow_count_of_the_raw_log_counts() {
    Random random = new Random(7);
    int counted = 0;
    for (int i = 0; i < 250; i++) {
      RateQuery query = anyQuery(random);
      List<RawCases.Raw> denominator = raw.stream().filter(slow(query)).toList();
      long done = denominator.stream().filter(one -> done(query, one)).count();
      Tally total =
          House.as(OFFICER, () -> House.bean(Rates.class).total(query)).stream()
              .map(Rates.Counted::tally)
              .reduce(Tally.NOTHING, Tally::plus);
      assertThat(total.all()).as(query.toString()).isEqualTo(denominator.size());
      assertThat(total.done()).as(query.toString()).isEqualTo(done);
      assertThat(total.both() + total.one() + total.alone() + total.denied() + total.none())
          .isEqualTo(total.all());
      Tally areas =
          House.as(OFFICER, () -> House.bean(Rates.class).byArea(query)).stream()
              .map(Rates.Counted::tally)
              .reduce(Tally.NOTHING, Tally::plus);
      assertThat(areas).isEqualTo(total);
      long cases =
          House.as(
              OFFICER,
              () ->
                  (long)
                      House.bean(Rates.class)
                          .cases(query, Optional.empty(), null, null, null, 1_000)
                          .size());
      assertThat(cases).isEqualTo(denominator.size());
      counted += denominator.isEmpty() ? 0 : 1;
    }
    assertThat(counted).isGreaterThan(100);
  }

  private static RateQuery anyQuery(Random random) {
    Rate rate =
        List.of(Rate.DISCHARGE, Rate.INFORMATION, Rate.SAME_DAY, Rate.DAY_3).get(random.nextInt(4));
    Set<Rate.Exclusion> without = EnumSet.noneOf(Rate.Exclusion.class);
    for (Rate.Exclusion one : Rate.Exclusion.values()) {
      if (random.nextInt(4) == 0) {
        without.add(one);
      }
    }
    YearMonth last = YearMonth.now().minusMonths(random.nextInt(3));
    return new RateQuery(
        rate,
        new Standard(
            any(random, Standard.Cases.values()),
            any(random, Standard.Words.values()),
            without,
            random.nextInt(3) == 0 ? 1 + random.nextInt(9) : 0,
            Map.of()),
        AreaKind.TRANSITION_RULE_AREA,
        LocalDate.now(),
        any(random, RateQuery.Side.values()),
        last.minusMonths(random.nextInt(8)),
        last,
        any(random, RateQuery.Group.values()),
        any(random, RateQuery.Where.values()),
        random.nextInt(4) == 0 ? HISTORY.hospitals().get(1) : null,
        HISTORY.office());
  }

  private static <E> E any(Random random, E[] all) {
    return all[random.nextInt(all.length)];
  }

  private static boolean done(RateQuery query, RawCases.Raw one) {
    String word = query.rate() == Rate.DISCHARGE ? one.contact() : one.information();
    boolean yes =
        switch (query.standard().words()) {
          case CARE -> Set.of("BOTH", "CARE", "CARE_ALONE").contains(word);
          case BOTH -> word.equals("BOTH");
          case ANY -> !word.equals("DENIED") && !word.equals("NONE");
        };
    int within = query.rate() == Rate.SAME_DAY ? 1 : query.rate() == Rate.DAY_3 ? 3 : 9_999;
    Integer day = one.informationDay();
    return yes && (query.rate() == Rate.DISCHARGE || day != null && day <= within);
  }

  private static Predicate<RawCases.Raw> slow(RateQuery query) {
    boolean leaving = query.rate() == Rate.DISCHARGE;
    return one -> {
      LocalDate day = leaving ? one.discharged() : one.admitted();
      if (day == null
          || YearMonth.from(day).isBefore(query.first())
          || YearMonth.from(day).isAfter(query.last())) {
        return false;
      }
      boolean group =
          switch (query.group()) {
            case CERTIFIED, EVERYBODY -> true;
            case CARE -> one.group().equals("CARE");
            case PREVENTIVE -> one.group().equals("PREVENTIVE");
          };
      boolean of =
          switch (query.standard().of()) {
            case KNOWN -> one.careKnows();
            case BEFORE, FOUND -> true;
            case ALL -> one.hospitalKnows();
          };
      boolean sameArea =
          Objects.equals(one.home(), HISTORY.ownUnit())
              == one.hospital().equals(HISTORY.hospitals().getFirst());
      boolean where =
          switch (query.where()) {
            case ANYWHERE -> true;
            case OWN -> sameArea;
            case OTHER -> !sameArea;
          };
      boolean here = query.hospital() == null || one.hospital().equals(query.hospital());
      return group && of && where && here && kept(query, one, leaving);
    };
  }

  private static boolean kept(RateQuery query, RawCases.Raw one, boolean leaving) {
    for (Rate.Exclusion exclusion : query.standard().without()) {
      boolean out =
          switch (exclusion) {
            case DEATH -> leaving && one.state().equals("DIED");
            case FACILITY -> leaving && one.state().equals("FACILITY");
            case TRANSFER -> leaving ? one.state().equals("TRANSFERRED") : one.byTransfer();
            case TEST -> "TEST".equals(one.reason());
            case EMERGENCY -> "EMERGENCY_ONLY".equals(one.reason());
            case RESPITE -> one.repeatedRespite();
          };
      if (out) {
        return false;
      }
    }
    int days = query.standard().shortDays();
    LocalDate end = one.discharged();
    // Nobody's level or plan owner changes in these histories.
    return days == 0 || end == null || end.toEpochDay() - one.admitted().toEpochDay() + 1 > days;
  }
}
