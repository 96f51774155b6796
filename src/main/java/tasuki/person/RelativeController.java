package tasuki.person;

import jakarta.servlet.http.HttpServletResponse;
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
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Family, key person and main carer. */
@Controller
@OpenTo(Duty.CARE)
@RequestMapping("/persons/{id}/relatives")
class RelativeController {

  private final Relatives relatives;
  private final PersonPages pages;
  private final Notices notices;

  RelativeController(Relatives relatives, PersonPages pages, Notices notices) {
    this.relatives = relatives;
    this.pages = pages;
    this.notices = notices;
  }

  private static PersonPages.FormPage page(UUID id, @Nullable UUID relative) {
    return new PersonPages.FormPage(
        "relative",
        "/persons/" + id + "/relatives/" + (relative == null ? "new" : relative),
        "/persons/" + id,
        Map.of());
  }

  @GetMapping("/new")
  String begin(@PathVariable UUID id, Viewer viewer, Form form, Model model) {
    return pages.show(page(id, null), new PersonId(id), viewer, form, model);
  }

  @GetMapping("/{relative}")
  String change(
      @PathVariable UUID id, @PathVariable UUID relative, Viewer viewer, Form form, Model model) {
    Relative.Details known =
        relatives.of(new PersonId(id)).stream()
            .filter(found -> found.id().equals(relative))
            .findFirst()
            .orElseThrow(() -> new AbsentException("relative"))
            .details();
    form.start("name", known.name());
    form.start("relation", known.relation());
    form.start("telephone", known.telephone());
    form.start("together", known.livesTogether() ? "true" : null);
    form.start("keyPerson", known.keyPerson() ? "true" : null);
    form.start("mainCarer", known.mainCarer() ? "true" : null);
    form.start("note", known.note());
    model.addAttribute("removal", "/persons/" + id + "/relatives/" + relative + "/remove");
    return pages.show(page(id, relative), new PersonId(id), viewer, form, model);
  }

  @PostMapping("/new")
  String add(
      @PathVariable UUID id,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    return record(id, null, viewer, form, model, response, next);
  }

  @PostMapping("/{relative}")
  String replace(
      @PathVariable UUID id,
      @PathVariable UUID relative,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    return record(id, relative, viewer, form, model, response, next);
  }

  private String record(
      UUID id,
      @Nullable UUID replaced,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Relative.Details entry =
        new Relative.Details(
            form.text("name", 60),
            form.text("relation", 40),
            form.telephone("telephone").orElse(null),
            form.flag("together"),
            form.flag("keyPerson"),
            form.flag("mainCarer"),
            form.optional("note", 400).orElse(null));
    if (PersonPages.done(form, "name", () -> relatives.record(new PersonId(id), entry, replaced))) {
      notices.done(next, "person.done.saved");
      return "redirect:/persons/" + id;
    }
    return pages.again(page(id, replaced), new PersonId(id), viewer, form, model, response);
  }

  @PostMapping("/{relative}/remove")
  String remove(@PathVariable UUID id, @PathVariable UUID relative, RedirectAttributes next) {
    relatives.remove(new PersonId(id), relative);
    notices.done(next, "person.done.saved");
    return "redirect:/persons/" + id;
  }
}
