package tasuki.kernel;

import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Binds the actor to the running code, so that no method has to carry it through its parameters.
 */
public final class Acting {

  private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

  private Acting() {}

  /** The actor of the running code; {@link Actor.Nobody} where none was bound. */
  public static Actor current() {
    return CURRENT.orElse(Actor.NOBODY);
  }

  /**
   * The acting account.
   *
   * @throws NoSuchElementException when no account is signed in
   */
  public static UUID account() {
    return switch (current()) {
      case Actor.Member member -> member.account();
      case Actor.Arriving arriving -> arriving.account();
      case Actor.Machine _, Actor.Job _, Actor.Nobody _ -> missing();
    };
  }

  /**
   * The organisation acted for.
   *
   * @throws NoSuchElementException when nobody is signed in
   */
  public static UUID organization() {
    return switch (current()) {
      case Actor.Member member -> member.organization();
      case Actor.Machine machine -> machine.organization();
      case Actor.Arriving _, Actor.Job _, Actor.Nobody _ -> missing();
    };
  }

  /** Runs the work as the actor and answers with its result. */
  public static <T, X extends Throwable> T as(Actor actor, ScopedValue.CallableOp<T, X> work)
      throws X {
    refuseInsideTransaction();
    return ScopedValue.where(CURRENT, actor).call(work);
  }

  /** Runs the work as the actor. */
  public static void run(Actor actor, Runnable work) {
    refuseInsideTransaction();
    ScopedValue.where(CURRENT, actor).run(work);
  }

  /** The database was told who acts when the transaction began; a change inside would be a lie. */
  private static void refuseInsideTransaction() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("The actor cannot change inside a transaction");
    }
  }

  private static UUID missing() {
    throw new NoSuchElementException("Nobody is signed in");
  }
}
