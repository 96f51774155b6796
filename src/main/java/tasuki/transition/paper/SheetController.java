package tasuki.transition.paper;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tasuki.directory.Organization;
import tasuki.directory.Organizations;
import tasuki.file.FileAnswer;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.Ids;
import tasuki.transition.document.Document;
import tasuki.transition.document.DocumentId;
import tasuki.transition.document.Documents;
import tasuki.web.Form;
import tasuki.web.Notices;

/** 印刷・FAX: where a form becomes paper, and the copies that were made before. */
@Controller
@OpenTo(Duty.CARE)
class SheetController {

  /** A choice of a group of buttons. */
  record Choice(String value, String label) {}

  /** A kept copy as a line of the list. */
  record Line(
      UUID id,
      String what,
      String when,
      String by,
      @Nullable String to,
      String code,
      List<String> receipts) {}

  private final Prints prints;
  private final Documents documents;
  private final Organizations organizations;
  private final PaperWords say;
  private final Ids ids;
  private final Notices notices;

  SheetController(
      Prints prints,
      Documents documents,
      Organizations organizations,
      PaperWords say,
      Ids ids,
      Notices notices) {
    this.prints = prints;
    this.documents = documents;
    this.organizations = organizations;
    this.say = say;
    this.ids = ids;
    this.notices = notices;
  }

  @GetMapping("/documents/{document}/print")
  String page(@PathVariable("document") UUID id, Form form, Viewer viewer, Model model) {
    Document document = documents.find(new DocumentId(id));
    form.start("kind", Prints.Kind.FAX);
    form.start("naming", Naming.MASKED);
    form.start("key", ids.next());
    if (document.recipient() != null) {
      Organization to = organizations.get(document.recipient());
      form.start("toName", to.name());
      form.start("toFax", to.fax());
    }
    return shown(document, viewer, model);
  }

  private String shown(Document document, Viewer viewer, Model model) {
    model.addAttribute("documentId", document.id());
    model.addAttribute("documentTitle", say.title(documents.definition(document)));
    model.addAttribute(
        "printKinds",
        Arrays.stream(Prints.Kind.values())
            .map(kind -> new Choice(kind.name(), say.of("print.kind." + kind)))
            .toList());
    model.addAttribute(
        "namings",
        Arrays.stream(Naming.values())
            .map(naming -> new Choice(naming.name(), say.of("print.naming." + naming)))
            .toList());
    model.addAttribute("copies", prints.of(document.id()).stream().map(this::line).toList());
    model.addAttribute("ownDocument", document.organization().equals(viewer.organization().id()));
    return "transition/print";
  }

  private Line line(Prints.Print print) {
    return new Line(
        print.id(),
        say.of(
            "print.copy." + print.kind(), print.pages(), say.of("print.naming." + print.naming())),
        say.moment(print.at()),
        print.accountName(),
        print.toName() == null ? null : say.of("print.copy.to", print.toName()),
        ReceiptCodes.blocks(print.code()),
        prints.receipts(print.id()).stream()
            .map(
                receipt ->
                    say.of(
                        "print.confirmed",
                        say.moment(receipt.at()),
                        receipt.office(),
                        receipt.name()))
            .toList());
  }

  @PostMapping("/documents/{document}/print")
  String print(
      @PathVariable("document") UUID id,
      Form form,
      Viewer viewer,
      HttpServletResponse response,
      RedirectAttributes next,
      Model model) {
    Document document = documents.find(new DocumentId(id));
    Optional<Prints.Kind> kind = form.choice("kind", Prints.Kind.class);
    boolean fax = kind.equals(Optional.of(Prints.Kind.FAX));
    Naming naming = fax ? form.choice("naming", Naming.class).orElse(Naming.MASKED) : Naming.FULL;
    String toName = fax ? form.text("toName", 100) : null;
    String toFax = fax ? fax(form) : null;
    String note = form.optional("note", 300).orElse(null);
    if (form.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return shown(document, viewer, model);
    }
    String base = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    UUID print =
        prints.print(
            document.id(),
            new Prints.Order(kind.orElseThrow(), naming, toName, toFax, note, base),
            viewer,
            form.idempotencyKey().orElseGet(ids::next));
    notices.done(next, "transition.print.made", prints.get(print).pages());
    return "redirect:/documents/" + id + "/print";
  }

  /** A wrong digit sends the form to a stranger, so the number is typed, and must be one. */
  private static @Nullable String fax(Form form) {
    if (form.text("toFax", 20).isEmpty()) {
      return null;
    }
    return form.telephone("toFax").orElse(null);
  }

  @GetMapping("/documents/{document}/prints/{print}")
  ResponseEntity<Resource> copy(
      @PathVariable("document") UUID document, @PathVariable("print") UUID print) {
    Prints.Opened found = prints.open(print);
    return FileAnswer.of(found.file(), found.bytes());
  }
}
