package tasuki.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;
import tasuki.kernel.server.Benchmark;

/**
 * The pages of an officer whose prefecture has 10,000 programmes over ten years and 20 measures.
 */
@Component
class ProgrammesBenchmark implements Benchmark {

  private static final int WARM_UP_SECONDS = 8;
  private static final int SECONDS = 12;

  private static final String LIST =
      """
      select e.id from programme.edition e join programme.series s on s.id = e.series
      where s.name like '計測用一覧%' and e.fiscal_year = 2026 limit 1
      """;

  private static final String YEAR =
      """
      select y.id from programme.year y join programme.edition e on e.id = y.edition
      join programme.series s on s.id = e.series
      where s.name like '計測用一覧%' and e.fiscal_year = 2026 limit 1
      """;

  private final Environment environment;

  ProgrammesBenchmark(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "programmes";
  }

  @Override
  public void run(String url, Path data, PrintStream out) {
    try {
      measure(url, data, out);
    } catch (Exception failure) {
      throw new IllegalStateException("The measurement failed: " + failure.getMessage(), failure);
    }
  }

  private void measure(String url, Path data, PrintStream out) throws Exception {
    Report report =
        Report.begin(name(), "Pages over 10,000 programmes, ten years, 20 measures", data, out);
    Map<String, String> pages = fill(report, out);
    Client officer = new Client(url);
    officer.signIn("officer");
    for (String path : pages.values()) {
      Load.run(List.of(officer), WARM_UP_SECONDS, work(path));
    }
    report.heading();
    for (Map.Entry<String, String> page : pages.entrySet()) {
      for (int count : new int[] {1, 4}) {
        report.add(
            page.getKey(),
            Load.run(Load.some(List.of(officer), count), SECONDS, work(page.getValue())));
      }
    }
    report.end();
  }

  private static Load.Work work(String path) {
    return client -> AccessBenchmark.expect(client.get(path), 200);
  }

  private Map<String, String> fill(Report report, PrintStream out) throws Exception {
    try (Connection owner =
        DriverManager.getConnection(
            environment.getRequiredProperty("tasuki.database.url"),
            environment.getRequiredProperty("tasuki.database.owner.user"),
            environment.getRequiredProperty("tasuki.database.owner.password"))) {
      if (Long.parseLong(first(owner, "select count(*) from programme.year")) < 100_000) {
        out.println("Making 10,000 programmes ...");
        ScriptUtils.executeSqlScript(
            owner, new EncodedResource(new ClassPathResource("bench/programmes.sql"), "UTF-8"));
      }
      report.say(
          "- data: %s programmes, %s of them in a year, %s amounts, %s values of measures"
              .formatted(
                  first(owner, "select count(*) from programme.programme"),
                  first(owner, "select count(*) from programme.year"),
                  first(owner, "select count(*) from programme.amount"),
                  first(owner, "select count(*) from indicator.value")));
      String list = "/programmes/lists/" + first(owner, LIST);
      String year = "/programmes/years/" + first(owner, YEAR);
      Map<String, String> pages = new LinkedHashMap<>();
      pages.put("dashboard: progress of the year", "/progress");
      pages.put("dashboard: all lists", "/programmes");
      pages.put("dashboard: spending and trend of a list", list + "/figures");
      pages.put("dashboard: indicators", "/indicators");
      pages.put("dashboard: goals", "/goals");
      pages.put("dashboard: the fund", "/fund");
      pages.put("a programme with its history", year);
      pages.put("its money", year + "/money");
      pages.put("a list of 1,000 programmes, whole", list);
      return pages;
    }
  }

  private static String first(Connection owner, String query) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
