package tasuki.transition.document;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.form.FormDefinitions;
import tasuki.form.FormView;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.person.Persons;
import tasuki.transition.Mode;
import tasuki.transition.StayFacts;
import tasuki.transition.StayId;
import tasuki.transition.Typed;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Files paper that came by fax or by hand: the scan first, then its data typed beside it. */
@Controller
@OpenTo(Duty.CARE)
class PaperController {

  private static final int MOST_FILES = 10;

  private final Drafts drafts;
  private final StayFacts facts;
  private final Persons persons;
  private final FormDefinitions definitions;
  private final FileStore files;
  private final DocumentWords say;
  private final Notices notices;
  private final Ids ids;
  private final Clock clock;

  PaperController(
      Drafts drafts,
      StayFacts facts,
      Persons persons,
      FormDefinitions definitions,
      FileStore files,
      DocumentWords say,
      Notices notices,
      Ids ids,
      Clock clock) {
    this.drafts = drafts;
    this.facts = facts;
    this.persons = persons;
    this.definitions = definitions;
    this.files = files;
    this.say = say;
    this.notices = notices;
    this.ids = ids;
    this.clock = clock;
  }

  @GetMapping("/stays/{stay}/documents/paper")
  ModelAndView ask(@PathVariable("stay") UUID stay, Form form, Model model) {
    form.start("key", ids.next());
    form.start("definition", FormDefinitions.ADMISSION_INFORMATION);
    form.start("on", JapaneseDates.compact(JapanTime.today(clock)));
    form.start("mode", Mode.FAX);
    return page(new StayId(stay), model, HttpStatus.OK);
  }

  @PostMapping("/stays/{stay}/documents/paper")
  ModelAndView file(
      @PathVariable("stay") UUID stay,
      @RequestParam(name = "scans", required = false) @Nullable List<MultipartFile> scans,
      Form form,
      Model model,
      RedirectAttributes next) {
    String definition = form.text("definition", 40);
    if (!definition.equals(FormDefinitions.ADMISSION_INFORMATION)
        && !definition.equals(FormDefinitions.DISCHARGE_RECORD)) {
      form.reject("definition", "web.form.choose");
    }
    Optional<LocalDate> on = Typed.day(form, "on");
    Optional<LocalTime> at = Typed.time(form, "at");
    Optional<Mode> mode = form.choice("mode", Mode.class);
    if (mode.isPresent() && !Drafts.PAPER.contains(mode.get())) {
      form.reject("mode", "web.form.choose");
    }
    on.filter(day -> day.isAfter(JapanTime.today(clock)))
        .ifPresent(_ -> form.reject("on", "transition.refused.future"));
    List<FileId> kept = form.hasErrors() ? List.of() : keep(scans, form);
    if (form.hasErrors()) {
      return page(new StayId(stay), model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    DocumentId filed =
        drafts.file(
            new StayId(stay),
            definition,
            new Drafts.Paper(on.orElseThrow(), at.orElse(null), mode.orElseThrow(), kept),
            form.idempotencyKey().orElseGet(ids::next));
    notices.done(next, "transition.document.paper.kept");
    return new ModelAndView("redirect:/documents/" + filed + "/edit");
  }

  private List<FileId> keep(@Nullable List<MultipartFile> scans, Form form) {
    List<MultipartFile> sent =
        scans == null ? List.of() : scans.stream().filter(file -> !file.isEmpty()).toList();
    if (sent.isEmpty()) {
      form.reject("scans", "transition.document.paper.none");
    } else if (sent.size() > MOST_FILES) {
      form.reject("scans", "transition.document.paper.many", MOST_FILES);
    }
    List<FileId> kept = new ArrayList<>();
    for (MultipartFile file : form.hasErrors() ? List.<MultipartFile>of() : sent) {
      String name = file.getOriginalFilename();
      try (InputStream content = file.getInputStream()) {
        kept.add(files.store(content, name == null ? "" : name, FileStore.MOST_BYTES));
      } catch (RefusedException refused) {
        form.reject("scans", refused.refused());
      } catch (IOException failure) {
        form.reject("scans", "transition.document.paper.failed");
      }
    }
    return kept;
  }

  private ModelAndView page(StayId id, Model model, HttpStatus status) {
    StayFacts.Facts around = facts.of(id);
    model.addAttribute("stayId", id.toString());
    model.addAttribute("whoseName", persons.get(around.stay().person()).name());
    model.addAttribute(
        "definitions",
        List.of(FormDefinitions.ADMISSION_INFORMATION, FormDefinitions.DISCHARGE_RECORD).stream()
            .map(one -> new FormView.Choice(one, title(one)))
            .toList());
    model.addAttribute(
        "modes",
        Drafts.PAPER.stream()
            .map(mode -> new FormView.Choice(mode.name(), say.mode(mode)))
            .toList());
    return new ModelAndView("transition/document-paper", model.asMap(), status);
  }

  private String title(String definition) {
    return definitions
        .inForce(definition, JapanTime.today(clock))
        .title()
        .in(org.springframework.context.i18n.LocaleContextHolder.getLocale());
  }
}
