package tasuki.person;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Joins two entries of one human being: choose the other, compare, say how one knows. */
@Controller
@OpenTo(Duty.CARE)
@RequestMapping("/persons/{id}/merge")
class MergeController {

  private static final int CANDIDATES = 20;

  /** Somebody who may be the same. */
  record Candidate(String href, String name, String kana, String birth, String sex) {}

  /** One line of the comparison. */
  record Compared(String label, String other, String kept, boolean differs) {}

  private final Persons persons;
  private final Mergers mergers;
  private final PersonPages pages;
  private final Say say;
  private final Notices notices;

  MergeController(Persons persons, Mergers mergers, PersonPages pages, Say say, Notices notices) {
    this.persons = persons;
    this.mergers = mergers;
    this.pages = pages;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping
  String page(
      @PathVariable UUID id,
      @RequestParam Optional<UUID> other,
      @RequestParam(defaultValue = "") String q,
      Viewer viewer,
      Form form,
      Model model) {
    return show(new PersonId(id), other.map(PersonId::new), q, viewer, model);
  }

  private String show(
      PersonId kept, Optional<PersonId> other, String q, Viewer viewer, Model model) {
    Person target = persons.get(kept);
    pages.card(kept, viewer, model);
    model.addAttribute("q", q);
    model.addAttribute("mergers", mergers.of(kept));
    if (other.isPresent()) {
      Person alias = persons.get(other.get());
      if (alias.id().equals(target.id())) {
        throw new AbsentException("person");
      }
      List<Compared> lines = compared(alias, target);
      model.addAttribute("other", alias);
      model.addAttribute("compared", lines);
      model.addAttribute("differs", needsCheck(alias, target));
    } else {
      model.addAttribute("candidates", candidates(target, q));
    }
    return "person/merge";
  }

  private static boolean needsCheck(Person alias, Person target) {
    return !alias.birthDate().equals(target.birthDate()) || alias.sex() != target.sex();
  }

  private List<Compared> compared(Person alias, Person target) {
    return List.of(
        line("person.name", alias.name(), target.name()),
        line("person.kana", alias.kana(), target.kana()),
        line("person.birth", birth(alias), birth(target)),
        line("person.sex", sex(alias), sex(target)));
  }

  private Compared line(String label, String other, String kept) {
    return new Compared(say.word(label), other, kept, !other.equals(kept));
  }

  private static String birth(Person person) {
    return String.valueOf(Say.date(person.birthDate()));
  }

  private String sex(Person person) {
    return say.word("person.sex." + person.sex());
  }

  private List<Candidate> candidates(Person target, String q) {
    List<Person> found = new ArrayList<>();
    if (q.isBlank()) {
      found.addAll(persons.sameName(target.id()));
    } else {
      String typed = q.length() > 60 ? q.substring(0, 60) : q;
      persons
          .mine(new PersonFilter(typed, PersonFilter.Which.PRESENT), null, CANDIDATES)
          .lines()
          .forEach(line -> found.add(line.person()));
    }
    return found.stream()
        .filter(person -> !person.id().equals(target.id()))
        .map(
            person ->
                new Candidate(
                    PersonHeaders.href(target.id()) + "/merge?other=" + person.id(),
                    person.name(),
                    person.kana(),
                    birth(person),
                    sex(person)))
        .toList();
  }

  @PostMapping
  String merge(
      @PathVariable UUID id,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    PersonId kept = new PersonId(id);
    PersonId other =
        new PersonId(form.id("other").orElseThrow(() -> new AbsentException("person")));
    String reason = form.text("reason", 400);
    if (needsCheck(persons.get(other), persons.get(kept)) && !form.flag("confirmed")) {
      form.reject("confirmed", "person.refused.merge-differs");
    }
    boolean done =
        PersonPages.done(
            form, "reason", () -> mergers.merge(other, kept, reason, form.flag("confirmed")));
    if (done) {
      notices.done(next, "person.done.merged");
      return "redirect:/persons/" + id;
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(kept, Optional.of(other), "", viewer, model);
  }

  @PostMapping("/{merger}/undo")
  String undo(@PathVariable UUID id, @PathVariable UUID merger, RedirectAttributes next) {
    mergers.undo(merger);
    notices.done(next, "person.done.merger-undone");
    return "redirect:/persons/" + id;
  }
}
