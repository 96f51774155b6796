package tasuki.transition.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;
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

  /** What the raw log of a stay says, read without any class of the room. */
  private record Raw(
      String number,
      UUID hospital,
      @Nullable UUID office,
      String group,
      LocalDate admitted,
      @Nullable LocalDate discharged,
      String state,
      @Nullable String reason,
      @Nullable String home,
      boolean byTransfer,
      boolean repeatedRespite,
      boolean hospitalKnows,
      boolean careKnows,
      String contact,
      String information,
      @Nullable Integer informationDay) {}

  private static final String RAW =
      """
      with rows as (
        select s.*, (occurred_at at time zone 'Asia/Tokyo')::date as on_day,
          coalesce(stance, 'CONFIRMS') = 'CONFIRMS' as claim,
          exists (select from transition.step w where w.about = s.id and w.stance = 'WITHDRAWS')
            as taken_back,
          exists (select from transition.step d where d.about = s.id and d.stance = 'DENIES'
            and not exists (select from transition.step w where w.about = d.id
              and w.stance = 'WITHDRAWS')) as denied
        from transition.step s),
      stays as (
        select stay.*, (admitted_at at time zone 'Asia/Tokyo')::date as in_day,
          (ended_at at time zone 'Asia/Tokyo')::date as out_day
        from transition.stay stay where hospital in (:hospitals))
      select stays.case_number, hospital, in_day, out_day, state, reason,
        (select base_unit from person.residence r where r.person = stays.person) as home,
        (select case when level like 'CARE%' then 'CARE' else 'PREVENTIVE' end
          from person.certification c where c.person = stays.person) as care_group,
        (select organization from person.plan_owner p where p.person = stays.person) as office,
        exists (select from transition.stay o where o.chain = stays.chain and o.id <> stays.id
          and o.transferred_to = stays.hospital and abs((o.ended_at at time zone 'Asia/Tokyo')::date
            - in_day) <= 3) as by_transfer,
        reason is not distinct from 'RESPITE' and exists (select from transition.stay o
          where o.person = stays.person and o.reason = 'RESPITE'
            and o.admitted_at < stays.admitted_at) as respite_again,
        exists (select from rows where rows.stay = stays.id and side = 'HOSPITAL' and claim
          and not taken_back) as hospital_knows,
        exists (select from rows where rows.stay = stays.id and side = 'CARE_MANAGER' and claim
          and not taken_back) as care_knows
      from stays
      """;

  /** One side's standing word on one thing. */
  private static final String SAID =
      """
      select stay.case_number, s.side, s.kind, s.occurred_at,
        (s.occurred_at at time zone 'Asia/Tokyo')::date as on_day,
        exists (select from transition.step d where d.about = s.id and d.stance = 'DENIES'
          and not exists (select from transition.step w where w.about = d.id
            and w.stance = 'WITHDRAWS')) as denied
      from transition.step s join transition.stay stay on stay.id = s.stay
      where stay.hospital in (:hospitals) and coalesce(s.stance, 'CONFIRMS') = 'CONFIRMS'
        and not exists (select from transition.step w where w.about = s.id
          and w.stance = 'WITHDRAWS')
      """;

  private record Said(String number, String side, String kind, LocalDate day, boolean denied) {}

  private static final FactHistory HISTORY = new FactHistory(20261122L);
  private static final Actor OFFICER = Officer.of(tasuki.directory.OrganizationKind.PREFECTURE);
  private static JdbcClient owner;
  private static List<Raw> raw;

  @BeforeAll
  static void live() {
    for (int i = 0; i < 60; i++) {
      HISTORY.person(12);
    }
    HISTORY.denied();
    owner = TestDatabase.asOwner();
    raw = recount();
  }

  private static List<Raw> recount() {
    Map<String, List<Said>> said = new HashMap<>();
    owner
        .sql(SAID)
        .param("hospitals", HISTORY.hospitals())
        .query(
            (row, _) ->
                new Said(
                    row.getString("case_number"),
                    row.getString("side"),
                    row.getString("kind"),
                    row.getObject("on_day", LocalDate.class),
                    row.getBoolean("denied")))
        .list()
        .forEach(one -> said.computeIfAbsent(one.number(), _ -> new ArrayList<>()).add(one));
    return owner
        .sql(RAW)
        .param("hospitals", HISTORY.hospitals())
        .query(
            (row, _) -> {
              String number = row.getString("case_number");
              LocalDate out = row.getObject("out_day", LocalDate.class);
              LocalDate in = row.getObject("in_day", LocalDate.class);
              boolean joins =
                  row.getObject("hospital", UUID.class).equals(HISTORY.hospitals().getFirst());
              List<Said> own = said.getOrDefault(number, List.of());
              Set<String> tells = Set.of("HEARING", "CONFERENCE", "DISCHARGE_PLANNED");
              Set<String> forms = Set.of("FORM_SENT", "FORM_RECEIVED", "READ");
              Optional<LocalDate> first =
                  own.stream()
                      .filter(one -> forms.contains(one.kind()) && !one.denied())
                      .filter(one -> !one.side().equals("HOME_TEAM"))
                      .filter(one -> out == null || !one.day().isAfter(out))
                      .map(Said::day)
                      .min(LocalDate::compareTo);
              return new Raw(
                  number,
                  row.getObject("hospital", UUID.class),
                  row.getObject("office", UUID.class),
                  row.getString("care_group"),
                  in,
                  out,
                  row.getString("state"),
                  row.getString("reason"),
                  row.getString("home"),
                  row.getBoolean("by_transfer"),
                  row.getBoolean("respite_again"),
                  row.getBoolean("hospital_knows"),
                  row.getBoolean("care_knows"),
                  word(own, tells, out, joins),
                  word(own, forms, out, joins),
                  first.map(day -> (int) (day.toEpochDay() - in.toEpochDay()) + 1).orElse(null));
            })
        .list();
  }

  private static String word(
      List<Said> said, Set<String> kinds, @Nullable LocalDate out, boolean joins) {
    boolean hospital = false;
    boolean care = false;
    boolean refused = false;
    for (Said one : said) {
      if (kinds.contains(one.kind()) && (out == null || !one.day().isAfter(out))) {
        boolean ofHospital = one.side().equals("HOSPITAL");
        boolean ofCare = one.side().equals("CARE_MANAGER");
        hospital |= ofHospital && !one.denied();
        care |= ofCare && !one.denied();
        refused |= (ofHospital || ofCare) && one.denied();
      }
    }
    if (hospital) {
      return care ? "BOTH" : "HOSPITAL";
    }
    if (care) {
      return joins ? "CARE" : "CARE_ALONE";
    }
    return refused ? "DENIED" : "NONE";
  }

  @Test
  void the_histories_are_worth_counting() {
    assertThat(raw).hasSizeGreaterThan(45);
    assertThat(raw).extracting(Raw::contact).contains("BOTH", "CARE", "HOSPITAL", "NONE", "DENIED");
    assertThat(raw).extracting(Raw::information).contains("BOTH", "CARE", "CARE_ALONE", "NONE");
    assertThat(raw)
        .extracting(Raw::state)
        .contains("HOME", "FACILITY", "DIED", "TRANSFERRED", "IN_HOSPITAL");
    assertThat(raw).extracting(Raw::byTransfer).contains(true);
    assertThat(raw).extracting(Raw::repeatedRespite).contains(true);
  }

  @Test
  void every_fact_says_what_the_raw_log_says() {
    Map<String, Raw> facts = new HashMap<>();
    owner
        .sql("select * from transition.fact where hospital in (:hospitals)")
        .param("hospitals", HISTORY.hospitals())
        .query(
            (row, _) ->
                new Raw(
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
    for (Raw one : raw) {
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
      List<Raw> denominator = raw.stream().filter(slow(query)).toList();
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

  private static boolean done(RateQuery query, Raw one) {
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

  private static Predicate<Raw> slow(RateQuery query) {
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

  private static boolean kept(RateQuery query, Raw one, boolean leaving) {
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

  @Test
  void paging_through_the_cases_shows_each_once_and_the_newest_first() {
    RateQuery query =
        new RateQuery(
            Rate.INFORMATION,
            Standard.USUAL,
            AreaKind.TRANSITION_RULE_AREA,
            LocalDate.now(),
            RateQuery.Side.HOME,
            YearMonth.now().minusMonths(12),
            YearMonth.now(),
            RateQuery.Group.EVERYBODY,
            RateQuery.Where.ANYWHERE,
            null,
            HISTORY.office());
    List<String> all = new ArrayList<>();
    Rates.After after = null;
    while (true) {
      Rates.After from = after;
      List<Rates.Case> page =
          House.as(
              OFFICER,
              () -> House.bean(Rates.class).cases(query, Optional.empty(), null, null, from, 7));
      page.forEach(one -> all.add(one.admittedOn() + one.number()));
      if (page.size() < 7) {
        break;
      }
      after = new Rates.After(page.getLast().admittedOn(), page.getLast().number());
    }
    assertThat(all).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(all).hasSizeGreaterThan(30);
    List<String> ground =
        House.as(
                OFFICER,
                () ->
                    House.bean(Rates.class)
                        .cases(query, Optional.of(Set.of("nowhere")), null, null, null, 50))
            .stream()
            .map(Rates.Case::number)
            .toList();
    assertThat(ground).isEmpty();
  }

  @Test
  void a_side_counts_its_own_cases_and_a_stranger_none() {
    RateQuery query =
        new RateQuery(
            Rate.INFORMATION,
            Standard.USUAL,
            AreaKind.TRANSITION_RULE_AREA,
            LocalDate.now(),
            RateQuery.Side.HOME,
            YearMonth.now().minusMonths(12),
            YearMonth.now(),
            RateQuery.Group.EVERYBODY,
            RateQuery.Where.ANYWHERE,
            null,
            null);
    assertThat(sum(HISTORY.managerActor(), query)).isGreaterThan(30);
    assertThat(sum(Officer.caring(), query)).isZero();
    assertThat(sum(Actor.NOBODY, query)).isZero();
    RateQuery absent =
        new RateQuery(
            query.rate(),
            query.standard(),
            query.kind(),
            query.date(),
            query.side(),
            query.first(),
            query.last(),
            query.group(),
            query.where(),
            HISTORY.hospitals().get(1),
            null);
    assertThat(sum(OFFICER, absent)).isPositive();
  }

  private static long sum(Actor actor, RateQuery query) {
    return House.as(actor, () -> House.bean(Rates.class).total(query)).stream()
        .mapToLong(one -> one.tally().all())
        .sum();
  }
}
