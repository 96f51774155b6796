package tasuki.person;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.area.Areas;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Choosable;
import tasuki.directory.OrganizationChoices;
import tasuki.directory.OrganizationId;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.web.Form;
import tasuki.web.Notices;

/**
 * The dated facts of a person, one small form each: address, plan owner, certification, insurance.
 */
@Controller
@OpenTo(Duty.CARE)
@RequestMapping("/persons/{id}")
class DetailController {

  private final Residences residences;
  private final PlanOwners planOwners;
  private final Certifications certifications;
  private final Insurances insurances;
  private final CareManagerField managers;
  private final OrganizationChoices organizations;
  private final Areas areas;
  private final PersonPages pages;
  private final Say say;
  private final Notices notices;

  DetailController(
      Residences residences,
      PlanOwners planOwners,
      Certifications certifications,
      Insurances insurances,
      CareManagerField managers,
      OrganizationChoices organizations,
      Areas areas,
      PersonPages pages,
      Say say,
      Notices notices) {
    this.residences = residences;
    this.planOwners = planOwners;
    this.certifications = certifications;
    this.insurances = insurances;
    this.managers = managers;
    this.organizations = organizations;
    this.areas = areas;
    this.pages = pages;
    this.say = say;
    this.notices = notices;
  }

  private PersonPages.FormPage page(String part, UUID id) {
    Map<String, List<Say.Choice>> lists =
        switch (part) {
          case "residence" -> Map.of("baseUnit", FormLists.baseUnits(areas, say));
          case "planOwner" -> Map.of("planKind", say.choices(PlanOwnerKind.class, "person.plan"));
          case "certification" ->
              Map.of(
                  "status",
                  say.choices(CertificationStatus.class, "person.status"),
                  "level",
                  say.choices(CareLevel.class, "person.level"));
          default -> Map.of("insuranceKind", say.choices(InsuranceKind.class, "person.insurance"));
        };
    Map<String, Choosable> picks =
        part.equals("planOwner")
            ? Map.of("organization", Choosable.PLAN_OWNER, "entrustedBy", Choosable.SUPPORT_CENTRE)
            : Map.of();
    return new PersonPages.FormPage(
        part, "/persons/" + id + "/" + path(part), "/persons/" + id, lists, picks);
  }

  private static String path(String part) {
    return part.equals("planOwner") ? "plan-owner" : part;
  }

  private String saved(
      boolean done,
      String part,
      UUID id,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    if (done) {
      notices.done(next, "person.done.saved");
      return "redirect:/persons/" + id;
    }
    return pages.again(page(part, id), new PersonId(id), viewer, form, model, response);
  }

  @GetMapping("/residence")
  String residence(@PathVariable UUID id, Viewer viewer, Form form, Model model) {
    PersonId person = new PersonId(id);
    residences
        .on(person, say.today())
        .ifPresent(
            present -> {
              form.start("postcode", present.postcode());
              form.start("address", present.address());
              form.start("baseUnit", present.baseUnit());
              form.start("telephone", present.telephone());
              form.start("secret", present.secret() ? "true" : null);
            });
    form.start("from", JapaneseDates.compact(say.today()));
    return pages.show(page("residence", id), person, viewer, form, model);
  }

  @PostMapping("/residence")
  String addResidence(
      @PathVariable UUID id,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    NewResidence entry =
        new NewResidence(
            say.day(form, "from"),
            FormLists.checkedUnit(form, areas, say),
            LookUpForm.postcode(form).orElse(null),
            form.text("address", 200),
            form.telephone("telephone").orElse(null),
            form.flag("secret"));
    boolean done = PersonPages.done(form, "address", () -> residences.add(new PersonId(id), entry));
    return saved(done, "residence", id, viewer, form, model, response, next);
  }

  @GetMapping("/plan-owner")
  String planOwner(@PathVariable UUID id, Viewer viewer, Form form, Model model) {
    YearMonth month = YearMonth.from(say.today());
    form.start("fromMonth", monthText(month));
    return planOwnerAround(id, form, model, viewer);
  }

  private String planOwnerAround(UUID id, Form form, Model model, Viewer viewer) {
    model.addAttribute("history", history(new PersonId(id)));
    model.addAttribute("staff", managers.staff(form));
    return pages.show(page("planOwner", id), new PersonId(id), viewer, form, model);
  }

  /** Who can be chosen at the office that was picked on the page. */
  @GetMapping("/plan-owner/managers")
  String managers(
      @PathVariable UUID id,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
      Viewer viewer,
      Form form,
      Model model) {
    pages.card(new PersonId(id), viewer, model);
    if (!part) {
      return "redirect:/persons/" + id + "/plan-owner";
    }
    model.addAttribute("staff", managers.staff(form));
    return "person/fields :: managers";
  }

  private List<Say.Fact> history(PersonId person) {
    List<PlanOwner> owners = planOwners.history(person);
    Map<UUID, CareManager> known = planOwners.managers(owners);
    return owners.stream()
        .map(
            owner ->
                new Say.Fact(
                    say.word("person.month.from", Say.month(owner.from())),
                    name(owner, known.get(owner.id()))))
        .toList();
  }

  private String name(PlanOwner owner, @Nullable CareManager manager) {
    String kind = say.word("person.plan." + owner.kind());
    OrganizationId organization = owner.organization();
    if (organization == null) {
      return kind;
    }
    String office = say.word("person.organization.named", say.organizationName(organization), kind);
    return manager == null ? office : office + " " + say.manager(manager);
  }

  private static String monthText(YearMonth month) {
    String first = JapaneseDates.compact(month.atDay(1));
    return first.substring(0, first.lastIndexOf('.'));
  }

  @PostMapping("/plan-owner")
  String setPlanOwner(
      @PathVariable UUID id,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    YearMonth from = say.month(form, "fromMonth");
    Optional<PlanOwnerKind> kind = form.choice("planKind", PlanOwnerKind.class);
    Optional<OrganizationId> organization =
        organizations.read(form, "organization", Choosable.PLAN_OWNER);
    CareManager manager = managers.read(form, organization);
    Optional<OrganizationId> entrusting =
        organizations.read(form, "entrustedBy", Choosable.SUPPORT_CENTRE);
    boolean done =
        PersonPages.done(
            form,
            "planKind",
            () ->
                planOwners.set(
                    new PersonId(id),
                    new NewPlanOwner(
                        from,
                        kind.orElseThrow(),
                        organization.orElse(null),
                        entrusting.orElse(null),
                        manager)));
    if (!done) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return planOwnerAround(id, form, model, viewer);
    }
    return saved(true, "planOwner", id, viewer, form, model, response, next);
  }

  @GetMapping("/certification")
  String certification(@PathVariable UUID id, Viewer viewer, Form form, Model model) {
    return pages.show(page("certification", id), new PersonId(id), viewer, form, model);
  }

  @PostMapping("/certification")
  String record(
      @PathVariable UUID id,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<CertificationStatus> status = form.choice("status", CertificationStatus.class);
    Optional<CareLevel> level = form.optionalChoice("level", CareLevel.class);
    LocalDate applied = say.optionalDay(form, "appliedOn");
    LocalDate from = say.optionalDay(form, "validFrom");
    LocalDate until = say.optionalDay(form, "validUntil");
    boolean done =
        PersonPages.done(
            form,
            "status",
            () ->
                certifications.record(
                    new PersonId(id),
                    new Certification(
                        status.orElseThrow(), level.orElse(null), applied, from, until)));
    return saved(done, "certification", id, viewer, form, model, response, next);
  }

  @GetMapping("/insurance")
  String insurance(@PathVariable UUID id, Viewer viewer, Form form, Model model) {
    return pages.show(page("insurance", id), new PersonId(id), viewer, form, model);
  }

  @PostMapping("/insurance")
  String recordInsurance(
      @PathVariable UUID id,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<InsuranceKind> kind = form.choice("insuranceKind", InsuranceKind.class);
    String insurer = InsuranceForm.number(form, "insurerNumber");
    String insured = InsuranceForm.number(form, "insuredNumber");
    Integer share = InsuranceForm.share(form);
    LocalDate from = say.optionalDay(form, "validFrom");
    LocalDate until = say.optionalDay(form, "validUntil");
    if (from != null && until != null && until.isBefore(from)) {
      form.reject("validUntil", "person.refused.period");
    }
    boolean done =
        PersonPages.done(
            form,
            "insuranceKind",
            () ->
                insurances.record(
                    new PersonId(id),
                    new Insurance(kind.orElseThrow(), insurer, insured, share, from, until)));
    return saved(done, "insurance", id, viewer, form, model, response, next);
  }
}
