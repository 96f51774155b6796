package tasuki.person;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.web.Notices;

/** One person at a glance. */
@Controller
@OpenTo(Duty.CARE)
@RequestMapping("/persons/{id}")
class PersonController {

  private final PersonHeaders headers;
  private final Overview overview;
  private final Access access;
  private final Notices notices;

  PersonController(PersonHeaders headers, Overview overview, Access access, Notices notices) {
    this.headers = headers;
    this.overview = overview;
    this.access = access;
    this.notices = notices;
  }

  @GetMapping
  String overview(@PathVariable UUID id, Viewer viewer, Model model) {
    PersonHeader who = headers.of(new PersonId(id), viewer);
    if (!who.id().value().equals(id)) {
      return "redirect:" + who.href();
    }
    model.addAttribute("who", who);
    model.addAttribute("shown", overview.of(who.id(), viewer));
    model.addAttribute("word", viewer.personWord());
    return "person/overview";
  }

  @PostMapping("/emergency/end")
  String endEmergency(@PathVariable UUID id, RedirectAttributes next) {
    access.endEmergency(new PersonId(id));
    notices.done(next, "person.done.emergency-ended");
    return "redirect:/persons";
  }
}
