package tasuki.fund.proposing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.identity.Accounts;
import tasuki.identity.Division;
import tasuki.identity.DivisionId;
import tasuki.identity.Divisions;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.kernel.Ruling;
import tasuki.programme.Editions;
import tasuki.programme.Figures;
import tasuki.programme.ListChoices;
import tasuki.web.Phrases;

/** Fills the page of a proposal for whoever looks at it. */
@Component
class ProposalPage {

  /** Something that happened. */
  record StepLine(
      Phrases.Mark mark, String at, String who, @Nullable String words, @Nullable String href) {}

  /** A programme that sounds alike. */
  record SimilarLine(String href, String name, String year, String percent) {}

  /** A hearing. */
  record HearingLine(String on, String attendees, String record) {}

  private static final int PERCENT = 100;

  private final Calls calls;
  private final Editions editions;
  private final Proposals proposals;
  private final Handling handling;
  private final Deciding deciding;
  private final ProposalWords words;
  private final Divisions divisions;
  private final Organizations organizations;
  private final Accounts accounts;
  private final Clock clock;
  private final Phrases say;

  ProposalPage(
      Calls calls,
      Editions editions,
      Proposals proposals,
      Handling handling,
      Deciding deciding,
      ProposalWords words,
      Divisions divisions,
      Organizations organizations,
      Accounts accounts,
      Clock clock,
      Phrases say) {
    this.calls = calls;
    this.editions = editions;
    this.proposals = proposals;
    this.handling = handling;
    this.deciding = deciding;
    this.words = words;
    this.divisions = divisions;
    this.organizations = organizations;
    this.accounts = accounts;
    this.clock = clock;
    this.say = say;
  }

  String show(ProposalId id, Viewer viewer, Model model) {
    Proposal proposal = proposals.get(id);
    Call call = calls.get(proposal.call());
    ProposalEntry entry = proposal.entry();
    model.addAttribute("proposal", proposal);
    model.addAttribute("call", call);
    model.addAttribute("title", words.title(entry));
    model.addAttribute("stateMark", words.mark(proposal.state()));
    model.addAttribute("proposerName", organizations.get(proposal.proposer()).name());
    OrganizationId body = proposal.body();
    model.addAttribute("bodyName", body == null ? null : organizations.get(body).name());
    model.addAttribute("facts", words.facts(entry));
    model.addAttribute("costs", words.costs(entry, call.entry()));
    model.addAttribute("total", Figures.yen(entry.yen()));
    model.addAttribute("operators", Figures.yen(entry.operatorYen()));
    model.addAttribute("fundYen", Figures.yen(entry.fundYen()));
    Handling.Checked checked = handling.check(proposal, call);
    model.addAttribute("checks", words.checks(checked.results()));
    model.addAttribute("similar", checked.similar().stream().map(this::similar).toList());
    model.addAttribute("steps", steps(proposal));
    decided(proposal, model);
    turns(proposal, call, checked, viewer, model);
    return "fund/proposal";
  }

  private SimilarLine similar(SimilarProgrammes.Similar one) {
    return new SimilarLine(
        "/programmes/years/" + one.id(),
        one.name(),
        one.year().label(say.locale()),
        Math.round(one.likeness() * PERCENT) + "%");
  }

  private List<StepLine> steps(Proposal proposal) {
    Map<UUID, String> names = new HashMap<>();
    List<StepLine> lines = new ArrayList<>();
    for (Proposals.Step step : proposals.steps(proposal.id())) {
      String person = names.computeIfAbsent(step.account(), accounts::nameOf);
      lines.add(
          new StepLine(
              words.mark(step.state()),
              words.moment(step.at()),
              organizations.get(step.organization()).name() + " " + person,
              step.words(),
              step.entry() == null
                  ? null
                  : "/fund/proposals/" + proposal.id() + "/sent/" + step.id()));
    }
    return lines;
  }

  private void decided(Proposal proposal, Model model) {
    Proposal.Decided decided = proposal.decided();
    boolean over =
        proposal.state() == ProposalState.ADOPTED || proposal.state() == ProposalState.DECLINED;
    model.addAttribute("decided", over ? decided : null);
    model.addAttribute(
        "decidedOn", decided == null ? null : JapaneseDates.inFull(decided.on(), say.locale()));
  }

  /** Whose turn it is, and what each side may do now. */
  private void turns(
      Proposal proposal, Call call, Handling.Checked checked, Viewer viewer, Model model) {
    OrganizationId own = viewer.organization().id();
    boolean mine = proposal.proposer().equals(own);
    boolean prefecture = call.organization().equals(own) && viewer.hasAny(Duty.OFFICER);
    ProposalState state = proposal.state();
    model.addAttribute("mine", mine);
    model.addAttribute("prefecture", prefecture);
    model.addAttribute("mayWrite", mine && state.isWritten());
    model.addAttribute(
        "mayConsult",
        mine && state == ProposalState.DRAFT && call.consults(JapanTime.today(clock)));
    Ruling send = handling.maySend(proposal, call, checked);
    model.addAttribute("maySend", mine && state.isWritten() && send instanceof Ruling.Allowed);
    model.addAttribute(
        "whyNot",
        mine && state.isWritten() && send instanceof Ruling.Refused refused
            ? say.of(refused.reason(), refused.arguments().toArray())
            : null);
    model.addAttribute("mayWithdraw", mine && state.mayBecome(ProposalState.WITHDRAWN));
    model.addAttribute("mayDiscard", mine && state == ProposalState.DRAFT);
    model.addAttribute(
        "mayEndorse", own.equals(proposal.body()) && state == ProposalState.WITH_BODY);
    model.addAttribute("mayHandle", prefecture && state == ProposalState.RECEIVED);
    model.addAttribute("mayComment", state != ProposalState.DRAFT && !state.isOver());
    if (prefecture) {
      inside(proposal, call, viewer, model);
    }
  }

  private void inside(Proposal proposal, Call call, Viewer viewer, Model model) {
    List<Division> open =
        divisions.of(viewer.organization().id()).stream().filter(Division::open).toList();
    DivisionId division = proposal.division();
    model.addAttribute("divisions", ListChoices.divisions(open));
    model.addAttribute("divisionName", division == null ? null : divisions.get(division).name());
    model.addAttribute(
        "hearings",
        handling.hearings(proposal.id()).stream()
            .map(
                one ->
                    new HearingLine(
                        JapaneseDates.inFull(one.heldOn(), say.locale()),
                        one.attendees(),
                        one.record()))
            .toList());
    boolean keeps = editions.compiles();
    model.addAttribute("mayDecide", keeps && proposal.state() == ProposalState.RECEIVED);
    model.addAttribute("headings", keeps ? deciding.headings(call) : List.of());
    model.addAttribute("hasList", deciding.list(call).isPresent());
  }
}
