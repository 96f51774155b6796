package tasuki.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;

/** Rows are on their way while the next are collected, and nobody notices. */
class CopyBufferTest {

  private static final Actor JOB = new Actor.Job("import");
  private static final String TARGET = "intake.staged (import, number, line, scope, key, content)";

  /** Of such rows a piece holds about two thousand. */
  private static final String LONG = "花".repeat(300) + "\t\\\n";

  private final UUID work = UUID.randomUUID();

  private CopyBuffer buffer() {
    return new CopyBuffer(House.bean(DataSource.class), TARGET);
  }

  private void add(CopyBuffer rows, int number, @Nullable String key) {
    rows.add(work, number, number, "", key, LONG);
  }

  private long count() {
    return House.bean(JdbcClient.class)
        .sql("select count(*) from intake.staged where import = ? and content = ?")
        .params(work, LONG)
        .query(Long.class)
        .single();
  }

  private void tidyUp() {
    House.bean(JdbcClient.class)
        .sql("delete from intake.staged where import = ?")
        .param(work)
        .update();
  }

  @Test
  void the_connection_may_be_asked_while_rows_are_on_their_way() {
    int rows = 12_000;
    House.as(
        JOB,
        () -> {
          CopyBuffer buffer = buffer();
          long before = 0;
          for (int row = 1; row <= rows; row++) {
            add(buffer, row, "key");
            if (row % 3_000 == 0) {
              long written = count();
              assertThat(written).isGreaterThan(before).isLessThanOrEqualTo(row);
              before = written;
            }
          }
          buffer.flush();
          assertThat(count()).isEqualTo(rows);
          tidyUp();
          return true;
        });
  }

  @Test
  void two_buffers_of_one_transaction_take_turns() {
    House.as(
        JOB,
        () -> {
          CopyBuffer one = buffer();
          CopyBuffer other = buffer();
          for (int row = 1; row <= 5_000; row++) {
            add(one, row, "one");
            add(other, row, "other");
          }
          one.flush();
          other.flush();
          assertThat(count()).isEqualTo(10_000);
          tidyUp();
          return true;
        });
  }

  @Test
  void a_row_that_the_database_refuses_is_told_and_nothing_stays() {
    assertThatThrownBy(
            () ->
                House.as(
                    JOB,
                    () -> {
                      CopyBuffer buffer = buffer();
                      for (int row = 1; row <= 9_000; row++) {
                        add(buffer, row, row == 100 ? null : "key");
                      }
                      buffer.flush();
                      return true;
                    }))
        .isInstanceOf(DataAccessResourceFailureException.class)
        .hasStackTraceContaining("null value in column \"key\"");
    assertThat(House.as(JOB, this::count)).as("the connection works, and has nothing").isZero();
  }

  @Test
  void whoever_gives_up_while_rows_are_on_their_way_leaves_nothing() {
    assertThatThrownBy(
            () ->
                House.as(
                    JOB,
                    () -> {
                      CopyBuffer buffer = buffer();
                      for (int row = 1; row <= 2_500; row++) {
                        add(buffer, row, "key");
                      }
                      throw new IllegalArgumentException("given up");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(House.as(JOB, this::count)).isZero();
  }
}
