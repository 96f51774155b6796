package tasuki.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.listing.Refreshing;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.kernel.Ruling;

/** The doubts about which organisations are one place, and what officers say to them. */
@Service
@Transactional
public class Doubts {

  /** Which doubts are looked for. */
  public enum Which {
    /** Nobody has said anything. */
    NEW,
    /** Put off. */
    LATER,
    /** Decided by somebody. */
    DECIDED
  }

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Ids ids;
  private final AuditLog audit;
  private final Organizations organizations;
  private final OrganizationMergers mergers;
  private final Refreshing refreshing;
  private final SearchChanges changes;

  Doubts(
      JdbcClient jdbc,
      Clock clock,
      Ids ids,
      AuditLog audit,
      Organizations organizations,
      OrganizationMergers mergers,
      Refreshing refreshing,
      SearchChanges changes) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.ids = ids;
    this.audit = audit;
    this.organizations = organizations;
    this.mergers = mergers;
    this.refreshing = refreshing;
    this.changes = changes;
  }

  /**
   * The doubts in the order in which they arose.
   *
   * @param own whether only those that touch the own prefecture
   * @param after the last doubt of the page before; null for the first page
   * @param most how many at most
   */
  @Transactional(readOnly = true)
  public List<Doubt> list(
      Which which, Optional<Doubt.Kind> kind, boolean own, @Nullable UUID after, int most) {
    Map<String, Object> values = new HashMap<>();
    StringBuilder sql = new StringBuilder("select d.* from directory.doubt d where ");
    sql.append(
        switch (which) {
          case NEW -> "d.answer is null";
          case LATER -> "d.answer = 'LATER'";
          case DECIDED -> "d.answer in ('SAME', 'DIFFERENT', 'SUCCESSION')";
        });
    kind.ifPresent(
        wanted -> {
          sql.append(" and d.kind = :kind");
          values.put("kind", wanted.name());
        });
    if (own) {
      sql.append(
          """
           and exists (select from directory.organization o
            where o.id in (d.older, d.newer) and not o.outside_prefecture)
          """);
    }
    if (after != null) {
      sql.append(" and d.id > :after");
      values.put("after", after);
    }
    sql.append(" order by d.id limit :most");
    values.put("most", most);
    return jdbc.sql(sql.toString()).params(values).query(Doubts::doubt).list();
  }

  /**
   * The doubt.
   *
   * @throws AbsentException when there is none
   */
  @Transactional(readOnly = true)
  public Doubt get(UUID id) {
    return jdbc.sql("select * from directory.doubt where id = ?")
        .param(id)
        .query(Doubts::doubt)
        .optional()
        .orElseThrow(() -> new AbsentException("doubt"));
  }

  /** Whether the doubt may be answered so. */
  @Transactional(readOnly = true)
  public Ruling mayAnswer(Doubt doubt, Doubt.Answer answer) {
    if (!doubt.open()) {
      return Ruling.refused("directory.refused.doubt-decided");
    }
    return switch (answer) {
      case WITHDRAWN -> Ruling.refused("directory.refused.doubt-decided");
      case DIFFERENT, LATER -> Ruling.ALLOWED;
      case SAME, SUCCESSION -> mayJoin(doubt);
    };
  }

  private Ruling mayJoin(Doubt doubt) {
    Organization older = organizations.get(doubt.older());
    Organization newer = organizations.get(doubt.newer());
    return older.member() && newer.member()
        ? Ruling.refused("directory.refused.merge-member", newer.name())
        : Ruling.ALLOWED;
  }

  /**
   * Answers a doubt; same and succession make the one that does not work in Tasuki an alias of the
   * other.
   *
   * @throws RefusedException when it was answered meanwhile, or may not be answered so
   */
  public void answer(UUID id, Doubt.Answer answer, @Nullable String words) {
    Doubt doubt = held(id);
    mayAnswer(doubt, answer).orThrow();
    UUID merger =
        switch (answer) {
          case SAME, SUCCESSION -> join(doubt, answer == Doubt.Answer.SUCCESSION);
          case DIFFERENT, LATER, WITHDRAWN -> null;
        };
    jdbc.sql(
            """
            update directory.doubt set answer = :answer, answered_at = :now, answered_by = :by,
              words = :words, merger = :merger
            where id = :id
            """)
        .param("answer", answer.name())
        .param("now", OffsetDateTime.now(clock))
        .param("by", Acting.account())
        .param("words", words)
        .param("merger", merger)
        .param("id", id)
        .update();
    if (answer == Doubt.Answer.DIFFERENT) {
      closeOrOpen(doubt.older());
    }
    audit.changed("organization.doubt-answered", id, List.of(), answer.name());
  }

  private UUID join(Doubt doubt, boolean succession) {
    boolean turned = organizations.get(doubt.newer()).member();
    OrganizationId alias = turned ? doubt.older() : doubt.newer();
    OrganizationId into = turned ? doubt.newer() : doubt.older();
    // The one that follows has the code already where it is the one that stays.
    return mergers.merge(alias, into, succession && !turned, doubt.reasons());
  }

  /**
   * Takes an answer back; a merger that it made is undone.
   *
   * @throws RefusedException when there is nothing to take back
   */
  public void takeBack(UUID id) {
    Doubt doubt = held(id);
    if (doubt.answer() == null || doubt.answer() == Doubt.Answer.WITHDRAWN) {
      throw RefusedException.because("directory.refused.doubt-open");
    }
    Optional<UUID> merger =
        jdbc.sql(
                """
                select m.id from directory.doubt d join directory.merger m on m.id = d.merger
                where d.id = ? and m.undone_at is null
                """)
            .param(id)
            .query(UUID.class)
            .optional();
    jdbc.sql(
            """
            update directory.doubt set answer = null, answered_at = null, answered_by = null,
              words = null, merger = null
            where id = ?
            """)
        .param(id)
        .update();
    merger.ifPresent(mergers::undo);
    closeOrOpen(doubt.older());
    audit.changed("organization.doubt-reopened", id, List.of(), null);
  }

  /** While a succession is in doubt, the one that a list no longer names stays open. */
  private void closeOrOpen(OrganizationId organization) {
    UUID work = ids.next();
    refreshing.touch(work, organization.value());
    refreshing.reopen(work);
    refreshing.close(work, JapanTime.today(clock));
    refreshing.done(work);
    changes.note(List.of(organization));
  }

  private Doubt held(UUID id) {
    return jdbc.sql("select * from directory.doubt where id = ? for update")
        .param(id)
        .query(Doubts::doubt)
        .optional()
        .orElseThrow(() -> new AbsentException("doubt"));
  }

  private static Doubt doubt(ResultSet row, int number) throws SQLException {
    String answer = row.getString("answer");
    return new Doubt(
        row.getObject("id", UUID.class),
        Doubt.Kind.valueOf(row.getString("kind")),
        new OrganizationId(row.getObject("older", UUID.class)),
        new OrganizationId(row.getObject("newer", UUID.class)),
        Listings.words(row.getArray("reasons")),
        row.getObject("raised_at", OffsetDateTime.class),
        answer == null ? null : Doubt.Answer.valueOf(answer),
        row.getObject("answered_at", OffsetDateTime.class),
        row.getString("words"));
  }
}
