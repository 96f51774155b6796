package tasuki.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** The divisions of the administrator's own organisation, and which officers work in them. */
@Controller
@OpenTo(Duty.ADMINISTRATOR)
@RequestMapping("/divisions")
class DivisionController {

  /** A line of the list. */
  record Line(Division division, List<String> members) {}

  private final Divisions divisions;
  private final Staff staff;
  private final Notices notices;

  DivisionController(Divisions divisions, Staff staff, Notices notices) {
    this.divisions = divisions;
    this.staff = staff;
    this.notices = notices;
  }

  @GetMapping
  String list(Form form, Viewer me, Model model) {
    List<Staff.Line> officers = officers(me);
    model.addAttribute(
        "lines",
        divisions.of(me.organization().id()).stream()
            .map(one -> new Line(one, names(officers, divisions.members(one.id()))))
            .toList());
    return "identity/divisions";
  }

  private static List<String> names(List<Staff.Line> officers, Set<AccountId> members) {
    return officers.stream()
        .filter(line -> members.contains(line.account().id()))
        .map(line -> line.account().name())
        .toList();
  }

  @PostMapping
  String open(
      Form form, Viewer me, HttpServletResponse response, Model model, RedirectAttributes next) {
    String name = form.text("name", 60);
    if (!form.hasErrors()) {
      try {
        DivisionId id = divisions.open(name, form.flag("compiles"));
        notices.done(next, "identity.divisions.opened", name);
        return "redirect:/divisions/" + id;
      } catch (RefusedException taken) {
        form.reject("name", taken.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return list(form, me, model);
  }

  @GetMapping("/{id}")
  String division(@PathVariable UUID id, Form form, Viewer me, Model model) {
    Division division = divisions.own(new DivisionId(id));
    form.start("name", division.name());
    form.start("compiles", division.compiles());
    form.startAll("members", divisions.members(division.id()));
    return page(division, me, model);
  }

  private String page(Division division, Viewer me, Model model) {
    model.addAttribute("division", division);
    model.addAttribute(
        "officers",
        officers(me).stream()
            .map(line -> new Options.Option("" + line.account().id(), line.account().name()))
            .toList());
    return "identity/division";
  }

  /** Only officers work in divisions: nobody else sees the lists that these are in charge of. */
  private List<Staff.Line> officers(Viewer me) {
    return staff.of(me.organization().id()).stream()
        .filter(line -> line.duties().contains(Duty.OFFICER))
        .toList();
  }

  @PostMapping("/{id}")
  String change(
      @PathVariable UUID id,
      Form form,
      Viewer me,
      HttpServletResponse response,
      Model model,
      RedirectAttributes next) {
    Division division = divisions.own(new DivisionId(id));
    String name = form.text("name", 60);
    Set<AccountId> known =
        officers(me).stream().map(line -> line.account().id()).collect(Collectors.toSet());
    List<AccountId> members = form.ids("members").stream().map(AccountId::new).toList();
    if (!known.containsAll(members)) {
      form.reject("members", "web.form.choose");
    }
    if (!form.hasErrors()) {
      try {
        divisions.change(division.id(), name, form.flag("compiles"), members);
        notices.done(next, "identity.divisions.changed", name);
        return "redirect:/divisions";
      } catch (RefusedException taken) {
        form.reject("name", taken.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(division, me, model);
  }

  @PostMapping("/{id}/end")
  String end(@PathVariable UUID id, RedirectAttributes next) {
    notices.done(next, "identity.divisions.ended", divisions.end(new DivisionId(id)).name());
    return "redirect:/divisions";
  }
}
