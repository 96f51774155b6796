package tasuki.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.directory.OrganizationId;
import tasuki.form.FormValues;
import tasuki.identity.AccountId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Idempotency;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.offer.HalfDay;
import tasuki.person.CareLevel;
import tasuki.person.PersonId;
import tasuki.person.Persons;
import tasuki.person.Sex;

/** Requests for help: sent, read and ended. */
@Service
@Transactional
public class HelpRequests {

  private static final int MOST = 200;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final Idempotency idempotency;
  private final Persons persons;
  private final Cards cards;
  private final RequestSteps steps;
  private final Hands hands;
  private final MatchingNotices told;

  HelpRequests(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      AuditLog audit,
      Idempotency idempotency,
      Persons persons,
      Cards cards,
      RequestSteps steps,
      Hands hands,
      MatchingNotices told) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.idempotency = idempotency;
    this.persons = persons;
    this.cards = cards;
    this.steps = steps;
    this.hands = hands;
    this.told = told;
  }

  /**
   * Sends a request.
   *
   * @param key the same key sends once
   * @throws RefusedException when the card names the person, or the kind ended meanwhile
   */
  public RequestId ask(NewRequest wanted, UUID key) {
    return new RequestId(idempotency.once(key, () -> send(wanted)));
  }

  /**
   * The card as others will see it.
   *
   * @throws RefusedException when it names the person
   */
  @Transactional(readOnly = true)
  public Card card(NewRequest wanted) {
    return cards.of(wanted);
  }

  private UUID send(NewRequest wanted) {
    RequestKind kind = wanted.kind();
    PersonId person = wanted.person() == null ? null : persons.get(wanted.person()).id();
    MatchingPolicy.mayAsk(kind, person != null).orThrow();
    Card card = cards.of(wanted);
    RequestId id = new RequestId(ids.next());
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql(
            """
            insert into matching.request (id, version, kind, handler, base_unit, age_decade, sex,
              care_level, needs, half_days, night, situation, answers, wanted_by, state, sent_at,
              escalates_at, to_prefecture)
            values (:id, :version, :kind, :handler, :unit, :age, :sex, :level, :needs, :days, :night,
              :situation, :answers::jsonb, :by::date, 'WAITING', :now, :escalates,
              :further)
            """)
        .param("id", id.value())
        .param("version", kind.version())
        .param("kind", kind.code())
        .param("handler", wanted.handler().value())
        .params(columns(card))
        .param("now", now)
        .param("further", kind.says().toPrefecture())
        .param("escalates", now.plusHours(kind.says().escalateHours()))
        .update();
    if (person != null) {
      jdbc.sql("insert into matching.subject (request, person) values (?, ?)")
          .params(id.value(), person.value())
          .update();
    }
    steps.note(id, StepKind.SENT, null, null);
    audit.changed(
        "matching.sent",
        id.value(),
        person == null ? List.of() : List.of(person.value()),
        kind.code());
    told.waits(get(id), kind);
    return id.value();
  }

  private static Map<String, @Nullable Object> columns(Card card) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("unit", card.baseUnit());
    columns.put("age", card.ageDecade());
    columns.put("sex", card.sex() == null ? null : card.sex().name());
    columns.put("level", card.level() == null ? null : card.level().name());
    columns.put("needs", card.needs().stream().sorted().toArray(String[]::new));
    columns.put(
        "days", card.halfDays().stream().sorted().map(HalfDay::code).toArray(String[]::new));
    columns.put("night", card.night());
    columns.put("situation", card.situation());
    columns.put("answers", card.answers().json());
    columns.put("by", card.wantedBy());
    return columns;
  }

  /**
   * The request, for whoever asked, handles it or is asked.
   *
   * @throws AbsentException for everybody else
   */
  @Transactional(readOnly = true)
  public HelpRequest get(RequestId id) {
    return jdbc.sql("select * from matching.request where id = ?")
        .param(id.value())
        .query(HelpRequests::request)
        .optional()
        .orElseThrow(() -> new AbsentException("request"));
  }

  /**
   * The own organisation's request, held until the transaction ends.
   *
   * @throws AbsentException for everybody else
   */
  HelpRequest holdAsAsker(RequestId id) {
    return hold(id, "asker");
  }

  /**
   * The request, held until the transaction ends, for whoever handles it.
   *
   * @throws AbsentException for everybody else
   */
  HelpRequest holdAsHandler(RequestId id) {
    return hold(id, "handler");
  }

  private HelpRequest hold(RequestId id, String side) {
    return jdbc.sql(
            "select * from matching.request where id = ? and "
                + side
                + " = kernel.organization() for update")
        .param(id.value())
        .query(HelpRequests::request)
        .optional()
        .orElseThrow(() -> new AbsentException("request"));
  }

  /** For whom it is, as far as the viewer may know. */
  @Transactional(readOnly = true)
  public Optional<PersonId> subject(RequestId id) {
    return jdbc.sql("select person from matching.subject where request = ?")
        .param(id.value())
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  /** What the own organisation asked, the newest first. */
  @Transactional(readOnly = true)
  public List<HelpRequest> sent() {
    return list("asker = kernel.organization()", "ended_at is not null, id desc");
  }

  /** What the own organisation handles for others, open ones first. */
  @Transactional(readOnly = true)
  public List<HelpRequest> handled() {
    return list(
        "handler = kernel.organization() and asker <> handler",
        "ended_at is not null, state <> 'WAITING', escalates_at, id desc");
  }

  /** How many requests of others wait for being offered by the own organisation. */
  @Transactional(readOnly = true)
  public int toOffer() {
    return count("handler = kernel.organization() and asker <> handler and state = 'WAITING'");
  }

  /** How many own requests wait for the next step: to be offered, or to be handed over. */
  @Transactional(readOnly = true)
  public int toGoOn() {
    return count(
        "asker = kernel.organization() and (state = 'MATCHED' or state = 'WAITING' and handler ="
            + " asker)");
  }

  private int count(String condition) {
    return jdbc.sql("select count(*) from matching.request where " + condition)
        .query(Integer.class)
        .single();
  }

  /** What nobody found help for in time, for the prefecture. */
  @Transactional(readOnly = true)
  public List<HelpRequest> escalated() {
    return list(
        "escalated_at is not null and to_prefecture and state in ('WAITING', 'OPEN')"
            + " and matching.sets_up()",
        "escalated_at");
  }

  /** The requests of the person that the own organisation asked or took on, the newest first. */
  @Transactional(readOnly = true)
  public List<HelpRequest> of(PersonId person) {
    return jdbc.sql(
            """
            select r.* from matching.request r join matching.subject s on s.request = r.id
            where s.person = any (:persons::uuid[]) order by r.id desc limit :most
            """)
        .param("persons", persons.ids(person).stream().map(PersonId::value).toArray(UUID[]::new))
        .param("most", MOST)
        .query(HelpRequests::request)
        .list();
  }

  /** Those of the ids that the viewer may see. */
  @Transactional(readOnly = true)
  public Map<RequestId, HelpRequest> byId(Collection<RequestId> wanted) {
    return jdbc
        .sql("select * from matching.request where id = any (:ids::uuid[])")
        .param("ids", wanted.stream().map(RequestId::value).toArray(UUID[]::new))
        .query(HelpRequests::request)
        .list()
        .stream()
        .collect(Collectors.toMap(HelpRequest::id, one -> one));
  }

  private List<HelpRequest> list(String condition, String order) {
    return jdbc.sql(
            "select * from matching.request where %s order by %s limit %d"
                .formatted(condition, order, MOST))
        .query(HelpRequests::request)
        .list();
  }

  /** The asker does not need it any more; whoever raised a hand is told. */
  public void withdraw(RequestId id, String reason) {
    HelpRequest request = holdAsAsker(id);
    // Those who were asked read the reason.
    subject(id).ifPresent(person -> Nameless.check(reason, persons.get(person)).orThrow());
    end(request, RequestState.WITHDRAWN, StepKind.WITHDRAWN, reason);
  }

  /** Nobody was found; the handler says what happens instead. */
  public void giveUp(RequestId id, String reason) {
    end(holdAsHandler(id), RequestState.UNFILLED, StepKind.UNFILLED, reason);
  }

  private void end(HelpRequest request, RequestState state, StepKind step, String reason) {
    MatchingPolicy.mayBecome(request.state(), state).orThrow();
    List<Hand> called = hands.callOff(request.id());
    become(request, state, reason);
    steps.note(request.id(), step, null, reason);
    String what = "matching." + step.name().toLowerCase(Locale.ROOT);
    audit.changed(what, request.id().value(), List.of(), null);
    told.calledOff(request, called);
  }

  /** Writes the state and what comes with it. */
  void become(HelpRequest request, RequestState state, @Nullable String reason) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql(
            """
            update matching.request set state = :state, reason = coalesce(:reason, reason),
              matched_at = case when :state = 'MATCHED' then :now::timestamptz
                when :state = 'HANDED_OVER' then matched_at end,
              ended_at = case when :ended then :now::timestamptz end
            where id = :id
            """)
        .param("state", state.name())
        .param("reason", reason)
        .param("now", now)
        .param("ended", state.ended())
        .param("id", request.id().value())
        .update();
  }

  private static HelpRequest request(ResultSet row, int number) throws SQLException {
    String way = row.getString("way");
    return new HelpRequest(
        new RequestId(row.getObject("id", UUID.class)),
        row.getLong("number"),
        row.getObject("version", UUID.class),
        row.getString("kind"),
        new OrganizationId(row.getObject("asker", UUID.class)),
        new AccountId(row.getObject("asked_by", UUID.class)),
        new OrganizationId(row.getObject("handler", UUID.class)),
        card(row),
        RequestState.valueOf(row.getString("state")),
        way == null ? null : Way.valueOf(way),
        row.getObject("answer_minutes", Integer.class),
        row.getObject("sent_at", OffsetDateTime.class),
        row.getObject("opened_at", OffsetDateTime.class),
        row.getObject("escalates_at", OffsetDateTime.class),
        row.getObject("escalated_at", OffsetDateTime.class),
        row.getObject("matched_at", OffsetDateTime.class),
        row.getObject("ended_at", OffsetDateTime.class),
        row.getString("reason"));
  }

  private static Card card(ResultSet row) throws SQLException {
    String sex = row.getString("sex");
    String level = row.getString("care_level");
    return new Card(
        row.getString("base_unit"),
        row.getObject("age_decade", Integer.class),
        sex == null ? null : Sex.valueOf(sex),
        level == null ? null : CareLevel.valueOf(level),
        Set.of((String[]) row.getArray("needs").getArray()),
        Arrays.stream((String[]) row.getArray("half_days").getArray())
            .flatMap(code -> HalfDay.of(code).stream())
            .collect(Collectors.toSet()),
        row.getBoolean("night"),
        row.getString("situation"),
        FormValues.fromJson(row.getString("answers")),
        row.getObject("wanted_by", LocalDate.class));
  }
}
