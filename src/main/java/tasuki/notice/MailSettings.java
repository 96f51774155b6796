package tasuki.notice;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server that takes the mail, {@code TASUKI_SMTP_*}; without a host none is sent.
 *
 * @param host name of the server
 * @param port where it listens
 * @param user name to sign in with; empty for none
 * @param password for the user
 * @param from the sender's address
 * @param tls starttls (required), implicit, or none for a server on the same machine
 */
@ConfigurationProperties("tasuki.smtp")
record MailSettings(
    @DefaultValue("") String host,
    @DefaultValue("587") int port,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("") String from,
    @DefaultValue("starttls") Tls tls) {

  enum Tls {
    STARTTLS,
    IMPLICIT,
    NONE
  }

  boolean configured() {
    return !host.isBlank();
  }
}
