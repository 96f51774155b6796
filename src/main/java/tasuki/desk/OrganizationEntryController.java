package tasuki.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.NewOrganization;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.directory.Position;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Where officers of the prefecture enter, correct and close organisations. */
@Controller
@OpenTo(Duty.OFFICER)
class OrganizationEntryController {

  private static final int NAME = 80;

  private final Organizations organizations;
  private final Areas areas;
  private final MessageSource messages;
  private final Notices notices;
  private final Clock clock;

  OrganizationEntryController(
      Organizations organizations,
      Areas areas,
      MessageSource messages,
      Notices notices,
      Clock clock) {
    this.organizations = organizations;
    this.areas = areas;
    this.messages = messages;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping("/organizations/new")
  ModelAndView begin(Form form, Viewer viewer, Locale locale) {
    onlyKeeper(viewer);
    form.start("opened", today());
    form.start("member", "true");
    return page(form, null, HttpStatus.OK, locale);
  }

  @PostMapping("/organizations/new")
  ModelAndView add(Form form, Viewer viewer, RedirectAttributes next, Locale locale) {
    onlyKeeper(viewer);
    Optional<NewOrganization> entry = read(form, null);
    if (entry.isEmpty()) {
      return page(form, null, HttpStatus.UNPROCESSABLE_CONTENT, locale);
    }
    OrganizationId id = organizations.add(entry.get());
    notices.done(next, "desk.organization.added", entry.get().name());
    return new ModelAndView("redirect:/organizations/" + id);
  }

  @GetMapping("/organizations/{id}/edit")
  ModelAndView edit(@PathVariable UUID id, Form form, Viewer viewer, Locale locale) {
    onlyKeeper(viewer);
    return entry(form, editable(id), HttpStatus.OK, locale);
  }

  /** The page with the entry as it is, beside what was typed into one of its smaller forms. */
  private ModelAndView entry(
      Form form, Organization organization, HttpStatusCode status, Locale locale) {
    start(form, organization);
    form.start("version", organizations.version(organization.id()));
    return page(form, organization, status, locale);
  }

  @PostMapping("/organizations/{id}/edit")
  ModelAndView change(
      @PathVariable UUID id, Form form, Viewer viewer, RedirectAttributes next, Locale locale) {
    onlyKeeper(viewer);
    Organization organization = editable(id);
    Optional<NewOrganization> entry = read(form, organization);
    int version = organizations.version(organization.id());
    if (!form.value("version").equals(String.valueOf(version))) {
      form.reject("name", "directory.refused.changed-meanwhile", organization.name());
    }
    if (entry.isEmpty() || form.hasErrors()) {
      return page(form, organization, HttpStatus.UNPROCESSABLE_CONTENT, locale);
    }
    organizations.change(organization.id(), entry.get(), version);
    notices.done(next, "desk.organization.changed", entry.get().name());
    return new ModelAndView("redirect:/organizations/" + id);
  }

  @PostMapping("/organizations/{id}/close")
  ModelAndView close(
      @PathVariable UUID id, Form form, Viewer viewer, RedirectAttributes next, Locale locale) {
    onlyKeeper(viewer);
    Organization organization = editable(id);
    Optional<LocalDate> day = new HoursForm(form).date("closed-on");
    day.ifPresent(when -> form.reject("closed-on", Organizations.mayClose(organization, when)));
    if (form.hasErrors() || day.isEmpty()) {
      return entry(form, organization, HttpStatus.UNPROCESSABLE_CONTENT, locale);
    }
    organizations.close(organization.id(), day.get());
    notices.done(
        next,
        "desk.organization.closes",
        organization.name(),
        JapaneseDates.dayAndMonth(day.get(), locale));
    return new ModelAndView("redirect:/organizations/" + id);
  }

  @PostMapping("/organizations/{id}/position")
  ModelAndView locate(
      @PathVariable UUID id, Form form, Viewer viewer, RedirectAttributes next, Locale locale) {
    onlyKeeper(viewer);
    Organization organization = editable(id);
    Optional<Position> position = PositionForm.read(form);
    if (form.hasErrors()) {
      return entry(form, organization, HttpStatus.UNPROCESSABLE_CONTENT, locale);
    }
    organizations.locate(organization.id(), position.orElse(null));
    notices.done(next, "desk.organization.located", organization.name());
    return new ModelAndView("redirect:/organizations/" + id);
  }

  private Organization editable(UUID id) {
    Organization organization = organizations.get(new OrganizationId(id));
    if (organization.kind() == OrganizationKind.PERSON_AND_FAMILY) {
      throw new AbsentException("organization");
    }
    return organization;
  }

  private static void onlyKeeper(Viewer viewer) {
    if (!OrganizationsController.keepsDirectory(viewer)) {
      throw new AbsentException("page");
    }
  }

  private static void start(Form form, Organization known) {
    form.start("kind", known.kind());
    form.start("name", known.name());
    form.start("kana", known.kana());
    form.start("code", known.code());
    form.start("telephone", known.telephone());
    form.start("fax", known.fax());
    form.start("postcode", known.postcode());
    form.start("address", known.address());
    form.start("unit", known.baseUnit());
    form.start("opened", known.openedOn());
    form.start("position", PositionForm.written(known.position()));
    if (known.member()) {
      form.start("member", "true");
    }
    if (known.outsidePrefecture()) {
      form.start("outside", "true");
    }
  }

  private Optional<NewOrganization> read(Form form, @Nullable Organization known) {
    Optional<OrganizationKind> kind = form.choice("kind", OrganizationKind.class);
    if (kind.filter(chosen -> chosen == OrganizationKind.PERSON_AND_FAMILY).isPresent()) {
      form.reject("kind", "web.form.choose");
    }
    String name = form.text("name", NAME);
    String kana = form.kana("kana", NAME);
    Optional<String> code =
        form.optional("code", 10)
            .map(typed -> java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC));
    code.filter(typed -> !typed.matches("\\d{10}"))
        .ifPresent(_ -> form.reject("code", "desk.organization.error.code"));
    Optional<String> telephone = form.telephone("telephone");
    if (telephone.isEmpty()) {
      form.reject("telephone", "web.form.missing");
    }
    Optional<String> fax = form.telephone("fax");
    Optional<String> postcode =
        form.optional("postcode", 10)
            .map(typed -> java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC))
            .map(typed -> typed.replaceAll("[^0-9]", ""));
    postcode
        .filter(typed -> typed.length() != 7)
        .ifPresent(_ -> form.reject("postcode", "desk.organization.error.postcode"));
    String address = form.text("address", 200);
    boolean outside = form.flag("outside");
    Optional<String> unit = form.optional("unit", 20).filter(_ -> !outside);
    if (unit.isEmpty() && !outside) {
      form.reject("unit", "web.form.choose");
    }
    unit.filter(chosen -> units().stream().noneMatch(one -> one.code().equals(chosen)))
        .ifPresent(_ -> form.reject("unit", "web.form.choose"));
    Optional<LocalDate> opened = new HoursForm(form).date("opened");
    opened
        .filter(day -> day.isAfter(today().plusYears(2)))
        .ifPresent(_ -> form.reject("opened", "desk.organization.error.far"));
    kind.ifPresent(chosen -> notTwice(form, chosen, name, code, known));
    if (form.hasErrors()) {
      return Optional.empty();
    }
    return Optional.of(
        new NewOrganization(
            kind.orElseThrow(),
            name,
            kana,
            code.orElse(null),
            telephone.orElseThrow(),
            fax.orElse(null),
            postcode.map(digits -> digits.substring(0, 3) + "-" + digits.substring(3)).orElse(null),
            address,
            unit.orElse(null),
            form.flag("member"),
            outside,
            opened.orElseThrow()));
  }

  /** The same code cannot stand twice; the same name may, when the officer says so. */
  private void notTwice(
      Form form,
      OrganizationKind kind,
      String name,
      Optional<String> code,
      @Nullable Organization known) {
    code.flatMap(typed -> organizations.byCode(kind, typed))
        .filter(other -> known == null || !other.id().equals(known.id()))
        .ifPresent(other -> form.reject("code", "desk.organization.error.same-code", other.name()));
    if (form.flag("different") || name.isEmpty()) {
      return;
    }
    organizations.named(kind, name).stream()
        .filter(other -> known == null || !other.id().equals(known.id()))
        .findFirst()
        .ifPresent(
            other ->
                form.reject("different", "desk.organization.error.same-name", other.telephone()));
  }

  private ModelAndView page(
      Form form, @Nullable Organization known, HttpStatusCode status, Locale locale) {
    ModelAndView page = new ModelAndView("desk/organization-entry", status);
    page.addObject("form", form);
    page.addObject("known", known);
    page.addObject(
        "kinds",
        Arrays.stream(OrganizationKind.values())
            .filter(kind -> kind != OrganizationKind.PERSON_AND_FAMILY)
            .map(
                kind ->
                    new Option(
                        kind.name(), messages.getMessage("directory.kind." + kind, null, locale)))
            .toList());
    page.addObject(
        "unitOptions",
        units().stream()
            .map(
                unit ->
                    new Option(
                        unit.code(),
                        AreasController.english(locale) ? unit.nameEnglish() : unit.name()))
            .toList());
    return page;
  }

  private List<BaseUnit> units() {
    return areas.baseUnits(today());
  }

  private LocalDate today() {
    return JapanTime.today(clock);
  }
}
