package tasuki.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.area.Area;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.person.Person;
import tasuki.person.PersonFilter;
import tasuki.person.PersonId;
import tasuki.person.PersonLine;
import tasuki.person.Persons;
import tasuki.person.PlanOwner;
import tasuki.person.PlanOwnerKind;
import tasuki.person.PlanOwners;
import tasuki.person.Residences;

class SamplePrefectureTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

  /** Sees everything: no role of the application does. */
  private static JdbcClient owner;

  @BeforeAll
  static void asOwner() {
    House.bean(SamplePrefecture.class);
    owner = TestDatabase.asOwner();
  }

  private static List<@Nullable String> built(String kind) {
    return owner
        .sql("select part from sample.built where part like ? order by part")
        .param(kind + ":%")
        .query(String.class)
        .list();
  }

  @Test
  void it_has_as_many_organisations_staff_and_persons_as_promised() {
    assertThat(built("organization")).hasSize(60);
    assertThat(built("account")).hasSize(150);
    assertThat(built("person")).hasSize(400);
    assertThat(built("password")).hasSize(150);
    int stays = SampleStays.all(LocalDate.now(tasuki.kernel.TasukiTime.ZONE)).size();
    assertThat(stays).isGreaterThan(230);
    assertThat(built("stay")).hasSize(stays);
    assertThat(built("stay-told")).hasSize(stays);
    assertThat(built("rule")).hasSize(8);
    assertThat(built("grade")).hasSize(6);
    assertThat(built("offer")).hasSize(28);
  }

  @Test
  void stays_ended_in_every_way_were_handed_over_well_and_badly_and_some_are_open() {
    List<@Nullable String> ends =
        owner
            .sql(
                "select distinct state from transition.stay where person in "
                    + SAMPLE_PERSONS
                    + " order by state")
            .query(String.class)
            .list();
    assertThat(ends)
        .containsExactlyInAnyOrder(
            "DIED", "FACILITY", "HOME", "IN_HOSPITAL", "ON_LEAVE", "TRANSFERRED");
    String stays = "select count(*) from transition.stay s where s.person in " + SAMPLE_PERSONS;
    assertThat(count(stays + " and s.ended_at is null")).isBetween(40L, 100L);
    String sent = "exists (select from transition.step t where t.stay = s.id and t.kind = ";
    assertThat(count(stays + " and " + sent + "'FORM_SENT')")).isGreaterThan(80L);
    assertThat(count(stays + " and not " + sent + "'FORM_SENT')")).isGreaterThan(30L);
    assertThat(count(stays + " and s.state = 'HOME' and not " + sent + "'DISCHARGE_PLANNED')"))
        .isGreaterThan(15L);
    assertThat(
            count(
                stays
                    + " and exists (select from transition.step t where t.stay = s.id"
                    + " and t.stance = 'DENIES')"))
        .isPositive();
    assertThat(
            count(
                "select count(*) from transition.chain where follows is not null and person in "
                    + SAMPLE_PERSONS))
        .isGreaterThan(2L);
  }

  @Test
  void every_kind_of_organisation_is_there() {
    Set<OrganizationKind> kinds =
        SampleRow.all("organizations").stream()
            .map(row -> House.bean(SampleKeys.class).organization(row.get("key")))
            .map(id -> House.bean(Organizations.class).get(id).kind())
            .collect(Collectors.toSet());
    assertThat(kinds).isEqualTo(EnumSet.allOf(OrganizationKind.class));
  }

  @Test
  void every_member_has_an_administrator_and_an_auditor() {
    List<String> without =
        SampleRow.all("organizations").stream()
            .filter(row -> row.yes("member"))
            .map(row -> row.get("key"))
            .filter(key -> !key.equals("family"))
            .filter(
                key ->
                    List.of(Duty.ADMINISTRATOR, Duty.AUDITOR).stream()
                        .anyMatch(
                            duty ->
                                SampleAccounts.all().stream()
                                    .noneMatch(account -> account.duties(key).contains(duty))))
            .toList();
    assertThat(without).isEmpty();
  }

  @Test
  void building_again_changes_nothing_even_when_it_was_not_marked_as_complete() {
    Map<String, Long> before = census();
    House.bean(SamplePrefecture.class).build();
    owner.sql("delete from sample.built where part = 'complete'").update();
    House.bean(SamplePrefecture.class).build();
    assertThat(census()).isEqualTo(before);
    assertThat(House.bean(Built.class).stands("complete")).isTrue();
  }

  /** Everything that belongs to what was built; other tests add things of their own. */
  private static Map<String, Long> census() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String table :
        List.of("residence", "insurance", "certification", "relative", "plan_owner", "basis")) {
      counts.put(
          table,
          count("select count(*) from person." + table + " where person in " + SAMPLE_PERSONS));
    }
    counts.put(
        "access", count("select count(*) from person.access where person in " + SAMPLE_PERSONS));
    for (String table : List.of("stay", "step", "clock", "party", "leaving_paper")) {
      counts.put(
          table,
          count("select count(*) from transition." + table + " where person in " + SAMPLE_PERSONS));
    }
    counts.put("built", count("select count(*) from sample.built"));
    counts.put(
        "rules",
        count(
            "select count(*) from directory.business_rule where organization in (select id from"
                + " sample.built)"));
    for (String table : List.of("entry", "room")) {
      counts.put(
          table,
          count(
              "select count(*) from offer."
                  + table
                  + " where organization in (select id from sample.built)"));
    }
    counts.put("areas", count("select count(*) from area.area"));
    return counts;
  }

  private static final String SAMPLE_PERSONS =
      "(select id from sample.built where part like 'person:%')";

  private static long count(String sql) {
    return owner.sql(sql).query(Long.class).single();
  }

  @Test
  void what_was_built_is_what_the_tables_say_whatever_the_day() {
    List<@Nullable String> names =
        owner
            .sql(
                """
                select p.family_name || p.given_name || p.birth_date
                from sample.built b join person.person p on p.id = b.id
                where b.part like 'person:%' order by b.part
                """)
            .query(String.class)
            .list();
    List<@Nullable String> written =
        SampleRow.all("persons").stream()
            .<@Nullable String>map(row -> row.get("family") + row.get("given") + row.get("birth"))
            .toList();
    assertThat(names).isEqualTo(written);
  }

  @Test
  void a_medical_association_crosses_medical_areas_and_a_city_is_split_by_its_wards() {
    Areas areas = House.bean(Areas.class);
    assertThat(areas.ofKind(AreaKind.SECONDARY_MEDICAL_AREA, TODAY)).hasSize(5);
    assertThat(areas.ofKind(AreaKind.MUNICIPALITY, TODAY)).hasSize(12);
    List<Area> districts = areas.ofKind(AreaKind.MEDICAL_ASSOCIATION_DISTRICT, TODAY);
    assertThat(districts).hasSize(4);
    assertThat(districts).filteredOn(district -> medicalAreas(district).size() > 1).hasSize(3);
    Area city =
        areas.ofKind(AreaKind.MUNICIPALITY, TODAY).stream()
            .filter(area -> area.name().equals("みほん市"))
            .findFirst()
            .orElseThrow();
    assertThat(areas.parts(city.id(), TODAY))
        .hasSize(4)
        .allMatch(unit -> unit.kind() == BaseUnit.Kind.WARD);
    assertThat(medicalAreas(city)).containsExactlyInAnyOrder("中央医療圏", "西部医療圏");
  }

  @Test
  void every_base_unit_lies_in_exactly_one_area_of_each_kind() {
    Areas areas = House.bean(Areas.class);
    for (AreaKind kind : AreaKind.values()) {
      for (SampleRow unit : SampleRow.all("units")) {
        assertThat(areas.around(unit.get("code"), kind, TODAY))
            .describedAs(kind + " " + unit.get("name"))
            .hasSize(1);
      }
    }
  }

  private static Set<String> medicalAreas(Area area) {
    Areas areas = House.bean(Areas.class);
    return areas.parts(area.id(), TODAY).stream()
        .flatMap(unit -> areas.around(unit.code(), AreaKind.SECONDARY_MEDICAL_AREA, TODAY).stream())
        .map(Area::name)
        .collect(Collectors.toSet());
  }

  private static Actor.Member actor(String login) {
    SampleKeys keys = House.bean(SampleKeys.class);
    SampleAccounts account =
        SampleAccounts.all().stream()
            .filter(one -> one.login().equals(login))
            .findFirst()
            .orElseThrow();
    return new Actor.Member(
        keys.account(login).value(),
        keys.organization(account.organization()).value(),
        Duty.sightOf(account.duties(account.organization())));
  }

  private static Set<PersonId> seenBy(String login, PersonFilter.Which which) {
    return Acting.as(
        actor(login),
        () ->
            House.bean(Persons.class).mine(new PersonFilter("", which), null, 500).lines().stream()
                .map(PersonLine::person)
                .map(Person::id)
                .collect(Collectors.toSet()));
  }

  @Test
  void every_role_sees_its_own_persons_and_nobody_sees_all() {
    assertThat(seenBy("caremanager", PersonFilter.Which.OWN_PLAN)).hasSizeBetween(30, 40);
    assertThat(seenBy("doctor", PersonFilter.Which.PRESENT)).hasSizeBetween(33, 45);
    assertThat(seenBy("nurse", PersonFilter.Which.PRESENT)).hasSizeBetween(50, 100);
    assertThat(seenBy("nurse2", PersonFilter.Which.PRESENT)).hasSizeBetween(15, 60);
    assertThat(seenBy("visitingnurse", PersonFilter.Which.PRESENT)).hasSizeBetween(30, 80);
    assertThat(seenBy("pharmacist", PersonFilter.Which.PRESENT)).hasSizeBetween(30, 80);
    assertThat(seenBy("supportcentre", PersonFilter.Which.OWN_PLAN)).hasSizeBetween(15, 40);
    for (String blind : List.of("officer", "healthcentre", "municipality", "operator", "auditor")) {
      assertThat(seenBy(blind, PersonFilter.Which.PRESENT)).describedAs(blind).isEmpty();
    }
    Set<PersonId> both = new HashSet<>(seenBy("nurse", PersonFilter.Which.PRESENT));
    both.retainAll(seenBy("nurse2", PersonFilter.Which.PRESENT));
    assertThat(both).hasSizeLessThan(12);
  }

  private static PersonId marked(String mark) {
    String key =
        SampleRow.all("persons").stream()
            .filter(row -> Arrays.asList(row.get("marks").split(" ")).contains(mark))
            .map(row -> row.get("key"))
            .findFirst()
            .orElseThrow();
    return House.bean(SampleKeys.class).person(key);
  }

  private static boolean seesInFull(String login, PersonId person) {
    return Acting.as(
        actor(login),
        () -> {
          try {
            return House.bean(Persons.class).seenInFull(person);
          } catch (AbsentException unseen) {
            return false;
          }
        });
  }

  @Test
  void what_was_withdrawn_or_has_expired_is_closed_to_the_team_and_open_to_the_office() {
    for (String mark : List.of("withdrawn:30", "expired")) {
      assertThat(seesInFull("caremanager", marked(mark))).describedAs(mark).isTrue();
      assertThat(seesInFull("doctor", marked(mark))).describedAs(mark).isFalse();
    }
  }

  @Test
  void the_daughter_sees_her_mother_alone() {
    assertThat(seesInFull("daughter", marked("family"))).isTrue();
    assertThat(seesInFull("daughter", marked("same-name"))).isFalse();
  }

  @Test
  void the_awkward_cases_are_there() {
    SampleKeys keys = House.bean(SampleKeys.class);
    Function<String, List<PlanOwner>> plans =
        mark -> {
          SampleRow row =
              SampleRow.all("persons").stream()
                  .filter(one -> Arrays.asList(one.get("marks").split(" ")).contains(mark))
                  .findFirst()
                  .orElseThrow();
          String login = SampleAccounts.worker(row.get("by"), Duty.CARE);
          Actor.Member member =
              new Actor.Member(
                  keys.account(login).value(),
                  keys.organization(row.get("by")).value(),
                  Actor.Sight.CARE);
          return Acting.as(
              member,
              () -> {
                if (mark.equals("secret")) {
                  assertThat(
                          House.bean(Residences.class)
                              .on(marked(mark), LocalDate.now(tasuki.kernel.TasukiTime.ZONE))
                              .orElseThrow()
                              .secret())
                      .isTrue();
                }
                return House.bean(PlanOwners.class)
                    .current(marked(mark), YearMonth.now(tasuki.kernel.TasukiTime.ZONE))
                    .stream()
                    .toList();
              });
        };
    assertThat(plans.apply("undecided").getFirst().kind()).isEqualTo(PlanOwnerKind.UNDECIDED);
    assertThat(plans.apply("child").getFirst().kind())
        .isEqualTo(PlanOwnerKind.CONSULTATION_SUPPORT);
    assertThat(plans.apply("secret")).hasSize(1);
    assertThat(plans.apply("provisional")).isEmpty();
    assertThat(seenBy("caremanager", PersonFilter.Which.DIED)).contains(marked("died:18"));
  }

  @Test
  void a_closed_organisation_is_in_no_picker_and_can_still_be_read() {
    Organizations organizations = House.bean(Organizations.class);
    OrganizationId closed = House.bean(SampleKeys.class).organization("former-clinic");
    assertThat(organizations.ofKinds(Set.of(OrganizationKind.CLINIC), TODAY))
        .extracting(Organization::id)
        .isNotEmpty()
        .doesNotContain(closed);
    assertThat(organizations.get(closed).name()).isEqualTo("むかしの見本医院");
  }

  @Test
  void what_people_were_told_is_as_old_as_what_happened() {
    List<Integer> days =
        TestDatabase.asOwner()
            .sql("select distinct at::date - current_date from notice.notice order by 1")
            .query((row, _) -> row.getInt(1))
            .list();
    assertThat(days).hasSizeGreaterThan(30);
    assertThat(days.getFirst()).isLessThan(-90);
  }
}
