package tasuki.transition;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.JapanTime;
import tasuki.directory.Choosable;
import tasuki.directory.OrganizationChoices;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.person.BasisKind;
import tasuki.person.NewBasis;
import tasuki.person.Person;
import tasuki.person.PersonId;
import tasuki.person.Persons;
import tasuki.web.Form;
import tasuki.web.Notices;

/** The form by which either side reports an admission, in two minutes on a phone. */
@Controller
@OpenTo(Duty.CARE)
class AdmissionController {

  /** A choice of a list. */
  record Choice(String value, String label) {}

  private final Stays stays;
  private final Persons persons;
  private final OrganizationChoices organizations;
  private final StayWords say;
  private final Ids ids;
  private final Notices notices;

  AdmissionController(
      Stays stays,
      Persons persons,
      OrganizationChoices organizations,
      StayWords say,
      Ids ids,
      Notices notices) {
    this.stays = stays;
    this.persons = persons;
    this.organizations = organizations;
    this.say = say;
    this.ids = ids;
    this.notices = notices;
  }

  @GetMapping("/stays/new")
  ModelAndView start(Viewer viewer, Form form, Model model) {
    Person person = person(form);
    boolean ownHospital = viewer.organization().kind() == OrganizationKind.HOSPITAL;
    form.start("key", ids.next());
    form.start("on", today());
    form.start("mode", ownHospital ? Mode.MEETING : Mode.TELEPHONE);
    form.start("basis", ownHospital ? "NONE" : BasisKind.CONTRACT.name());
    if (ownHospital) {
      form.start("hospital", viewer.organization().id());
    }
    return page(person, viewer, form, model, HttpStatus.OK);
  }

  @PostMapping("/stays/new")
  ModelAndView send(Viewer viewer, Form form, Model model, RedirectAttributes next) {
    Person person = person(form);
    Optional<OrganizationId> hospital = organizations.read(form, "hospital", Choosable.HOSPITAL);
    if (hospital.isEmpty()) {
      form.reject("hospital", "web.form.choose");
    }
    Optional<LocalDate> on = Typed.day(form, "on");
    Optional<LocalTime> at = Typed.time(form, "at");
    Optional<Mode> mode = form.choice("mode", Mode.class);
    String ward = form.optional("ward", 40).orElse(null);
    String from = form.optional("from", 60).orElse(null);
    Optional<WardType> wardType = form.optionalChoice("wardType", WardType.class);
    Optional<AdmissionReason> reason = form.optionalChoice("reason", AdmissionReason.class);
    Optional<BasisKind> basis =
        form.value("basis").equals("NONE")
            ? Optional.empty()
            : form.choice("basis", BasisKind.class);
    Optional<Admission.Decision> decision =
        form.optionalChoice("decision", Admission.Decision.class);
    on.ifPresent(
        day ->
            form.reject(
                "on",
                StayPolicy.hasHappened(day, at.orElse(null), JapanTime.at(say.now().toInstant()))));
    if (form.hasErrors()) {
      return page(person, viewer, form, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Admission report =
        new Admission(
            person.id(),
            hospital.orElseThrow(),
            on.orElseThrow(),
            at.orElse(null),
            ward,
            wardType.orElse(null),
            mode.orElseThrow(),
            from,
            basis.map(kind -> NewBasis.ofPerson(kind, null)).orElse(null),
            decision.orElse(null),
            reason.orElse(null));
    return admit(report, form, person, viewer, model, next);
  }

  private ModelAndView admit(
      Admission report,
      Form form,
      Person person,
      Viewer viewer,
      Model model,
      RedirectAttributes next) {
    try {
      return switch (stays.admit(report, form.idempotencyKey().orElseGet(ids::next))) {
        case AdmissionResult.Opened(StayId stay) -> {
          notices.done(next, "transition.admit.opened");
          yield new ModelAndView("redirect:/stays/" + stay);
        }
        case AdmissionResult.Joined(StayId stay) -> {
          notices.done(next, "transition.admit.joined");
          yield new ModelAndView("redirect:/stays/" + stay);
        }
        case AdmissionResult.Asked(Stay known) -> {
          form.reject(
              "decision",
              "transition.admit.asked",
              say.moment(known.admittedAt(), known.timeKnown()));
          model.addAttribute("asked", true);
          yield page(person, viewer, form, model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
      };
    } catch (RefusedException refused) {
      form.reject("on", refused.refused());
      return page(person, viewer, form, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private Person person(Form form) {
    UUID id = form.id("person").orElseThrow(() -> new AbsentException("person"));
    Person person = persons.get(new PersonId(id));
    if (!persons.seenInFull(person.id())) {
      throw RefusedException.because("transition.refused.no-access");
    }
    return person;
  }

  private ModelAndView page(
      Person person, Viewer viewer, Form form, Model model, HttpStatus status) {
    model.addAttribute("whoseName", person.name());
    model.addAttribute("whoseKana", person.kana());
    model.addAttribute("whoseId", person.id());
    model.addAttribute("personWord", viewer.personWord());
    model.addAttribute("hospitals", organizations.field(form, "hospital", Choosable.HOSPITAL));
    model.addAttribute("modes", choices("mode.", Mode.values()));
    model.addAttribute("wardTypes", choices("ward-type.", WardType.values()));
    model.addAttribute("reasons", choices("reason.", AdmissionReason.values()));
    model.addAttribute("decisions", choices("decision.", Admission.Decision.values()));
    model.addAttribute("bases", bases());
    return new ModelAndView("transition/admission", model.asMap(), status);
  }

  private List<Choice> bases() {
    return List.of(
        new Choice(BasisKind.CONTRACT.name(), say.of("basis.CONTRACT")),
        new Choice(BasisKind.ORAL_CONSENT.name(), say.of("basis.ORAL_CONSENT")),
        new Choice(BasisKind.PROTECTION_OF_LIFE.name(), say.of("basis.PROTECTION_OF_LIFE")),
        new Choice("NONE", say.of("basis.NONE")));
  }

  private <E extends Enum<E>> List<Choice> choices(String prefix, E[] all) {
    return Arrays.stream(all).map(one -> new Choice(one.name(), say.of(prefix + one))).toList();
  }

  private LocalDate today() {
    return JapanTime.at(say.now().toInstant()).toLocalDate();
  }
}
