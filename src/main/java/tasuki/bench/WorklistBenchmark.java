package tasuki.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;
import tasuki.kernel.server.Benchmark;

/**
 * The worklists of a prefecture that has worked for years: 200,000 cases, a million steps. The one
 * who sees least must not wait longest, so a care manager of one office among 240 is asked first.
 */
@Component
class WorklistBenchmark implements Benchmark {

  private static final int WARM_UP_SECONDS = 8;
  private static final int SECONDS = 12;

  private final Environment environment;

  WorklistBenchmark(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "worklist";
  }

  @Override
  public void run(String url, Path data, PrintStream out) {
    try {
      measure(url, data, out);
    } catch (Exception failure) {
      throw new IllegalStateException("The measurement failed: " + failure.getMessage(), failure);
    }
  }

  private record Page(String login, String what, String path) {}

  private static final List<Page> PAGES =
      List.of(
          new Page("caremanager", "office: all", "/stays"),
          new Page("caremanager", "office: overdue", "/stays?tab=overdue"),
          new Page("caremanager", "office: form to send", "/stays?tab=form"),
          new Page("caremanager", "office: come home", "/stays?tab=home"),
          new Page("caremanager", "office: first page", "/"),
          new Page("caremanager", "office: its persons", "/persons"),
          new Page("nurse", "hospital: first page", "/"),
          new Page("nurse", "hospital: its persons", "/persons"),
          new Page("nurse", "hospital: all", "/stays"),
          new Page("nurse", "hospital: overdue", "/stays?tab=overdue"),
          new Page("nurse", "hospital: screening", "/stays?tab=screening"),
          new Page("healthcentre", "public health centre: missed contacts", "/missed"));

  private void measure(String url, Path data, PrintStream out) throws Exception {
    Report report = Report.begin(name(), "Worklists with 200,000 cases behind them", data, out);
    fill(report, out);
    Map<String, Client> clients = new HashMap<>();
    for (Page page : PAGES) {
      if (!clients.containsKey(page.login())) {
        Client client = new Client(url);
        client.signIn(page.login());
        clients.put(page.login(), client);
      }
      Load.run(List.of(clients.get(page.login())), WARM_UP_SECONDS, work(page));
    }
    report.heading();
    for (Page page : PAGES) {
      for (int count : new int[] {1, 4}) {
        List<Client> some = Load.some(List.of(clients.get(page.login())), count);
        report.add(page.what(), Load.run(some, SECONDS, work(page)));
      }
    }
    report.end();
  }

  private static Load.Work work(Page page) {
    return client -> AccessBenchmark.expect(client.get(page.path()), 200);
  }

  private void fill(Report report, PrintStream out) throws Exception {
    try (Connection owner =
        DriverManager.getConnection(
            environment.getRequiredProperty("tasuki.database.url"),
            environment.getRequiredProperty("tasuki.database.owner.user"),
            environment.getRequiredProperty("tasuki.database.owner.password"))) {
      if (count(owner, "transition.step") < 1_000_000) {
        out.println("Making 200,000 cases ...");
        ScriptUtils.executeSqlScript(
            owner, new EncodedResource(new ClassPathResource("bench/worklist.sql"), "UTF-8"));
      }
      report.say(
          "- data: %d steps, %d stays, %d rows of worklists, %d clocks, %d persons"
              .formatted(
                  count(owner, "transition.step"),
                  count(owner, "transition.stay"),
                  count(owner, "transition.party"),
                  count(owner, "transition.clock"),
                  count(owner, "person.person")));
    }
  }

  private static long count(Connection owner, String table) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
