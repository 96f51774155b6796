package tasuki.offer;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.directory.OrganizationId;
import tasuki.directory.SearchChanges;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.notice.NoticeBox;
import tasuki.notice.Recipient;

/**
 * Tells an organisation once that what it said of its room is too old to rely on, and takes it out
 * of the search. Nodes share the rows by locking them.
 */
@Component
class StaleBell {

  private static final int AT_ONCE = 200;

  private record Stale(UUID id, UUID organization, boolean member) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Offers offers;
  private final SearchChanges changes;
  private final NoticeBox box;
  private final TransactionTemplate transaction;

  StaleBell(
      JdbcClient jdbc,
      Clock clock,
      Offers offers,
      SearchChanges changes,
      NoticeBox box,
      PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.offers = offers;
    this.changes = changes;
    this.box = box;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  @Scheduled(fixedDelay = 300_000, initialDelay = 60_000)
  void ring() {
    Acting.run(
        new Actor.Job("offer"),
        () -> {
          Integer rung = AT_ONCE;
          while (rung != null && rung == AT_ONCE) {
            rung = transaction.execute(_ -> ringSome());
          }
        });
  }

  private int ringSome() {
    List<Stale> stale = stale();
    if (stale.isEmpty()) {
      return 0;
    }
    // Several kinds of help that age together are one notice.
    for (Stale word : stale) {
      if (word.member()) {
        box.tellOnce(
            OfferNoticeKinds.STALE,
            new Recipient.Inbox(word.organization()),
            word.organization(),
            null);
      }
    }
    jdbc.sql("update offer.room set stale_told_at = :now where id in (:ids)")
        .param("now", OffsetDateTime.now(clock))
        .param("ids", stale.stream().map(Stale::id).toList())
        .update();
    changes.note(
        stale.stream().map(word -> new OrganizationId(word.organization())).distinct().toList());
    return stale.size();
  }

  private List<Stale> stale() {
    return jdbc.sql(
            """
            select room.id, room.organization, o.member and o.closed_on is null as member
            from offer.room room
            join directory.organization o on o.id = room.organization
            where room.replaced_at is null and room.stale_told_at is null and room.said_at < :stale
            order by room.said_at limit :most for update of room skip locked
            """)
        .param("stale", offers.staleBefore())
        .param("most", AT_ONCE)
        .query(
            (row, _) ->
                new Stale(
                    row.getObject("id", UUID.class),
                    row.getObject("organization", UUID.class),
                    row.getBoolean("member")))
        .list();
  }
}
