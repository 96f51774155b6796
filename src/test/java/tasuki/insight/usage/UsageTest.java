package tasuki.insight.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.calendar.JapanTime;
import tasuki.directory.NewOrganization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.AccountId;
import tasuki.identity.Accounts;
import tasuki.identity.Credentials;
import tasuki.identity.Duty;
import tasuki.identity.Profession;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;

class UsageTest {

  private static final String PASSWORD = "tasuki-no-sash-2026";

  private record Someone(AccountId account, OrganizationId organization, String login, Duty duty) {
    Actor actor() {
      return new Actor.Member(account.value(), organization.value(), Duty.sightOf(Set.of(duty)));
    }
  }

  private static Usage usage() {
    return House.bean(Usage.class);
  }

  private static YearMonth now() {
    return YearMonth.from(JapanTime.today(House.bean(Clock.class)));
  }

  /** Wants the months counted and goes round until nothing is left: the house counts too. */
  private static void count(Someone officer, YearMonth first, YearMonth last) {
    Acting.run(officer.actor(), () -> usage().countAgain(first, last));
    while (TestDatabase.asOwner()
        .sql("select exists (select from insight.usage_mark)")
        .query(Boolean.class)
        .single()) {
      House.bean(UsageCount.class).countMarked();
    }
  }

  @Test
  void a_month_is_counted_as_one_would_by_going_through_every_row() {
    Someone officer = someone(OrganizationKind.PREFECTURE, Duty.OFFICER);
    Visitor.signedIn("nurse", PASSWORD);
    count(officer, now().minusMonths(3), now());
    for (YearMonth month = now().minusMonths(3);
        !month.isAfter(now());
        month = month.plusMonths(1)) {
      Map<UUID, int[]> slow = slowly(month);
      YearMonth wanted = month;
      List<Usage.Fact> facts =
          Acting.as(officer.actor(), () -> usage().facts(wanted, wanted, null));
      assertThat(facts).isNotEmpty();
      for (Usage.Fact fact : facts) {
        int[] expected = slow.getOrDefault(fact.organization().value(), new int[5]);
        assertThat(
                List.of(
                    fact.accounts(),
                    fact.active(),
                    fact.signIns(),
                    fact.written(),
                    fact.answered()))
            .as(month + " " + fact.name())
            .containsExactly(expected[0], expected[1], expected[2], expected[3], expected[4]);
      }
      assertThat(facts.stream().mapToInt(Usage.Fact::written).sum()).as("written").isPositive();
      assertThat(facts.stream().mapToInt(Usage.Fact::signIns).sum()).as("came").isPositive();
    }
  }

  private static Map<UUID, int[]> slowly(YearMonth month) {
    Map<UUID, int[]> counts = new HashMap<>();
    Map<UUID, Set<UUID>> members = new HashMap<>();
    OffsetDateTime first = month.atDay(1).atStartOfDay(JapanTime.ZONE).toOffsetDateTime();
    OffsetDateTime next =
        month.plusMonths(1).atDay(1).atStartOfDay(JapanTime.ZONE).toOffsetDateTime();
    TestDatabase.asOwner()
        .sql("select organization, account, valid_from, valid_until from identity.membership")
        .query(
            row -> {
              OffsetDateTime until = row.getObject(4, OffsetDateTime.class);
              if (row.getObject(3, OffsetDateTime.class).isBefore(next)
                  && (until == null || until.isAfter(first))) {
                members
                    .computeIfAbsent(row.getObject(1, UUID.class), _ -> new HashSet<>())
                    .add(row.getObject(2, UUID.class));
              }
            });
    members.forEach((organization, all) -> at(counts, organization)[0] = all.size());
    Map<UUID, Set<UUID>> came = new HashMap<>();
    for (Seen seen :
        rows(
            """
            select organization, account, at from audit.entry
            where kind = 'SIGN_IN' and what in ('sign-in', 'organization.switched')
              and organization is not null
            """)) {
      if (seen.in(first, next)) {
        came.computeIfAbsent(seen.organization(), _ -> new HashSet<>()).add(seen.account());
        at(counts, seen.organization())[2]++;
      }
    }
    came.forEach((organization, all) -> at(counts, organization)[1] = all.size());
    for (String table :
        List.of(
            "select organization, account, written_at from record.entry where message is null",
            "select organization, account, recorded_at from transition.step"
                + " where about is null and mode <> 'SYSTEM'",
            "select organization, account, sent_at from transition.document"
                + " where sent_at is not null")) {
      rows(table).stream()
          .filter(seen -> seen.in(first, next))
          .forEach(seen -> at(counts, seen.organization())[3]++);
    }
    for (String table :
        List.of(
            "select organization, account, at from record.receipt",
            "select organization, account, recorded_at from transition.step where about is not"
                + " null",
            "select organization, account, at from transition.document_receipt")) {
      rows(table).stream()
          .filter(seen -> seen.in(first, next))
          .forEach(seen -> at(counts, seen.organization())[4]++);
    }
    return counts;
  }

  private record Seen(UUID organization, UUID account, OffsetDateTime at) {
    boolean in(OffsetDateTime first, OffsetDateTime next) {
      return !at.isBefore(first) && at.isBefore(next);
    }
  }

  private static List<Seen> rows(String sql) {
    return TestDatabase.asOwner()
        .sql(sql)
        .query(
            (row, _) ->
                new Seen(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, OffsetDateTime.class)))
        .list();
  }

  private static int[] at(Map<UUID, int[]> counts, UUID organization) {
    return counts.computeIfAbsent(organization, _ -> new int[5]);
  }

  @Test
  void counting_again_changes_nothing_and_a_new_sign_in_shows_after_the_next_count() {
    Someone officer = someone(OrganizationKind.PREFECTURE, Duty.OFFICER);
    Someone administrator = someone(OrganizationKind.CLINIC, Duty.ADMINISTRATOR);
    count(officer, now(), now());
    List<Usage.Fact> before = own(administrator);
    count(officer, now(), now());
    assertThat(own(administrator)).isEqualTo(before);
    assertThat(before).singleElement().extracting(Usage.Fact::signIns).isEqualTo(0);
    signIn(administrator);
    count(officer, now(), now());
    assertThat(own(administrator))
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.signIns()).isEqualTo(1);
              assertThat(fact.active()).isEqualTo(1);
            });
  }

  private static List<Usage.Fact> own(Someone someone) {
    return Acting.as(someone.actor(), () -> usage().facts(now(), now(), someone.organization()));
  }

  @Test
  void an_organisation_sees_its_own_use_and_whoever_watches_an_area_that_of_all() {
    Someone officer = someone(OrganizationKind.PREFECTURE, Duty.OFFICER);
    Someone administrator = someone(OrganizationKind.CLINIC, Duty.ADMINISTRATOR);
    count(officer, now(), now());
    assertThat(Acting.as(administrator.actor(), () -> usage().facts(now(), now(), null)))
        .extracting(Usage.Fact::organization)
        .containsExactly(administrator.organization());
    assertThat(Acting.as(officer.actor(), () -> usage().facts(now(), now(), null)))
        .extracting(Usage.Fact::organization)
        .contains(administrator.organization(), officer.organization());
    assertThat(Acting.as(Actor.NOBODY, () -> usage().facts(now(), now(), null))).isEmpty();
  }

  @Test
  void the_sums_of_areas_kinds_and_organisations_are_the_same() {
    Someone officer = someone(OrganizationKind.PREFECTURE, Duty.OFFICER);
    count(officer, now(), now());
    List<Usage.Fact> facts = Acting.as(officer.actor(), () -> usage().facts(now(), now(), null));
    UsageTable tables = House.bean(UsageTable.class);
    LocalDate today = JapanTime.today(House.bean(Clock.class));
    List<Use> sums = new ArrayList<>();
    for (UsageTable.By by : UsageTable.By.values()) {
      sums.add(
          House.as(
              officer.actor(),
              () ->
                  tables
                      .lines(facts, by, tasuki.area.AreaKind.SECONDARY_MEDICAL_AREA, today)
                      .stream()
                      .map(UsageTable.Line::use)
                      .reduce(Use.NOTHING, Use::plus)));
    }
    assertThat(sums).containsOnly(Use.sum(facts));
    assertThat(Use.sum(facts).facilities()).isEqualTo(facts.size());
  }

  @Test
  void a_silent_member_is_reminded_once_and_that_is_logged() {
    Someone officer = someone(OrganizationKind.PREFECTURE, Duty.OFFICER);
    Someone silent = someone(OrganizationKind.PHARMACY, Duty.ADMINISTRATOR);
    SilentMembers members = House.bean(SilentMembers.class);
    assertThat(Acting.as(officer.actor(), () -> members.since(3)))
        .extracting(SilentMembers.Silent::id)
        .contains(silent.organization());
    Acting.as(officer.actor(), () -> members.remind(silent.organization(), 3));
    assertThat(
            TestDatabase.asOwner()
                .sql("select count(*) from notice.notice where kind = ? and organization = ?")
                .params(UsageNoticeKinds.SILENT, silent.organization().value())
                .query(Integer.class)
                .single())
        .as("inbox and administrator")
        .isEqualTo(2);
    assertThat(
            TestDatabase.asOwner()
                .sql(
                    """
                    select count(*) from audit.entry
                    where what = 'usage.reminded' and subject = ? and account = ?
                    """)
                .params(silent.organization().value(), officer.account().value())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThatThrownBy(
            () -> Acting.as(officer.actor(), () -> members.remind(silent.organization(), 3)))
        .isInstanceOf(RefusedException.class);
    signIn(silent);
    assertThatThrownBy(
            () -> Acting.as(officer.actor(), () -> members.remind(silent.organization(), 1)))
        .isInstanceOf(AbsentException.class);
  }

  @Test
  void an_officer_of_the_prefecture_enters_the_cost_and_reads_what_an_active_facility_costs() {
    Someone officer = someone(OrganizationKind.PREFECTURE, Duty.OFFICER);
    Visitor page = signIn(officer);
    assertThat(page.get("/usage").body()).contains("使われ方", "利用のあった施設");
    assertThat(page.post("/usage/cost", Map.of("yen", "ただ")).body()).contains("f-yen-error", "ただ");
    String after = page.post("/usage/cost", Map.of("yen", "１２,０００,０００円", "note", "保守と運営")).body();
    assertThat(after).contains("12,000,000", "保守と運営", "利用のあった1施設あたり");
    assertThat(page.get("/usage?by=ORGANIZATION&as=xlsx").headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).contains("spreadsheetml"));
    assertThat(page.get("/usage?by=x&month=9999-99&kind=y").statusCode()).isEqualTo(200);
  }

  @Test
  void an_administrator_sees_the_own_months_and_neither_cost_nor_silent_members() {
    Someone administrator = someone(OrganizationKind.CLINIC, Duty.ADMINISTRATOR);
    Visitor page = signIn(administrator);
    String body = page.get("/usage").body();
    assertThat(body).contains("での使われ方です").doesNotContain("1施設あたりの費用", "/usage/silent");
    assertThat(page.get("/usage/silent").statusCode()).isEqualTo(404);
    assertThat(page.post("/usage/cost", Map.of("yen", "1")).statusCode()).isEqualTo(404);
    assertThat(page.post("/usage/recount", Map.of()).statusCode()).isEqualTo(404);
    assertThat(page.post("/usage/silent/" + UUID.randomUUID() + "/remind", Map.of()).statusCode())
        .isEqualTo(404);
  }

  private static Visitor signIn(Someone someone) {
    House.bean(Credentials.class).give(someone.account(), PASSWORD);
    return Visitor.signedIn(someone.login(), PASSWORD);
  }

  private static Someone someone(OrganizationKind kind, Duty duty) {
    String login = "usage-" + UUID.randomUUID();
    return House.as(
        Actor.NOBODY,
        () -> {
          OrganizationId organization =
              House.bean(Organizations.class)
                  .add(
                      new NewOrganization(
                          kind,
                          "架空の利用組織",
                          "カクウ",
                          null,
                          "000-000-0000",
                          null,
                          null,
                          "見本県",
                          "99101",
                          true,
                          false,
                          LocalDate.of(2020, 4, 1)));
          Accounts accounts = House.bean(Accounts.class);
          AccountId account =
              accounts.open(login, "架空 用子", "カクウ ヨウコ", Profession.OFFICE_STAFF, null);
          accounts.join(account, organization, Set.of(duty));
          return new Someone(account, organization, login, duty);
        });
  }
}
