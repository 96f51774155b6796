package tasuki.person;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.web.Form;
import tasuki.web.Notices;

/** 緊急閲覧: one person, one hour, one account, and everybody concerned is told. */
@Controller
@OpenTo(Duty.CARE)
@RequestMapping("/persons/emergency")
class EmergencyController {

  private static final int SHORTEST_REASON = 5;

  private final Access access;
  private final LookUp lookUp;
  private final PersonPages pages;
  private final Say say;
  private final Notices notices;

  EmergencyController(Access access, LookUp lookUp, PersonPages pages, Say say, Notices notices) {
    this.access = access;
    this.lookUp = lookUp;
    this.pages = pages;
    this.say = say;
    this.notices = notices;
  }

  private PersonPages.FormPage page(Model model) {
    model.addAttribute("byNumber", lookUp.mayAskByNumber());
    return new PersonPages.FormPage(
        "emergency",
        "/persons/emergency",
        "/persons",
        Map.of("sex", say.choices(Sex.class, "person.sex")));
  }

  @GetMapping
  String begin(Viewer viewer, Form form, Model model) {
    return pages.show(page(model), null, viewer, form, model);
  }

  @PostMapping
  String open(
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<ExactQuery> query = LookUpForm.read(form, say);
    String reason = form.text("reason", 400);
    if (reason.length() < SHORTEST_REASON) {
      form.reject("reason", "person.error.reason-short", SHORTEST_REASON);
    }
    List<PersonId> opened = new ArrayList<>();
    boolean done =
        PersonPages.done(
            form,
            form.value("insuredNumber").isBlank() ? "familyKana" : "insuredNumber",
            () -> opened.add(access.openEmergency(query.orElseThrow(), reason)));
    if (!done) {
      return pages.again(page(model), null, viewer, form, model, response);
    }
    notices.done(next, "person.done.emergency");
    return "redirect:" + PersonHeaders.href(opened.getFirst());
  }
}
