package tasuki.register;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.FiscalYear;
import tasuki.directory.Organization;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** One entry: since when and until when, what happened, what its holder and who decides can do. */
@Controller
@OpenTo({Duty.CARE, Duty.ADMINISTRATOR, Duty.COORDINATOR, Duty.OFFICER})
class StandingController {

  /** A report as the page shows it. */
  record ReportLine(String year, String text, String by) {}

  /** A report that is owed. */
  record OwedLine(int value, String year, String due, boolean overdue) {}

  /** What the own organisation stands in. */
  record OwnLine(
      UUID id,
      String name,
      @Nullable String who,
      String number,
      String term,
      RegisterWords.Mark mark,
      boolean renewable,
      List<OwedLine> owed) {}

  /** An application of the own organisation. */
  record OwnApplication(String href, String name, String on, RegisterWords.Mark mark) {}

  private static final int LONGEST = 2000;

  private final Entries entries;
  private final Registers registers;
  private final Applications applications;
  private final Reports reports;
  private final OwnStanding standing;
  private final History history;
  private final Organizations organizations;
  private final RegisterWords say;
  private final Notices notices;

  StandingController(
      Entries entries,
      Registers registers,
      Applications applications,
      Reports reports,
      OwnStanding standing,
      History history,
      Organizations organizations,
      RegisterWords say,
      Notices notices) {
    this.entries = entries;
    this.registers = registers;
    this.applications = applications;
    this.reports = reports;
    this.standing = standing;
    this.history = history;
    this.organizations = organizations;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/registers/own")
  String own(Viewer viewer, Model model) {
    Organization organization = viewer.organization();
    model.addAttribute(
        "lines", standing.of(organization.id()).stream().map(this::ownLine).toList());
    model.addAttribute(
        "applications",
        applications.own().stream()
            .filter(one -> one.state() != ApplicationState.ACCEPTED)
            .map(this::ownApplication)
            .toList());
    model.addAttribute(
        "offers",
        registers.inForce().stream()
            .filter(
                register ->
                    EntryPolicy.mayComeIn(register, organization, say.today())
                        instanceof tasuki.kernel.Ruling.Allowed)
            .map(
                register ->
                    new RegisterWords.Choice(
                        register.code(), register.name().in(RegisterWords.locale())))
            .toList());
    return "register/own";
  }

  private OwnLine ownLine(OwnStanding.Standing one) {
    Entry entry = one.entry();
    Register register = one.register();
    return new OwnLine(
        entry.id(),
        register == null ? entry.register() : register.name().in(RegisterWords.locale()),
        say.who(entry.professional()),
        entry.number(),
        say.term(entry.term()),
        say.mark(entry, register),
        one.renewable(),
        one.owed().stream().map(this::owed).toList());
  }

  private OwnApplication ownApplication(Application application) {
    return new OwnApplication(
        "/registers/applications/" + application.id(),
        RegisterWords.joined(
            " ",
            registers.version(application.version()).name().in(RegisterWords.locale()),
            say.who(application.professional())),
        RegisterWords.day(application.appliedOn()),
        say.mark(application.state()));
  }

  private OwedLine owed(Reporting.Owed owed) {
    return new OwedLine(
        owed.year().year(),
        owed.year().label(RegisterWords.locale()),
        RegisterWords.day(owed.due()),
        owed.overdue());
  }

  @GetMapping("/registers/entries/{id}")
  String entry(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    return page(entries.get(id), form, viewer, model);
  }

  private String page(Entry entry, Form form, Viewer viewer, Model model) {
    Register register = registers.get(entry.register());
    Organization holder = organizations.get(entry.organization());
    boolean own = holder.id().equals(viewer.organization().id());
    boolean watches = RegisterPolicy.watches(viewer, register);
    form.start("on", say.today());
    model.addAttribute("entry", entry);
    model.addAttribute("code", register.code());
    model.addAttribute("registerName", register.name().in(RegisterWords.locale()));
    model.addAttribute("holder", holder);
    model.addAttribute("who", say.who(entry.professional()));
    model.addAttribute("term", say.term(entry.term()));
    model.addAttribute("stateMark", say.mark(entry, register));
    model.addAttribute("endReason", own || watches ? entry.endReason() : null);
    model.addAttribute("own", own);
    boolean holds = entry.state() == EntryState.VALID && !entry.listed();
    model.addAttribute("mayWithdraw", own && holds);
    model.addAttribute("mayCancel", holds && !own && RegisterPolicy.decides(viewer, register));
    model.addAttribute("events", history.ofEntry(entry.id()).stream().map(say::event).toList());
    reports(entry, register, own, watches, model);
    return "register/entry";
  }

  private void reports(Entry entry, Register register, boolean own, boolean watches, Model model) {
    OwnStanding.Standing stands = standing.standing(entry, register);
    model.addAttribute("renewable", own && stands.renewable());
    model.addAttribute(
        "owed", own || watches ? stands.owed().stream().map(this::owed).toList() : List.of());
    model.addAttribute(
        "yearOptions",
        stands.owed().stream()
            .map(
                one ->
                    new RegisterWords.Choice(
                        "" + one.year().year(), one.year().label(RegisterWords.locale())))
            .toList());
    model.addAttribute(
        "reports",
        reports.of(entry.id()).stream()
            .map(
                one ->
                    new ReportLine(
                        one.year().label(RegisterWords.locale()),
                        one.text(),
                        one.by() + " " + RegisterWords.moment(one.at())))
            .toList());
  }

  @PostMapping("/registers/entries/{id}/{how:withdraw|cancel}")
  String end(
      @PathVariable UUID id,
      @PathVariable String how,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Entry entry = entries.get(id);
    boolean withdrawn = how.equals("withdraw");
    boolean may =
        withdrawn
            ? entry.organization().equals(viewer.organization().id())
            : RegisterPolicy.decides(viewer, registers.get(entry.register()));
    if (!may) {
      throw new AbsentException("entry");
    }
    Optional<LocalDate> on = say.dayUntilToday(form, "on");
    String reason = form.text("reason", LONGEST);
    if (!form.hasErrors()) {
      try {
        entries.end(
            id, withdrawn ? EntryState.WITHDRAWN : EntryState.CANCELLED, on.orElseThrow(), reason);
        notices.done(next, "register.done." + how);
        return "redirect:/registers/entries/" + id;
      } catch (RefusedException refused) {
        form.reject("reason", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(entry, form, viewer, model);
  }

  @PostMapping("/registers/entries/{id}/report")
  String report(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Entry entry = entries.get(id);
    if (!entry.organization().equals(viewer.organization().id())) {
      throw new AbsentException("entry");
    }
    Optional<Integer> year = RegisterWords.number(form, "year", 2000, 2199);
    if (year.isEmpty()) {
      form.reject("year", "web.form.choose");
    }
    String text = form.text("report", LONGEST);
    if (!form.hasErrors()) {
      try {
        reports.hand(id, new FiscalYear(year.orElseThrow()), text);
        notices.done(next, "register.done.report");
        return "redirect:/registers/entries/" + id;
      } catch (RefusedException refused) {
        form.reject("report", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(entry, form, viewer, model);
  }
}
