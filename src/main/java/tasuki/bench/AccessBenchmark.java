package tasuki.bench;

import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tasuki.kernel.server.Benchmark;

/**
 * The path every page takes: session from PostgreSQL, duties, row-level security, the audit of the
 * look, the page. And the path of every write: the same, and a note on the timeline.
 */
@Component
class AccessBenchmark implements Benchmark {

  private static final String PASSWORD = "tasuki-no-sash-2026";
  private static final List<String> LOGINS = List.of("nurse", "caremanager", "doctor");
  private static final int SECONDS = 12;
  private static final int MOST = 16;
  private static final Pattern PERSON =
      Pattern.compile("href=\"(/persons/[0-9a-f-]{36})\"", Pattern.CASE_INSENSITIVE);

  @Override
  public String name() {
    return "access";
  }

  @Override
  public void run(String url, Path data, PrintStream out) {
    try {
      measure(url, data, out);
    } catch (Exception failure) {
      throw new IllegalStateException("The measurement failed: " + failure.getMessage(), failure);
    }
  }

  private record Seat(Client client, List<String> persons) {}

  private void measure(String url, Path data, PrintStream out) throws Exception {
    out.println("Signing in ...");
    List<Seat> seats = new ArrayList<>();
    for (String login : LOGINS) {
      Client client = new Client(url);
      client.signIn(login, PASSWORD);
      seats.add(new Seat(client, List.copyOf(client.links("/persons", PERSON))));
    }
    out.printf(
        "%s, %d processors, Java %s%n",
        System.getProperty("os.name"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version());
    out.printf("fsyncs per second of the disk: %.0f%n%n", Disk.fsyncsPerSecond(data));
    out.println(Load.HEADING);
    List<Client> clients = seats.stream().map(Seat::client).toList();
    for (int count : new int[] {4, MOST}) {
      List<Client> some = Load.some(clients, count);
      out.println(
          Load.run(some, SECONDS, client -> expect(client.get("/health"), 200))
              .line("fixed answer (/health)"));
      out.println(
          Load.run(some, SECONDS, client -> expect(client.get(any(seats, client)), 200))
              .line("read: a person's page"));
      out.println(
          Load.run(some, SECONDS, client -> write(client, any(seats, client)))
              .line("write: a note on the timeline"));
    }
    out.printf("%nfsyncs per second of the disk, again: %.0f%n", Disk.fsyncsPerSecond(data));
  }

  private static void write(Client client, String person) throws Exception {
    HttpResponse<String> answer =
        client.post(
            person + "/timeline",
            Map.of("key", UUID.randomUUID().toString(), "kind", "NOTE", "text", "測定のための記録です。"));
    expect(answer, 200);
  }

  private static String any(List<Seat> seats, Client client) {
    Seat seat = seats.stream().filter(each -> each.client() == client).findFirst().orElseThrow();
    return seat.persons().get(ThreadLocalRandom.current().nextInt(seat.persons().size()));
  }

  private static void expect(HttpResponse<String> answer, int status) {
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer.uri().getPath() + " -> " + answer.statusCode());
    }
  }
}
