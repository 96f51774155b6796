package tasuki.fund.proposing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.directory.Organizations;
import tasuki.identity.DivisionId;
import tasuki.kernel.RefusedException;
import tasuki.programme.AmountKind;
import tasuki.programme.Amounts;
import tasuki.programme.Edition;
import tasuki.programme.Editions;
import tasuki.programme.Execution;
import tasuki.programme.HeadingId;
import tasuki.programme.ListChoices;
import tasuki.programme.Operator;
import tasuki.programme.Placement;
import tasuki.programme.ProgrammeYear;
import tasuki.programme.Programmes;
import tasuki.programme.Standing;
import tasuki.programme.YearEntry;
import tasuki.web.Phrases;

/** Adopts or declines a proposal; what is adopted stands on the list of its year at once. */
@Service
@Transactional
public class Deciding {

  /**
   * A decision.
   *
   * @param number of the letter that tells it
   * @param words the reason, or under which conditions
   */
  public record Decision(LocalDate on, @Nullable String number, String words) {}

  private final JdbcClient jdbc;
  private final Proposals proposals;
  private final Handling handling;
  private final Calls calls;
  private final Editions editions;
  private final Programmes programmes;
  private final Amounts amounts;
  private final Organizations organizations;

  Deciding(
      JdbcClient jdbc,
      Proposals proposals,
      Handling handling,
      Calls calls,
      Editions editions,
      Programmes programmes,
      Amounts amounts,
      Organizations organizations) {
    this.jdbc = jdbc;
    this.proposals = proposals;
    this.handling = handling;
    this.calls = calls;
    this.editions = editions;
    this.programmes = programmes;
    this.amounts = amounts;
    this.organizations = organizations;
  }

  /** The list on which an adopted proposal of the call will stand, if that year's is there. */
  @Transactional(readOnly = true)
  public Optional<Edition> list(Call call) {
    return editions.of(call.entry().series(), call.entry().year());
  }

  /** The headings of that list, to choose from. */
  @Transactional(readOnly = true)
  List<Phrases.Choice> headings(Call call) {
    return list(call)
        .map(one -> ListChoices.headings(editions.headings(one.id())))
        .orElse(List.of());
  }

  /** Declines it, with the reason. */
  public void decline(ProposalId id, Decision decision) {
    Proposal proposal = proposals.get(id);
    decide(proposal, ProposalState.DECLINED, decision);
  }

  /**
   * Adopts it and puts it on the list.
   *
   * @param heading under which it stands
   * @param division in charge
   * @return the programme in its first year
   * @throws RefusedException when the list of that year is not there yet
   */
  public ProgrammeYear adopt(
      ProposalId id, Decision decision, HeadingId heading, DivisionId division) {
    Proposal proposal = proposals.get(id);
    Edition edition =
        list(calls.get(proposal.call()))
            .orElseThrow(() -> RefusedException.because("fund.refused.no-list"));
    decide(proposal, ProposalState.ADOPTED, decision);
    ProgrammeYear year = programmes.add(edition, entry(proposal, edition, heading, division));
    YearMonth first = edition.year().months().getFirst();
    amounts.set(
        year,
        List.of(
            new Amounts.Amount(
                AmountKind.PLANNED, Amounts.NO_SOURCE, first, proposal.entry().yen())),
        null);
    jdbc.sql("update fund.proposal set programme_year = ? where id = ?")
        .params(year.id().value(), id.value())
        .update();
    return year;
  }

  private void decide(Proposal proposal, ProposalState state, Decision decision) {
    jdbc.sql(
            """
            update fund.proposal set decided_on = :on, document_number = :number,
              decision_words = :words
            where id = :id and version = :version
            """)
        .param("on", decision.on())
        .param("number", decision.number())
        .param("words", decision.words())
        .param("id", proposal.id().value())
        .param("version", proposal.version())
        .update();
    handling.go(proposal, state, decision.words(), null);
    handling.tell(
        ProposalNoticeKinds.DECIDED, proposal.proposer(), proposal, proposal.entry().title());
  }

  private YearEntry entry(
      Proposal proposal, Edition edition, HeadingId heading, DivisionId division) {
    ProposalEntry entry = proposal.entry();
    int number = programmes.nextNumber(edition.id());
    String implementer = entry.implementer();
    List<Operator> operators =
        List.of(
            new Operator(
                implementer == null ? organizations.get(proposal.proposer()).name() : implementer,
                organizations.get(proposal.proposer()).name().equals(implementer)
                    ? proposal.proposer()
                    : null));
    return new YearEntry(
        number,
        entry.title(),
        entry.issue(),
        entry.content(),
        Execution.SUBSIDY,
        Standing.NEW,
        entry.firstYear(),
        entry.lastYear(),
        division,
        null,
        null,
        null,
        List.of(new Placement(heading, number * 10, false, null)),
        List.of(),
        operators);
  }
}
