package tasuki.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/**
 * Hands out connections of the role that fits the actor: jobs have a small pool of their own, so
 * that neither can starve the other and each is held to its own policies.
 */
class ActorDataSource extends AbstractDataSource {

  private final DataSource app;
  private final DataSource job;

  ActorDataSource(DataSource app, DataSource job) {
    this.app = app;
    this.job = job;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return switch (Acting.current()) {
      case Actor.Job _ -> job.getConnection();
      case Actor.Member _, Actor.Machine _, Actor.Arriving _, Actor.Nobody _ -> app.getConnection();
    };
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw new SQLException("The role follows from the actor and cannot be chosen");
  }
}
