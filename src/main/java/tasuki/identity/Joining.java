package tasuki.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.audit.AuditLog;
import tasuki.directory.Organization;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.Ruling;

/** Turns a link into a password of one's own. Nothing changes until the password is chosen. */
@Service
class Joining {

  /** Who is invited and where. */
  record Invited(Account account, List<Organization> organizations) {}

  /** What came of choosing a password. */
  sealed interface Outcome {
    /** The password is set; the authenticator comes next. */
    record Chosen(UUID account) implements Outcome {}

    /** Not such a password. */
    record Unacceptable(Ruling ruling) implements Outcome {}

    /** The link does not work (any more). */
    record LinkOver() implements Outcome {}
  }

  private final Accounts accounts;
  private final Invitations invitations;
  private final Passwords passwords;
  private final SecondFactor secondFactor;
  private final Sessions sessions;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  Joining(
      Accounts accounts,
      Invitations invitations,
      Passwords passwords,
      SecondFactor secondFactor,
      Sessions sessions,
      AuditLog audit,
      PlatformTransactionManager transactionManager) {
    this.accounts = accounts;
    this.invitations = invitations;
    this.passwords = passwords;
    this.secondFactor = secondFactor;
    this.sessions = sessions;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  /** Who is invited by the link, while it works and the account still belongs somewhere. */
  Optional<Invited> invited(String mark) {
    return invitations
        .owner(mark)
        .flatMap(id -> accounts.find(new AccountId(id)))
        .filter(account -> !account.closed())
        .map(account -> new Invited(account, accounts.organizationsOf(account.id())))
        .filter(invited -> !invited.organizations().isEmpty());
  }

  /** Uses the link up: sets the password, and takes back what was lost or may be in wrong hands. */
  Outcome choose(String mark, String wanted) {
    Optional<Invited> invited = invited(mark);
    if (invited.isEmpty()) {
      return new Outcome.LinkOver();
    }
    Account account = invited.get().account();
    Ruling ruling = passwords.acceptable(wanted, account.login(), account.name());
    if (ruling instanceof Ruling.Refused) {
      return new Outcome.Unacceptable(ruling);
    }
    UUID id = account.id().value();
    boolean used =
        Boolean.TRUE.equals(
            Acting.as(
                new Actor.Arriving(id), () -> transaction.execute(_ -> use(mark, id, wanted))));
    return used ? new Outcome.Chosen(id) : new Outcome.LinkOver();
  }

  private boolean use(String mark, UUID account, String wanted) {
    if (invitations.use(mark).filter(account::equals).isEmpty()) {
      return false;
    }
    audit.signedIn("invitation.used", account, null);
    passwords.set(account, wanted, false);
    secondFactor.forget(account);
    sessions.end(account, null);
    return true;
  }
}
