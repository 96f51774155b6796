package tasuki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.kernel.Actor;
import tasuki.kernel.Actor.Sight;

/**
 * Who sees which rows, asked of PostgreSQL itself as {@code app} and as {@code job}. The expected
 * table is written by hand from the rules of the house, not derived from the policies.
 */
class AccessByTableTest {

  /**
   * Tables whose columns or classes of items make the difference: LookUpTest, MergerTest,
   * AccessTest, DocumentAccessTest, PaperSheetsTest, RecallTest.
   */
  private static final List<String> ELSEWHERE =
      List.of(
          "person.access",
          "person.inquiry",
          "person.merger",
          "transition.document",
          "transition.document_file",
          "transition.document_receipt",
          "transition.document_release",
          "transition.document_values",
          "incident.incident");

  private static final UUID PERSON = UUID.randomUUID();
  private static final UUID ACCOUNT = UUID.randomUUID();
  private static final UUID OTHER_ACCOUNT = UUID.randomUUID();
  private static final Map<String, UUID> ORGANIZATIONS = new LinkedHashMap<>();

  private static JdbcClient owner;

  @BeforeAll
  static void enter() {
    House.url();
    owner = TestDatabase.asOwner();
    for (String name :
        List.of(
            "team",
            "account",
            "future",
            "expired",
            "emergency",
            "emergency over",
            "own",
            "form",
            "family",
            "outside")) {
      ORGANIZATIONS.put(name, organization());
    }
    fillTables();
    access("team", null, "FULL", "-1 day", null);
    access("account", ACCOUNT, "FULL", "-1 day", null);
    access("future", null, "FULL", "1 day", null);
    access("expired", null, "FULL", "-2 days", "-1 second");
    access("emergency", ACCOUNT, "FULL", "-1 minute", "59 minutes");
    access("emergency over", ACCOUNT, "FULL", "-2 hours", "-1 hour");
    access("own", null, "OWN", "-1 day", null);
    access("form", null, "FORM", "-1 day", null);
    access("family", ACCOUNT, "FULL", "-1 day", null);
  }

  private static Actor actor(String situation) {
    return switch (situation) {
      case "full access" -> member("team", ACCOUNT, Sight.CARE);
      case "full, this account only" -> member("account", ACCOUNT, Sight.CARE);
      case "full, another account" -> member("account", OTHER_ACCOUNT, Sight.CARE);
      case "full, not yet" -> member("future", ACCOUNT, Sight.CARE);
      case "full, expired" -> member("expired", ACCOUNT, Sight.CARE);
      case "emergency, running" -> member("emergency", ACCOUNT, Sight.CARE);
      case "emergency, over" -> member("emergency over", ACCOUNT, Sight.CARE);
      case "own records only" -> member("own", ACCOUNT, Sight.CARE);
      case "one form only" -> member("form", ACCOUNT, Sight.CARE);
      case "administrator of the team" -> member("team", ACCOUNT, Sight.NONE);
      case "family in the portal" -> member("family", ACCOUNT, Sight.PORTAL);
      case "family of somebody else" -> member("family", OTHER_ACCOUNT, Sight.PORTAL);
      case "outside" -> member("outside", ACCOUNT, Sight.CARE);
      case "machine of the team" -> new Actor.Machine(UUID.randomUUID(), organization("team"));
      case "machine from outside" -> new Actor.Machine(UUID.randomUUID(), organization("outside"));
      case "signing in" -> new Actor.Arriving(ACCOUNT);
      case "nobody" -> Actor.NOBODY;
      default -> throw new AssertionError(situation);
    };
  }

  @Test
  void everybody_sees_exactly_the_rows_of_the_hand_written_table() {
    List<String> wrong = differences();
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_table_notices_when_a_policy_is_gone() {
    owner.sql("alter table person.relative disable row level security").update();
    try {
      assertThat(differences()).contains("outside sees 1 of person.relative, not 0");
    } finally {
      owner.sql("alter table person.relative enable row level security").update();
    }
  }

  @Test
  void a_job_reads_ids_and_no_names_addresses_or_levels() {
    for (String forbidden :
        List.of(
            "select family_name from person.person",
            "select birth_date from person.person",
            "select address from person.residence",
            "select insured_number from person.insurance",
            "select level from person.certification",
            "select name from person.relative")) {
      assertThatThrownBy(
              () ->
                  House.<List<String>>as(
                      new Actor.Job("curious"),
                      () ->
                          House.bean(JdbcClient.class)
                              .sql(forbidden)
                              .query((row, _) -> row.getString(1))
                              .list()))
          .as(forbidden)
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void outside_a_transaction_nothing_is_seen_whoever_is_signed_in() {
    JdbcClient jdbc = House.bean(JdbcClient.class);
    Integer seen =
        tasuki.kernel.Acting.as(
            member("team", ACCOUNT, Sight.CARE),
            () ->
                jdbc.sql("select count(*) from person.person where id = ?")
                    .param(PERSON)
                    .query(Integer.class)
                    .single());
    assertThat(seen).isZero();
  }

  @Test
  void every_table_that_names_a_person_is_closed_by_policies() {
    List<String> open =
        owner
            .sql(
                """
                select c.oid::regclass::text from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                  and (c.relname = 'person' or exists (
                    select from pg_attribute a where a.attrelid = c.oid and a.attname = 'person'
                      and not a.attisdropped))
                  and (not c.relrowsecurity
                    or not exists (select from pg_policy p where p.polrelid = c.oid))
                order by 1
                """)
            .query((row, _) -> row.getString(1))
            .list();
    assertThat(open).isEmpty();
  }

  @Test
  void every_table_that_names_a_person_stands_in_the_hand_written_table() {
    List<String> told =
        AccessTable.lines("tables.txt").stream().map(line -> line.split("\\|")[0].strip()).toList();
    List<String> tables =
        owner
            .sql(
                """
                select distinct c.oid::regclass::text from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'person' and not a.attisdropped
                where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                order by 1
                """)
            .query((row, _) -> row.getString(1))
            .list();
    assertThat(tables)
        .filteredOn(table -> !told.contains(table) && !ELSEWHERE.contains(table))
        .isEmpty();
  }

  @Test
  void neither_app_nor_job_owns_a_table_or_passes_by_the_policies() {
    List<String> roles =
        owner
            .sql(
                """
                select r.rolname from pg_roles r
                where r.rolname in (:app, :job) and (r.rolsuper or r.rolbypassrls
                  or exists (select from pg_class c where c.relowner = r.oid))
                """)
            .param("app", TestDatabase.address().app().user())
            .param("job", TestDatabase.address().job().user())
            .query((row, _) -> row.getString(1))
            .list();
    assertThat(roles).isEmpty();
  }

  private static List<String> differences() {
    List<String> wrong = new ArrayList<>();
    List<String[]> rows =
        AccessTable.lines("tables.txt").stream()
            .map(line -> line.strip().split("\\s*\\|\\s*"))
            .toList();
    String[] situations = rows.getFirst();
    for (String[] row : rows.subList(1, rows.size())) {
      assertThat(row).as(row[0]).hasSameSizeAs(situations);
      for (int column = 1; column < situations.length; column++) {
        int seen = visible(actor(situations[column]), row[0]);
        if (seen != Integer.parseInt(row[column])) {
          wrong.add(
              "%s sees %d of %s, not %s".formatted(situations[column], seen, row[0], row[column]));
        }
      }
    }
    return wrong;
  }

  private static int visible(Actor actor, String table) {
    String condition =
        switch (table) {
          case "person.person" -> "id = :person";
          case "file.file" -> "id = md5('file' || :person)::uuid";
          default -> "person = :person";
        };
    Supplier<Integer> count =
        () ->
            House.bean(JdbcClient.class)
                .sql("select count(*) from " + table + " where " + condition)
                .param("person", PERSON)
                .query(Integer.class)
                .single();
    return House.as(actor, count);
  }

  private static void fillTables() {
    for (String statement : String.join("\n", AccessTable.lines("rows.sql")).split(";\n|;$")) {
      owner
          .sql(statement)
          .param("person", PERSON)
          .param("account", ACCOUNT)
          .param("team", organization("team"))
          .param("own", organization("own"))
          .update();
    }
  }

  private static void access(
      String organization,
      @Nullable UUID account,
      String scope,
      String from,
      @Nullable String until) {
    owner
        .sql(
            """
            insert into person.access (organization, person, id, account, scope, subject, reason,
              given_by, valid_from, valid_until)
            values (:organization, :person, :id, :account::uuid, :scope,
              case when :scope = 'FORM' then :id end, 'TEAM', null,
              now() + :from::interval, now() + :until::interval)
            """)
        .param("organization", organization(organization))
        .param("person", PERSON)
        .param("id", UUID.randomUUID())
        .param("account", account == null ? null : account.toString())
        .param("scope", scope)
        .param("from", from)
        .param("until", until)
        .update();
  }

  private static UUID organization() {
    UUID id = UUID.randomUUID();
    owner
        .sql(
            """
            insert into directory.organization (id, kind, name, kana, telephone, address, member,
              opened_on)
            values (?, 'HOSPITAL', '試験病院', 'シケンビョウイン', '000-000-0000', '見本県', true,
              '2020-01-01')
            """)
        .param(id)
        .update();
    return id;
  }

  private static UUID organization(String name) {
    UUID id = ORGANIZATIONS.get(name);
    if (id == null) {
      throw new AssertionError(name);
    }
    return id;
  }

  private static Actor member(String organization, UUID account, Sight sight) {
    return new Actor.Member(account, organization(organization), sight);
  }
}
