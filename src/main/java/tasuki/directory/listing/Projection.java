package tasuki.directory.listing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.Areas;
import tasuki.calendar.JapanTime;
import tasuki.directory.SearchChanges;
import tasuki.table.ListChanges;

/**
 * Makes the directory say what an official list says, in a few statements over all changed rows
 * together, so that a whole country's list takes seconds.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Projection {

  private final JdbcClient jdbc;
  private final Areas areas;
  private final Clock clock;
  private final Incoming incoming;
  private final Placing placing;
  private final Refreshing refreshing;
  private final DoubtRaising doubts;
  private final MiddlePositions middles;
  private final SearchChanges search;

  Projection(
      JdbcClient jdbc,
      Areas areas,
      Clock clock,
      Incoming incoming,
      Placing placing,
      Refreshing refreshing,
      DoubtRaising doubts,
      MiddlePositions middles,
      SearchChanges search) {
    this.jdbc = jdbc;
    this.areas = areas;
    this.clock = clock;
    this.incoming = incoming;
    this.placing = placing;
    this.refreshing = refreshing;
    this.doubts = doubts;
    this.middles = middles;
    this.search = search;
  }

  void apply(String list, ListChanges changes) {
    // Two lists at once would each make the organisation that is new to both.
    jdbc.sql("select pg_advisory_xact_lock(hashtext('directory.listing'))")
        .query((_, _) -> true)
        .single();
    // Rough figures are enough to choose a plan by, and are there three times as soon.
    jdbc.sql("set local default_statistics_target = 30").update();
    UUID work = changes.importId();
    LocalDate today = JapanTime.today(clock);
    OffsetDateTime now = OffsetDateTime.now(clock);
    Municipalities municipalities = new Municipalities(areas.everywhere());
    refreshing.spell(municipalities);
    if (incoming.fill(
            list, changes, municipalities, Surroundings.prefectures(areas.baseUnits(today)))
        > 0) {
      placing.place(work, list, now);
      refreshing.make(work, today);
      placing.write(work, today);
      refreshing.refresh(work, changes.undoing(), municipalities);
      if (changes.undoing()) {
        doubts.withdraw(work, now);
      } else {
        doubts.raise(work, list, now, today);
      }
      refreshing.close(work, today);
      doubts.settle(now);
      middles.find(work);
      search.noteTouched(work);
      refreshing.done(work);
    }
  }
}
