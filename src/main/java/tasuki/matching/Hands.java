package tasuki.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.directory.OrganizationId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who is asked to help with which request, and what they said. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Hands {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST = 200;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;

  Hands(JdbcClient jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /** Everybody who is asked, in their turns and as well as they fitted. */
  List<Hand> of(RequestId request) {
    return jdbc.sql("select * from matching.hand where request = ? order by turn, score desc, id")
        .param(request.value())
        .query(Hands::hand)
        .list();
  }

  /** How the own organisation stands to the request, if it was asked. */
  Optional<Hand> own(RequestId request) {
    return jdbc.sql("select * from matching.hand where request = ? and organization = ?")
        .params(request.value(), Acting.organization())
        .query(Hands::hand)
        .optional();
  }

  /** Everything the own organisation was asked: what waits for an answer first. */
  List<Hand> own() {
    return jdbc.sql(
            """
            select h.* from matching.hand h where h.organization = ?
            order by h.state <> 'OFFERED', h.state <> 'RAISED', h.offered_at desc limit ?
            """)
        .params(Acting.organization(), MOST)
        .query(Hands::hand)
        .list();
  }

  /** How many requests wait for the own organisation's answer. */
  int waiting() {
    return jdbc.sql(
            """
            select count(*) from matching.hand where organization = ? and state = 'OFFERED'
            """)
        .param(Acting.organization())
        .query(Integer.class)
        .single();
  }

  /**
   * One of those asked.
   *
   * @throws AbsentException when there is none such for the viewer
   */
  Hand get(UUID id) {
    return jdbc.sql("select * from matching.hand where id = ?")
        .param(id)
        .query(Hands::hand)
        .optional()
        .orElseThrow(() -> new AbsentException("hand"));
  }

  /** Asks somebody without a limit of time, or puts them into the queue. */
  void ask(RequestId request, Candidate candidate, int turn, boolean now) {
    int made =
        jdbc.sql(
                """
                insert into matching.hand (id, request, organization, turn, score, reasons, state,
                  offered_at)
                values (:id, :request, :organization, :turn, :score, :reasons::jsonb, :state,
                  :at::timestamptz)
                on conflict (request, organization) do nothing
                """)
            .param("id", ids.next())
            .param("request", request.value())
            .param("organization", candidate.organization().id().value())
            .param("turn", turn)
            .param("score", candidate.fit().score())
            .param("reasons", JSON.writeValueAsString(candidate.fit().reasons()))
            .param("state", now ? "OFFERED" : "QUEUED")
            .param("at", now ? OffsetDateTime.now(clock) : null)
            .update();
    if (made == 0) {
      throw RefusedException.because(
          "matching.refused.asked-before", candidate.organization().name());
    }
  }

  /**
   * What comes next in a sequence.
   *
   * @param asked who is asked now; null for nobody
   * @param anybody whether anybody may still take the request on
   */
  record Turn(@Nullable OrganizationId asked, boolean anybody) {}

  /** The next one in a sequence is asked, if nobody has the request now. */
  Turn nextTurn(RequestId request) {
    return jdbc.sql("select * from matching.next_turn(?, ?)")
        .params(request.value(), OffsetDateTime.now(clock))
        .query(
            (row, _) -> {
              UUID asked = row.getObject("organization", UUID.class);
              return new Turn(
                  asked == null ? null : new OrganizationId(asked), row.getBoolean("anybody"));
            })
        .single();
  }

  /** Holds the request, so that nobody else answers, chooses or ends it meanwhile. */
  void hold(RequestId request) {
    jdbc.sql("select matching.hold(?)").param(request.value()).query((_, _) -> true).single();
  }

  /** The own organisation has opened the card. True the first time. */
  boolean seen(UUID id) {
    return jdbc.sql("update matching.hand set seen_at = ? where id = ? and seen_at is null")
            .params(OffsetDateTime.now(clock), id)
            .update()
        == 1;
  }

  /**
   * Writes an answer down.
   *
   * @param reason code of the reason; null for a raised hand
   * @throws RefusedException when it was decided in the same moment
   */
  void answer(Hand hand, @Nullable String reason, @Nullable String words) {
    int answered =
        jdbc.sql(
                """
                update matching.hand set state = :state, reason = :reason, words = :words,
                  answered_at = :now
                where id = :id and state in ('OFFERED', 'RAISED', 'DECLINED', 'LAPSED')
                """)
            .param("state", reason == null ? "RAISED" : "DECLINED")
            .param("reason", reason)
            .param("words", words)
            .param("now", OffsetDateTime.now(clock))
            .param("id", hand.id())
            .update();
    if (answered == 0) {
      throw RefusedException.because("matching.refused.decided");
    }
  }

  /**
   * Chooses somebody who has raised a hand.
   *
   * @throws RefusedException when the hand was taken back in the same moment
   */
  void choose(Hand hand, Place place) {
    int chosen =
        jdbc.sql(
                """
                update matching.hand set state = 'CHOSEN', place = ? where id = ? and state = 'RAISED'
                """)
            .params(place.name(), hand.id())
            .update();
    if (chosen == 0) {
      throw RefusedException.because("matching.refused.not-raised");
    }
  }

  /** The others are not needed now; whose turn has not come stays in the queue. Answers them. */
  List<Hand> passOthers(RequestId request) {
    List<Hand> others = asked(request);
    jdbc.sql(
            """
            update matching.hand set state = 'PASSED'
            where request = ? and state in ('OFFERED', 'RAISED', 'LAPSED')
            """)
        .param(request.value())
        .update();
    return others;
  }

  /** Nobody is needed any more. Answers those who had been asked or chosen. */
  List<Hand> callOff(RequestId request) {
    List<Hand> all = asked(request);
    jdbc.sql("select matching.call_off(?)").param(request.value()).query((_, _) -> true).single();
    return all;
  }

  private List<Hand> asked(RequestId request) {
    return of(request).stream()
        .filter(
            hand ->
                hand.state() == HandState.OFFERED
                    || hand.state() == HandState.RAISED
                    || hand.state() == HandState.CHOSEN)
        .toList();
  }

  /** Who had been chosen or passed over is asked again where the hand was raised. */
  void reopen(RequestId request) {
    jdbc.sql(
            """
            update matching.hand set place = null,
              state = case when answered_at is null then 'LAPSED' else 'RAISED' end
            where request = ? and state in ('CHOSEN', 'PASSED')
            """)
        .param(request.value())
        .update();
  }

  static Hand hand(ResultSet row, int number) throws SQLException {
    String place = row.getString("place");
    return new Hand(
        row.getObject("id", UUID.class),
        new RequestId(row.getObject("request", UUID.class)),
        new OrganizationId(row.getObject("organization", UUID.class)),
        row.getInt("turn"),
        row.getInt("score"),
        JSON.readValue(row.getString("reasons"), new TypeReference<List<FitReason>>() {}),
        HandState.valueOf(row.getString("state")),
        place == null ? null : Place.valueOf(place),
        row.getObject("offered_at", OffsetDateTime.class),
        row.getObject("due_at", OffsetDateTime.class),
        row.getObject("seen_at", OffsetDateTime.class),
        row.getObject("answered_at", OffsetDateTime.class),
        row.getString("reason"),
        row.getString("words"));
  }
}
