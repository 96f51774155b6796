package tasuki.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
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

    /** Both factors are there: the password and the computer an administrator approved. */
    record Trusted(UUID account, WardComputer computer) implements Step {}

    /** Both factors were right. */
    record In(UUID account) implements Step {}

    /** Wrong, unknown or closed account: the same answer for all three. */
    record Wrong() implements Step {}

    /** Too many wrong ones. */
    record Wait(Instant until) implements Step {}
  }

  private final Accounts accounts;
  private final Passwords passwords;
  private final SecondFactor secondFactor;
  private final TransactionTemplate transaction;

  SignIn(
      Accounts accounts,
      Passwords passwords,
      SecondFactor secondFactor,
      PlatformTransactionManager transactionManager) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.secondFactor = secondFactor;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  /** The first step, perhaps at a computer that an administrator approved. */
  Step password(String login, String password, Optional<WardComputer> computer) {
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
              case Passwords.Answer.Right _ -> afterPassword(id, computer);
            });
  }

  private Step afterPassword(UUID account, Optional<WardComputer> computer) {
    Optional<WardComputer> own = computer.filter(found -> belongsTo(account, found));
    if (own.isPresent() && own.get().countsAsFactor()) {
      passwords.succeeded(account);
      return new Step.Trusted(account, own.get());
    }
    boolean hasCode =
        secondFactor.enrolled(account) || own.isPresent() && secondFactor.printedLeft(account) > 0;
    return hasCode ? new Step.Code(account) : new Step.Enrolment(account);
  }

  private boolean belongsTo(UUID account, WardComputer computer) {
    return accounts.viewer(new AccountId(account), computer.organization()).isPresent();
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
  Step next(UUID account, Optional<WardComputer> computer) {
    return arriving(account, () -> afterPassword(account, computer));
  }

  /** The second step; wrong codes make a guesser wait as wrong passwords do. */
  Step code(UUID account, String code) {
    return arriving(
        account,
        () -> {
          Optional<Instant> closed = passwords.closedUntil(account);
          if (closed.isPresent()) {
            return new Step.Wait(closed.get());
          }
          if (secondFactor.use(account, code)) {
            passwords.succeeded(account);
            return new Step.In(account);
          }
          passwords.failed(account);
          return new Step.Wrong();
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

  /** Notes that somebody came in and acts for the organisation from now on. */
  void arrived(Viewer viewer, @Nullable String detail) {
    arrived(viewer, "sign-in", detail);
  }

  /** Notes that somebody signed in acts for another of the own organisations from now on. */
  void switched(Viewer viewer) {
    arrived(viewer, "organization.switched", null);
  }

  private void arrived(Viewer viewer, String what, @Nullable String detail) {
    AccountId account = viewer.account().id();
    Acting.run(
        viewer.actor(),
        () ->
            transaction.executeWithoutResult(
                _ -> accounts.arrived(account, viewer.organization().id(), what, detail)));
  }

  /** For which organisation one acts at first: the one for which one acted last. */
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
