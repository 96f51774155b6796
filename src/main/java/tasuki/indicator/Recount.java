package tasuki.indicator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/** Counts again the months that changed, on one node at a time, each month in one transaction. */
@Component
class Recount {

  private static final Logger LOG = LoggerFactory.getLogger(Recount.class);

  private record Mark(String source, YearMonth month) {}

  private final JdbcClient jdbc;
  private final Measures measures;
  private final ObjectProvider<MeasureSource> sources;
  private final TransactionTemplate transaction;

  Recount(
      JdbcClient jdbc,
      Measures measures,
      ObjectProvider<MeasureSource> sources,
      PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.measures = measures;
    this.sources = sources;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
  void recount() {
    Acting.run(new Actor.Job("recount"), this::recountMarked);
  }

  private void recountMarked() {
    List<Mark> marks =
        transaction.execute(
            _ ->
                jdbc.sql("select distinct source, month from indicator.mark order by 1, 2")
                    .query(
                        (row, _) ->
                            new Mark(
                                row.getString("source"),
                                YearMonth.from(row.getObject("month", LocalDate.class))))
                    .list());
    for (Mark mark : marks == null ? List.<Mark>of() : marks) {
      try {
        transaction.executeWithoutResult(_ -> count(mark));
      } catch (RuntimeException failure) {
        // Its marks stay, so it is tried again; the other months do not wait for it.
        LOG.warn("{} of {} could not be counted", mark.month(), mark.source(), failure);
      }
    }
  }

  private void count(Mark mark) {
    boolean alone =
        jdbc.sql("select pg_try_advisory_xact_lock(hashtext('indicator.recount'))")
            .query(Boolean.class)
            .single();
    if (!alone) {
      return;
    }
    // What commits after this statement brings a mark of its own; what it sees, the count sees too.
    jdbc.sql("delete from indicator.mark where source = ? and month = ?")
        .params(mark.source(), mark.month().atDay(1))
        .update();
    for (MeasureSource source : sources.orderedStream().toList()) {
      if (source.source().equals(mark.source())) {
        Map<MeasureId, List<MeasureRow>> counted = source.count(mark.month());
        for (MeasureDefinition measure : source.measures()) {
          measures.replace(
              measure.id(), mark.month(), counted.getOrDefault(measure.id(), List.of()));
        }
      }
    }
  }
}
