package tasuki.transition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.Idempotency;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/**
 * What should come home with the person: the hospital says what it gave or what is not needed, the
 * home side what arrived. What is missing stands on the home side's list.
 */
@Component
public class LeavingPapers {

  /** What a side says of a paper. */
  public enum Said {
    GIVEN,
    NOT_NEEDED,
    ARRIVED,
    TAKEN_BACK
  }

  /**
   * A paper, as both sides see it.
   *
   * @param given what the hospital said last; null while it says nothing
   * @param arrivedAt since when somebody of the home side has it
   */
  public record Paper(
      PaperKind kind,
      @Nullable Said given,
      @Nullable OffsetDateTime givenAt,
      @Nullable OffsetDateTime arrivedAt) {

    boolean missing() {
      return arrivedAt == null && given != Said.NOT_NEEDED;
    }
  }

  private record Word(UUID stay, PaperKind kind, String side, Said said, OffsetDateTime at) {}

  private final JdbcClient jdbc;
  private final StaySides sides;
  private final Ids ids;
  private final Clock clock;
  private final Idempotency idempotency;
  private final AuditLog audit;

  LeavingPapers(
      JdbcClient jdbc,
      StaySides sides,
      Ids ids,
      Clock clock,
      Idempotency idempotency,
      AuditLog audit) {
    this.jdbc = jdbc;
    this.sides = sides;
    this.ids = ids;
    this.clock = clock;
    this.idempotency = idempotency;
    this.audit = audit;
  }

  /** The papers of a stay, always in the same order. */
  @Transactional(readOnly = true)
  public List<Paper> of(Stay stay) {
    audit.viewed("stay.papers", List.of(stay.person().value()), stay.id().value());
    return of(List.of(stay.id().value())).getOrDefault(stay.id().value(), untouched());
  }

  /** The papers of several stays of which one look has been noted. */
  Map<UUID, List<Paper>> of(Collection<UUID> stays) {
    if (stays.isEmpty()) {
      return Map.of();
    }
    List<Word> words =
        jdbc.sql("select * from transition.leaving_paper where stay in (:stays) order by at, id")
            .param("stays", stays)
            .query(
                (row, _) ->
                    new Word(
                        row.getObject("stay", UUID.class),
                        PaperKind.valueOf(row.getString("kind")),
                        row.getString("side"),
                        Said.valueOf(row.getString("said")),
                        row.getObject("at", OffsetDateTime.class)))
            .list();
    Map<UUID, List<Paper>> papers = new LinkedHashMap<>();
    for (UUID stay : stays) {
      papers.put(stay, papers(words.stream().filter(word -> word.stay().equals(stay)).toList()));
    }
    return papers;
  }

  static List<Paper> untouched() {
    return papers(List.of());
  }

  private static List<Paper> papers(List<Word> words) {
    List<Paper> papers = new ArrayList<>();
    for (PaperKind kind : PaperKind.values()) {
      Word given = last(words, kind, "HOSPITAL");
      Word arrived = last(words, kind, "HOME");
      papers.add(
          new Paper(
              kind,
              given == null ? null : given.said(),
              given == null ? null : given.at(),
              arrived == null ? null : arrived.at()));
    }
    return papers;
  }

  /** What a side said last; nothing where it took that back. */
  private static @Nullable Word last(List<Word> words, PaperKind kind, String side) {
    Word last = null;
    for (Word word : words) {
      if (word.kind() == kind && word.side().equals(side)) {
        last = word.said() == Said.TAKEN_BACK ? null : word;
      }
    }
    return last;
  }

  /**
   * Notes what the acting side says of a paper.
   *
   * @throws RefusedException when it is for the other side to say, or the stay ended by death
   */
  @Transactional
  public void say(Stay stay, PaperKind kind, Said said, UUID key) {
    Side side = sides.toWrite(stay);
    boolean hospital = side == Side.HOSPITAL;
    boolean its =
        switch (said) {
          case GIVEN, NOT_NEEDED -> hospital;
          case ARRIVED -> !hospital;
          case TAKEN_BACK -> true;
        };
    if (!its) {
      throw RefusedException.because("transition.refused.side");
    }
    if (stay.state() == StayState.DIED) {
      throw RefusedException.because("transition.refused.died");
    }
    idempotency.once(key, () -> write(stay, hospital ? "HOSPITAL" : "HOME", kind, said));
  }

  private UUID write(Stay stay, String side, PaperKind kind, Said said) {
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into transition.leaving_paper (id, stay, person, kind, side, said, at)
            values (:id, :stay, :person, :kind, :side, :said, :at)
            """)
        .param("id", id)
        .param("stay", stay.id().value())
        .param("person", stay.person().value())
        .param("kind", kind.name())
        .param("side", side)
        .param("said", said.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
    audit.changed(
        "stay.paper", stay.id().value(), List.of(stay.person().value()), kind + " " + said);
    return id;
  }

  /** Whether the home side waits for papers: from two days before discharge to two weeks after. */
  static boolean awaited(Stay stay, LocalDate today) {
    LocalDate planned = stay.plannedOn();
    LocalDateTime ended = stay.ended();
    if (ended != null) {
      return stay.state().livesOutside() && !today.isAfter(ended.toLocalDate().plusDays(14));
    }
    return planned != null && !today.isBefore(planned.minusDays(2));
  }
}
