package tasuki.fund.proposing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.identity.DivisionId;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.kernel.Ruling;
import tasuki.notice.NoticeBox;
import tasuki.notice.Recipient;
import tools.jackson.databind.json.JsonMapper;

/** The way of a proposal between the proposer, the body and the prefecture; each step is kept. */
@Service
@Transactional
public class Handling {

  /** What was talked about with the proposer. */
  public record Hearing(LocalDate heldOn, String attendees, String record) {}

  /** What came of the checks, and the programmes that sound alike. */
  record Checked(List<ProposalChecks.Result> results, List<SimilarProgrammes.Similar> similar) {}

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final NoticeBox box;
  private final Proposals proposals;
  private final Calls calls;
  private final Bodies bodies;
  private final SimilarProgrammes similar;
  private final Organizations organizations;

  Handling(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      AuditLog audit,
      NoticeBox box,
      Proposals proposals,
      Calls calls,
      Bodies bodies,
      SimilarProgrammes similar,
      Organizations organizations) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.box = box;
    this.proposals = proposals;
    this.calls = calls;
    this.bodies = bodies;
    this.similar = similar;
    this.organizations = organizations;
  }

  /** Shows a draft to the prefecture before it is sent (事前協議). */
  public void consult(ProposalId id) {
    Proposal proposal = proposals.written(id);
    Call call = calls.get(proposal.call());
    if (!call.consults(JapanTime.today(clock))) {
      throw RefusedException.because("fund.refused.no-consultation");
    }
    if (proposal.entry().title().isEmpty()) {
      throw RefusedException.because("fund.refused.no-title");
    }
    go(proposal, ProposalState.CONSULTING, null, proposal.entry());
    tell(ProposalNoticeKinds.CONSULTED, call.organization(), proposal, name(proposal.proposer()));
  }

  /**
   * Sends it, to its body or where it goes directly to the prefecture.
   *
   * @throws RefusedException when something is missing or the period is over
   */
  public void send(ProposalId id) {
    Proposal proposal = proposals.written(id);
    Call call = calls.get(proposal.call());
    maySend(proposal, call, check(proposal, call)).orThrow();
    OrganizationId body = proposal.body();
    OrganizationId to = body == null ? call.organization() : body;
    go(
        proposal,
        body == null ? ProposalState.RECEIVED : ProposalState.WITH_BODY,
        null,
        proposal.entry());
    jdbc.sql("update fund.proposal set sent_at = coalesce(sent_at, :now) where id = :id")
        .param("now", OffsetDateTime.now(clock))
        .param("id", id.value())
        .update();
    tell(
        body == null ? ProposalNoticeKinds.RECEIVED : ProposalNoticeKinds.TO_CONFIRM,
        to,
        proposal,
        name(proposal.proposer()));
  }

  /** Whether it may be sent now: complete, and in time unless it was sent before. */
  Ruling maySend(Proposal proposal, Call call, Checked checked) {
    if (proposal.sentAt() == null && !call.accepts(JapanTime.today(clock))) {
      return Ruling.refused("fund.refused.not-open");
    }
    return ProposalChecks.allMet(checked.results())
        ? Ruling.ALLOWED
        : Ruling.refused("fund.refused.incomplete");
  }

  /** Checks what the system can, for which it looks for programmes that sound alike. */
  @Transactional(readOnly = true)
  Checked check(Proposal proposal, Call call) {
    Organization proposer = organizations.get(proposal.proposer());
    OrganizationId body = proposal.body();
    boolean fits =
        body != null && bodies.of(proposer).stream().anyMatch(one -> one.id().equals(body));
    List<SimilarProgrammes.Similar> alike = similar.to(proposal.entry(), call);
    return new Checked(
        ProposalChecks.of(proposal.entry(), call.entry(), proposer.kind(), fits, !alike.isEmpty()),
        alike);
  }

  /** The body says that it answers an issue of its area, and hands it to the prefecture. */
  public void endorse(ProposalId id, String words) {
    Proposal proposal = proposals.get(id);
    go(proposal, ProposalState.RECEIVED, words, null);
    Call call = calls.get(proposal.call());
    tell(ProposalNoticeKinds.RECEIVED, call.organization(), proposal, name(proposal.proposer()));
  }

  /** The body or the prefecture gives it back, saying what is to be done. */
  public void giveBack(ProposalId id, String words) {
    Proposal proposal = proposals.get(id);
    go(proposal, ProposalState.RETURNED, words, null);
    tell(ProposalNoticeKinds.RETURNED, proposal.proposer(), proposal, proposal.entry().title());
  }

  /** The proposer takes it back. */
  public void withdraw(ProposalId id, String words) {
    Proposal proposal = proposals.get(id);
    go(proposal, ProposalState.WITHDRAWN, words, null);
    if (proposal.receivedAt() != null) {
      Call call = calls.get(proposal.call());
      tell(ProposalNoticeKinds.WITHDRAWN, call.organization(), proposal, proposal.entry().title());
    }
  }

  /** Writes something to it that everybody reads who has to do with it. */
  public void comment(ProposalId id, String words) {
    Proposal proposal = proposals.get(id);
    step(proposal, proposal.state(), words, null);
    audit.changed("fund.proposal-commented", id.value(), List.of(), null);
    OrganizationId own = new OrganizationId(Acting.organization());
    OrganizationId other =
        own.equals(proposal.proposer())
            ? calls.get(proposal.call()).organization()
            : proposal.proposer();
    boolean read =
        !other.equals(own)
            && (other.equals(proposal.proposer())
                || proposal.receivedAt() != null
                || proposal.state() == ProposalState.CONSULTING);
    if (read) {
      tell(ProposalNoticeKinds.COMMENTED, other, proposal, proposal.entry().title());
    }
  }

  /** Says which division of the prefecture looks after it. */
  public void assign(ProposalId id, DivisionId division) {
    received(id);
    jdbc.sql("update fund.proposal set division = ?, version = version + 1 where id = ?")
        .params(division.value(), id.value())
        .update();
    audit.changed("fund.proposal-assigned", id.value(), List.of(), division.toString());
  }

  /** Keeps what was talked about in a hearing. */
  public void hear(ProposalId id, Hearing hearing) {
    Proposal proposal = received(id);
    jdbc.sql(
            """
            insert into fund.hearing (id, proposal, held_on, attendees, record, at)
            values (:id, :proposal, :on, :attendees, :record, :at)
            """)
        .param("id", ids.next())
        .param("proposal", proposal.id().value())
        .param("on", hearing.heldOn())
        .param("attendees", hearing.attendees())
        .param("record", hearing.record())
        .param("at", OffsetDateTime.now(clock))
        .update();
    audit.changed("fund.proposal-heard", id.value(), List.of(), null);
  }

  private Proposal received(ProposalId id) {
    Proposal proposal = proposals.get(id);
    if (proposal.state() != ProposalState.RECEIVED) {
      throw RefusedException.because("fund.refused.elsewhere");
    }
    return proposal;
  }

  /** The hearings of a proposal, the first first. */
  @Transactional(readOnly = true)
  public List<Hearing> hearings(ProposalId id) {
    return jdbc.sql("select * from fund.hearing where proposal = ? order by held_on, id")
        .param(id.value())
        .query(
            (row, _) ->
                new Hearing(
                    row.getObject("held_on", LocalDate.class),
                    row.getString("attendees"),
                    row.getString("record")))
        .list();
  }

  /**
   * Goes on to a state.
   *
   * @throws RefusedException when it is no longer, or not yet, where this can be done
   */
  void go(
      Proposal proposal, ProposalState next, @Nullable String words, @Nullable ProposalEntry sent) {
    if (!proposal.state().mayBecome(next)) {
      throw RefusedException.because("fund.refused.elsewhere");
    }
    int gone =
        jdbc.sql(
                """
                update fund.proposal set state = :next, version = version + 1,
                  received_at = case when :next = 'RECEIVED' then coalesce(received_at, :now)
                    else received_at end
                where id = :id and version = :version
                """)
            .param("next", next.name())
            .param("now", OffsetDateTime.now(clock))
            .param("id", proposal.id().value())
            .param("version", proposal.version())
            .update();
    if (gone == 0) {
      throw RefusedException.because("fund.refused.elsewhere");
    }
    step(proposal, next, words, sent);
    audit.changed(
        "fund.proposal-moved", proposal.id().value(), List.of(), proposal.state() + " → " + next);
  }

  private void step(
      Proposal proposal,
      ProposalState state,
      @Nullable String words,
      @Nullable ProposalEntry sent) {
    jdbc.sql(
            """
            insert into fund.proposal_step (id, proposal, state, at, words, entry)
            values (:id, :proposal, :state, :at, :words, :entry::jsonb)
            """)
        .param("id", ids.next())
        .param("proposal", proposal.id().value())
        .param("state", state.name())
        .param("at", OffsetDateTime.now(clock))
        .param("words", words)
        .param("entry", sent == null ? null : JSON.writeValueAsString(sent))
        .update();
  }

  void tell(String kind, OrganizationId to, Proposal proposal, Object... words) {
    if (!to.value().equals(Acting.organization())) {
      box.tell(kind, recipient(to, proposal), proposal.id().value(), null, words);
    }
  }

  /** The one who sent it for the proposer, who may not be of those who read its inbox. */
  private Recipient recipient(OrganizationId to, Proposal proposal) {
    return proposals.steps(proposal.id()).reversed().stream()
        .filter(one -> to.equals(proposal.proposer()) && one.organization().equals(to))
        .findFirst()
        .<Recipient>map(one -> new Recipient.Person(one.account(), to.value()))
        .orElseGet(() -> new Recipient.Inbox(to.value()));
  }

  private String name(OrganizationId id) {
    return organizations.get(id).name();
  }
}
