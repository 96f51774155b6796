package tasuki.person;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.JapaneseDates;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Corrects who somebody is: name, sex, birth date; and notes the death. */
@Controller
@OpenTo(Duty.CARE)
@RequestMapping("/persons/{id}")
class IdentityController {

  private final Persons persons;
  private final PersonPages pages;
  private final Say say;
  private final Notices notices;

  IdentityController(Persons persons, PersonPages pages, Say say, Notices notices) {
    this.persons = persons;
    this.pages = pages;
    this.say = say;
    this.notices = notices;
  }

  private PersonPages.FormPage identity(UUID id) {
    return new PersonPages.FormPage(
        "identity",
        "/persons/" + id + "/identity",
        "/persons/" + id,
        Map.of("sex", say.choices(Sex.class, "person.sex")));
  }

  private static PersonPages.FormPage death(UUID id) {
    return new PersonPages.FormPage(
        "death", "/persons/" + id + "/death", "/persons/" + id, Map.of());
  }

  @GetMapping("/identity")
  String identity(@PathVariable UUID id, Viewer viewer, Form form, Model model) {
    Person person = persons.get(new PersonId(id));
    form.start("family", person.familyName());
    form.start("given", person.givenName());
    form.start("familyKana", person.familyKana());
    form.start("givenKana", person.givenKana());
    form.start("sex", person.sex());
    form.start("birth", JapaneseDates.compact(person.birthDate()));
    form.start("provisional", person.provisional() ? "true" : null);
    model.addAttribute("version", person.version());
    return pages.show(identity(id), person.id(), viewer, form, model);
  }

  @PostMapping("/identity")
  String changeIdentity(
      @PathVariable UUID id,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Persons.Identity wanted =
        new Persons.Identity(
            form.text("family", 60),
            form.text("given", 60),
            form.kana("familyKana", 60),
            form.kana("givenKana", 60),
            form.choice("sex", Sex.class).orElse(Sex.UNKNOWN),
            say.pastDay(form, "birth"),
            form.flag("provisional"));
    PersonId person = new PersonId(id);
    int version = version(form);
    if (PersonPages.done(form, "family", () -> persons.correct(person, version, wanted))) {
      notices.done(next, "person.done.saved");
      return "redirect:/persons/" + id;
    }
    model.addAttribute("version", persons.get(person).version());
    return pages.again(identity(id), person, viewer, form, model, response);
  }

  @GetMapping("/death")
  String death(@PathVariable UUID id, Viewer viewer, Form form, Model model) {
    Person person = persons.get(new PersonId(id));
    LocalDate died = person.diedOn();
    form.start("died", died == null ? null : JapaneseDates.compact(died));
    model.addAttribute("version", person.version());
    return pages.show(death(id), person.id(), viewer, form, model);
  }

  @PostMapping("/death")
  String changeDeath(
      @PathVariable UUID id,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    PersonId person = new PersonId(id);
    LocalDate day = say.optionalDay(form, "died");
    checkDeath(form, day, persons.get(person));
    int version = version(form);
    if (PersonPages.done(form, "died", () -> persons.died(person, version, day))) {
      notices.done(next, "person.done.saved");
      return "redirect:/persons/" + id;
    }
    model.addAttribute("version", persons.get(person).version());
    return pages.again(death(id), person, viewer, form, model, response);
  }

  private void checkDeath(Form form, @Nullable LocalDate day, Person person) {
    if (day != null && day.isAfter(say.today())) {
      form.reject("died", "person.error.future");
    }
    if (day != null && day.isBefore(person.birthDate())) {
      form.reject("died", "person.error.before-birth");
    }
  }

  /** What is no version is none that anybody has: the change is refused as a conflict. */
  private static int version(Form form) {
    try {
      return Integer.parseInt(form.value("version"));
    } catch (NumberFormatException noNumber) {
      return -1;
    }
  }
}
