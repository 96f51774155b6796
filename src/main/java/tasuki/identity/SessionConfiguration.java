package tasuki.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions live in PostgreSQL, so any node can answer any request. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  /**
   * Every request touches its session. Losing the last touch in a crash costs nobody anything, so
   * it does not wait for the disk.
   */
  @Bean
  TransactionOperations springSessionTransactionOperations(
      PlatformTransactionManager transactionManager, JdbcTemplate jdbc) {
    TransactionTemplate transaction = new TransactionTemplate(transactionManager);
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return new TransactionOperations() {
      @Override
      public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        return transaction.execute(
            status -> {
              jdbc.execute("set local synchronous_commit = off");
              return action.doInTransaction(status);
            });
      }
    };
  }

  /**
   * Two requests of one browser may add the same attribute at the same time (two tabs that both
   * leave a notice for the next page); the later one wins instead of failing.
   */
  @Bean
  PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionAttributesOverwrite() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }
}
