package tasuki.transition.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Actor;
import tasuki.kernel.Actor.Sight;
import tasuki.transition.SceneStaff;

/**
 * Who sees which rows of the tables behind the rates, asked of PostgreSQL itself. The expected
 * table is written by hand: one fact of a stay nobody may open, one standard, one import with one
 * figure.
 */
class FactAccessTest {

  private static final String EXPECTED =
      """
      situation                 | fact | standard | survey_import | survey_rate
      officer of the prefecture | 1    | 1        | 1             | 1
      public health centre      | 1    | 1        | 1             | 1
      municipality              | 1    | 1        | 1             | 1
      hub                       | 1    | 1        | 1             | 1
      medical association       | 1    | 1        | 1             | 1
      operator                  | 1    | 1        | 1             | 1
      the hospital's nurse      | 1    | 1        | 0             | 0
      the hospital's office     | 0    | 1        | 0             | 0
      the plan owner            | 1    | 1        | 0             | 0
      the plan owner's auditor  | 0    | 1        | 0             | 0
      another hospital          | 0    | 1        | 0             | 0
      another plan owner        | 0    | 1        | 0             | 0
      a visiting nurse          | 0    | 1        | 0             | 0
      family in the portal      | 0    | 1        | 0             | 0
      the hospital's portal     | 0    | 1        | 0             | 0
      machine of the hospital   | 1    | 1        | 0             | 0
      signing in                | 0    | 1        | 0             | 0
      nobody                    | 0    | 1        | 0             | 0
      job                       | 1    | 1        | 1             | 1
      """;

  private static final String NUMBER = "9901-" + UUID.randomUUID().toString().substring(0, 8);
  private static final UUID STANDARD = UUID.randomUUID();
  private static final UUID IMPORT = UUID.randomUUID();
  private static final SceneStaff HOSPITAL = SceneStaff.caring(OrganizationKind.HOSPITAL);
  private static final SceneStaff OFFICE =
      SceneStaff.caring(OrganizationKind.CARE_MANAGEMENT_OFFICE);
  private static JdbcClient owner;

  @BeforeAll
  static void enter() {
    owner = TestDatabase.asOwner();
    owner
        .sql(
            """
            insert into transition.fact (case_number, chain_number, hospital, office,
              hospital_member, office_member, group_admission, group_discharge, plan_owner,
              admitted_on, by_transfer, readmission, support_unchanged, repeated_respite,
              hospital_knows, care_knows, contact, information)
            values (:number, :number, :hospital, :office, true, true, 'CARE', 'CARE', 'BEFORE',
              '1999-01-01', false, false, false, false, true, true, 'NONE', 'NONE')
            """)
        .param("number", NUMBER)
        .param("hospital", HOSPITAL.organization())
        .param("office", OFFICE.organization())
        .update();
    owner
        .sql(
            """
            insert into transition.standard (id, area, options, organization, account, at)
            values (:id, (select id from area.area limit 1), '{}', :id, :id, '1999-01-01')
            """)
        .param("id", STANDARD)
        .update();
    owner
        .sql(
            """
            insert into transition.survey_import (id, name, rows_read, rejected, organization, at,
              undone_at)
            values (:id, 'x', 1, '[]', :id, '1999-01-01', '1999-01-02')
            """)
        .param("id", IMPORT)
        .update();
    owner
        .sql(
            """
            insert into transition.survey_rate (import, survey, month, rate, area, care_group,
              denominator, numerator)
            values (:id, 'x', '1999-01-01', 'DISCHARGE', (select id from area.area limit 1), 'CARE',
              1, 1)
            """)
        .param("id", IMPORT)
        .update();
  }

  private static Actor actor(String situation) {
    return switch (situation) {
      case "officer of the prefecture" -> officer(OrganizationKind.PREFECTURE);
      case "public health centre" -> officer(OrganizationKind.PUBLIC_HEALTH_CENTRE);
      case "municipality" -> officer(OrganizationKind.MUNICIPALITY);
      case "hub" -> officer(OrganizationKind.HOME_CARE_HUB);
      case "medical association" -> officer(OrganizationKind.MEDICAL_ASSOCIATION);
      case "operator" -> officer(OrganizationKind.CARE_OPERATOR);
      case "the hospital's nurse" -> HOSPITAL.actor();
      case "the hospital's office" -> member(HOSPITAL.organization(), Sight.NONE);
      case "the plan owner" -> OFFICE.actor();
      case "the plan owner's auditor" -> member(OFFICE.organization(), Sight.NONE);
      case "another hospital" -> SceneStaff.caring(OrganizationKind.HOSPITAL).actor();
      case "another plan owner" ->
          SceneStaff.caring(OrganizationKind.CARE_MANAGEMENT_OFFICE).actor();
      case "a visiting nurse" -> SceneStaff.caring(OrganizationKind.VISITING_NURSE_STATION).actor();
      case "family in the portal" -> member(UUID.randomUUID(), Sight.PORTAL);
      case "the hospital's portal" -> member(HOSPITAL.organization(), Sight.PORTAL);
      case "machine of the hospital" ->
          new Actor.Machine(UUID.randomUUID(), HOSPITAL.organization());
      case "signing in" -> new Actor.Arriving(UUID.randomUUID());
      case "nobody" -> Actor.NOBODY;
      case "job" -> new Actor.Job("test");
      default -> throw new AssertionError(situation);
    };
  }

  private static Actor officer(OrganizationKind kind) {
    return SceneStaff.officer(kind).actor();
  }

  private static Actor member(UUID organization, Sight sight) {
    return new Actor.Member(UUID.randomUUID(), organization, sight);
  }

  @Test
  void everybody_sees_exactly_the_rows_of_the_hand_written_table() {
    assertThat(differences()).isEmpty();
  }

  @Test
  void the_table_notices_when_a_policy_is_gone() {
    owner.sql("alter table transition.fact disable row level security").update();
    try {
      assertThat(differences()).contains("nobody sees 1 of fact, not 0");
    } finally {
      owner.sql("alter table transition.fact enable row level security").update();
    }
  }

  private static List<String> differences() {
    List<String> wrong = new ArrayList<>();
    List<String[]> rows = EXPECTED.lines().map(line -> line.strip().split("\\s*\\|\\s*")).toList();
    String[] tables = rows.getFirst();
    for (String[] row : rows.subList(1, rows.size())) {
      Actor actor = actor(row[0]);
      for (int column = 1; column < tables.length; column++) {
        int seen = visible(actor, tables[column]);
        if (seen != Integer.parseInt(row[column])) {
          wrong.add(
              "%s sees %d of %s, not %s".formatted(row[0], seen, tables[column], row[column]));
        }
      }
    }
    return wrong;
  }

  private static int visible(Actor actor, String table) {
    String condition =
        switch (table) {
          case "fact" -> "case_number = '" + NUMBER + "'";
          case "standard" -> "id = '" + STANDARD + "'";
          case "survey_import" -> "id = '" + IMPORT + "'";
          default -> "import = '" + IMPORT + "'";
        };
    return House.as(
        actor,
        () ->
            House.bean(JdbcClient.class)
                .sql("select count(*) from transition." + table + " where " + condition)
                .query(Integer.class)
                .single());
  }

  @Test
  void a_watcher_changes_no_fact_and_a_nurse_saves_no_standard() {
    Actor officer = officer(OrganizationKind.PREFECTURE);
    assertThat(write(officer, "update transition.fact set contact = 'BOTH' where case_number = ?"))
        .isZero();
    assertThat(
            write(
                HOSPITAL.actor(),
                "update transition.fact set contact = 'BOTH' where case_number = ?"))
        .isZero();
    assertThatThrownBy(() -> write(officer, "delete from transition.fact where case_number = ?"))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(
            () ->
                write(
                    new Actor.Job("test"),
                    "update transition.fact set contact = 'BOTH' where case_number = ?"))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(
            () ->
                write(
                    HOSPITAL.actor(),
                    "insert into transition.standard (id, options, at)"
                        + " select uuidv7(), '{}'::jsonb, now() where ? <> ''"))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  private static int write(Actor actor, String sql) {
    @Nullable Integer rows =
        House.as(actor, () -> House.bean(JdbcClient.class).sql(sql).param(NUMBER).update());
    return rows;
  }
}
