package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.area.AreaId;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.kernel.Actor;

/** Who may read and write what areas agreed on, asked of PostgreSQL itself, service or not. */
class RuleAccessTest {

  private static final String HERE = Scene.unit();
  private static final AreaId AREA = Scene.area(HERE);
  private static final AreaId NEXT = Scene.area(Scene.unit());
  private static final AreaId FAR = Scene.area(Scene.unit());

  /**
   * Written by hand: reads rules of areas (r) and of pairs (R), writes the rule of the area in
   * which it lies (a), of another (b), of a pair with the one (p), of a pair of two others (q).
   */
  private static final String EXPECTED =
      """
      officer of the prefecture           r R a b p q
      administrator of the prefecture     r R - - - -
      officer who left the prefecture     r R - - - -
      officer of the health centre        r R a - p -
      carer of the health centre          r R - - - -
      officer of a centre without a place r R - - - -
      officer of the municipality         r R - - - -
      nurse of a hospital in the area     r R - - - -
      program of the prefecture           r R - - - -
      somebody signing in                 - - - - - -
      nobody                              - - - - - -
      job                                 r R - - - -
      """;

  private static final Map<String, Actor> ACTORS = new LinkedHashMap<>();

  private static JdbcClient owner;

  @BeforeAll
  static void enter() {
    House.url();
    owner = TestDatabase.asOwner();
    for (AreaId area : List.of(AREA, FAR)) {
      owner
          .sql(
              """
              insert into transition.area_rule (id, area, name, name_en, valid_from,
                readmission_days, clocks)
              values (?, ?, '架空', 'x', '2020-04-01', 30, '[]')
              """)
          .params(UUID.randomUUID(), area.value())
          .update();
    }
    pairRule(AREA, NEXT);
    pairRule(FAR, NEXT);
    Scene.Staff left = Scene.staff(OrganizationKind.PREFECTURE, null, Duty.OFFICER);
    owner
        .sql("update identity.membership set valid_until = now() where account = ?")
        .param(left.account().value())
        .update();
    Scene.Staff prefecture = Scene.staff(OrganizationKind.PREFECTURE, null, Duty.OFFICER);
    Actor[] actors = {
      prefecture.actor(),
      Scene.staff(OrganizationKind.PREFECTURE, null, Duty.ADMINISTRATOR).actor(),
      left.actor(),
      Scene.staff(OrganizationKind.PUBLIC_HEALTH_CENTRE, HERE, Duty.OFFICER).actor(),
      Scene.staff(OrganizationKind.PUBLIC_HEALTH_CENTRE, HERE, Duty.CARE).actor(),
      Scene.staff(OrganizationKind.PUBLIC_HEALTH_CENTRE, null, Duty.OFFICER).actor(),
      Scene.staff(OrganizationKind.MUNICIPALITY, HERE, Duty.OFFICER).actor(),
      Scene.staff(OrganizationKind.HOSPITAL, HERE).actor(),
      new Actor.Machine(UUID.randomUUID(), prefecture.organization().value()),
      new Actor.Arriving(prefecture.account().value()),
      Actor.NOBODY,
      new Actor.Job("curious")
    };
    List<String> names = EXPECTED.lines().map(line -> line.substring(0, 36).strip()).toList();
    for (int i = 0; i < actors.length; i++) {
      ACTORS.put(names.get(i), actors[i]);
    }
  }

  private static void pairRule(AreaId hospital, AreaId home) {
    owner
        .sql(
            """
            insert into transition.pair_rule (id, hospital_area, home_area, name, name_en,
              valid_from, clocks)
            values (?, ?, ?, '架空', 'x', '2020-04-01', '[]')
            """)
        .params(UUID.randomUUID(), hospital.value(), home.value())
        .update();
  }

  private static boolean reads(Actor actor, String table, String column) {
    int rows =
        House.as(
            actor,
            () ->
                House.bean(JdbcClient.class)
                    .sql(
                        "select count(*) from transition.%s where %s in (?, ?)"
                            .formatted(table, column))
                    .params(AREA.value(), FAR.value())
                    .query(Integer.class)
                    .single());
    assertThat(rows).isIn(0, 2);
    return rows == 2;
  }

  /** Whether ending the version and beginning the next one are both possible, or both not. */
  private static boolean writes(Actor actor, String table, String columns, Object... areas) {
    String where = columns.replace(",", " = ? and") + " = ?";
    boolean ended =
        done(
            actor,
            "update transition." + table + " set valid_until = valid_until where " + where,
            areas);
    String marks = columns.contains(",") ? "?, ?" : "?";
    String days = table.equals("area_rule") ? ", readmission_days" : "";
    boolean begun =
        done(
            actor,
            "insert into transition.%s (id, %s, name, name_en, valid_from, valid_until, clocks%s)"
                    .formatted(table, columns, days)
                + " values ('%s', %s, '架空', 'x', '2010-04-01', '2010-04-01', '[]'%s)"
                    .formatted(UUID.randomUUID(), marks, days.isEmpty() ? "" : ", 30"),
            areas);
    owner.sql("delete from transition." + table + " where valid_until = '2010-04-01'").update();
    assertThat(begun).as("%s %s", actor, table).isEqualTo(ended);
    return begun;
  }

  private static boolean done(Actor actor, String sql, Object... areas) {
    try {
      return House.as(
          actor, () -> House.bean(JdbcClient.class).sql(sql).params(areas).update() > 0);
    } catch (DataAccessException refused) {
      assertThat(refused.getMostSpecificCause().getMessage())
          .containsAnyOf("row-level security", "permission denied");
      return false;
    }
  }

  private static List<String> differences() {
    List<String> wrong = new ArrayList<>();
    EXPECTED
        .lines()
        .forEach(
            line -> {
              String name = line.substring(0, 36).strip();
              Actor actor = Objects.requireNonNull(ACTORS.get(name));
              String seen =
                  String.join(
                      " ",
                      reads(actor, "area_rule", "area") ? "r" : "-",
                      reads(actor, "pair_rule", "hospital_area") ? "R" : "-",
                      writes(actor, "area_rule", "area", AREA.value()) ? "a" : "-",
                      writes(actor, "area_rule", "area", FAR.value()) ? "b" : "-",
                      writes(
                              actor,
                              "pair_rule",
                              "hospital_area, home_area",
                              AREA.value(),
                              NEXT.value())
                          ? "p"
                          : "-",
                      writes(
                              actor,
                              "pair_rule",
                              "hospital_area, home_area",
                              FAR.value(),
                              NEXT.value())
                          ? "q"
                          : "-");
              if (!seen.equals(line.substring(36).strip())) {
                wrong.add(name + ": " + seen + ", not " + line.substring(36).strip());
              }
            });
    return wrong;
  }

  @Test
  void everybody_who_works_here_reads_rules_and_only_their_keepers_write_them() {
    assertThat(differences()).isEmpty();
  }

  @Test
  void a_missing_policy_is_noticed() {
    for (String table : List.of("area_rule", "pair_rule")) {
      owner.sql("alter table transition." + table + " disable row level security").update();
      try {
        assertThat(differences())
            .as(table)
            .anyMatch(line -> line.startsWith("nurse of a hospital in the area"))
            .anyMatch(line -> line.startsWith("nobody"));
      } finally {
        owner.sql("alter table transition." + table + " enable row level security").update();
      }
    }
  }

  @Test
  void what_a_version_asked_for_cannot_be_changed_by_anybody() {
    assertThat(
            done(
                Scene.officer(),
                "update transition.area_rule set clocks = '[]' where area = ?",
                AREA.value()))
        .isFalse();
  }

  @Test
  void a_hospital_alone_declares_its_grade_and_everybody_who_works_here_reads_it() {
    Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, HERE);
    UUID hospital = nurse.organization().value();
    String declare =
        """
        insert into transition.declared_grade (hospital, ward_type, valid_from, grade)
        values (?, 'GENERAL', '2024-06-01', 1)
        """;
    Actor colleague = Scene.staff(OrganizationKind.HOSPITAL, HERE).actor();
    for (Actor other :
        List.of(colleague, Scene.officer(), Actor.NOBODY, new Actor.Job("curious"))) {
      assertThat(done(other, declare, hospital)).as("%s", other).isFalse();
    }
    assertThat(done(nurse.actor(), declare, hospital)).isTrue();
    assertThat(
            done(
                colleague,
                "update transition.declared_grade set grade = 2 where hospital = ?",
                hospital))
        .isFalse();
    assertThat(grades(colleague, hospital)).isEqualTo(1);
    assertThat(grades(Actor.NOBODY, hospital)).isZero();
  }

  private static int grades(Actor actor, UUID hospital) {
    return House.as(
        actor,
        () ->
            House.bean(JdbcClient.class)
                .sql("select count(*) from transition.declared_grade where hospital = ?")
                .param(hospital)
                .query(Integer.class)
                .single());
  }
}
