package tasuki.transition;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import tasuki.person.DetailRecorded;
import tasuki.person.PersonId;

/**
 * What is recorded of a person late changes how stays were judged that are long over: they are
 * computed anew in the transaction that records it, so that rates are right.
 */
@Component
class Renewals {

  private final JdbcClient jdbc;
  private final StayRows rows;
  private final Refresh refresh;

  Renewals(JdbcClient jdbc, StayRows rows, Refresh refresh) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.refresh = refresh;
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void recorded(DetailRecorded event) {
    PersonId person = new PersonId(event.person());
    if (rows.of(person).isEmpty() || !seenInFull(person)) {
      return;
    }
    rows.lock(person);
    rows.of(person).forEach(refresh::after);
  }

  private boolean seenInFull(PersonId person) {
    return jdbc.sql("select person.seen_in_full(?) and not kernel.in_portal()")
        .param(person.value())
        .query(Boolean.class)
        .single();
  }
}
