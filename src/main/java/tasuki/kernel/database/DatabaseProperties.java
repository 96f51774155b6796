package tasuki.kernel.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where PostgreSQL is and who signs in there: the owner migrates, the other two own nothing.
 *
 * @param pool most connections of one node for people's requests
 * @param jobPool most connections of one node for jobs
 */
@ConfigurationProperties("tasuki.database")
record DatabaseProperties(
    String url,
    Role owner,
    Role app,
    Role job,
    @DefaultValue("24") int pool,
    @DefaultValue("6") int jobPool) {

  record Role(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }
}
