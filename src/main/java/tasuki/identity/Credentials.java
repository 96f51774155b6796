package tasuki.identity;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/** Gives an account what it signs in with, where no link can be sent: sample data and tests. */
@Service
public class Credentials {

  private final Passwords passwords;
  private final SecondFactor secondFactor;
  private final TransactionTemplate transaction;

  Credentials(
      Passwords passwords,
      SecondFactor secondFactor,
      PlatformTransactionManager transactionManager) {
    this.passwords = passwords;
    this.secondFactor = secondFactor;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  /** Sets the password and takes a fresh authenticator as proved to work. */
  public void give(AccountId account, String password) {
    give(account, new Shared(passwords.hash(password)));
  }

  /** A password that many accounts share, which only invented accounts may do. */
  public static final class Shared {
    private final String hash;

    private Shared(String hash) {
      this.hash = hash;
    }
  }

  /** Prepares one password for many sample accounts: hashing is slow on purpose. */
  public Shared shared(String password) {
    return new Shared(passwords.hash(password));
  }

  /** Sets the shared password and takes a fresh authenticator as proved to work. */
  public void give(AccountId account, Shared password) {
    Acting.run(
        new Actor.Arriving(account.value()),
        () ->
            transaction.executeWithoutResult(
                _ -> {
                  passwords.keep(account.value(), password.hash, false);
                  secondFactor.enrol(account.value());
                }));
  }
}
