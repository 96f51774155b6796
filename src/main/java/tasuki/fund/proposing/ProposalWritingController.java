package tasuki.fund.proposing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.directory.OrganizationId;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Where an organisation writes what it proposes. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR, Duty.ADMINISTRATOR})
class ProposalWritingController {

  private final Calls calls;
  private final Proposals proposals;
  private final ProposalForm forms;
  private final ProposalWords words;
  private final Notices notices;

  ProposalWritingController(
      Calls calls, Proposals proposals, ProposalForm forms, ProposalWords words, Notices notices) {
    this.calls = calls;
    this.proposals = proposals;
    this.forms = forms;
    this.words = words;
    this.notices = notices;
  }

  @PostMapping("/fund/calls/{id}/proposals")
  String begin(@PathVariable UUID id, Viewer viewer) {
    Call call = calls.get(new CallId(id));
    if (!call.published() || call.organization().equals(viewer.organization().id())) {
      throw new AbsentException("call");
    }
    ProposalId proposal =
        proposals.begin(call.id(), ProposalForm.empty(call, viewer.organization()));
    return "redirect:/fund/proposals/" + proposal + "/edit";
  }

  @GetMapping("/fund/proposals/{id}/edit")
  String edit(
      @PathVariable UUID id, Form form, Viewer viewer, Model model, RedirectAttributes next) {
    try {
      Proposal proposal = proposals.written(new ProposalId(id));
      forms.start(form, proposal);
      return page(proposal, viewer, model);
    } catch (RefusedException refused) {
      return seen(id, refused, next);
    }
  }

  @PostMapping("/fund/proposals/{id}/edit")
  String write(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Proposal proposal;
    try {
      proposal = proposals.written(new ProposalId(id));
    } catch (RefusedException refused) {
      return seen(id, refused, next);
    }
    Call call = calls.get(proposal.call());
    ProposalEntry entry = forms.read(form, call);
    OrganizationId body = forms.body(form, viewer.organization());
    if (!form.hasErrors()) {
      try {
        proposals.write(proposal.id(), entry, body, form.version());
        notices.done(next, "fund.proposal.saved");
        return "redirect:/fund/proposals/" + id;
      } catch (RefusedException refused) {
        form.reject("title", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(proposal, viewer, model);
  }

  @PostMapping("/fund/proposals/{id}/discard")
  String discard(@PathVariable UUID id, RedirectAttributes next) {
    try {
      proposals.written(new ProposalId(id));
      proposals.discard(new ProposalId(id));
      notices.done(next, "fund.proposal.discarded");
      return "redirect:/fund/proposals";
    } catch (RefusedException refused) {
      return seen(id, refused, next);
    }
  }

  private String seen(UUID id, RefusedException refused, RedirectAttributes next) {
    notices.refused(next, refused.refused());
    return "redirect:/fund/proposals/" + id;
  }

  private String page(Proposal proposal, Viewer viewer, Model model) {
    Call call = calls.get(proposal.call());
    model.addAttribute("proposal", proposal);
    model.addAttribute("proposalTitle", words.title(proposal.entry()));
    model.addAttribute("callTitle", call.entry().title());
    forms.choices(model, call, viewer.organization());
    return "fund/proposal-edit";
  }
}
