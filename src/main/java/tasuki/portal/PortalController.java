package tasuki.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.person.Bases;
import tasuki.person.Basis;
import tasuki.person.BasisId;
import tasuki.person.PersonFilter;
import tasuki.person.PersonHeaders;
import tasuki.person.PersonId;
import tasuki.person.PersonLine;
import tasuki.person.Persons;
import tasuki.web.Form;
import tasuki.web.Notices;

/** The pages of the person and the family. */
@Controller
@OpenTo(Duty.FAMILY)
class PortalController {

  private static final int MOST_PERSONS = 20;
  private static final int LONGEST_REASON = 400;

  private final Persons persons;
  private final PersonHeaders headers;
  private final Bases bases;
  private final Sight sight;
  private final AgreedHospitals hospitals;
  private final Notices notices;

  PortalController(
      Persons persons,
      PersonHeaders headers,
      Bases bases,
      Sight sight,
      AgreedHospitals hospitals,
      Notices notices) {
    this.persons = persons;
    this.headers = headers;
    this.bases = bases;
    this.sight = sight;
    this.hospitals = hospitals;
    this.notices = notices;
  }

  /** One person leads straight to the page; a family may also look after two. */
  @GetMapping("/my")
  String mine(Model model) {
    List<PersonLine> lines = persons.mine(PersonFilter.PRESENT, null, MOST_PERSONS).lines();
    if (lines.size() == 1) {
      return "redirect:/my/" + lines.getFirst().person().id();
    }
    model.addAttribute("lines", lines);
    return "portal/choose";
  }

  @GetMapping("/my/{person}")
  String person(
      @PathVariable UUID person,
      @RequestParam(required = false) @Nullable UUID before,
      Viewer viewer,
      Model model) {
    PersonId id = new PersonId(person);
    model.addAttribute("header", headers.of(id, viewer));
    model.addAttribute("team", sight.team(id));
    model.addAttribute("hospitals", hospitals.of(id));
    model.addAttribute("watchers", sight.whoMaySee(id));
    model.addAttribute("looks", sight.whoLooked(id, before));
    return "portal/person";
  }

  @GetMapping("/my/{person}/basis/{basis}")
  String ask(@PathVariable UUID person, @PathVariable UUID basis, Form form, Model model) {
    show(new PersonId(person), new BasisId(basis), model);
    return "portal/withdraw";
  }

  @PostMapping("/my/{person}/basis/{basis}")
  String withdraw(
      @PathVariable UUID person,
      @PathVariable UUID basis,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    PersonId id = new PersonId(person);
    String reason = form.optional("reason", LONGEST_REASON).orElse("-");
    requireOf(id, bases.get(new BasisId(basis)));
    if (!form.hasErrors()) {
      try {
        bases.withdraw(new BasisId(basis), reason);
        notices.done(next, "portal.withdrawn");
        return "redirect:/my/" + person;
      } catch (RefusedException refused) {
        form.reject("reason", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    show(id, new BasisId(basis), model);
    return "portal/withdraw";
  }

  private void show(PersonId person, BasisId basis, Model model) {
    Basis found = bases.get(basis);
    requireOf(person, found);
    model.addAttribute("basis", found);
    model.addAttribute("organizations", bases.openedTo(basis));
    model.addAttribute("back", "/my/" + person);
  }

  private void requireOf(PersonId person, Basis basis) {
    if (!persons.ids(person).contains(basis.person())) {
      throw new AbsentException("basis");
    }
  }
}
