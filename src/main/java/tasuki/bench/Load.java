package tasuki.bench;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Lets clients work at the same time for some seconds and says what they got. */
final class Load {

  /** One request of one client. */
  interface Work {
    void once(Client client) throws Exception;
  }

  /**
   * What was measured.
   *
   * @param perSecond answers a second, of all clients together
   * @param median milliseconds
   * @param p95 milliseconds
   * @param p99 milliseconds
   * @param nanoseconds of every answer, sorted
   */
  record Result(
      int clients,
      double perSecond,
      double median,
      double p95,
      double p99,
      List<Long> nanoseconds) {
    String line(String name) {
      return "| %s | %d | %d | %.0f | %.1f | %.1f | %.1f |"
          .formatted(name, clients, nanoseconds.size(), perSecond, median, p95, p99);
    }
  }

  static final String HEADING =
      "| work | clients | answers | per second | median ms | p95 ms | p99 ms |\n"
          + "|---|---:|---:|---:|---:|---:|---:|";

  private Load() {}

  /** Runs for the seconds; the first fifth only warms up and is not counted. */
  static Result run(List<Client> clients, int seconds, Work work) throws Exception {
    return run(clients, seconds, 0, work);
  }

  /**
   * The same with a pause between a client's requests.
   *
   * @param pause in milliseconds; not counted, and begun at different moments
   */
  static Result run(List<Client> clients, int seconds, int pause, Work work) throws Exception {
    long start = System.nanoTime();
    long counted = start + seconds * 1_000_000_000L / 5;
    long end = start + seconds * 1_000_000_000L;
    ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> tasks =
          clients.stream().map(client -> task(client, work, pause, counted, end, times)).toList();
      for (Future<Boolean> done : threads.invokeAll(tasks)) {
        try {
          done.get();
        } catch (ExecutionException failure) {
          throw new IllegalStateException("A client failed: " + failure.getCause(), failure);
        }
      }
    }
    List<Long> sorted = times.stream().sorted().toList();
    return new Result(
        clients.size(),
        sorted.size() * 1e9 / (end - counted),
        quantile(sorted, 0.5),
        quantile(sorted, 0.95),
        quantile(sorted, 0.99),
        sorted);
  }

  private static Callable<Boolean> task(
      Client client,
      Work work,
      int pause,
      long counted,
      long end,
      ConcurrentLinkedQueue<Long> times) {
    return () -> {
      if (pause > 0) {
        Thread.sleep(ThreadLocalRandom.current().nextInt(pause));
      }
      for (long now = System.nanoTime(); now < end; ) {
        work.once(client);
        long after = System.nanoTime();
        if (now >= counted) {
          times.add(after - now);
        }
        if (pause > 0) {
          Thread.sleep(pause);
          after = System.nanoTime();
        }
        now = after;
      }
      return true;
    };
  }

  private static double quantile(List<Long> sorted, double share) {
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size()))) / 1e6;
  }

  /** Clients of a size. */
  static List<Client> some(List<Client> all, int wanted) {
    return IntStream.range(0, wanted).mapToObj(number -> all.get(number % all.size())).toList();
  }
}
