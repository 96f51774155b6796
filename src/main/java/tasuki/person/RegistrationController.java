package tasuki.person;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.area.Areas;
import tasuki.file.FileId;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Registers a person: first the look-up, so that nobody is entered twice, then the rest. */
@Controller
@OpenTo(Duty.CARE)
@RequestMapping("/persons/new")
class RegistrationController {

  private final Persons persons;
  private final LookUp lookUp;
  private final Areas areas;
  private final EvidenceField papers;
  private final PersonPages pages;
  private final Say say;
  private final Notices notices;

  RegistrationController(
      Persons persons,
      LookUp lookUp,
      Areas areas,
      EvidenceField papers,
      PersonPages pages,
      Say say,
      Notices notices) {
    this.persons = persons;
    this.lookUp = lookUp;
    this.areas = areas;
    this.papers = papers;
    this.pages = pages;
    this.say = say;
    this.notices = notices;
  }

  private PersonPages.FormPage search() {
    return new PersonPages.FormPage(
        "search",
        "/persons/new/search",
        "/persons",
        Map.of("sex", say.choices(Sex.class, "person.sex")));
  }

  private PersonPages.FormPage registration() {
    Map<String, List<Say.Choice>> lists = new HashMap<>(FormLists.basis(say));
    lists.put("sex", say.choices(Sex.class, "person.sex"));
    lists.put("baseUnit", FormLists.baseUnits(areas, say));
    return new PersonPages.FormPage("registration", "/persons/new", "/persons/new", lists);
  }

  @GetMapping
  String begin(Viewer viewer, Form form, Model model) {
    model.addAttribute("byNumber", lookUp.mayAskByNumber());
    return pages.show(search(), null, viewer, form, model);
  }

  /** Looks the person up; the answer stands above the registration, which keeps what was typed. */
  @PostMapping("/search")
  String search(Viewer viewer, Form form, Model model, HttpServletResponse response) {
    Optional<ExactQuery> query = LookUpForm.read(form, say);
    List<LookUp.Answer> answers = new ArrayList<>();
    boolean answered =
        PersonPages.done(
            form,
            form.value("insuredNumber").isBlank() ? "familyKana" : "insuredNumber",
            () ->
                answers.add(
                    lookUp.ask(query.orElseThrow(), say.word("person.inquiry.registering"))));
    if (!answered) {
      model.addAttribute("byNumber", lookUp.mayAskByNumber());
      return pages.again(search(), null, viewer, form, model, response);
    }
    model.addAttribute("answer", answers.getFirst());
    model.addAttribute("own", own(query.orElseThrow()));
    form.start("provisional", answers.getFirst().registered() ? "true" : null);
    return pages.show(registration(), null, viewer, form, model);
  }

  private List<PersonHeader.Namesake> own(ExactQuery query) {
    return switch (query) {
      case ExactQuery.ByNumber _ -> List.of();
      case ExactQuery.ByPerson asked ->
          persons
              .ownExactly(asked.familyKana(), asked.givenKana(), asked.birthDate(), asked.sex())
              .stream()
              .map(
                  person ->
                      new PersonHeader.Namesake(
                          PersonHeaders.href(person.id()),
                          person.name(),
                          Objects.toString(Say.date(person.birthDate()))))
              .toList();
    };
  }

  @PostMapping
  String register(
      @RequestParam(required = false) @Nullable List<MultipartFile> evidence,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    NewPerson person =
        new NewPerson(
            form.text("family", 60),
            form.text("given", 60),
            form.kana("familyKana", 60),
            form.kana("givenKana", 60),
            form.choice("sex", Sex.class).orElse(Sex.UNKNOWN),
            say.pastDay(form, "birth"),
            form.flag("provisional"),
            residence(form));
    List<FileId> sent = papers.read(form, evidence);
    Optional<NewBasis> basis = FormLists.readBasis(form, say, Optional.empty(), sent);
    List<PersonId> made = new ArrayList<>();
    boolean done =
        PersonPages.done(
            form,
            "kind",
            () -> made.add(persons.register(person, basis.orElseThrow(), PersonPages.key(form))));
    if (!done) {
      papers.show(form, model);
      return pages.again(registration(), null, viewer, form, model, response);
    }
    notices.done(next, "person.done.registered." + viewer.personWord(), person.familyName());
    return "redirect:" + PersonHeaders.href(made.getFirst());
  }

  private @Nullable NewResidence residence(Form form) {
    Optional<String> address = form.optional("address", 200);
    Optional<String> telephone = form.telephone("telephone");
    Optional<String> postcode = LookUpForm.postcode(form);
    Optional<String> unit = form.optional("baseUnit", 20);
    if (address.isEmpty() && telephone.isEmpty() && postcode.isEmpty() && unit.isEmpty()) {
      return null;
    }
    return new NewResidence(
        say.today(),
        FormLists.checkedUnit(form, areas, say),
        postcode.orElse(null),
        address.orElse(null),
        telephone.orElse(null),
        form.flag("secret"));
  }
}
