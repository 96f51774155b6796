package tasuki.kernel.server;

import java.nio.file.Path;
import tasuki.TestDatabase;

/** A process with a server in it, for tests to kill. */
final class ServerUntilKilled {
  private ServerUntilKilled() {}

  public static void main(String[] arguments) throws InterruptedException {
    TestDatabase.quietLibraries();
    EmbeddedServer.claim(Path.of(arguments[0])).start();
    System.out.println("started");
    Thread.currentThread().join();
  }
}
