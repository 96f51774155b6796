package tasuki.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;

class ListenersTest {

  @Test
  void a_listener_runs_after_the_transaction_as_a_job_and_leaves_nothing_behind()
      throws InterruptedException {
    UUID id = ring(false);
    assertThat(BellListener.HEARD.poll(10, TimeUnit.SECONDS)).isInstanceOf(Actor.Job.class);
    assertThat(eventually(() -> publications(id) == 0)).isTrue();
  }

  @Test
  void a_failing_listener_leaves_exactly_one_incomplete_publication() throws InterruptedException {
    UUID id = ring(true);
    assertThat(BellListener.HEARD.poll(10, TimeUnit.SECONDS)).isInstanceOf(Actor.Job.class);
    assertThat(eventually(() -> publications(id) == 1)).isTrue();
    assertThat(publications(id)).isEqualTo(1);
    House.as(
        new Actor.Job("test"),
        () ->
            House.bean(JdbcClient.class)
                .sql("delete from kernel.event_publication where serialized_event like :id")
                .param("id", "%" + id + "%")
                .update());
  }

  @Test
  void an_event_of_a_transaction_that_failed_is_never_heard() throws InterruptedException {
    UUID id = UUID.randomUUID();
    try {
      House.as(
          Actor.NOBODY,
          () -> {
            House.publish(new BellListener.BellRung(id, false));
            throw new IllegalStateException("rolled back");
          });
    } catch (IllegalStateException expected) {
      assertThat(BellListener.HEARD.poll(500, TimeUnit.MILLISECONDS)).isNull();
    }
    assertThat(publications(id)).isZero();
  }

  private static UUID ring(boolean broken) {
    UUID id = UUID.randomUUID();
    House.as(
        Actor.NOBODY,
        () -> {
          House.publish(new BellListener.BellRung(id, broken));
          return List.of();
        });
    return id;
  }

  private static int publications(UUID id) {
    return House.as(
        new Actor.Job("test"),
        () ->
            House.bean(JdbcClient.class)
                .sql(
                    """
                    select count(*) from kernel.event_publication
                    where serialized_event like :id and completion_date is null
                    """)
                .param("id", "%" + id + "%")
                .query(Integer.class)
                .single());
  }

  private static boolean eventually(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(10));
    while (Instant.now().isBefore(end)) {
      if (condition.getAsBoolean()) {
        return true;
      }
      Thread.sleep(50);
    }
    return false;
  }
}
