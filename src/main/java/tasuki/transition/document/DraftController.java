package tasuki.transition.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.form.FormDefinitions;
import tasuki.form.FormReader;
import tasuki.form.FormReading;
import tasuki.form.FormValues;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.transition.Mode;
import tasuki.transition.StayId;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Writing a form: begun, saved as one types, checked, sent. */
@Controller
@OpenTo(Duty.CARE)
class DraftController {

  /** What an automatic saving answers with; the fields that others changed, by their names. */
  record Kept(String at, int edition, Map<String, List<String>> others, boolean conflict) {}

  private final Documents documents;
  private final Drafts drafts;
  private final DocumentPage page;
  private final FormReader reader;
  private final DocumentWords say;
  private final Notices notices;
  private final Ids ids;

  DraftController(
      Documents documents,
      Drafts drafts,
      DocumentPage page,
      FormReader reader,
      DocumentWords say,
      Notices notices,
      Ids ids) {
    this.documents = documents;
    this.drafts = drafts;
    this.page = page;
    this.reader = reader;
    this.say = say;
    this.notices = notices;
    this.ids = ids;
  }

  @PostMapping("/stays/{stay}/documents")
  String begin(@PathVariable("stay") UUID stay, Form form, RedirectAttributes next) {
    String definition = form.value("definition");
    if (!definition.equals(FormDefinitions.ADMISSION_INFORMATION)
        && !definition.equals(FormDefinitions.DISCHARGE_RECORD)) {
      throw new AbsentException("form");
    }
    DocumentId draft = drafts.open(new StayId(stay), definition, key(form));
    return "redirect:/documents/" + draft + "/edit";
  }

  @GetMapping("/documents/{id}/edit")
  ModelAndView edit(@PathVariable("id") UUID id, Model model) {
    Document draft = draft(id);
    drafts.hear(draft.id());
    return editPage(draft(id), null, null, model, HttpStatus.OK);
  }

  /** Saves while one types. */
  @PostMapping("/documents/{id}/draft")
  ResponseEntity<Kept> keep(
      @PathVariable("id") UUID id, @RequestParam MultiValueMap<String, String> typed) {
    Document draft = draft(id);
    FormReading reading = reader.draft(documents.definition(draft), typed);
    Drafts.Saved saved = drafts.save(draft.id(), edition(typed, draft), reading.values());
    Map<String, List<String>> others =
        saved.others().entrySet().stream()
            .collect(
                Collectors.toMap(other -> FormReader.PREFIX + other.getKey(), Map.Entry::getValue));
    // While a conflict stands, the page keeps the edition it was loaded from, so that the button
    // shows both.
    Kept kept =
        new Kept(
            say.time(),
            saved.conflicts().isEmpty() ? saved.edition() : edition(typed, draft),
            others,
            !saved.conflicts().isEmpty());
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(kept);
  }

  @PostMapping("/documents/{id}/edit")
  ModelAndView save(
      @PathVariable("id") UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      Model model,
      RedirectAttributes next) {
    Document draft = draft(id);
    FormReading reading = reader.draft(documents.definition(draft), typed);
    Drafts.Saved saved = drafts.save(draft.id(), edition(typed, draft), reading.values());
    if (!saved.conflicts().isEmpty()) {
      return editPage(draft, reading, saved, model, HttpStatus.CONFLICT);
    }
    if (reading.hasErrors()) {
      return editPage(draft, reading, saved, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    notices.done(next, "transition.document.saved", say.time());
    boolean check = "check".equals(typed.getFirst("go"));
    return new ModelAndView("redirect:/documents/" + id + (check ? "" : "/edit"));
  }

  @PostMapping("/documents/{id}/send")
  ModelAndView send(@PathVariable("id") UUID id, Form form, Model model, RedirectAttributes next) {
    Document document = documents.find(new DocumentId(id));
    Optional<Mode> mode = form.optionalChoice("mode", Mode.class);
    if (form.hasErrors()) {
      notices.refused(next, "transition.document.refused.mode");
      return new ModelAndView("redirect:/documents/" + id);
    }
    try {
      FormReading reading = drafts.send(document.id(), mode.orElse(Mode.SYSTEM), key(form));
      if (reading.hasErrors()) {
        return editPage(document, reading, null, model, HttpStatus.UNPROCESSABLE_CONTENT);
      }
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
      return new ModelAndView("redirect:/documents/" + id);
    }
    String done =
        document.paper()
            ? "filed"
            : document.recipient() == null ? "finished" : mode.isPresent() ? "noted" : "sent";
    notices.done(next, "transition.document." + done, say.organization(document.recipient()));
    return new ModelAndView("redirect:/documents/" + id);
  }

  @PostMapping("/documents/{id}/revise")
  String revise(@PathVariable("id") UUID id, Form form) {
    return "redirect:/documents/" + drafts.revise(new DocumentId(id), key(form)) + "/edit";
  }

  @GetMapping("/documents/{id}/discard")
  String ask(@PathVariable("id") UUID id, Model model) {
    page.head(model, draft(id), FormValues.EMPTY);
    return "transition/document-discard";
  }

  @PostMapping("/documents/{id}/discard")
  String discard(@PathVariable("id") UUID id, RedirectAttributes next) {
    Document draft = draft(id);
    drafts.discard(draft.id());
    notices.done(next, "transition.document.discarded");
    return "redirect:/stays/" + draft.stay();
  }

  private ModelAndView editPage(
      Document draft,
      @Nullable FormReading reading,
      Drafts.@Nullable Saved saved,
      Model model,
      HttpStatus status) {
    page.edit(model, draft, reading, saved);
    return new ModelAndView("transition/document-edit", model.asMap(), status);
  }

  private Document draft(UUID id) {
    Document document = documents.find(new DocumentId(id));
    if (!document.draft()) {
      throw new AbsentException("draft");
    }
    return document;
  }

  /** The edition the page was loaded from; without one it counts as just loaded. */
  private static int edition(MultiValueMap<String, String> typed, Document draft) {
    String said = typed.getFirst("edition");
    return said != null && said.matches("\\d{1,9}") ? Integer.parseInt(said) : draft.edition();
  }

  private UUID key(Form form) {
    return form.idempotencyKey().orElseGet(ids::next);
  }
}
