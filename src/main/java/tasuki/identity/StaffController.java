package tasuki.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.kernel.RefusedException;
import tasuki.kernel.Ruling;
import tasuki.web.Form;
import tasuki.web.Notices;

/** The staff of the administrator's own organisation: who, with which duties, and how far along. */
@Controller
@OpenTo(Duty.ADMINISTRATOR)
@RequestMapping("/staff")
class StaffController {

  private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{2,59}");

  private final Staff staff;
  private final Options options;
  private final Notices notices;
  private final LinkPage link;

  StaffController(Staff staff, Options options, Notices notices, LinkPage link) {
    this.staff = staff;
    this.options = options;
    this.notices = notices;
    this.link = link;
  }

  @GetMapping
  String list(Viewer me, Model model) {
    model.addAttribute("lines", staff.of(me.organization().id()));
    model.addAttribute("place", me.organization().name());
    return "identity/staff";
  }

  @GetMapping("/new")
  String newPage(Form form, Viewer me, Model model) {
    return invitePage(me, model);
  }

  @PostMapping
  String invite(
      Form form, Viewer me, Model model, HttpServletResponse response, RedirectAttributes next) {
    String login = login(form);
    String name = form.text("name", 60);
    String kana = form.kana("kana", 60);
    Optional<Profession> profession = form.choice("profession", Profession.class);
    if (profession.equals(Optional.of(Profession.NONE))) {
      form.reject("profession", "web.form.choose");
    }
    Optional<String> mail = form.mail("mail");
    Set<Duty> duties = duties(form, me);
    if (!form.hasErrors()) {
      try {
        Staff.Newcomer newcomer =
            new Staff.Newcomer(login, name, kana, profession.orElseThrow(), mail.orElse(null));
        return link.show(staff.invite(me, newcomer, duties), name, next);
      } catch (RefusedException taken) {
        form.reject("login", taken.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return invitePage(me, model);
  }

  private String invitePage(Viewer me, Model model) {
    model.addAttribute(
        "professions",
        options.of(
            "identity.profession",
            java.util.Arrays.stream(Profession.values())
                .filter(profession -> profession != Profession.NONE)
                .toList()));
    offerDuties(me, model);
    return "identity/staff-new";
  }

  @GetMapping("/existing")
  String existingPage(Form form, Viewer me, Model model) {
    offerDuties(me, model);
    return "identity/staff-existing";
  }

  @PostMapping("/existing")
  String existing(
      Form form, Viewer me, Model model, HttpServletResponse response, RedirectAttributes next) {
    String login = form.text("login", 60);
    Set<Duty> duties = duties(form, me);
    if (!form.hasErrors()) {
      try {
        notices.done(next, "identity.staff.added", staff.add(me, login, duties).name());
        return "redirect:/staff";
      } catch (RefusedException refused) {
        form.reject("login", refused.refused());
      }
    }
    offerDuties(me, model);
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return "identity/staff-existing";
  }

  @GetMapping("/link")
  String linkPage(Model model) {
    return link.page(model) ? "identity/staff-link" : "redirect:/staff";
  }

  @GetMapping("/{id}")
  String member(@PathVariable UUID id, Form form, Viewer me, Model model) {
    Staff.Line line = staff.get(me.organization().id(), new AccountId(id));
    form.startAll("duties", line.duties());
    return memberPage(line, me, model);
  }

  private String memberPage(Staff.Line line, Viewer me, Model model) {
    model.addAttribute("line", line);
    model.addAttribute(
        "renewal", reason(staff.mayRenew(me.organization().id(), line.account().id())));
    model.addAttribute(
        "removal", reason(staff.mayRemove(me.organization().id(), line.account().id())));
    offerDuties(me, model);
    return "identity/staff-member";
  }

  /** Message key of why not; null when it may be done. */
  private static @org.jspecify.annotations.Nullable String reason(Ruling ruling) {
    return ruling instanceof Ruling.Refused refused ? refused.reason() : null;
  }

  @PostMapping("/{id}/duties")
  String changeDuties(
      @PathVariable UUID id,
      Form form,
      Viewer me,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Staff.Line line = staff.get(me.organization().id(), new AccountId(id));
    Set<Duty> duties = duties(form, me);
    if (!form.hasErrors()) {
      try {
        staff.changeDuties(me, line.account().id(), duties);
        notices.done(next, "identity.staff.duties-changed", line.account().name());
        return duties.contains(Duty.ADMINISTRATOR) || !line.account().id().equals(me.account().id())
            ? "redirect:/staff/" + id
            : "redirect:/";
      } catch (RefusedException refused) {
        form.reject("duties", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return memberPage(line, me, model);
  }

  @PostMapping("/{id}/link")
  String renew(@PathVariable UUID id, Viewer me, RedirectAttributes next) {
    Staff.Line line = staff.get(me.organization().id(), new AccountId(id));
    return link.show(staff.renew(me, line.account().id()), line.account().name(), next);
  }

  @GetMapping("/{id}/removal")
  String removalPage(@PathVariable UUID id, Viewer me, Model model) {
    Staff.Line line = staff.get(me.organization().id(), new AccountId(id));
    staff.mayRemove(me.organization().id(), line.account().id()).orThrow();
    model.addAttribute("line", line);
    model.addAttribute("place", me.organization().name());
    return "identity/staff-removal";
  }

  @PostMapping("/{id}/removal")
  String remove(@PathVariable UUID id, Viewer me, RedirectAttributes next) {
    Staff.Line line = staff.get(me.organization().id(), new AccountId(id));
    staff.remove(me, line.account().id());
    notices.done(next, "identity.staff.removed", line.account().name());
    return "redirect:/staff";
  }

  private static String login(Form form) {
    String login = form.text("login", 60);
    if (!login.isEmpty() && !LOGIN.matcher(login).matches()) {
      form.reject("login", "identity.login.form");
    }
    return login;
  }

  private static Set<Duty> duties(Form form, Viewer me) {
    Set<Duty> duties = form.choices("duties", Duty.class);
    form.reject("duties", DutyRules.mayGive(me.organization().kind(), duties));
    return duties;
  }

  private void offerDuties(Viewer me, Model model) {
    model.addAttribute(
        "offered", options.of("identity.duty", DutyRules.offered(me.organization().kind())));
  }
}
