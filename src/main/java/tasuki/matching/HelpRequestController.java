package tasuki.matching;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** A request: the card for those who are asked, and with all hands for those who run it. */
@Controller
@OpenTo({Duty.CARE, Duty.COORDINATOR, Duty.OFFICER})
class HelpRequestController {

  private static final int LONGEST = 500;

  private final HelpRequests requests;
  private final Answering answering;
  private final Choosing choosing;
  private final RequestPage page;
  private final Notices notices;

  HelpRequestController(
      HelpRequests requests,
      Answering answering,
      Choosing choosing,
      RequestPage page,
      Notices notices) {
    this.requests = requests;
    this.answering = answering;
    this.choosing = choosing;
    this.page = page;
    this.notices = notices;
  }

  @GetMapping("/matching/{id}")
  String show(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    HelpRequest request = requests.get(new RequestId(id));
    answering.own(request.id()).ifPresent(answering::see);
    return page.show(request, form, viewer, model);
  }

  /** The part of the page that changes while one looks at it; by itself it is no page. */
  @GetMapping("/matching/{id}/now")
  String now(
      @PathVariable UUID id,
      @RequestHeader(name = "HX-Request", defaultValue = "") String part,
      Viewer viewer,
      Model model) {
    HelpRequest request = requests.get(new RequestId(id));
    if (part.isEmpty()) {
      return "redirect:/matching/" + id;
    }
    page.showNow(request, viewer, model);
    return "matching/request :: now";
  }

  @PostMapping("/matching/{id}/raise")
  String raise(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    HelpRequest request = requests.get(new RequestId(id));
    Hand hand = hand(request, form);
    boolean told = form.isSent("hand");
    String field = told ? "recordWords" : "words";
    String words = form.optional(field, LONGEST).orElse(null);
    return new Step(
            request,
            field,
            told ? "mayRecord" : "mayAnswer",
            () -> answering.raise(hand.id(), words),
            "matching.done.raised")
        .take(form, viewer, model, response, next);
  }

  @PostMapping("/matching/{id}/decline")
  String decline(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    HelpRequest request = requests.get(new RequestId(id));
    Hand hand = hand(request, form);
    boolean told = form.isSent("hand");
    String field = told ? "recordReason" : "reason";
    String words = form.optional(told ? "recordWords" : "why", LONGEST).orElse(null);
    String reason = form.value(field);
    if (!page.declines(request, reason)) {
      form.reject(field, "web.form.choose");
    }
    return new Step(
            request,
            field,
            told ? "mayRecord" : "mayAnswer",
            () -> answering.decline(hand.id(), reason, words),
            "matching.done.declined")
        .take(form, viewer, model, response, next);
  }

  /** The own hand; for whoever runs the request the one that was named, told by telephone. */
  private Hand hand(HelpRequest request, Form form) {
    return form.id("hand")
        .map(answering::get)
        .filter(one -> one.request().equals(request.id()))
        .or(() -> answering.own(request.id()))
        .orElseThrow(() -> new AbsentException("hand"));
  }

  @PostMapping("/matching/{id}/withdraw")
  String withdraw(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    HelpRequest request = page.asker(requests.get(new RequestId(id)), viewer);
    String reason = form.text("withdrawal", LONGEST);
    return new Step(
            request,
            "withdrawal",
            "mayWithdraw",
            () -> requests.withdraw(request.id(), reason),
            "matching.done.withdrawn")
        .take(form, viewer, model, response, next);
  }

  @PostMapping("/matching/{id}/give-up")
  String giveUp(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    HelpRequest request = page.handler(requests.get(new RequestId(id)), viewer);
    String reason = form.text("instead", LONGEST);
    return new Step(
            request,
            "instead",
            "mayGiveUp",
            () -> requests.giveUp(request.id(), reason),
            "matching.done.given-up")
        .take(form, viewer, model, response, next);
  }

  @PostMapping("/matching/{id}/reopen")
  String reopen(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    HelpRequest request = page.handler(requests.get(new RequestId(id)), viewer);
    String reason = form.text("again", LONGEST);
    return new Step(
            request,
            "again",
            "mayReopen",
            () -> choosing.reopen(request.id(), reason),
            "matching.done.reopened")
        .take(form, viewer, model, response, next);
  }

  /**
   * A step on the page of a request. Where it cannot be taken, the form comes again with what was
   * typed, also where it would not be offered any more.
   */
  private final class Step {
    private final HelpRequest request;
    private final String field;
    private final String shows;
    private final Runnable work;
    private final String done;

    /**
     * A step.
     *
     * @param field at which a refusal is told
     * @param shows what lets the page show the form
     * @param done key of what is said when it was taken
     */
    Step(HelpRequest request, String field, String shows, Runnable work, String done) {
      this.request = request;
      this.field = field;
      this.shows = shows;
      this.work = work;
      this.done = done;
    }

    String take(
        Form form,
        Viewer viewer,
        Model model,
        HttpServletResponse response,
        RedirectAttributes next) {
      if (!form.hasErrors()) {
        try {
          work.run();
          notices.done(next, done);
          return "redirect:/matching/" + request.id();
        } catch (RefusedException refused) {
          form.reject(field, refused.refused());
        }
      }
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      String shown = page.show(requests.get(request.id()), form, viewer, model);
      model.addAttribute(shows, true);
      return shown;
    }
  }
}
