package tasuki.fund.proposing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.print.Paper;
import tasuki.print.PaperAnswer;
import tasuki.programme.Figures;
import tasuki.web.Form;

/** A proposal, what was sent of it, and the letter that tells its decision. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR, Duty.ADMINISTRATOR})
class ProposalController {

  private final Proposals proposals;
  private final Calls calls;
  private final ProposalPage page;
  private final ProposalWords words;
  private final Organizations organizations;
  private final Paper paper;

  ProposalController(
      Proposals proposals,
      Calls calls,
      ProposalPage page,
      ProposalWords words,
      Organizations organizations,
      Paper paper) {
    this.proposals = proposals;
    this.calls = calls;
    this.page = page;
    this.words = words;
    this.organizations = organizations;
    this.paper = paper;
  }

  @GetMapping("/fund/proposals/{id}")
  String proposal(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    return page.show(new ProposalId(id), viewer, model);
  }

  @GetMapping("/fund/proposals/{id}/sent/{step}")
  String sent(@PathVariable UUID id, @PathVariable UUID step, Model model) {
    Proposal proposal = proposals.get(new ProposalId(id));
    Call call = calls.get(proposal.call());
    Proposals.Step sent =
        proposals.steps(proposal.id()).stream()
            .filter(one -> one.id().equals(step) && one.entry() != null)
            .findFirst()
            .orElseThrow(() -> new AbsentException("step"));
    ProposalEntry entry = java.util.Objects.requireNonNull(sent.entry());
    model.addAttribute("proposal", proposal);
    model.addAttribute("proposalTitle", words.title(entry));
    model.addAttribute("sentAt", words.moment(sent.at()));
    model.addAttribute("facts", words.facts(entry));
    model.addAttribute("costs", words.costs(entry, call.entry()));
    model.addAttribute("total", Figures.yen(entry.yen()));
    model.addAttribute("operators", Figures.yen(entry.operatorYen()));
    model.addAttribute("fundYen", Figures.yen(entry.fundYen()));
    return "fund/proposal-sent";
  }

  /** 採択・不採択通知. */
  @GetMapping("/fund/proposals/{id}/letter")
  ResponseEntity<byte[]> letter(@PathVariable UUID id) {
    Proposal proposal = proposals.get(new ProposalId(id));
    Proposal.Decided decided = proposal.decided();
    boolean adopted = proposal.state() == ProposalState.ADOPTED;
    if (decided == null || (!adopted && proposal.state() != ProposalState.DECLINED)) {
      throw new AbsentException("letter");
    }
    Call call = calls.get(proposal.call());
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("adopted", adopted);
    model.put("number", decided.number());
    model.put("on", JapaneseDates.inFull(decided.on(), Locale.JAPANESE));
    model.put("to", organizations.get(proposal.proposer()).name());
    model.put("from", organizations.get(call.organization()).name());
    model.put("year", call.entry().year().label(Locale.JAPANESE));
    model.put("callTitle", call.entry().title());
    model.put("proposed", proposal.entry().title());
    model.put("yen", Figures.yen(proposal.entry().fundYen()));
    model.put("words", decided.words());
    return PaperAnswer.shown("letter", paper.pdf("fund/letter", model, Locale.JAPANESE).bytes());
  }
}
