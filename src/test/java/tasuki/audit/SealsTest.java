package tasuki.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.kernel.Actor;
import tasuki.kernel.server.DatabaseAddress;

/**
 * Tampers as the owner of the tables, who could, inside a transaction that is rolled back, and asks
 * there what the check asks.
 */
class SealsTest {

  @BeforeEach
  void something_is_sealed() {
    House.as(
        Actor.NOBODY,
        () -> {
          House.bean(AuditLog.class).refused("sign-in.wrong", null, "to be sealed");
          return true;
        });
    long until = System.nanoTime() + 20_000_000_000L;
    while (House.bean(Seals.class).last().isEmpty() && System.nanoTime() < until) {
      House.bean(Sealer.class).seal();
    }
    assertThat(House.bean(Seals.class).last()).isPresent();
  }

  @Test
  void an_untouched_log_is_intact() {
    assertThat(House.bean(Seals.class).verify())
        .isInstanceOfSatisfying(
            Seals.Finding.Intact.class,
            intact -> assertThat(intact.entries()).isGreaterThanOrEqualTo(intact.seals()));
    assertThat(House.bean(Seals.class).verifyNewest(3)).isInstanceOf(Seals.Finding.Intact.class);
  }

  @Test
  void a_changed_row_shows() throws SQLException {
    assertThat(brokenAfter("update audit.entry set detail = 'other' where " + ONE)).isPositive();
  }

  @Test
  void a_row_signed_with_another_name_shows() throws SQLException {
    assertThat(brokenAfter("update audit.entry set account = uuidv7() where " + ONE)).isPositive();
  }

  @Test
  void a_removed_row_shows() throws SQLException {
    assertThat(brokenAfter("delete from audit.entry where " + ONE)).isPositive();
  }

  @Test
  void a_row_slipped_in_shows() throws SQLException {
    assertThat(
            brokenAfter(
                "insert into audit.entry (written, kind, what)"
                    + " select written_from, 'VIEW', 'person.team' from audit.seal"
                    + " where number = (select max(number) from audit.seal)"))
        .isPositive();
  }

  @Test
  void a_removed_seal_shows() throws SQLException {
    House.as(
        Actor.NOBODY,
        () -> {
          House.bean(AuditLog.class).refused("sign-in.wrong", null, "for a second seal");
          return true;
        });
    long before = House.bean(Seals.class).last().orElseThrow().number();
    long until = System.nanoTime() + 20_000_000_000L;
    while (House.bean(Seals.class).last().orElseThrow().number() == before
        && System.nanoTime() < until) {
      House.bean(Sealer.class).seal();
    }
    assertThat(brokenAfter("delete from audit.seal where number = " + before)).isPositive();
  }

  @Test
  void nothing_done_shows_nothing() throws SQLException {
    assertThat(brokenAfter("select 1")).isZero();
  }

  /** One row that the newest seal covers. */
  private static final String ONE =
      "id = (select entry.id from audit.entry entry, audit.seal seal"
          + " where seal.number = (select max(number) from audit.seal)"
          + " and entry.written >= seal.written_from and entry.written < seal.written_until"
          + " limit 1)";

  private static long brokenAfter(String tampering) throws SQLException {
    DatabaseAddress address = TestDatabase.address();
    try (Connection owner =
        DriverManager.getConnection(
            address.url(), address.owner().user(), address.owner().password())) {
      owner.setAutoCommit(false);
      // The check must see the log as it was when the row was picked.
      owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (Statement statement = owner.createStatement()) {
        statement.execute(tampering);
        Long broken =
            new NamedParameterJdbcTemplate(new SingleConnectionDataSource(owner, true))
                .query(
                    Seals.BROKEN,
                    java.util.Map.of("after", 0L),
                    (ResultSet rows) -> rows.next() ? rows.getLong(1) : 0L);
        return broken == null ? 0 : broken;
      } finally {
        owner.rollback();
      }
    }
  }
}
