package tasuki.fund.proposing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
import tasuki.directory.OrganizationId;
import tasuki.identity.DivisionId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.programme.YearId;
import tools.jackson.databind.json.JsonMapper;

/** Proposals for the fund: written by organisations, read by those in whose hands they are. */
@Service
@Transactional
public class Proposals {

  /**
   * Something that happened to a proposal.
   *
   * @param state in which it was afterwards
   * @param entry what was sent then; null where nothing was
   */
  public record Step(
      UUID id,
      ProposalState state,
      OrganizationId organization,
      UUID account,
      LocalDateTime at,
      @Nullable String words,
      @Nullable ProposalEntry entry) {}

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;

  Proposals(JdbcClient jdbc, Ids ids, AuditLog audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
  }

  /** Begins a proposal of the acting organisation. */
  public ProposalId begin(CallId call, ProposalEntry entry) {
    ProposalId id = new ProposalId(ids.next());
    jdbc.sql(
            """
            insert into fund.proposal (id, call, title, category, yen, entry)
            values (:id, :call, :title, :category, :yen, :entry::jsonb)
            """)
        .param("id", id.value())
        .param("call", call.value())
        .param("title", entry.title())
        .param("category", entry.category())
        .param("yen", entry.yen())
        .param("entry", JSON.writeValueAsString(entry))
        .update();
    audit.changed("fund.proposal-begun", id.value(), List.of(), null);
    return id;
  }

  /**
   * Writes down what is proposed, complete or not.
   *
   * @param body through which it shall go; null for none
   * @throws RefusedException when it is not in the proposer's hands or was changed meanwhile
   */
  public void write(
      ProposalId id, ProposalEntry entry, @Nullable OrganizationId body, int version) {
    Proposal before = written(id);
    int changed =
        jdbc.sql(
                """
                update fund.proposal set title = :title, category = :category, yen = :yen,
                  entry = :entry::jsonb, body = :body::uuid, version = version + 1
                where id = :id and version = :version
                """)
            .param("id", id.value())
            .param("version", version)
            .param("title", entry.title())
            .param("category", entry.category())
            .param("yen", entry.yen())
            .param("entry", JSON.writeValueAsString(entry))
            .param("body", body == null ? null : body.value())
            .update();
    if (changed == 0) {
      throw RefusedException.because("fund.refused.changed-meanwhile");
    }
    audit.changed(
        "fund.proposal-changed",
        id.value(),
        List.of(),
        before.entry().fundYen() + " → " + entry.fundYen());
  }

  /** Throws away a draft that nobody else has seen. */
  public void discard(ProposalId id) {
    int gone = jdbc.sql("delete from fund.proposal where id = ?").param(id.value()).update();
    if (gone == 0) {
      throw RefusedException.because("fund.refused.sent-already");
    }
    audit.changed("fund.proposal-discarded", id.value(), List.of(), null);
  }

  /**
   * The proposal.
   *
   * @throws AbsentException when the reader has nothing to do with it
   */
  @Transactional(readOnly = true)
  public Proposal get(ProposalId id) {
    return where("id = ?", id.value()).stream()
        .findFirst()
        .orElseThrow(() -> new AbsentException("proposal"));
  }

  /**
   * A proposal of the acting organisation that is in its hands.
   *
   * @throws AbsentException when it is another one's
   * @throws RefusedException while it is elsewhere
   */
  @Transactional(readOnly = true)
  public Proposal written(ProposalId id) {
    Proposal proposal = get(id);
    if (!proposal.proposer().value().equals(Acting.organization())) {
      throw new AbsentException("proposal");
    }
    if (!proposal.state().isWritten()) {
      throw RefusedException.because("fund.refused.not-in-hand");
    }
    return proposal;
  }

  /** Those that the acting organisation wrote, the newest first. */
  @Transactional(readOnly = true)
  public List<Proposal> own() {
    return where("proposer = ?", Acting.organization());
  }

  /** Those that go through the acting organisation, those that wait for it first. */
  @Transactional(readOnly = true)
  public List<Proposal> through() {
    return where("sent_at is not null and body = ?", Acting.organization());
  }

  /** Those of a call that the reader may see. */
  @Transactional(readOnly = true)
  public List<Proposal> of(CallId call) {
    return where("call = ?", call.value());
  }

  /** How many have reached the prefecture, by call, as far as the reader may see them. */
  @Transactional(readOnly = true)
  public Map<CallId, Integer> received() {
    Map<CallId, Integer> received = new HashMap<>();
    jdbc.sql(
            """
            select call, count(*) as proposals from fund.proposal
            where received_at is not null group by call
            """)
        .query(
            row -> {
              received.put(new CallId(row.getObject("call", UUID.class)), row.getInt("proposals"));
            });
    return received;
  }

  /** The proposal from which a programme's year came. */
  @Transactional(readOnly = true)
  public Optional<Proposal> behind(YearId year) {
    return where("programme_year = ?", year.value()).stream().findFirst();
  }

  /** What happened to it, the first first. */
  @Transactional(readOnly = true)
  public List<Step> steps(ProposalId id) {
    return jdbc.sql("select * from fund.proposal_step where proposal = ? order by id")
        .param(id.value())
        .query(Proposals::step)
        .list();
  }

  private List<Proposal> where(String condition, UUID value) {
    return jdbc.sql(
            "select * from fund.proposal where "
                + condition
                + " order by state <> 'WITH_BODY', id desc")
        .param(value)
        .query(Proposals::proposal)
        .list();
  }

  private static Step step(ResultSet row, int number) throws SQLException {
    String entry = row.getString("entry");
    return new Step(
        row.getObject("id", UUID.class),
        ProposalState.valueOf(row.getString("state")),
        new OrganizationId(row.getObject("organization", UUID.class)),
        row.getObject("account", UUID.class),
        JapanTime.at(row.getObject("at", OffsetDateTime.class).toInstant()),
        row.getString("words"),
        entry == null ? null : JSON.readValue(entry, ProposalEntry.class));
  }

  private static Proposal proposal(ResultSet row, int number) throws SQLException {
    UUID body = row.getObject("body", UUID.class);
    UUID division = row.getObject("division", UUID.class);
    UUID year = row.getObject("programme_year", UUID.class);
    LocalDate decided = row.getObject("decided_on", LocalDate.class);
    return new Proposal(
        new ProposalId(row.getObject("id", UUID.class)),
        new CallId(row.getObject("call", UUID.class)),
        new OrganizationId(row.getObject("proposer", UUID.class)),
        ProposalState.valueOf(row.getString("state")),
        body == null ? null : new OrganizationId(body),
        JSON.readValue(row.getString("entry"), ProposalEntry.class),
        moment(row, "sent_at"),
        moment(row, "received_at"),
        division == null ? null : new DivisionId(division),
        decided == null
            ? null
            : new Proposal.Decided(
                decided, row.getString("document_number"), row.getString("decision_words")),
        year == null ? null : new YearId(year),
        row.getInt("version"));
  }

  private static @Nullable LocalDateTime moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : JapanTime.at(at.toInstant());
  }
}
