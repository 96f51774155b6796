package tasuki.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.audit.AuditLog;
import tasuki.directory.Organization;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.Ruling;

/**
 * The steps of signing in: password, then second factor. Each step acts as somebody who has not
 * proved anything yet and therefore sees nothing but the credentials of the one account.
 */
@Service
class SignIn {

  /** What follows a typed password. */
  sealed interface Step {
    /** Password right; now the code. */
    record Code(UUID account) implements Step {}

    /** Password right; a password of one's own must be chosen first. */
    record NewPassword(UUID account) implements Step {}

    /** Password right; no second factor yet. */
    record Enrolment(UUID account) implements Step {}

    /** Wrong, unknown or closed account: the same answer for all three. */
    record Wrong() implements Step {}

    /** Too many wrong ones. */
    record Wait(Instant until) implements Step {}
  }

  private final Accounts accounts;
  private final Passwords passwords;
  private final SecondFactor secondFactor;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  SignIn(
      Accounts accounts,
      Passwords passwords,
      SecondFactor secondFactor,
      AuditLog audit,
      PlatformTransactionManager transactionManager) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.secondFactor = secondFactor;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  /** The first step. */
  Step password(String login, String password) {
    Optional<Account> account = accounts.byLogin(login.strip()).filter(found -> !found.closed());
    if (account.isEmpty()) {
      passwords.compareWithNothing(password);
      return new Step.Wrong();
    }
    UUID id = account.get().id().value();
    return arriving(
        id,
        () ->
            switch (passwords.compare(id, password)) {
              case Passwords.Answer.Wrong _ -> new Step.Wrong();
              case Passwords.Answer.Closed closed -> new Step.Wait(closed.until());
              case Passwords.Answer.Right right when right.mustChange() -> new Step.NewPassword(id);
              case Passwords.Answer.Right _ -> afterPassword(id);
            });
  }

  private Step afterPassword(UUID account) {
    return secondFactor.enrolled(account) ? new Step.Code(account) : new Step.Enrolment(account);
  }

  /** A password of one's own, instead of the first one. */
  Ruling choosePassword(UUID account, String wanted) {
    Account owner = accounts.find(new AccountId(account)).orElseThrow();
    return arriving(
        account,
        () -> {
          Ruling ruling = passwords.acceptable(wanted, owner.login(), owner.name());
          if (ruling instanceof Ruling.Allowed) {
            passwords.set(account, wanted, false);
          }
          return ruling;
        });
  }

  /** Which step comes next for somebody whose password was right. */
  Step next(UUID account) {
    return arriving(account, () -> afterPassword(account));
  }

  /** The second step; true lets in. */
  boolean code(UUID account, String code) {
    return arriving(
        account,
        () -> {
          boolean right = secondFactor.use(account, code);
          if (right) {
            passwords.succeeded(account);
            audit.signedIn("sign-in", account, null);
          } else {
            passwords.failed(account);
          }
          return right;
        });
  }

  byte[] beginEnrolment(UUID account) {
    return arriving(account, () -> secondFactor.beginEnrolment(account));
  }

  boolean confirmEnrolment(UUID account, String code) {
    return arriving(account, () -> secondFactor.confirmEnrolment(account, code));
  }

  Optional<String> codeForDemo(UUID account) {
    return arriving(account, () -> secondFactor.nextForDemo(account));
  }

  /** For which organisation one acts at first: the one to which one has belonged longest. */
  Optional<UUID> firstOrganization(UUID account) {
    List<Organization> organizations = accounts.organizationsOf(new AccountId(account));
    return organizations.stream().findFirst().map(organization -> organization.id().value());
  }

  private <T> T arriving(UUID account, Supplier<T> work) {
    return Acting.as(
        new Actor.Arriving(account),
        () -> java.util.Objects.requireNonNull(transaction.execute(_ -> work.get())));
  }
}
