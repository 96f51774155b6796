package tasuki.transition;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.JapanTime;
import tasuki.directory.Choosable;
import tasuki.directory.OrganizationChoices;
import tasuki.directory.OrganizationId;
import tasuki.identity.Accounts;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.person.BasisKind;
import tasuki.person.NewBasis;
import tasuki.web.Form;
import tasuki.web.Notices;

/** The forms that change a stay: planned discharge, discharge, transfer, leave, correction. */
@Controller
@OpenTo(Duty.CARE)
class ChangeController {

  /** What can be changed, with the fields of its form. */
  private enum Change {
    PLAN(List.of("plannedOn", "note")),
    DISCHARGE(List.of("where", "on", "at")),
    TRANSFER(List.of("hospital", "on", "at", "basis")),
    LEAVE(List.of("on")),
    RETURN(List.of("on")),
    CORRECT(
        List.of("because", "hospital", "letIn", "on", "at", "reason", "ward", "wardType", "grade")),
    CHARGE(List.of("account", "standIn"));

    private final List<String> fields;

    Change(List<String> fields) {
      this.fields = fields;
    }

    String path() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Stays stays;
  private final ActPage acts;
  private final OrganizationChoices organizations;
  private final Accounts accounts;
  private final StayWords say;
  private final Ids ids;
  private final Notices notices;

  ChangeController(
      Stays stays,
      ActPage acts,
      OrganizationChoices organizations,
      Accounts accounts,
      StayWords say,
      Ids ids,
      Notices notices) {
    this.stays = stays;
    this.acts = acts;
    this.organizations = organizations;
    this.accounts = accounts;
    this.say = say;
    this.ids = ids;
    this.notices = notices;
  }

  @GetMapping("/stays/{stay}/{change:plan|discharge|transfer|leave|return|correct|charge}")
  ModelAndView start(
      @PathVariable("stay") UUID id,
      @PathVariable("change") String name,
      Viewer viewer,
      Form form,
      Model model) {
    Change change = change(name);
    Stay stay = stays.get(new StayId(id));
    form.start("key", ids.next());
    if (change == Change.CORRECT) {
      form.start("hospital", stay.hospital());
      form.start("basis", "NONE");
      stays.reason(stay.id()).ifPresent(reason -> form.start("reason", reason));
      form.start("on", stay.admitted().toLocalDate());
      form.start("at", stay.timeKnown() ? stay.admitted().toLocalTime() : null);
      form.start("ward", stay.ward());
      form.start("wardType", stay.wardType());
      form.start("grade", stay.feeGrade() == null ? "0" : stay.feeGrade());
    } else {
      form.start("on", JapanTime.at(say.now().toInstant()).toLocalDate());
      form.start("plannedOn", stay.plannedOn());
      form.start("basis", BasisKind.CONTRACT);
    }
    return page(stay.id(), change, viewer, form, model, HttpStatus.OK);
  }

  @PostMapping("/stays/{stay}/{change:plan|discharge|transfer|leave|return|correct|charge}")
  ModelAndView send(
      @PathVariable("stay") UUID id,
      @PathVariable("change") String name,
      Viewer viewer,
      Form form,
      Model model,
      RedirectAttributes next) {
    Change change = change(name);
    StayId stay = new StayId(id);
    try {
      Optional<StayId> there = apply(change, stay, form, viewer);
      if (there.isPresent()) {
        notices.done(next, "transition.changed." + change);
        return new ModelAndView("redirect:/stays/" + there.get());
      }
    } catch (RefusedException refused) {
      form.reject(refusedAt(change, refused), refused.refused());
    }
    return page(stay, change, viewer, form, model, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static final Set<String> OF_THE_HOSPITAL =
      Set.of(
          "transition.refused.hospital-speaks",
          "transition.refused.form-went-there",
          "transition.refused.no-hospital",
          "transition.refused.same-hospital");

  /** The field at which a refusal is said. */
  private static String refusedAt(Change change, RefusedException refused) {
    if (change.fields.contains("hospital")
        && OF_THE_HOSPITAL.contains(refused.refused().reason())) {
      return "hospital";
    }
    return change.fields.contains("on") ? "on" : change.fields.getFirst();
  }

  /** Reads the fields and makes the change; empty where a field could not be read. */
  private Optional<StayId> apply(Change change, StayId stay, Form form, Viewer viewer) {
    return switch (change) {
      case PLAN -> plan(stay, form);
      case DISCHARGE -> discharge(stay, form);
      case TRANSFER -> transfer(stay, form);
      case LEAVE, RETURN -> leave(change, stay, form);
      case CORRECT -> correct(stay, form);
      case CHARGE -> charge(stay, form, viewer);
    };
  }

  private Optional<StayId> plan(StayId stay, Form form) {
    Optional<LocalDate> day = Typed.optionalDay(form, "plannedOn");
    Optional<String> note = form.optional("note", 400);
    return done(
        form,
        stay,
        () -> stays.planDischarge(stay, day.orElse(null), note.orElse(null), key(form)));
  }

  private Optional<StayId> discharge(StayId stay, Form form) {
    Optional<DischargeTo> where = form.choice("where", DischargeTo.class);
    Optional<LocalDate> on = Typed.day(form, "on");
    Optional<LocalTime> at = Typed.time(form, "at");
    return done(
        form,
        stay,
        () ->
            stays.discharge(
                stay, where.orElseThrow(), on.orElseThrow(), at.orElse(null), key(form)));
  }

  private Optional<StayId> transfer(StayId stay, Form form) {
    Optional<OrganizationId> hospital = hospital(form);
    Optional<LocalDate> on = Typed.day(form, "on");
    Optional<LocalTime> at = Typed.time(form, "at");
    Optional<BasisKind> basis = basis(form);
    if (form.hasErrors()) {
      return Optional.empty();
    }
    return Optional.of(
        stays.transfer(
            stay,
            hospital.orElseThrow(),
            on.orElseThrow(),
            at.orElse(null),
            basis.map(kind -> NewBasis.ofPerson(kind, null)).orElse(null),
            key(form)));
  }

  private Optional<StayId> leave(Change change, StayId stay, Form form) {
    Optional<LocalDate> on = Typed.day(form, "on");
    return done(
        form,
        stay,
        () -> {
          if (change == Change.LEAVE) {
            stays.leave(stay, on.orElseThrow(), key(form));
          } else {
            stays.returned(stay, on.orElseThrow(), key(form));
          }
        });
  }

  private Optional<StayId> correct(StayId stay, Form form) {
    String because = form.text("because", 400);
    Optional<OrganizationId> hospital = hospital(form);
    Optional<BasisKind> basis = basis(form);
    Optional<LocalDate> on = Typed.day(form, "on");
    Optional<LocalTime> at = Typed.time(form, "at");
    Optional<AdmissionReason> reason = form.optionalChoice("reason", AdmissionReason.class);
    Optional<String> ward = form.optional("ward", 40);
    Optional<WardType> type = form.choice("wardType", WardType.class);
    String grade = form.value("grade");
    if (!List.of("0", "1", "2").contains(grade)) {
      form.reject("grade", "web.form.choose");
    }
    return done(
        form,
        stay,
        () ->
            stays.correct(
                stay,
                new Correction(
                    hospital.orElseThrow(),
                    on.orElseThrow(),
                    at.orElse(null),
                    reason.orElse(null),
                    ward.orElse(null),
                    type.orElseThrow(),
                    grade.equals("0") ? null : Integer.valueOf(grade),
                    because,
                    basis.map(kind -> NewBasis.ofPerson(kind, null)).orElse(null)),
                key(form)));
  }

  private Optional<OrganizationId> hospital(Form form) {
    Optional<OrganizationId> hospital = organizations.read(form, "hospital", Choosable.HOSPITAL);
    if (hospital.isEmpty()) {
      form.reject("hospital", "web.form.choose");
    }
    return hospital;
  }

  private static Optional<BasisKind> basis(Form form) {
    return form.value("basis").equals("NONE")
        ? Optional.empty()
        : form.choice("basis", BasisKind.class);
  }

  private Optional<StayId> charge(StayId stay, Form form, Viewer viewer) {
    Optional<UUID> account = colleague(form, "account", viewer);
    Optional<UUID> standIn = colleague(form, "standIn", viewer);
    return done(form, stay, () -> stays.charge(stay, account.orElse(null), standIn.orElse(null)));
  }

  private Optional<UUID> colleague(Form form, String name, Viewer viewer) {
    Optional<UUID> chosen = form.id(name);
    boolean staff =
        accounts.staffOf(viewer.organization().id()).stream()
            .anyMatch(member -> chosen.filter(member.account().id().value()::equals).isPresent());
    if (chosen.isPresent() && !staff) {
      form.reject(name, "web.form.choose");
    }
    return chosen;
  }

  private static Optional<StayId> done(Form form, StayId stay, Runnable work) {
    if (form.hasErrors()) {
      return Optional.empty();
    }
    work.run();
    return Optional.of(stay);
  }

  private UUID key(Form form) {
    return form.idempotencyKey().orElseGet(ids::next);
  }

  private ModelAndView page(
      StayId stay, Change change, Viewer viewer, Form form, Model model, HttpStatus status) {
    model.addAttribute("wheres", acts.choices("where.", DischargeTo.values()));
    model.addAttribute("wardTypes", acts.choices("ward-type.", WardType.values()));
    model.addAttribute(
        "grades",
        List.of(choice("1", "grade.1"), choice("2", "grade.2"), choice("0", "grade.none")));
    model.addAttribute(
        "bases",
        List.of(
            choice(BasisKind.CONTRACT.name(), "basis.CONTRACT"),
            choice(BasisKind.ORAL_CONSENT.name(), "basis.ORAL_CONSENT"),
            choice(BasisKind.HOSPITAL_NOTICE.name(), "basis.HOSPITAL_NOTICE"),
            choice("NONE", "basis.NONE")));
    model.addAttribute("reasons", acts.choices("reason.", AdmissionReason.values()));
    if (change == Change.CORRECT) {
      model.addAttribute("explained", say.of("correct.explained"));
    }
    if (change.fields.contains("hospital")) {
      model.addAttribute("hospitals", organizations.field(form, "hospital", Choosable.HOSPITAL));
    }
    if (change == Change.CHARGE) {
      model.addAttribute(
          "staff",
          accounts.staffOf(viewer.organization().id()).stream()
              .filter(member -> member.duties().contains(Duty.CARE))
              .map(
                  member ->
                      new AdmissionController.Choice(
                          member.account().id().toString(), member.account().name()))
              .toList());
    }
    return acts.page(
        stay,
        say.of("do." + change.path()),
        "/stays/" + stay + "/" + change.path(),
        change.fields,
        viewer,
        model,
        status);
  }

  private AdmissionController.Choice choice(String value, String key) {
    return new AdmissionController.Choice(value, say.of(key));
  }

  private static Change change(String path) {
    for (Change change : Change.values()) {
      if (change.path().equals(path)) {
        return change;
      }
    }
    throw new AbsentException("page");
  }
}
