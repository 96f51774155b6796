package tasuki.register;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.directory.Organization;
import tasuki.directory.Organizations;
import tasuki.file.FileAnswer;
import tasuki.file.FileStore;
import tasuki.file.StoredFile;
import tasuki.form.DayField;
import tasuki.form.FormDefinition;
import tasuki.form.FormItem;
import tasuki.form.FormViews;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** One application: what it says, and each side's next step. */
@Controller
@OpenTo({Duty.CARE, Duty.ADMINISTRATOR, Duty.COORDINATOR, Duty.OFFICER})
class ApplicationController {

  /** An answer in words. */
  record Answer(String label, @Nullable String value) {}

  /** A file of the application. */
  record FileLine(String href, String label, String name) {}

  /** What is decided. */
  enum Outcome {
    ACCEPT,
    DECLINE
  }

  private static final int LONGEST = 2000;

  private final Applications applications;
  private final Decisions decisions;
  private final Registers registers;
  private final Entries entries;
  private final History history;
  private final ApplyForm asks;
  private final FormViews views;
  private final FileStore files;
  private final Organizations organizations;
  private final RegisterWords say;
  private final Notices notices;

  ApplicationController(
      Applications applications,
      Decisions decisions,
      Registers registers,
      Entries entries,
      History history,
      ApplyForm asks,
      FormViews views,
      FileStore files,
      Organizations organizations,
      RegisterWords say,
      Notices notices) {
    this.applications = applications;
    this.decisions = decisions;
    this.registers = registers;
    this.entries = entries;
    this.history = history;
    this.asks = asks;
    this.views = views;
    this.files = files;
    this.organizations = organizations;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/registers/applications/{id}")
  String show(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    Application application = applications.get(id);
    form.start("on", say.today());
    return page(application, form, viewer, model);
  }

  private String page(Application application, Form form, Viewer viewer, Model model) {
    Register version = registers.version(application.version());
    Register register = registers.get(application.register());
    Organization holder = organizations.get(application.organization());
    model.addAttribute("asked", application);
    model.addAttribute("code", register.code());
    model.addAttribute("registerName", register.name().in(RegisterWords.locale()));
    model.addAttribute("holder", holder);
    model.addAttribute("who", say.who(application.professional()));
    model.addAttribute("appliedOn", RegisterWords.day(application.appliedOn()));
    model.addAttribute(
        "decidedOn",
        application.decidedOn() == null ? null : RegisterWords.day(application.decidedOn()));
    model.addAttribute("stateMark", say.mark(application.state()));
    model.addAttribute("criteria", version.criteria().in(RegisterWords.locale()));
    model.addAttribute("answers", answers(version, application));
    model.addAttribute("fileLines", fileLines(version, application));
    model.addAttribute(
        "events", history.ofApplication(application.id()).stream().map(say::event).toList());
    steps(application, register, viewer, model);
    return "register/application";
  }

  /** What each side can do next. */
  private void steps(Application application, Register register, Viewer viewer, Model model) {
    ApplicationState state = application.state();
    boolean own = application.organization().equals(viewer.organization().id());
    boolean decides = RegisterPolicy.decides(viewer, register);
    model.addAttribute("mayComplete", own && state == ApplicationState.INCOMPLETE);
    model.addAttribute("mayTakeBack", own && state.pending());
    model.addAttribute("mayCheck", decides && state == ApplicationState.APPLIED);
    model.addAttribute("mayAsk", decides && state.canBecome(ApplicationState.INCOMPLETE));
    model.addAttribute("mayDecide", decides && state.canBecome(ApplicationState.DECLINED));
    model.addAttribute("outcomes", say.choices("register.outcome", List.of(Outcome.values())));
    model.addAttribute("givesNumber", register.numbering() != null);
    model.addAttribute(
        "wouldHold", decides && state.pending() ? wouldHold(application, register) : null);
  }

  /** From when to when it would hold if it were accepted today. */
  private String wouldHold(Application application, Register register) {
    UUID renews = application.renews();
    Term term =
        renews == null
            ? Term.of(say.today(), register.validity())
            : entries
                .get(renews)
                .term()
                .renewed(application.appliedOn(), say.today(), register.validity());
    return say.term(term);
  }

  private List<Answer> answers(Register version, Application application) {
    FormDefinition definition = asks.definition(version);
    return definition.items().map((FormItem item) -> answer(item, application)).toList();
  }

  private Answer answer(FormItem item, Application application) {
    return new Answer(
        item.label().in(RegisterWords.locale()), views.text(item, application.answers()));
  }

  private List<FileLine> fileLines(Register version, Application application) {
    return applications.files(application.id()).stream()
        .map(
            one ->
                new FileLine(
                    "/registers/applications/"
                        + application.id()
                        + "/files/"
                        + one.file().id().value(),
                    version.fields().stream()
                        .filter(field -> field.id().equals(one.item()))
                        .findFirst()
                        .map(field -> field.label().in(RegisterWords.locale()))
                        .orElse(""),
                    one.file().name()))
        .toList();
  }

  @GetMapping("/registers/applications/{id}/files/{file}")
  ResponseEntity<Resource> file(@PathVariable UUID id, @PathVariable UUID file) {
    StoredFile found =
        applications.files(applications.get(id).id()).stream()
            .map(Applications.Attached::file)
            .filter(one -> one.id().value().equals(file))
            .findFirst()
            .orElseThrow(() -> new AbsentException("file"));
    return FileAnswer.of(found, files.open(found.id()));
  }

  @PostMapping("/registers/applications/{id}/take-back")
  String takeBack(@PathVariable UUID id, RedirectAttributes next) {
    applications.takeBack(id);
    notices.done(next, "register.done.taken-back");
    return "redirect:/registers/applications/" + id;
  }

  @PostMapping("/registers/applications/{id}/check")
  String check(@PathVariable UUID id, Viewer viewer, RedirectAttributes next) {
    decidable(id, viewer);
    decisions.check(id);
    notices.done(next, "register.done.checked");
    return "redirect:/registers/applications/" + id;
  }

  @PostMapping("/registers/applications/{id}/missing")
  String askFor(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Application application = decidable(id, viewer);
    String missing = form.text("missing", LONGEST);
    if (!form.hasErrors()) {
      try {
        decisions.askFor(id, missing);
        notices.done(next, "register.done.missing");
        return "redirect:/registers/applications/" + id;
      } catch (RefusedException refused) {
        form.reject("missing", refused.refused());
      }
    }
    return again(application, "mayAsk", form, viewer, model, response);
  }

  @PostMapping("/registers/applications/{id}/decide")
  String decide(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Application application = decidable(id, viewer);
    Optional<Outcome> outcome = form.choice("outcome", Outcome.class);
    Optional<LocalDate> on = say.dayUntilToday(form, "on");
    Optional<String> rests = form.optional("rests", 200);
    String number = form.optional("number", 40).orElse("");
    Optional<LocalDate> from = DayField.optional(form, "from");
    String reason =
        outcome.filter(one -> one == Outcome.DECLINE).isPresent()
            ? form.text("reason", LONGEST)
            : form.optional("reason", LONGEST).orElse("");
    if (!form.hasErrors()) {
      try {
        switch (outcome.orElseThrow()) {
          case ACCEPT ->
              decisions.accept(
                  id,
                  new Decisions.Accepted(
                      on.orElseThrow(), rests.orElse(null), number, from.orElse(null)));
          case DECLINE -> decisions.decline(id, on.orElseThrow(), rests.orElse(null), reason);
        }
        notices.done(next, "register.done." + outcome.get());
        return "redirect:/registers/applications/" + id;
      } catch (RefusedException refused) {
        form.reject(
            refused.refused().reason().endsWith("number-taken") ? "number" : "outcome",
            refused.refused());
      }
    }
    return again(application, "mayDecide", form, viewer, model, response);
  }

  /** With what was typed, also where a colleague decided meanwhile. */
  private String again(
      Application application,
      String tried,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response) {
    form.start("on", say.today());
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    String page = page(application, form, viewer, model);
    model.addAttribute("mayDecide", true);
    model.addAttribute(tried, true);
    return page;
  }

  private Application decidable(UUID id, Viewer viewer) {
    Application application = applications.get(id);
    if (!RegisterPolicy.decides(viewer, registers.get(application.register()))) {
      throw new AbsentException("application");
    }
    return application;
  }
}
