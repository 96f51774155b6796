package tasuki.bench;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapanTime;
import tasuki.directory.search.Finder;
import tasuki.directory.search.SearchIndex;
import tasuki.directory.search.Wanted;
import tasuki.kernel.server.Benchmark;

/**
 * Searches among everything that {@code bench imports} brought in: names, readings, addresses,
 * common words that fit tens of thousands, and words with a wrong letter.
 */
@Component
class SearchBenchmark implements Benchmark {

  private static final int USERS = 20;
  private static final int WARM_UP_SECONDS = 10;
  private static final int SECONDS = 15;
  private static final int MOST = 30;

  /** As long as somebody needs to type the next word. */
  private static final int PAUSE_MILLISECONDS = 1_000;

  private static final List<String> WORDS =
      List.of(
          "クリニック",
          "内科",
          "病院 中央区",
          "こどもクリニック 札幌",
          "訪問看護ステーション",
          "ケアプラン 横浜市",
          "虎の門病院",
          "とらのもんびょういん",
          "けいおうぎじゅく",
          "ｸﾘﾆｯｸ ｻｸﾗ",
          "髙橋医院",
          "渡邊内科",
          "中原区 小杉町",
          "南区川沿13条2-1-38",
          "千代田区神田駿河台2-1-1",
          "デイサービス 世田谷区",
          "訪看 中原区",
          "居宅 名古屋市",
          "薬局",
          "虎ノ門病員",
          "慶応義塾大学病印",
          "みどりクリニク",
          "1310314732",
          "大学病院");

  private final Finder finder;
  private final SearchIndex index;
  private final Clock clock;

  SearchBenchmark(Finder finder, SearchIndex index, Clock clock) {
    this.finder = finder;
    this.index = index;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "search";
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
    Report report = Report.begin(name(), "Searches in the directory of a country", data, out);
    index.catchUp();
    report.say(
        "- %,d organisations in the index; fewer than 300,000 means that `bench imports` comes first"
            .formatted(index.size()));
    report.say("- %d different searches, %d hits asked for".formatted(WORDS.size(), MOST));
    List<Client> users = IntStream.range(0, USERS).mapToObj(_ -> new Client(url)).toList();
    Load.run(users, WARM_UP_SECONDS, _ -> search());
    Load.run(users, WARM_UP_SECONDS, SearchBenchmark::page);
    report.heading();
    report.add("search alone, no pause", Load.run(users.subList(0, 1), SECONDS, _ -> search()));
    report.add(
        "search alone, a second between",
        Load.run(users, SECONDS, PAUSE_MILLISECONDS, _ -> search()));
    report.add("search alone, no pause", Load.run(users, SECONDS, _ -> search()));
    report.add(
        "public page with its list, no pause",
        Load.run(users.subList(0, 1), SECONDS, SearchBenchmark::page));
    report.add(
        "public page with its list, a second between",
        Load.run(users, SECONDS, PAUSE_MILLISECONDS, SearchBenchmark::page));
    report.end();
  }

  private void search() {
    finder.find(Wanted.publicly(JapanTime.today(clock)).words(any()).build(), 0, MOST);
  }

  private static void page(Client client) throws Exception {
    String words = URLEncoder.encode(any(), StandardCharsets.UTF_8);
    AccessBenchmark.expect(client.get("/public/organizations?q=" + words), 200);
  }

  private static String any() {
    return WORDS.get(ThreadLocalRandom.current().nextInt(WORDS.size()));
  }
}
