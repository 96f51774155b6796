package tasuki.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.kernel.Ruling;
import tasuki.kernel.TasukiTime;

/** What an administrator does for the staff of the own organisation. */
@Service
@Transactional
class Staff {

  /** How far somebody has come. */
  enum State {
    /** Signs in with both factors. */
    ACTIVE,
    /** Has a password and must still set up an authenticator. */
    NO_SECOND_FACTOR,
    /** Has a link that still works. */
    INVITED,
    /** Never signed up, and the link no longer works. */
    LINK_OVER
  }

  /** One line of the list. */
  record Line(
      Account account,
      Set<Duty> duties,
      ZonedDateTime since,
      State state,
      @Nullable ZonedDateTime linkUntil,
      @Nullable ZonedDateTime signedIn) {}

  /** What is asked about somebody new. */
  record Newcomer(
      String login, String name, String kana, Profession profession, @Nullable String mail) {}

  private static final String LINES =
      """
      select account.*, belonging.duties, belonging.since, belonging.signed_in_at,
        readiness.signed_up, readiness.second_factor,
        (select max(invitation.expires_at) from identity.invitation invitation
         where invitation.account = account.id and invitation.used_at is null
           and invitation.expires_at > :now) as link_until
      from identity.belonging belonging
      join identity.account account on account.id = belonging.account
      join identity.staff_readiness() readiness on readiness.account = account.id
      where belonging.organization = :organization and account.closed_at is null
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Accounts accounts;
  private final Invitations invitations;

  Staff(JdbcClient jdbc, Clock clock, Accounts accounts, Invitations invitations) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.accounts = accounts;
    this.invitations = invitations;
  }

  /** Everybody, in the order of their kana. */
  @Transactional(readOnly = true)
  public List<Line> of(OrganizationId organization) {
    return jdbc.sql(LINES + " order by account.kana, account.id")
        .param("organization", organization.value())
        .param("now", OffsetDateTime.now(clock))
        .query(Staff::line)
        .list();
  }

  /**
   * One of the staff.
   *
   * @throws AbsentException when the account does not belong to the organisation
   */
  @Transactional(readOnly = true)
  public Line get(OrganizationId organization, AccountId account) {
    return jdbc.sql(LINES + " and account.id = :account")
        .param("organization", organization.value())
        .param("now", OffsetDateTime.now(clock))
        .param("account", account.value())
        .query(Staff::line)
        .optional()
        .orElseThrow(() -> new AbsentException("staff"));
  }

  /** Opens an account, lets it belong and makes the link by which its owner joins. */
  public Invitations.Link invite(Viewer by, Newcomer newcomer, Set<Duty> duties) {
    DutyRules.mayGive(by.organization().kind(), duties).orThrow();
    AccountId account =
        accounts.open(
            newcomer.login(),
            newcomer.name(),
            newcomer.kana(),
            newcomer.profession(),
            newcomer.mail());
    accounts.join(account, by.organization().id(), duties);
    return invitations.make(account, by.account().id());
  }

  /** Lets an account that exists elsewhere belong here too. */
  public Account add(Viewer by, String login, Set<Duty> duties) {
    OrganizationId organization = by.organization().id();
    DutyRules.mayGive(by.organization().kind(), duties).orThrow();
    Account account =
        accounts
            .byLogin(login)
            .filter(found -> !found.closed())
            .orElseThrow(() -> RefusedException.because("identity.refused.login-unknown", login));
    if (accounts.viewer(account.id(), organization).isPresent()) {
      throw RefusedException.because("identity.refused.belongs-already", account.name());
    }
    accounts.join(account.id(), organization, duties);
    return account;
  }

  /** Gives other duties from now on. */
  public void changeDuties(Viewer by, AccountId account, Set<Duty> duties) {
    DutyRules.mayGive(by.organization().kind(), duties).orThrow();
    lock(by.organization());
    get(by.organization().id(), account);
    if (!duties.contains(Duty.ADMINISTRATOR)) {
      somebodyElseAdministers(by.organization().id(), account).orThrow();
    }
    accounts.join(account, by.organization().id(), duties);
  }

  /** Ends the membership at once. */
  public void remove(Viewer by, AccountId account) {
    lock(by.organization());
    get(by.organization().id(), account);
    mayRemove(by.organization().id(), account).orThrow();
    accounts.leave(account, by.organization().id());
  }

  /**
   * Whether the account may be removed: an organisation keeps one administrator who can sign in.
   */
  @Transactional(readOnly = true)
  public Ruling mayRemove(OrganizationId organization, AccountId account) {
    return somebodyElseAdministers(organization, account);
  }

  /** Makes a new link for somebody who lost password or authenticator. */
  public Invitations.Link renew(Viewer by, AccountId account) {
    get(by.organization().id(), account);
    mayRenew(by.organization().id(), account).orThrow();
    return invitations.make(account, by.account().id());
  }

  /**
   * Whoever holds a new link becomes the account, at all of its organisations. So only the
   * organisation to which it has belonged longest may make one: nobody takes an account over by
   * adding it.
   */
  @Transactional(readOnly = true)
  public Ruling mayRenew(OrganizationId organization, AccountId account) {
    boolean oldest =
        jdbc.sql(
                """
                select not exists (select from identity.belonging other
                  where other.account = here.account and other.organization <> here.organization
                    and other.since <= here.since)
                from identity.belonging here where here.account = ? and here.organization = ?
                """)
            .params(account.value(), organization.value())
            .query(Boolean.class)
            .optional()
            .orElse(false);
    return oldest ? Ruling.ALLOWED : Ruling.refused("identity.refused.home-elsewhere");
  }

  private Ruling somebodyElseAdministers(OrganizationId organization, AccountId account) {
    Optional<Line> other =
        of(organization).stream()
            .filter(line -> !line.account().id().equals(account))
            .filter(line -> line.duties().contains(Duty.ADMINISTRATOR))
            .filter(line -> line.state() == State.ACTIVE)
            .findAny();
    return other.isPresent()
        ? Ruling.ALLOWED
        : Ruling.refused("identity.refused.last-administrator");
  }

  /** Two administrators who remove each other at the same moment would leave nobody. */
  private void lock(Organization organization) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('staff/' || ?, 0))")
        .param(organization.id().toString())
        .query((_, _) -> true)
        .single();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    ZonedDateTime linkUntil = japan(row, "link_until");
    State state;
    if (row.getBoolean("signed_up")) {
      state = row.getBoolean("second_factor") ? State.ACTIVE : State.NO_SECOND_FACTOR;
    } else {
      state = linkUntil == null ? State.LINK_OVER : State.INVITED;
    }
    return new Line(
        Accounts.account(row, number),
        Accounts.duties(row),
        java.util.Objects.requireNonNull(japan(row, "since")),
        state,
        linkUntil,
        japan(row, "signed_in_at"));
  }

  /** The moment as clocks in Japan showed it. */
  static @Nullable ZonedDateTime japan(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.atZoneSameInstant(TasukiTime.ZONE);
  }
}
