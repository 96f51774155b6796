package tasuki.kernel.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tasuki.TestDatabase;

class TestDatabaseTest {
  @Test
  void the_whole_suite_shares_one_server() {
    assertThat(TestDatabase.address()).isSameAs(TestDatabase.address());
  }
}
