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

  private static final List<String> LOGINS =
      List.of(
          "nurse",
          "nurse2",
          "caremanager",
          "supportcentre",
          "doctor",
          "visitingnurse",
          "pharmacist");
  private static final int WARM_UP_SECONDS = 40;
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
    Report report = Report.begin(name(), "Authorised, audited reads and writes", data, out);
    out.println(
        "Signing in %d times; a code works once, so this takes a minute ...".formatted(MOST));
    List<Seat> seats = seats(url);
    report.say(
        "- %d sessions of %d accounts of the sample prefecture; the clients share the processors"
            .formatted(seats.size(), LOGINS.size()));
    List<Client> all = seats.stream().map(Seat::client).toList();
    Load.run(Load.some(all, 4), WARM_UP_SECONDS, client -> read(seats, client));
    Load.run(Load.some(all, 4), WARM_UP_SECONDS / 2, client -> write(client, any(seats, client)));
    report.heading();
    for (int count : new int[] {1, 4, MOST}) {
      List<Client> some = Load.some(all, count);
      report.add(
          "fixed answer (/health)",
          Load.run(some, SECONDS, client -> expect(client.get("/health"), 200)));
      report.add("read: a person's page", Load.run(some, SECONDS, client -> read(seats, client)));
      report.add(
          "write: a note on the timeline, and the page again",
          Load.run(some, SECONDS, client -> write(client, any(seats, client))));
    }
    report.end();
  }

  /** As many sessions as clients, so that no two wait for one row of a session. */
  private static List<Seat> seats(String url) throws Exception {
    List<Seat> seats = new ArrayList<>();
    while (seats.size() < MOST) {
      Client client = new Client(url);
      client.signIn(LOGINS.get(seats.size() % LOGINS.size()));
      seats.add(new Seat(client, List.copyOf(client.links("/persons", PERSON))));
    }
    return List.copyOf(seats);
  }

  private static void read(List<Seat> seats, Client client) throws Exception {
    expect(client.get(any(seats, client)), 200);
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

  static void expect(HttpResponse<String> answer, int status) {
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer.uri().getPath() + " -> " + answer.statusCode());
    }
  }
}
