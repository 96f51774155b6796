package tasuki.guide;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often an address may ask this node within a minute, so that nobody empties the directory page
 * by page and leaves others waiting. Counts are forgotten with the minute and written nowhere.
 */
final class Visits {

  /** Different addresses that are counted at once; beyond, all others share one count. */
  private static final int MOST_ADDRESSES = 50_000;

  private final int most;
  private final Clock clock;
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private long minute;

  /**
   * @param most questions of one address within a minute
   */
  Visits(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  /** Counts a question; false where there were too many. */
  synchronized boolean mayAsk(String address) {
    long now = clock.millis() / 60_000;
    if (now != minute) {
      counts.clear();
      minute = now;
    }
    boolean room = counts.size() < MOST_ADDRESSES || counts.containsKey(address);
    return counts.merge(room ? address : "", 1, Integer::sum) <= most;
  }
}
