package tasuki.register;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.form.FormReading;
import tasuki.form.FormValues;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.kernel.Ruling;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Applying: for a new entry, for another term, and again with what was missing. */
@Controller
@OpenTo({Duty.CARE, Duty.ADMINISTRATOR, Duty.COORDINATOR, Duty.OFFICER})
class ApplyController {

  /**
   * What the form is for.
   *
   * @param forWhom whether it asks for the professional
   * @param whom the professional, where that is known
   */
  private record Purpose(
      Register register,
      String send,
      String back,
      String headline,
      boolean forWhom,
      @Nullable String whom,
      @Nullable String missing,
      Set<String> before) {}

  private final Registers registers;
  private final Entries entries;
  private final Applications applications;
  private final ApplyForm page;
  private final RegisterWords say;
  private final Notices notices;
  private final Ids ids;

  ApplyController(
      Registers registers,
      Entries entries,
      Applications applications,
      ApplyForm page,
      RegisterWords say,
      Notices notices,
      Ids ids) {
    this.registers = registers;
    this.entries = entries;
    this.applications = applications;
    this.page = page;
    this.say = say;
    this.notices = notices;
    this.ids = ids;
  }

  @GetMapping("/registers/{code}/apply")
  String start(@PathVariable String code, Form form, Viewer viewer, Model model) {
    Purpose purpose = fresh(code, viewer);
    if (purpose.register().professions().contains(viewer.account().profession())) {
      form.start("holderName", viewer.account().name());
      form.start("holderKana", viewer.account().kana());
      form.start("profession", viewer.account().profession());
    }
    return show(purpose, form, FormValues.EMPTY, null, model);
  }

  private Purpose fresh(String code, Viewer viewer) {
    Register register = registers.get(code);
    EntryPolicy.mayComeIn(register, viewer.organization(), say.today()).orThrow();
    boolean professional = register.concerns() == Concerns.PROFESSIONAL;
    return new Purpose(
        register,
        "/registers/" + code + "/apply",
        "/registers/" + code,
        say.of("apply.to", register.name().in(RegisterWords.locale())),
        professional,
        null,
        null,
        Set.of());
  }

  @PostMapping("/registers/{code}/apply")
  String apply(
      @PathVariable String code,
      @RequestParam MultiValueMap<String, String> typed,
      @RequestParam MultiValueMap<String, MultipartFile> sent,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    return handIn(fresh(code, viewer), null, typed, sent, form, model, response, next);
  }

  @GetMapping("/registers/entries/{id}/renew")
  String again(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    return show(renewal(id, viewer), form, FormValues.EMPTY, null, model);
  }

  private Purpose renewal(UUID id, Viewer viewer) {
    Entry entry = entries.get(id);
    if (!entry.organization().equals(viewer.organization().id())) {
      throw new AbsentException("entry");
    }
    Register register = registers.get(entry.register());
    boolean pending =
        applications.pending(register.code(), entry.organization(), entry.professional());
    Ruling ruling = EntryPolicy.mayRenew(entry, register, pending, say.today());
    ruling.orThrow();
    return new Purpose(
        register,
        "/registers/entries/" + id + "/renew",
        "/registers/entries/" + id,
        say.of("renew.of", register.name().in(RegisterWords.locale())),
        false,
        say.who(entry.professional()),
        null,
        Set.of());
  }

  @PostMapping("/registers/entries/{id}/renew")
  String renew(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      @RequestParam MultiValueMap<String, MultipartFile> sent,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    return handIn(renewal(id, viewer), id, typed, sent, form, model, response, next);
  }

  private String handIn(
      Purpose purpose,
      @Nullable UUID renews,
      MultiValueMap<String, String> typed,
      MultiValueMap<String, MultipartFile> sent,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    ApplyForm.Read read =
        page.read(purpose.register(), form, purpose.forWhom(), purpose.before(), typed, sent);
    if (!form.hasErrors() && !read.reading().hasErrors()) {
      try {
        Applications.Sent application =
            new Applications.Sent(renews, read.professional(), read.answers(), read.files());
        UUID key = form.idempotencyKey().orElseGet(ids::next);
        UUID id = applications.apply(purpose.register(), application, key);
        notices.done(next, "register.done.applied");
        return "redirect:/registers/applications/" + id;
      } catch (RefusedException refused) {
        form.reject(purpose.forWhom() ? "holderName" : "sending", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(purpose, form, read.typed(), read.reading(), model);
  }

  @GetMapping("/registers/applications/{id}/edit")
  String edit(@PathVariable UUID id, Form form, Model model) {
    Application application = applications.ofOwn(id);
    EntryPolicy.mayBecome(application, ApplicationState.APPLIED).orThrow();
    return show(completion(application), form, application.answers(), null, model);
  }

  private Purpose completion(Application application) {
    Register register = registers.get(application.register());
    String here = "/registers/applications/" + application.id();
    return new Purpose(
        register,
        here + "/edit",
        here,
        say.of("complete.of", register.name().in(RegisterWords.locale())),
        false,
        say.who(application.professional()),
        application.missing(),
        applications.files(application.id()).stream()
            .map(Applications.Attached::item)
            .collect(Collectors.toSet()));
  }

  @PostMapping("/registers/applications/{id}/edit")
  String complete(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      @RequestParam MultiValueMap<String, MultipartFile> sent,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Purpose purpose = completion(applications.ofOwn(id));
    ApplyForm.Read read = page.read(purpose.register(), form, false, purpose.before(), typed, sent);
    if (!form.hasErrors() && !read.reading().hasErrors()) {
      try {
        applications.complete(id, purpose.register(), read.answers(), read.files());
        notices.done(next, "register.done.completed");
        return "redirect:/registers/applications/" + id;
      } catch (RefusedException refused) {
        form.reject("sending", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(purpose, form, read.typed(), read.reading(), model);
  }

  private String show(
      Purpose purpose, Form form, FormValues values, @Nullable FormReading reading, Model model) {
    Register register = purpose.register();
    form.start("key", ids.next());
    page.show(register, form, values, reading, purpose.before(), model);
    model.addAttribute("send", purpose.send());
    model.addAttribute("back", purpose.back());
    model.addAttribute("headline", purpose.headline());
    model.addAttribute("criteria", register.criteria().in(RegisterWords.locale()));
    model.addAttribute("forWhom", purpose.forWhom());
    model.addAttribute("whom", purpose.whom());
    model.addAttribute("missing", purpose.missing());
    model.addAttribute(
        "professionOptions", say.choices("identity.profession", register.professions()));
    return "register/apply";
  }
}
