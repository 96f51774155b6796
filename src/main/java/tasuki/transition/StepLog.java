package tasuki.transition;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.audit.AuditLog;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;

/** The rows of the two-sided log; they are only ever added. */
@Component
class StepLog {

  /** A row to be added by the acting account. */
  record Entry(
      StepKind kind,
      Side side,
      OffsetDateTime occurredAt,
      boolean timeKnown,
      Mode mode,
      @Nullable String counterpart,
      List<String> professions,
      @Nullable String note,
      @Nullable UUID about,
      @Nullable Stance stance) {

    static Entry of(
        StepKind kind, Side side, OffsetDateTime at, boolean timeKnown, @Nullable String note) {
      return new Entry(kind, side, at, timeKnown, Mode.SYSTEM, null, List.of(), note, null, null);
    }
  }

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;

  StepLog(JdbcClient jdbc, Ids ids, Clock clock, AuditLog audit, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.events = events;
  }

  /** Adds a row and tells of it. */
  UUID add(Stay stay, Entry entry) {
    UUID id = ids.next();
    UUID person = stay.person().value();
    Stance stance = entry.stance();
    jdbc.sql(
            """
            insert into transition.step (id, stay, person, kind, side, occurred_at, time_known,
              recorded_at, mode, counterpart, professions, note, about, stance)
            values (:id, :stay, :person, :kind, :side, :at, :known, :now, :mode, :counterpart,
              string_to_array(:professions, ','), :note, :about, :stance)
            """)
        .param("id", id)
        .param("stay", stay.id().value())
        .param("person", person)
        .param("kind", entry.kind().name())
        .param("side", entry.side().name())
        .param("at", entry.occurredAt())
        .param("known", entry.timeKnown())
        .param("now", OffsetDateTime.now(clock))
        .param("mode", entry.mode().name())
        .param("counterpart", entry.counterpart())
        .param("professions", String.join(",", entry.professions()))
        .param("note", entry.note())
        .param("about", entry.about())
        .param("stance", stance == null ? null : stance.name())
        .update();
    audit.changed(
        stance == null ? "stay.step-logged" : "stay.step-answered",
        id,
        List.of(person),
        entry.kind().name());
    events.publishEvent(new StepLogged(id, stay.id().value(), person, entry.kind()));
    return id;
  }

  /** Every row of a stay, in the order of what happened. */
  List<Step> of(StayId stay) {
    return jdbc.sql(
            "select * from transition.step where stay = ? order by occurred_at, recorded_at, id")
        .param(stay.value())
        .query(StepLog::step)
        .list();
  }

  Optional<Step> find(StepId id) {
    return jdbc.sql("select * from transition.step where id = ?")
        .param(id.value())
        .query(StepLog::step)
        .optional();
  }

  /** Whether the acting organisation has answered a row in this way before. */
  Optional<UUID> answered(UUID about, Stance stance) {
    return jdbc.sql(
            "select id from transition.step where about = ? and organization = ? and stance = ?")
        .params(about, Acting.organization(), stance.name())
        .query(UUID.class)
        .optional();
  }

  private static Step step(ResultSet row, int number) throws SQLException {
    Array professions = row.getArray("professions");
    String stance = row.getString("stance");
    return new Step(
        row.getObject("id", UUID.class),
        row.getObject("stay", UUID.class),
        StepKind.valueOf(row.getString("kind")),
        Side.valueOf(row.getString("side")),
        row.getObject("organization", UUID.class),
        row.getObject("account", UUID.class),
        row.getObject("occurred_at", OffsetDateTime.class),
        row.getBoolean("time_known"),
        row.getObject("recorded_at", OffsetDateTime.class),
        Mode.valueOf(row.getString("mode")),
        row.getString("counterpart"),
        List.of((String[]) professions.getArray()),
        row.getString("note"),
        row.getObject("about", UUID.class),
        stance == null ? null : Stance.valueOf(stance));
  }
}
