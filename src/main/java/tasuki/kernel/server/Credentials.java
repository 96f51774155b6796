package tasuki.kernel.server;

/** A user of the database whose password must not slip into a log. */
public record Credentials(String user, String password) {
  @Override
  public String toString() {
    return "Credentials[user=" + user + "]";
  }
}
