package tasuki.person;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.web.Form;

/** 照会: asking who answers for a plan, and who asked about one's own clients. */
@Controller
@OpenTo(Duty.CARE)
class InquiryController {

  private static final int MOST = 50;

  /** An inquiry as shown. */
  record Line(
      String at,
      String organization,
      @Nullable String account,
      String purpose,
      String result,
      boolean emergency,
      @Nullable String client,
      @Nullable String clientHref) {}

  private final LookUp lookUp;
  private final Persons persons;
  private final PersonPages pages;
  private final Say say;

  InquiryController(LookUp lookUp, Persons persons, PersonPages pages, Say say) {
    this.lookUp = lookUp;
    this.persons = persons;
    this.pages = pages;
    this.say = say;
  }

  private PersonPages.FormPage page() {
    return new PersonPages.FormPage(
        "inquiry", "/inquiries", "/", Map.of("sex", say.choices(Sex.class, "person.sex")));
  }

  @GetMapping("/inquiries")
  String inquiries(Viewer viewer, Form form, Model model) {
    showLists(model);
    return pages.show(page(), null, viewer, form, model);
  }

  /** The answer stands on the page that was sent, and in the list of what one asked. */
  @PostMapping("/inquiries")
  String ask(Viewer viewer, Form form, Model model, HttpServletResponse response) {
    Optional<ExactQuery> query = LookUpForm.read(form, say);
    String purpose = form.text("purpose", 200);
    List<LookUp.Answer> answers = new ArrayList<>();
    boolean done =
        PersonPages.done(
            form,
            form.value("insuredNumber").isBlank() ? "familyKana" : "insuredNumber",
            () -> answers.add(lookUp.ask(query.orElseThrow(), purpose)));
    showLists(model);
    if (!done) {
      return pages.again(page(), null, viewer, form, model, response);
    }
    LookUp.Answer answer = answers.getFirst();
    model.addAttribute("answer", answer);
    return pages.show(page(), null, viewer, form, model);
  }

  private void showLists(Model model) {
    model.addAttribute("byNumber", lookUp.mayAskByNumber());
    model.addAttribute("made", lookUp.made(MOST).stream().map(this::made).toList());
    model.addAttribute("received", lookUp.received(MOST).stream().map(this::received).toList());
  }

  private Line made(LookUp.Inquiry found) {
    String office = found.officeName();
    return line(
        found,
        !found.registered()
            ? say.word("person.inquiry.unknown")
            : office == null ? say.word("person.inquiry.no-office") : office,
        null);
  }

  private Line received(LookUp.Inquiry found) {
    PersonId client = found.client();
    return line(found, "", client == null ? null : persons.get(client));
  }

  private static Line line(LookUp.Inquiry found, String result, @Nullable Person client) {
    return new Line(
        Say.moment(found.at()),
        found.organizationName(),
        found.accountName(),
        found.purpose(),
        result,
        found.emergency(),
        client == null ? null : client.name(),
        client == null ? null : PersonHeaders.href(client.id()));
  }
}
