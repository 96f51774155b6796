package tasuki.transition.document;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.directory.Organizations;
import tasuki.file.FileAnswer;
import tasuki.file.FileId;
import tasuki.form.Audience;
import tasuki.form.FormDefinition;
import tasuki.form.FormReading;
import tasuki.form.FormValues;
import tasuki.form.FormView;
import tasuki.form.ItemClass;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.person.Persons;
import tasuki.transition.Mode;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Reading a form: a draft before it is sent, a sent one on both sides. */
@Controller
@OpenTo(Duty.CARE)
class DocumentController {

  private static final int LONGEST_REASON = 400;

  private final Documents documents;
  private final Drafts drafts;
  private final DocumentPage page;
  private final DocumentWords say;
  private final Persons persons;
  private final Organizations organizations;
  private final Notices notices;
  private final Ids ids;

  DocumentController(
      Documents documents,
      Drafts drafts,
      DocumentPage page,
      DocumentWords say,
      Persons persons,
      Organizations organizations,
      Notices notices,
      Ids ids) {
    this.documents = documents;
    this.drafts = drafts;
    this.page = page;
    this.say = say;
    this.persons = persons;
    this.organizations = organizations;
    this.notices = notices;
    this.ids = ids;
  }

  @GetMapping("/documents/{id}")
  String show(@PathVariable("id") UUID id, Viewer viewer, Form form, Model model) {
    Document document = documents.find(new DocumentId(id));
    page.read(model, document);
    boolean own = viewer.organization().id().equals(document.organization());
    boolean ours = viewer.organization().id().equals(document.recipient());
    model.addAttribute("own", own);
    model.addAttribute("state", say.of("state." + document.state()));
    model.addAttribute("chip", DocumentWords.chip(document));
    model.addAttribute("story", say.line(document, viewer, null, ids.next()).what());
    model.addAttribute("receipts", say.receipts(document));
    if (document.draft()) {
      check(model, document);
      return "transition/document-check";
    }
    Set<UUID> readers =
        documents.receipts(document.id()).stream()
            .filter(DocumentNotes.Receipt::read)
            .map(DocumentNotes.Receipt::account)
            .collect(Collectors.toSet());
    boolean typed = !document.paper();
    model.addAttribute("mayReceive", ours && typed && document.receivedAt() == null);
    model.addAttribute(
        "mayRead", ours && typed && !readers.contains(viewer.account().id().value()));
    boolean full = persons.seenInFull(document.person());
    model.addAttribute("mayRevise", own && typed && full);
    model.addAttribute("mayRelease", own && full && !releasable(document).isEmpty());
    model.addAttribute("releases", releases(document));
    return "transition/document";
  }

  private void check(Model model, Document draft) {
    FormReading reading = drafts.check(draft.id());
    boolean member = draft.recipient() == null || organizations.get(draft.recipient()).member();
    model.addAttribute("problems", draft.paper() ? List.of() : reading.errors());
    model.addAttribute("member", member);
    model.addAttribute(
        "modes",
        Drafts.PAPER.stream()
            .map(mode -> new FormView.Choice(mode.name(), say.mode(mode)))
            .toList());
    model.addAttribute("usualMode", Mode.FAX.name());
  }

  private List<String> releases(Document document) {
    FormDefinition form = documents.definition(document);
    return documents.releases(document.id()).stream()
        .map(
            one ->
                say.of(
                    "release.line",
                    label(form, one.item()),
                    say.moment(one.at()),
                    say.account(one.account()),
                    one.reason()))
        .toList();
  }

  private static String label(FormDefinition form, String item) {
    return form.find(item)
        .map(
            found ->
                found.label().in(org.springframework.context.i18n.LocaleContextHolder.getLocale()))
        .orElse(item);
  }

  @PostMapping("/documents/{id}/receive")
  String receive(@PathVariable("id") UUID id, Form form, RedirectAttributes next) {
    documents.receive(new DocumentId(id), form.idempotencyKey().orElseGet(ids::next));
    notices.done(next, "transition.document.received");
    return "redirect:/documents/" + id;
  }

  @PostMapping("/documents/{id}/read")
  String read(@PathVariable("id") UUID id, Form form, RedirectAttributes next) {
    documents.read(new DocumentId(id), form.idempotencyKey().orElseGet(ids::next));
    notices.done(next, "transition.document.read");
    return "redirect:/documents/" + id;
  }

  @GetMapping("/documents/{id}/files/{file}")
  ResponseEntity<Resource> file(@PathVariable("id") UUID id, @PathVariable("file") UUID file) {
    Documents.Opened found = documents.file(new DocumentId(id), new FileId(file));
    return FileAnswer.of(found.file(), found.bytes());
  }

  @GetMapping("/documents/{id}/release")
  ModelAndView ask(@PathVariable("id") UUID id, Form form, Model model) {
    return releasePage(new DocumentId(id), model, HttpStatus.OK);
  }

  @PostMapping("/documents/{id}/release")
  ModelAndView release(
      @PathVariable("id") UUID id, Form form, Model model, RedirectAttributes next) {
    DocumentId document = new DocumentId(id);
    String item = form.text("item", 60);
    String reason = form.text("reason", LONGEST_REASON);
    if (!form.hasErrors()) {
      try {
        documents.release(document, item, reason);
        notices.done(next, "transition.document.released");
        return new ModelAndView("redirect:/documents/" + id);
      } catch (RefusedException refused) {
        form.reject("item", refused.refused());
      }
    }
    return releasePage(document, model, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView releasePage(DocumentId id, Model model, HttpStatus status) {
    Document document = documents.find(id);
    if (!document.organization().value().equals(Acting.organization())) {
      throw RefusedException.because("transition.document.refused.release");
    }
    page.head(model, document, documents.values(id, Audience.PROFESSIONAL));
    model.addAttribute("items", releasable(document));
    return new ModelAndView("transition/document-release", model.asMap(), status);
  }

  private List<FormView.Choice> releasable(Document document) {
    FormDefinition form = documents.definition(document);
    FormValues values = documents.values(document.id(), Audience.PROFESSIONAL);
    Set<String> released =
        documents.releases(document.id()).stream()
            .map(DocumentNotes.Release::item)
            .collect(Collectors.toSet());
    return form.items()
        .filter(item -> item.classes().contains(ItemClass.HIDDEN_FROM_PERSON))
        .filter(item -> !values.all(item.id()).isEmpty() && !released.contains(item.id()))
        .map(item -> new FormView.Choice(item.id(), label(form, item.id())))
        .toList();
  }
}
