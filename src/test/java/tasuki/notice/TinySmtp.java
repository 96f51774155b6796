package tasuki.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on a plain socket that keeps what it takes. */
final class TinySmtp implements AutoCloseable {

  /** A letter as it came. */
  record Letter(String to, String text) {}

  /** What the server does with the next letters. */
  enum Mood {
    TAKES,
    BUSY,
    KNOWS_NOBODY
  }

  private final ServerSocket socket;
  private final List<Letter> letters = new CopyOnWriteArrayList<>();
  private volatile Mood mood = Mood.TAKES;
  private volatile int slowness;

  TinySmtp() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return socket.getLocalPort();
  }

  void is(Mood wanted) {
    mood = wanted;
  }

  /** Takes its time over each letter, in milliseconds. */
  void takes(int milliseconds) {
    slowness = milliseconds;
  }

  List<Letter> lettersTo(String address) {
    return letters.stream().filter(letter -> letter.to().equals(address)).toList();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket line = socket.accept();
        Thread.ofVirtual().start(() -> talk(line));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket line) {
    try (line;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        Writer out =
            new java.io.OutputStreamWriter(line.getOutputStream(), StandardCharsets.UTF_8)) {
      say(out, "220 tiny");
      String to = "";
      String said;
      while ((said = in.readLine()) != null) {
        String verb =
            said.length() < 4 ? said : said.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
        switch (verb) {
          case "RCPT" -> {
            to = said.replaceAll(".*<(.*)>.*", "$1");
            say(out, mood == Mood.KNOWS_NOBODY ? "550 no such mailbox" : "250 ok");
          }
          case "DATA" -> {
            say(out, "354 go on");
            String text = letter(in);
            pause();
            boolean takes = mood == Mood.TAKES;
            if (takes) {
              letters.add(new Letter(to, text));
            }
            say(out, takes ? "250 taken" : "451 try later");
          }
          case "QUIT" -> {
            say(out, "221 bye");
            return;
          }
          default -> say(out, "250 ok");
        }
      }
    } catch (IOException gone) {
      // The other side hung up.
    }
  }

  private void pause() {
    try {
      Thread.sleep(slowness);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String letter(BufferedReader in) throws IOException {
    StringBuilder text = new StringBuilder();
    String line;
    while ((line = in.readLine()) != null && !line.equals(".")) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static void say(Writer out, String answer) throws IOException {
    out.write(answer + "\r\n");
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
