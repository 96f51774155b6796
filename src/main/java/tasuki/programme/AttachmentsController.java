package tasuki.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.file.FileAnswer;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.file.StoredFile;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.indicator.IndicatorId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/**
 * What belongs to a programme through its years: instruments, indicators, papers, and its whole.
 */
@Controller
@OpenTo({Duty.OFFICER})
@RequestMapping("/programmes/years/{id}")
class AttachmentsController {

  private final Programmes programmes;
  private final Attachments attachments;
  private final Judging judging;
  private final Instruments instruments;
  private final Phrases say;
  private final YearController years;
  private final FileStore files;
  private final Notices notices;

  AttachmentsController(
      Programmes programmes,
      Attachments attachments,
      Judging judging,
      Instruments instruments,
      Phrases say,
      YearController years,
      FileStore files,
      Notices notices) {
    this.programmes = programmes;
    this.attachments = attachments;
    this.judging = judging;
    this.instruments = instruments;
    this.say = say;
    this.years = years;
    this.files = files;
    this.notices = notices;
  }

  @PostMapping("/instruments")
  String attach(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    ProgrammeYear year = programmes.changeable(new YearId(id));
    Optional<Named> named = named(form);
    if (form.hasErrors()) {
      return again(id, form, viewer, model, response);
    }
    Named one = named.orElseThrow();
    attachments.attach(year.programme(), one.kind(), one.name(), one.target());
    notices.done(next, "programme.instrument.added", one.name());
    return "redirect:/programmes/years/" + id;
  }

  /** An instrument as it will be attached; what is kept here names itself. */
  private record Named(InstrumentKind kind, String name, @Nullable String target) {}

  private Optional<Named> named(Form form) {
    Optional<String> target = form.optional("instrument-target", 100);
    if (target.isEmpty()) {
      Optional<InstrumentKind> kind = form.choice("instrument", InstrumentKind.class);
      String name = form.text("instrument-name", 120);
      return kind.map(one -> new Named(one, name, null));
    }
    Optional<Named> kept =
        Instruments.find(say.inJapanese(instruments::all), target.get())
            .map(one -> new Named(InstrumentKind.valueOf(one.kind()), one.name(), one.target()));
    if (kept.isEmpty()) {
      form.reject("instrument-target", "web.form.choose");
    }
    return kept;
  }

  @PostMapping("/instruments/{instrument}/remove")
  String detach(@PathVariable UUID id, @PathVariable UUID instrument, RedirectAttributes next) {
    attachments.detach(programmes.changeable(new YearId(id)).programme(), instrument);
    notices.done(next, "programme.instrument.removed");
    return "redirect:/programmes/years/" + id;
  }

  @PostMapping("/indicators")
  String judge(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    ProgrammeYear year = programmes.changeable(new YearId(id));
    Optional<UUID> indicator = form.id("indicator");
    if (indicator.isPresent()) {
      try {
        judging.judge(year.programme(), new IndicatorId(indicator.get()));
        notices.done(next, "programme.indicator.added");
        return "redirect:/programmes/years/" + id;
      } catch (RefusedException refused) {
        form.reject("indicator", refused.refused());
      }
    }
    form.reject("indicator", "web.form.choose");
    return again(id, form, viewer, model, response);
  }

  @PostMapping("/indicators/{indicator}/remove")
  String judgeNoMore(@PathVariable UUID id, @PathVariable UUID indicator, RedirectAttributes next) {
    judging.leave(programmes.changeable(new YearId(id)).programme(), new IndicatorId(indicator));
    notices.done(next, "programme.indicator.removed");
    return "redirect:/programmes/years/" + id;
  }

  @PostMapping("/documents")
  String add(
      @PathVariable UUID id,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next)
      throws IOException {
    ProgrammeYear year = programmes.changeable(new YearId(id));
    String title = form.text("document-title", 120);
    if (file == null || file.isEmpty()) {
      form.reject("file", "programme.document.missing");
    }
    if (file != null && !form.hasErrors()) {
      try (InputStream content = file.getInputStream()) {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse(title);
        attachments.add(year.programme(), title, name, content);
        notices.done(next, "programme.document.added", title);
        return "redirect:/programmes/years/" + id;
      } catch (RefusedException refused) {
        form.reject("file", refused.refused());
      }
    }
    return again(id, form, viewer, model, response);
  }

  @GetMapping("/documents/{file}")
  @OpenTo({Duty.OFFICER, Duty.COORDINATOR})
  ResponseEntity<Resource> document(@PathVariable UUID id, @PathVariable UUID file) {
    ProgrammeYear year = programmes.get(new YearId(id));
    FileId wanted = new FileId(file);
    if (attachments.documents(year.programme()).stream()
        .noneMatch(one -> one.file().equals(wanted))) {
      throw new AbsentException("document");
    }
    StoredFile found = files.get(wanted);
    return FileAnswer.of(found, files.open(wanted));
  }

  @PostMapping("/documents/{file}/remove")
  String remove(@PathVariable UUID id, @PathVariable UUID file, RedirectAttributes next) {
    attachments.remove(programmes.changeable(new YearId(id)).programme(), new FileId(file));
    notices.done(next, "programme.document.removed");
    return "redirect:/programmes/years/" + id;
  }

  /** Says of what it is a part, by the number of the other on the same list. */
  @PostMapping("/whole")
  String under(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    ProgrammeYear year = programmes.changeable(new YearId(id));
    String typed = form.optional("whole", 8).orElse("");
    Optional<ProgrammeYear> whole =
        programmes.of(year.edition()).stream()
            .filter(one -> Figures.read(typed).orElse(-1) == one.entry().number())
            .findFirst();
    if (!typed.isEmpty() && whole.isEmpty()) {
      form.reject("whole", "programme.whole.unknown");
    }
    if (!form.hasErrors()) {
      try {
        programmes.under(year.programme(), whole.map(ProgrammeYear::programme).orElse(null));
        notices.done(next, "programme.whole.saved");
        return "redirect:/programmes/years/" + id;
      } catch (RefusedException refused) {
        form.reject("whole", refused.refused());
      }
    }
    return again(id, form, viewer, model, response);
  }

  private String again(
      UUID id, Form form, Viewer viewer, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return years.year(id, form, viewer, model);
  }
}
