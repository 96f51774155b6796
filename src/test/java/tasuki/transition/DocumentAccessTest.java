package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/**
 * Who sees which rows of forms, asked of PostgreSQL itself. The expected table is written by hand
 * from the rules of the house: a draft is its office's own, a sent form is read with access and
 * kept by author and recipient, and the portal never gets a hidden row.
 */
class DocumentAccessTest {

  /**
   * One draft and one sent form with a row in each class, a scan, a receipt and a release. The
   * columns: documents, then rows of the sent form by class, then those of the draft, then the
   * rest; the person's address is secret in the second line of the family.
   */
  private static final String EXPECTED =
      """
      situation                  | document | open | hidden | fax | address | draft | file | receipt | release
      author, full access        | 2        | 1    | 1      | 1   | 1       | 4     | 1    | 1       | 1
      author after withdrawal    | 2        | 1    | 1      | 1   | 1       | 4     | 1    | 1       | 1
      author's administrator     | 0        | 0    | 0      | 0   | 0       | 0     | 0    | 0       | 0
      recipient, full access     | 1        | 1    | 1      | 1   | 1       | 0     | 1    | 1       | 1
      recipient after withdrawal | 1        | 1    | 1      | 1   | 1       | 0     | 1    | 1       | 1
      team, full access          | 1        | 1    | 1      | 1   | 1       | 0     | 1    | 1       | 1
      team, own records only     | 0        | 0    | 0      | 0   | 0       | 0     | 0    | 0       | 0
      this form only             | 1        | 1    | 1      | 1   | 1       | 0     | 1    | 1       | 1
      another form only          | 0        | 0    | 0      | 0   | 0       | 0     | 0    | 0       | 0
      access expired             | 0        | 0    | 0      | 0   | 0       | 0     | 0    | 0       | 0
      family in the portal       | 1        | 1    | 0      | 1   | 1       | 0     | 0    | 1       | 1
      family, secret address     | 1        | 1    | 0      | 1   | 0       | 0     | 0    | 1       | 1
      family of somebody else    | 0        | 0    | 0      | 0   | 0       | 0     | 0    | 0       | 0
      machine of the team        | 1        | 1    | 1      | 1   | 1       | 0     | 1    | 1       | 1
      outside                    | 0        | 0    | 0      | 0   | 0       | 0     | 0    | 0       | 0
      nobody                     | 0        | 0    | 0      | 0   | 0       | 0     | 0    | 0       | 0
      """;

  private static final UUID PERSON = UUID.randomUUID();
  private static final UUID STAY = UUID.randomUUID();
  private static final UUID SENT = UUID.randomUUID();
  private static final UUID DRAFT = UUID.randomUUID();
  private static final UUID FAMILY = UUID.randomUUID();
  private static final Map<String, UUID> ORGANIZATIONS = new LinkedHashMap<>();
  private static UUID account;
  private static JdbcClient owner;

  @BeforeAll
  static void enter() {
    account = Scene.staff(OrganizationKind.HOSPITAL, null).account().value();
    owner = TestDatabase.asOwner();
    for (String name :
        List.of(
            "author", "recipient", "team", "own", "form", "other", "expired", "family", "out")) {
      ORGANIZATIONS.put(name, Scene.staff(OrganizationKind.HOSPITAL, null).organization().value());
    }
    fill();
    access("author", null, "FULL", null, null);
    access("recipient", null, "FULL", null, null);
    access("team", null, "FULL", null, null);
    access("own", null, "OWN", null, null);
    access("form", null, "FORM", SENT, null);
    access("other", null, "FORM", UUID.randomUUID(), null);
    access("expired", null, "FULL", null, "-1 second");
    access("family", FAMILY, "FULL", null, null);
  }

  private static void fill() {
    run(
        """
        insert into person.person (id, family_name, given_name, family_kana, given_kana, sex,
          birth_date, provisional, entered_by, entered_at, changed_at)
        values (:person, '試験', '書類', 'シケン', 'ショルイ', 'FEMALE', '1940-01-01', false, :author,
          now(), now())
        """);
    run(
        """
        insert into transition.chain (id, person, opened_at, entered_by)
        values (:stay, :person, now(), :recipient)
        """);
    run(
        """
        insert into transition.stay (id, case_number, chain, person, hospital, ward_type, state,
          admitted_at, time_known, entered_by, entered_at)
        values (:stay, :stay, :stay, :person, :recipient, 'GENERAL', 'IN_HOSPITAL', now(), true,
          :recipient, now())
        """);
    for (UUID document : List.of(SENT, DRAFT)) {
      owner
          .sql(
              """
              insert into transition.document (id, stay, person, definition, version, origin,
                organization, account, recipient, opened_at, saved_at, saved_by, sent_at, sent_by)
              values (:id, :stay, :person, 'admission-information', 1, 'TYPED', :author, :account,
                :recipient, now(), now(), :account, case when :sent then now() end,
                case when :sent then :account end)
              """)
          .param("id", document)
          .param("stay", STAY)
          .param("person", PERSON)
          .param("author", ORGANIZATIONS.get("author"))
          .param("recipient", ORGANIZATIONS.get("recipient"))
          .param("account", account)
          .param("sent", document.equals(SENT))
          .update();
      for (String one : List.of("OPEN", "HIDDEN_FROM_PERSON", "NOT_ON_FAX", "SECRET_ADDRESS")) {
        owner
            .sql(
                """
                insert into transition.document_values (document, item_class, person, answers)
                values (?, ?, ?, '{}')
                """)
            .params(document, one, PERSON)
            .update();
      }
    }
    run(
        """
        insert into file.file (id, content_type, bytes, sha256, name, locked_key, owner, made_by, at)
        values (:stay, 'image/png', 1, sha256('x'), 'x.png', 'x', :author, :account, now())
        """);
    run(
        """
        insert into transition.document_file (document, file, person, place)
        values (:sent, :stay, :person, 0)
        """);
    run(
        """
        insert into transition.document_receipt (document, kind, account, organization, person, at)
        values (:sent, 'RECEIVED', :account, :recipient, :person, now())
        """);
    run(
        """
        insert into transition.document_release (id, document, person, item, answer, reason,
          organization, account, at)
        values (:stay, :sent, :person, 'requirements', '{}', '試験', :author, :account, now())
        """);
  }

  private static void run(String statement) {
    JdbcClient.StatementSpec prepared =
        owner.sql(statement.replace(":stay, :stay, :stay", ":stay, :stay::text, :stay"));
    Map<String, Object> values =
        Map.of(
            "person", PERSON,
            "stay", STAY,
            "sent", SENT,
            "account", account,
            "author", ORGANIZATIONS.get("author"),
            "recipient", ORGANIZATIONS.get("recipient"));
    prepared.params(values).update();
  }

  private static void access(
      String organization,
      @Nullable UUID only,
      String scope,
      @Nullable UUID subject,
      @Nullable String until) {
    owner
        .sql(
            """
            insert into person.access (organization, person, id, account, scope, subject, reason,
              given_by, valid_from, valid_until)
            values (:organization, :person, :id, :account::uuid, :scope, :subject::uuid, 'TEAM',
              null, now() - interval '1 day', now() + :until::interval)
            """)
        .param("organization", java.util.Objects.requireNonNull(ORGANIZATIONS.get(organization)))
        .param("person", PERSON)
        .param("id", UUID.randomUUID())
        .param("account", only == null ? null : only.toString())
        .param("scope", scope)
        .param("subject", subject == null ? null : subject.toString())
        .param("until", until)
        .update();
  }

  private static void withdraw(String organization, boolean withdrawn) {
    owner
        .sql("update person.access set scope = ? where organization = ?")
        .params(
            withdrawn ? "OWN" : "FULL",
            java.util.Objects.requireNonNull(ORGANIZATIONS.get(organization)))
        .update();
  }

  private static Actor.Member member(String organization, UUID who, Sight sight) {
    UUID id = java.util.Objects.requireNonNull(ORGANIZATIONS.get(organization));
    if (id == null) {
      throw new AssertionError(organization);
    }
    return new Actor.Member(who, id, sight);
  }

  private static Actor actor(String situation) {
    return switch (situation) {
      case "author, full access", "author after withdrawal" ->
          member("author", account, Sight.CARE);
      case "author's administrator" -> member("author", account, Sight.NONE);
      case "recipient, full access", "recipient after withdrawal" ->
          member("recipient", account, Sight.CARE);
      case "team, full access" -> member("team", account, Sight.CARE);
      case "team, own records only" -> member("own", account, Sight.CARE);
      case "this form only" -> member("form", account, Sight.CARE);
      case "another form only" -> member("other", account, Sight.CARE);
      case "access expired" -> member("expired", account, Sight.CARE);
      case "family in the portal", "family, secret address" ->
          member("family", FAMILY, Sight.PORTAL);
      case "family of somebody else" -> member("family", UUID.randomUUID(), Sight.PORTAL);
      case "machine of the team" ->
          new Actor.Machine(UUID.randomUUID(), member("team", account, Sight.CARE).organization());
      case "outside" -> member("out", account, Sight.CARE);
      case "nobody" -> Actor.NOBODY;
      default -> throw new AssertionError(situation);
    };
  }

  private static int count(Actor actor, String column) {
    String values = "select count(*) from transition.document_values where document = '";
    String sql =
        switch (column) {
          case "document" ->
              "select count(*) from transition.document where person = '" + PERSON + "'";
          case "open" -> values + SENT + "' and item_class = 'OPEN'";
          case "hidden" -> values + SENT + "' and item_class = 'HIDDEN_FROM_PERSON'";
          case "fax" -> values + SENT + "' and item_class = 'NOT_ON_FAX'";
          case "address" -> values + SENT + "' and item_class = 'SECRET_ADDRESS'";
          case "draft" -> values + DRAFT + "'";
          case "file", "receipt", "release" ->
              "select count(*) from transition.document_%s where document = '%s'"
                  .formatted(column, SENT);
          default -> throw new AssertionError(column);
        };
    return House.as(
        actor, () -> House.bean(JdbcClient.class).sql(sql).query(Integer.class).single());
  }

  private static List<String> differences() {
    List<String> wrong = new ArrayList<>();
    List<String[]> rows = EXPECTED.lines().map(line -> line.strip().split("\\s*\\|\\s*")).toList();
    String[] columns = rows.getFirst();
    for (String[] row : rows.subList(1, rows.size())) {
      before(row[0]);
      for (int column = 1; column < columns.length; column++) {
        int seen = count(actor(row[0]), columns[column]);
        if (seen != Integer.parseInt(row[column])) {
          wrong.add(
              "%s sees %d of %s, not %s".formatted(row[0], seen, columns[column], row[column]));
        }
      }
      after(row[0]);
    }
    return wrong;
  }

  private static void before(String situation) {
    if (situation.endsWith("after withdrawal")) {
      withdraw(situation.startsWith("author") ? "author" : "recipient", true);
    }
    if (situation.equals("family, secret address")) {
      run(
          """
          insert into person.residence (id, person, valid_from, secret, recorded_at, recorded_by)
          values (:stay, :person, '2021-01-01', true, now(), :account)
          """);
    }
  }

  private static void after(String situation) {
    if (situation.endsWith("after withdrawal")) {
      withdraw(situation.startsWith("author") ? "author" : "recipient", false);
    }
    if (situation.equals("family, secret address")) {
      run("delete from person.residence where person = :person");
    }
  }

  @Test
  void everybody_sees_exactly_the_rows_of_the_hand_written_table() {
    assertThat(differences()).isEmpty();
  }

  @Test
  void the_table_notices_when_the_policy_on_classes_is_gone() {
    owner.sql("alter table transition.document_values disable row level security").update();
    try {
      assertThat(differences()).contains("family in the portal sees 1 of hidden, not 0");
    } finally {
      owner.sql("alter table transition.document_values enable row level security").update();
    }
  }

  private static int changes(Actor actor, String sql) {
    return House.as(actor, () -> House.bean(JdbcClient.class).sql(sql).update());
  }

  @Test
  void nobody_changes_a_sent_form_and_only_its_office_a_draft() {
    String answers = "update transition.document_values set answers = '{}' where document = '";
    String edition = "update transition.document set edition = edition where id = '";
    for (String situation :
        List.of("author, full access", "recipient, full access", "team, full access")) {
      assertThat(changes(actor(situation), answers + SENT + "'")).as(situation).isZero();
      assertThat(changes(actor(situation), edition + SENT + "'")).as(situation).isZero();
    }
    assertThat(changes(actor("team, full access"), answers + DRAFT + "'")).isZero();
    assertThat(changes(actor("recipient, full access"), edition + DRAFT + "'")).isZero();
    assertThat(changes(actor("family in the portal"), edition + DRAFT + "'")).isZero();
    assertThat(changes(actor("author, full access"), answers + DRAFT + "'")).isEqualTo(4);
    assertThat(changes(actor("author, full access"), edition + DRAFT + "'")).isEqualTo(1);
  }

  @Test
  void what_is_not_granted_cannot_be_done_by_anybody() {
    for (String forbidden :
        List.of(
            "delete from transition.document",
            "delete from transition.document_values",
            "update transition.document set organization = recipient",
            "update transition.document set account = account",
            "update transition.document_values set item_class = 'OPEN'",
            "update transition.document_release set reason = 'x'",
            "update transition.document_receipt set at = now()")) {
      assertThatThrownBy(() -> changes(actor("author, full access"), forbidden))
          .as(forbidden)
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
    for (String table :
        List.of("document", "document_values", "document_file", "document_release")) {
      assertThatThrownBy(
              () ->
                  House.as(
                      new Actor.Job("curious"),
                      () ->
                          House.bean(JdbcClient.class)
                              .sql("select count(one) from transition.%s one".formatted(table))
                              .query(Integer.class)
                              .single()))
          .as(table)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void only_the_recipient_says_that_it_arrived_and_only_the_author_releases() {
    String receipt =
        "insert into transition.document_receipt (document, kind, person, at) values ('%s', 'READ', '%s', now())"
            .formatted(SENT, PERSON);
    String release =
        "insert into transition.document_release (id, document, person, item, answer, reason, at) values ('%s', '%s', '%s', 'abuse', '{}', 'x', now())"
            .formatted(UUID.randomUUID(), SENT, PERSON);
    for (String situation : List.of("team, full access", "family in the portal")) {
      assertThatThrownBy(() -> changes(actor(situation), receipt))
          .as(situation)
          .rootCause()
          .hasMessageContaining("row-level security");
      assertThatThrownBy(() -> changes(actor(situation), release))
          .as(situation)
          .rootCause()
          .hasMessageContaining("row-level security");
    }
    assertThatThrownBy(() -> changes(actor("recipient, full access"), release))
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThatThrownBy(() -> changes(actor("author, full access"), receipt))
        .rootCause()
        .hasMessageContaining("row-level security");
  }
}
