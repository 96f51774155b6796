package tasuki.kernel.database;

import java.io.Serial;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/**
 * Begins every transaction by telling the database who acts, for that transaction only. Outside a
 * transaction nobody acts, and row-level security shows nothing.
 */
class ActorTransactionManager extends JdbcTransactionManager {
  @Serial private static final long serialVersionUID = 1;

  private static final String TELL =
      """
      select set_config('tasuki.account', ?, true),
             set_config('tasuki.organization', ?, true),
             set_config('tasuki.sight', ?, true)
      """;

  ActorTransactionManager(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    Actor actor = Acting.current();
    if (actor instanceof Actor.Nobody) {
      return;
    }
    try {
      tell(actor);
    } catch (SQLException failure) {
      doCleanupAfterCompletion(transaction);
      throw new TransactionSystemException("Could not tell the database who acts", failure);
    }
  }

  private void tell(Actor actor) throws SQLException {
    ConnectionHolder holder =
        (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
    if (holder == null) {
      throw new SQLException("The transaction has no connection");
    }
    Connection connection = holder.getConnection();
    try (PreparedStatement statement = connection.prepareStatement(TELL)) {
      statement.setString(1, actor.accountText());
      statement.setString(2, actor.organizationText());
      statement.setString(3, actor.sightText());
      statement.execute();
    }
  }
}
