package tasuki.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.directory.NewOrganization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.kernel.TasukiTime;
import tasuki.kernel.server.ReadyLines;

/**
 * Lets the first person into a new installation: as long as nobody has chosen a password, every
 * start prints a link. The links of several nodes work side by side, and the first that is used
 * ends the others, so nobody is locked out by a lost line or by a second node.
 */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "serve")
class FirstAdministrator implements ReadyLines {

  static final String LOGIN = "administrator";

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Invitations invitations;
  private final Organizations organizations;
  private final Clock clock;
  private final Environment environment;
  private final String prefecture;
  private final TransactionTemplate transaction;

  FirstAdministrator(
      JdbcClient jdbc,
      Accounts accounts,
      Invitations invitations,
      Organizations organizations,
      Clock clock,
      Environment environment,
      @Value("${tasuki.prefecture:}") String prefecture,
      PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.invitations = invitations;
    this.organizations = organizations;
    this.clock = clock;
    this.environment = environment;
    this.prefecture = prefecture.strip();
    this.transaction = new TransactionTemplate(transactionManager);
  }

  @Override
  public List<String> lines() {
    return Objects.requireNonNull(transaction.execute(_ -> linesOnce()));
  }

  private List<String> linesOnce() {
    // Nodes that start together wait here for each other, so there is one administrator.
    jdbc.sql("select pg_advisory_xact_lock(hashtext('identity.first-administrator'))")
        .query((_, _) -> true)
        .single();
    if (jdbc.sql("select identity.anybody_signed_up()").query(Boolean.class).single()) {
      return List.of();
    }
    Optional<Account> found = accounts.byLogin(LOGIN);
    if (found.isEmpty() && prefecture.isEmpty()) {
      return List.of(
          "Nobody can sign in yet: set TASUKI_PREFECTURE to the prefecture's name and start again.");
    }
    AccountId first = found.map(Account::id).orElseGet(this::open);
    Invitations.Link link = invitations.makeBeside(first, null);
    return List.of(
        "Nobody has signed in yet. The first administrator joins by this link, which works once,"
            + " until "
            + link.until().format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm"))
            + ":",
        "  http://localhost:"
            + environment.getProperty("local.server.port", "8080")
            + "/join/"
            + link.token(),
        "  (or the same path at the address by which people reach this Tasuki)");
  }

  private AccountId open() {
    OrganizationId organization =
        organizations.add(
            new NewOrganization(
                OrganizationKind.PREFECTURE,
                prefecture,
                "",
                null,
                "",
                null,
                null,
                "",
                null,
                true,
                false,
                LocalDate.now(clock.withZone(TasukiTime.ZONE))));
    AccountId account = accounts.open(LOGIN, "管理者", "カンリシャ", Profession.OFFICE_STAFF, null);
    accounts.join(account, organization, EnumSet.of(Duty.ADMINISTRATOR));
    return account;
  }
}
