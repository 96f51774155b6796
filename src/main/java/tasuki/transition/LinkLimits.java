package tasuki.transition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often links to conferences may be used within an hour: one link, one link from one address,
 * and wrong links from one address. Links and addresses are only compared, so none is kept.
 */
@Component
class LinkLimits {

  static final int USES_OF_A_LINK = 300;
  static final int USES_FROM_AN_ADDRESS = 60;
  static final int WRONG_LINKS = 20;

  private final JdbcClient jdbc;
  private final String key;

  LinkLimits(JdbcClient jdbc, @Value("${tasuki.key}") String key) {
    this.jdbc = jdbc;
    this.key = key;
  }

  /** Counts one use; false where there were too many. */
  @Transactional
  boolean mayUse(String mark, String address) {
    return allowed("wrong/" + address, WRONG_LINKS, false)
        && allowed("use/" + mark + "/" + address, USES_FROM_AN_ADDRESS, true)
        && allowed("use/" + mark, USES_OF_A_LINK, true);
  }

  /** The link opened nothing. */
  @Transactional
  void wrong(String address) {
    allowed("wrong/" + address, WRONG_LINKS, true);
  }

  private boolean allowed(String what, int most, boolean counts) {
    return jdbc.sql("select transition.link_allowed(?, ?, ?)")
        .params(digest(what), most, counts)
        .query(Boolean.class)
        .single();
  }

  private byte[] digest(String what) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((key + "/link/" + what).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
