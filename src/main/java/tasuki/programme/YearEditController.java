package tasuki.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
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
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.calendar.JapanTime;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** Puts a programme on a list, changes it, and takes it out again. */
@Controller
@OpenTo({Duty.OFFICER})
class YearEditController {

  private static final List<AreaKind> KINDS =
      List.of(
          AreaKind.SECONDARY_MEDICAL_AREA,
          AreaKind.COMPREHENSIVE_CARE_AREA,
          AreaKind.ELDERLY_WELFARE_AREA,
          AreaKind.MEDICAL_ASSOCIATION_DISTRICT,
          AreaKind.MUNICIPALITY);

  private final Programmes programmes;
  private final Editions editions;
  private final YearForm years;
  private final Attachments attachments;
  private final Areas areas;
  private final Phrases say;
  private final Notices notices;
  private final Clock clock;

  YearEditController(
      Programmes programmes,
      Editions editions,
      YearForm years,
      Attachments attachments,
      Areas areas,
      Phrases say,
      Notices notices,
      Clock clock) {
    this.programmes = programmes;
    this.editions = editions;
    this.years = years;
    this.attachments = attachments;
    this.areas = areas;
    this.say = say;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping("/programmes/lists/{id}/new")
  String start(@PathVariable UUID id, Form form, Model model) {
    Edition edition = own(new EditionId(id));
    form.start("number", programmes.nextNumber(edition.id()));
    form.start("standing", Standing.NEW);
    form.start("first", edition.year().year());
    return page(edition, null, form, model);
  }

  @PostMapping("/programmes/lists/{id}/new")
  String add(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Edition edition = own(new EditionId(id));
    Optional<YearEntry> entry = years.read(form, edition, null);
    if (entry.isPresent()) {
      try {
        ProgrammeYear added = programmes.add(edition, entry.get());
        for (InstrumentKind kind : InstrumentKind.of(form.valuesOf("instrument"))) {
          attachments.attach(
              added.programme(), kind, say.inJapanese("programme.instrument." + kind), null);
        }
        notices.done(next, "programme.added", entry.get().name());
        return "redirect:/programmes/years/" + added.id();
      } catch (RefusedException refused) {
        form.reject("number", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(edition, null, form, model);
  }

  @GetMapping("/programmes/years/{id}/edit")
  String change(@PathVariable UUID id, Form form, Model model) {
    ProgrammeYear year = programmes.changeable(new YearId(id));
    years.start(form, year);
    return page(editions.get(year.edition()), year, form, model);
  }

  @PostMapping("/programmes/years/{id}/edit")
  String changed(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    ProgrammeYear year = programmes.changeable(new YearId(id));
    Edition edition = editions.get(year.edition());
    Optional<YearEntry> entry = years.read(form, edition, year);
    int version = (int) Figures.read(form.value("version")).orElse(-1);
    if (entry.isPresent()) {
      try {
        programmes.change(year.id(), entry.get(), version);
        notices.done(next, "programme.changed", entry.get().name());
        return "redirect:/programmes/years/" + year.id();
      } catch (RefusedException refused) {
        form.reject("number", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(edition, year, form, model);
  }

  @PostMapping("/programmes/years/{id}/leave-out")
  String leaveOut(@PathVariable UUID id, RedirectAttributes next) {
    ProgrammeYear year = programmes.changeable(new YearId(id));
    try {
      programmes.leaveOut(year.id());
      notices.done(next, "programme.left-out", year.entry().name());
      return "redirect:/programmes/lists/" + year.edition();
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
      return "redirect:/programmes/years/" + year.id();
    }
  }

  private Edition own(EditionId id) {
    Edition edition = editions.get(id);
    if (years.offered(null).stream()
        .noneMatch(one -> one.organization().equals(edition.series().organization()))) {
      throw new AbsentException("edition");
    }
    return edition;
  }

  private String page(Edition edition, @Nullable ProgrammeYear year, Form form, Model model) {
    model.addAttribute("edition", edition);
    model.addAttribute("year", year);
    model.addAttribute("yearLabel", edition.year().label(say.locale()));
    model.addAttribute("divisionOptions", ListChoices.divisions(years.offered(year)));
    model.addAttribute("headingOptions", ListChoices.headings(editions.headings(edition.id())));
    model.addAttribute("instruments", InstrumentKind.of(form.valuesOf("instrument")));
    model.addAttribute("sources", editions.sources(edition.series().organization()));
    model.addAttribute(
        "standingOptions", say.choices("programme.standing", List.of(Standing.values())));
    model.addAttribute(
        "executionOptions", say.choices("programme.execution", List.of(Execution.values())));
    List<Phrases.Choice> grounds = new ArrayList<>();
    for (AreaKind kind : KINDS) {
      areas
          .ofKind(kind, JapanTime.today(clock))
          .forEach(
              one ->
                  grounds.add(
                      new Phrases.Choice(
                          one.id().toString(), say.of("area.kind." + kind) + " " + one.name())));
    }
    model.addAttribute("areaOptions", grounds);
    return "programme/year-edit";
  }
}
