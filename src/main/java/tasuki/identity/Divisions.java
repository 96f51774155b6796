package tasuki.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.directory.OrganizationId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.kernel.TasukiTime;

/** The divisions of organisations, and who works in those of the acting one. */
@Service
@Transactional
public class Divisions {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;

  Divisions(JdbcClient jdbc, Ids ids, Clock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /** Every division the organisation has or had, those that ended last. */
  @Transactional(readOnly = true)
  public List<Division> of(OrganizationId organization) {
    return jdbc.sql(
            """
            select * from identity.division where organization = ?
            order by ended_on is not null, name
            """)
        .param(organization.value())
        .query(Divisions::division)
        .list();
  }

  /**
   * The divisions for which the acting account may act: its own, and all of the organisation where
   * one of its own compiles.
   */
  @Transactional(readOnly = true)
  public List<Division> own() {
    return jdbc.sql(
            """
            select * from identity.division
            where organization = (select kernel.organization()) and ended_on is null
              and identity.in_division(id) order by name
            """)
        .query(Divisions::division)
        .list();
  }

  /**
   * The division.
   *
   * @throws AbsentException when there is none
   */
  @Transactional(readOnly = true)
  public Division get(DivisionId id) {
    return jdbc.sql("select * from identity.division where id = ?")
        .param(id.value())
        .query(Divisions::division)
        .optional()
        .orElseThrow(() -> new AbsentException("division"));
  }

  /** The accounts that work in a division of the acting organisation. */
  @Transactional(readOnly = true)
  public Set<AccountId> members(DivisionId id) {
    return new HashSet<>(
        jdbc.sql("select account from identity.division_member where division = ?")
            .param(id.value())
            .query((row, _) -> new AccountId(row.getObject("account", UUID.class)))
            .list());
  }

  /**
   * Opens a division of the acting organisation.
   *
   * @throws RefusedException when it has one of this name
   */
  public DivisionId open(String name, boolean compiles) {
    DivisionId id = new DivisionId(ids.next());
    try {
      jdbc.sql("insert into identity.division (id, name, compiles) values (?, ?, ?)")
          .params(id.value(), name, compiles)
          .update();
    } catch (DuplicateKeyException taken) {
      throw RefusedException.because("identity.refused.division-taken", name);
    }
    audit.changed("division.opened", id.value(), List.of(), name);
    return id;
  }

  /**
   * Says anew what a division of the acting organisation is called and who works in it.
   *
   * @throws RefusedException when another one has the name
   */
  public void change(DivisionId id, String name, boolean compiles, Collection<AccountId> members) {
    Division before = own(id);
    try {
      jdbc.sql("update identity.division set name = ?, compiles = ? where id = ?")
          .params(name, compiles, id.value())
          .update();
    } catch (DuplicateKeyException taken) {
      throw RefusedException.because("identity.refused.division-taken", name);
    }
    UUID[] accounts = members.stream().map(AccountId::value).distinct().toArray(UUID[]::new);
    jdbc.sql(
            """
            delete from identity.division_member
            where division = :division and account <> all (:accounts::uuid[])
            """)
        .param("division", id.value())
        .param("accounts", accounts)
        .update();
    jdbc.sql(
            """
            insert into identity.division_member (division, account)
            select :division, account from unnest(:accounts::uuid[]) account
            on conflict do nothing
            """)
        .param("division", id.value())
        .param("accounts", accounts)
        .update();
    audit.changed("division.changed", id.value(), List.of(), before.name() + " → " + name);
  }

  /** Ends a division of the acting organisation; what it was in charge of keeps its name. */
  public Division end(DivisionId id) {
    Division division = own(id);
    jdbc.sql("update identity.division set ended_on = ? where id = ? and ended_on is null")
        .params(clock.instant().atZone(TasukiTime.ZONE).toLocalDate(), id.value())
        .update();
    audit.changed("division.ended", id.value(), List.of(), division.name());
    return division;
  }

  /**
   * A division of the acting organisation.
   *
   * @throws AbsentException when it is none
   */
  @Transactional(readOnly = true)
  public Division own(DivisionId id) {
    Division division = get(id);
    if (!division.organization().value().equals(Acting.organization())) {
      throw new AbsentException("division");
    }
    return division;
  }

  private static Division division(ResultSet row, int number) throws SQLException {
    return new Division(
        new DivisionId(row.getObject("id", UUID.class)),
        new OrganizationId(row.getObject("organization", UUID.class)),
        row.getString("name"),
        row.getBoolean("compiles"),
        row.getObject("ended_on") == null);
  }
}
