package tasuki.matching;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
  private final RequestPage page;
  private final Notices notices;

  HelpRequestController(
      HelpRequests requests, Answering answering, RequestPage page, Notices notices) {
    this.requests = requests;
    this.answering = answering;
    this.page = page;
    this.notices = notices;
  }

  @GetMapping("/matching/{id}")
  String show(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    HelpRequest request = requests.get(new RequestId(id));
    answering.own(request.id()).ifPresent(answering::see);
    return page.show(request, form, viewer, model);
  }

  /** The part of the page that changes while one looks at it. */
  @GetMapping("/matching/{id}/now")
  String now(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    page.show(requests.get(new RequestId(id)), form, viewer, model);
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
    String field = form.isSent("hand") ? "recordWords" : "words";
    Optional<String> words = form.optional(field, LONGEST);
    Hand hand = hand(request, form);
    return answered(
        request,
        field,
        () -> answering.raise(hand.id(), words.orElse(null)),
        "matching.done.raised",
        form,
        viewer,
        model,
        response,
        next);
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
    boolean told = form.isSent("hand");
    String field = told ? "recordReason" : "reason";
    Optional<String> words = form.optional(told ? "recordWords" : "why", LONGEST);
    String reason = form.value(field);
    if (reason.isEmpty()) {
      form.reject(field, "web.form.choose");
    }
    Hand hand = hand(request, form);
    return answered(
        request,
        field,
        () -> answering.decline(hand.id(), reason, words.orElse(null)),
        "matching.done.declined",
        form,
        viewer,
        model,
        response,
        next);
  }

  /** The own hand; for whoever runs the request the one that was named, told by telephone. */
  private Hand hand(HelpRequest request, Form form) {
    return form.id("hand")
        .map(answering::get)
        .filter(one -> one.request().equals(request.id()))
        .or(() -> answering.own(request.id()))
        .orElseThrow(() -> new AbsentException("hand"));
  }

  private String answered(
      HelpRequest request,
      String field,
      Runnable work,
      String done,
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
    return page.show(requests.get(request.id()), form, viewer, model);
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
    return answered(
        request,
        "withdrawal",
        () -> requests.withdraw(request.id(), reason),
        "matching.done.withdrawn",
        form,
        viewer,
        model,
        response,
        next);
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
    return answered(
        request,
        "instead",
        () -> requests.giveUp(request.id(), reason),
        "matching.done.given-up",
        form,
        viewer,
        model,
        response,
        next);
  }
}
