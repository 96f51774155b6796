package tasuki.fund.proposing;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.form.DayField;
import tasuki.identity.DivisionId;
import tasuki.identity.Divisions;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.programme.Editions;
import tasuki.programme.HeadingId;
import tasuki.web.Form;
import tasuki.web.Notices;

/** The steps of a proposal, by whoever has it in hand. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR, Duty.ADMINISTRATOR})
class ProposalStepController {

  /** Something that is done to a proposal. */
  private interface Work {
    void on(ProposalId id);
  }

  private static final int LONGEST = 4_000;

  private final Proposals proposals;
  private final Calls calls;
  private final Editions editions;
  private final Handling handling;
  private final Deciding deciding;
  private final Divisions divisions;
  private final ProposalPage page;
  private final Notices notices;

  ProposalStepController(
      Proposals proposals,
      Calls calls,
      Editions editions,
      Handling handling,
      Deciding deciding,
      Divisions divisions,
      ProposalPage page,
      Notices notices) {
    this.proposals = proposals;
    this.calls = calls;
    this.editions = editions;
    this.handling = handling;
    this.deciding = deciding;
    this.divisions = divisions;
    this.page = page;
    this.notices = notices;
  }

  /** What every step needs to answer. */
  private record Asked(
      UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {}

  @PostMapping("/fund/proposals/{id}/consult")
  String consult(@PathVariable UUID id, Viewer viewer, RedirectAttributes next) {
    own(id, viewer);
    return moved(id, next, "fund.proposal.consulted", handling::consult);
  }

  @PostMapping("/fund/proposals/{id}/send")
  String send(@PathVariable UUID id, Viewer viewer, RedirectAttributes next) {
    own(id, viewer);
    return moved(id, next, "fund.proposal.sent", handling::send);
  }

  private String moved(UUID id, RedirectAttributes next, String key, Work work) {
    try {
      work.on(new ProposalId(id));
      notices.done(next, key);
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
    }
    return "redirect:/fund/proposals/" + id;
  }

  @PostMapping("/fund/proposals/{id}/withdraw")
  String withdraw(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Proposal proposal = own(id, viewer);
    String why = form.text("withdraw", LONGEST);
    return done(
        new Asked(id, form, viewer, model, response, next),
        proposal.state().mayBecome(ProposalState.WITHDRAWN),
        "withdraw",
        "fund.proposal.withdrawn",
        one -> handling.withdraw(one, why));
  }

  @PostMapping("/fund/proposals/{id}/comment")
  String comment(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Proposal proposal = proposals.get(new ProposalId(id));
    String words = form.text("comment", LONGEST);
    return done(
        new Asked(id, form, viewer, model, response, next),
        proposal.state() != ProposalState.DRAFT && !proposal.state().isOver(),
        "comment",
        "fund.proposal.commented",
        one -> handling.comment(one, words));
  }

  @PostMapping("/fund/proposals/{id}/endorse")
  String endorse(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Proposal proposal = proposals.get(new ProposalId(id));
    if (!viewer.organization().id().equals(proposal.body())) {
      throw new AbsentException("proposal");
    }
    String words = form.text("endorse", LONGEST);
    return done(
        new Asked(id, form, viewer, model, response, next),
        proposal.state() == ProposalState.WITH_BODY,
        "endorse",
        "fund.proposal.endorsed",
        one -> handling.endorse(one, words));
  }

  @PostMapping("/fund/proposals/{id}/return")
  String giveBack(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Proposal proposal = proposals.get(new ProposalId(id));
    boolean body = viewer.organization().id().equals(proposal.body());
    if (!body && !prefecture(proposal, viewer)) {
      throw new AbsentException("proposal");
    }
    String words = form.text("return", LONGEST);
    return done(
        new Asked(id, form, viewer, model, response, next),
        proposal.state() == (body ? ProposalState.WITH_BODY : ProposalState.RECEIVED),
        "return",
        "fund.proposal.returned",
        one -> handling.giveBack(one, words));
  }

  @PostMapping("/fund/proposals/{id}/division")
  String assign(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Proposal proposal = atPrefecture(id, viewer);
    Optional<DivisionId> division = division(form, viewer, "division");
    return done(
        new Asked(id, form, viewer, model, response, next),
        proposal.state() == ProposalState.RECEIVED,
        "division",
        "fund.proposal.assigned",
        one -> handling.assign(one, division.orElseThrow()));
  }

  @PostMapping("/fund/proposals/{id}/hearings")
  String hear(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Proposal proposal = atPrefecture(id, viewer);
    Optional<LocalDate> on = DayField.required(form, "heldOn");
    String attendees = form.text("attendees", 400);
    String record = form.text("record", LONGEST);
    return done(
        new Asked(id, form, viewer, model, response, next),
        proposal.state() == ProposalState.RECEIVED,
        "heldOn",
        "fund.proposal.heard",
        one -> handling.hear(one, new Handling.Hearing(on.orElseThrow(), attendees, record)));
  }

  @PostMapping("/fund/proposals/{id}/decide")
  String decide(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Proposal proposal = atPrefecture(id, viewer);
    editions.letCompile("proposal");
    String result = form.text("result", 8);
    boolean adopts = result.equals("ADOPTED");
    if (!adopts && !result.equals("DECLINED")) {
      form.reject("result", "web.form.choose");
    }
    Optional<LocalDate> on = DayField.required(form, "decidedOn");
    String number = form.optional("documentNumber", 60).orElse(null);
    String words = form.text("decisionWords", LONGEST);
    Optional<HeadingId> heading = adopts ? heading(form, proposal) : Optional.empty();
    Optional<DivisionId> division = adopts ? division(form, viewer, "inCharge") : Optional.empty();
    return done(
        new Asked(id, form, viewer, model, response, next),
        proposal.state() == ProposalState.RECEIVED,
        "decisionWords",
        adopts ? "fund.proposal.adopted" : "fund.proposal.declined",
        one -> {
          Deciding.Decision decision = new Deciding.Decision(on.orElseThrow(), number, words);
          if (adopts) {
            deciding.adopt(one, decision, heading.orElseThrow(), division.orElseThrow());
          } else {
            deciding.decline(one, decision);
          }
        });
  }

  private Optional<HeadingId> heading(Form form, Proposal proposal) {
    Optional<HeadingId> chosen = form.id("heading").map(HeadingId::new);
    boolean offered =
        chosen.isPresent()
            && deciding.headings(calls.get(proposal.call())).stream()
                .anyMatch(one -> one.value().equals("" + chosen.get()));
    if (!offered) {
      form.reject("heading", "web.form.choose");
    }
    return chosen;
  }

  private Optional<DivisionId> division(Form form, Viewer viewer, String field) {
    Optional<DivisionId> chosen = form.id(field).map(DivisionId::new);
    boolean offered =
        chosen.isPresent()
            && divisions.of(viewer.organization().id()).stream()
                .anyMatch(one -> one.open() && one.id().equals(chosen.get()));
    if (!offered) {
      form.reject(field, "web.form.choose");
    }
    return chosen;
  }

  /** Does it, or shows the proposal again with the errors at their fields and what was typed. */
  private String done(Asked asked, boolean inTime, String field, String key, Work work) {
    ProposalId id = new ProposalId(asked.id());
    if (!inTime) {
      asked.form().reject(field, "fund.refused.elsewhere");
    }
    if (!asked.form().hasErrors()) {
      try {
        work.on(id);
        notices.done(asked.next(), key);
        return "redirect:/fund/proposals/" + id;
      } catch (RefusedException refused) {
        asked.form().reject(field, refused.refused());
      }
    }
    asked.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page.show(id, asked.viewer(), asked.model());
  }

  private Proposal own(UUID id, Viewer viewer) {
    Proposal proposal = proposals.get(new ProposalId(id));
    if (!proposal.proposer().equals(viewer.organization().id())) {
      throw new AbsentException("proposal");
    }
    return proposal;
  }

  private Proposal atPrefecture(UUID id, Viewer viewer) {
    Proposal proposal = proposals.get(new ProposalId(id));
    if (!prefecture(proposal, viewer)) {
      throw new AbsentException("proposal");
    }
    return proposal;
  }

  private boolean prefecture(Proposal proposal, Viewer viewer) {
    return viewer.hasAny(Duty.OFFICER)
        && calls.get(proposal.call()).organization().equals(viewer.organization().id());
  }
}
