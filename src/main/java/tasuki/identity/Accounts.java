package tasuki.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** Accounts and the organisations they belong to, which may change while the account stays. */
@Service
@Transactional
public class Accounts {

  /** One line of an organisation's staff. */
  public record StaffMember(Account account, Set<Duty> duties, OffsetDateTime since) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final Organizations organizations;

  Accounts(JdbcClient jdbc, Ids ids, Clock clock, AuditLog audit, Organizations organizations) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.organizations = organizations;
  }

  /**
   * Opens an account that cannot sign in yet: it has no password until an invitation is used.
   *
   * @throws RefusedException when the login name is taken
   */
  public AccountId open(
      String login, String name, String kana, Profession profession, @Nullable String mail) {
    UUID id = ids.next();
    int made =
        jdbc.sql(
                """
                insert into identity.account (id, login, name, kana, profession, mail, created_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(id, login, name, kana, profession.name())
            .param(mail)
            .param(now())
            .update();
    if (made == 0) {
      throw RefusedException.because("identity.refused.login-taken", login);
    }
    audit.changed("account.opened", id, List.of(), null);
    return new AccountId(id);
  }

  /** Lets the account act for the organisation from now on, with these duties instead of others. */
  public void join(AccountId account, OrganizationId organization, Set<Duty> duties) {
    OffsetDateTime now = now();
    closeMembership(account, organization, now);
    jdbc.sql(
            """
            insert into identity.membership (id, account, organization, duties, valid_from)
            values (?, ?, ?, ?::text[], ?)
            """)
        .params(ids.next(), account.value(), organization.value())
        .params(duties.stream().map(Enum::name).collect(Collectors.joining(",", "{", "}")), now)
        .update();
    audit.changed(
        "membership.opened",
        account.value(),
        List.of(),
        duties.stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
  }

  /** Ends at once what the account may do for the organisation; what it wrote there stays. */
  public void leave(AccountId account, OrganizationId organization) {
    if (closeMembership(account, organization, now()) == 0) {
      throw new AbsentException("membership");
    }
    audit.changed("membership.closed", account.value(), List.of(), null);
  }

  private int closeMembership(AccountId account, OrganizationId organization, OffsetDateTime now) {
    return jdbc.sql(
            """
            update identity.membership set valid_until = :now
            where account = :account and organization = :organization and valid_until is null
            """)
        .param("now", now)
        .param("account", account.value())
        .param("organization", organization.value())
        .update();
  }

  /** Notes that the account begins to act for the organisation, in whose name the caller acts. */
  void arrived(
      AccountId account, OrganizationId organization, String what, @Nullable String detail) {
    jdbc.sql(
            """
            update identity.membership set signed_in_at = ?
            where account = ? and organization = ? and valid_until is null
            """)
        .params(now(), account.value(), organization.value())
        .update();
    audit.signedIn(what, account.value(), detail);
  }

  /** In which language the account wants to be addressed. */
  void speak(AccountId account, String language) {
    jdbc.sql("update identity.account set language = ? where id = ?")
        .params(language, account.value())
        .update();
    audit.changed("account.language", account.value(), List.of(), language);
  }

  /** The account with this login name, in any case of letters. */
  @Transactional(readOnly = true)
  public Optional<Account> byLogin(String login) {
    return jdbc.sql("select * from identity.account where lower(login) = lower(?)")
        .param(login)
        .query(Accounts::account)
        .optional();
  }

  /** The account. */
  @Transactional(readOnly = true)
  public Optional<Account> find(AccountId id) {
    return jdbc.sql("select * from identity.account where id = ?")
        .param(id.value())
        .query(Accounts::account)
        .optional();
  }

  /** What an account is called beside what it did; empty where the reader knows of none. */
  @Transactional(readOnly = true)
  public String nameOf(UUID id) {
    return find(new AccountId(id)).map(Account::name).orElse("");
  }

  /** Who works for the organisation now, in the order of their kana. */
  @Transactional(readOnly = true)
  public List<StaffMember> staffOf(OrganizationId organization) {
    return jdbc.sql(
            """
            select account.*, belonging.duties, belonging.since
            from identity.belonging belonging
            join identity.account account on account.id = belonging.account
            where belonging.organization = ? and account.closed_at is null
            order by account.kana, account.id
            """)
        .param(organization.value())
        .query(
            (row, number) ->
                new StaffMember(
                    account(row, number),
                    duties(row),
                    row.getObject("since", OffsetDateTime.class)))
        .list();
  }

  /** The organisations for which the account may act now: the one acted for last, then by age. */
  @Transactional(readOnly = true)
  public List<Organization> organizationsOf(AccountId account) {
    List<OrganizationId> ids =
        jdbc.sql(
                """
                select organization from identity.belonging
                where account = ? order by signed_in_at desc nulls last, since, organization
                """)
            .param(account.value())
            .query((row, _) -> new OrganizationId(row.getObject("organization", UUID.class)))
            .list();
    return ids.stream().map(organizations::get).toList();
  }

  /** The account as it may act for the organisation now; empty when it may not (any more). */
  @Transactional(readOnly = true)
  public Optional<Viewer> viewer(AccountId account, OrganizationId organization) {
    return jdbc.sql(
            """
            select account.*, membership.duties
            from identity.membership membership
            join identity.account account on account.id = membership.account
            where membership.account = ? and membership.organization = ?
              and membership.valid_until is null and account.closed_at is null
            """)
        .params(account.value(), organization.value())
        .query(
            (row, number) ->
                new Viewer(account(row, number), organizations.get(organization), duties(row)))
        .optional();
  }

  static Set<Duty> duties(ResultSet row) throws SQLException {
    Array array = row.getArray("duties");
    Set<Duty> duties = EnumSet.noneOf(Duty.class);
    Arrays.stream((String[]) array.getArray()).map(Duty::valueOf).forEach(duties::add);
    return duties;
  }

  static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        new AccountId(row.getObject("id", UUID.class)),
        row.getString("login"),
        row.getString("name"),
        row.getString("kana"),
        Profession.valueOf(row.getString("profession")),
        row.getString("mail"),
        row.getString("language"),
        row.getObject("closed_at") != null);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
