package tasuki.transition.paper;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Organizations;
import tasuki.form.DayField;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.transition.document.Document;
import tasuki.transition.document.DocumentId;
import tasuki.transition.document.Documents;
import tasuki.web.Form;
import tasuki.web.Notices;

/** 誤送信: calling a form back. */
@Controller
class RecallController {

  private static final String INSIDE = "inside";

  private final Recalls recalls;
  private final Prints prints;
  private final Documents documents;
  private final Organizations organizations;
  private final PaperWords say;
  private final Clock clock;
  private final Ids ids;
  private final Notices notices;

  RecallController(
      Recalls recalls,
      Prints prints,
      Documents documents,
      Organizations organizations,
      PaperWords say,
      Clock clock,
      Ids ids,
      Notices notices) {
    this.recalls = recalls;
    this.prints = prints;
    this.documents = documents;
    this.organizations = organizations;
    this.say = say;
    this.clock = clock;
    this.ids = ids;
    this.notices = notices;
  }

  @GetMapping("/documents/{document}/recall")
  @OpenTo(Duty.CARE)
  String ask(@PathVariable("document") UUID id, Form form, Viewer viewer, Model model) {
    Document document = own(id, viewer);
    form.start("foundOn", JapaneseDates.compact(JapanTime.today(clock)));
    form.start("key", ids.next());
    List<SheetController.Choice> ways = ways(document);
    if (ways.size() == 1) {
      form.start("way", ways.getFirst().value());
    }
    return asked(document, ways, model);
  }

  private Document own(UUID id, Viewer viewer) {
    Document document = documents.find(new DocumentId(id));
    if (!document.organization().equals(viewer.organization().id())) {
      throw RefusedException.because("transition.incident.refused.not-own");
    }
    return document;
  }

  private String asked(Document document, List<SheetController.Choice> ways, Model model) {
    model.addAttribute("documentId", document.id());
    model.addAttribute("documentTitle", say.title(documents.definition(document)));
    model.addAttribute("ways", ways);
    return "transition/recall";
  }

  /** The ways by which it may have gone wrong: inside Tasuki, or one of the sheets. */
  private List<SheetController.Choice> ways(Document document) {
    List<SheetController.Choice> ways = new ArrayList<>();
    if (document.recipient() != null && document.sentAt() != null && !document.paper()) {
      ways.add(
          new SheetController.Choice(
              INSIDE,
              say.of(
                  "incident.way.inside",
                  organizations.get(document.recipient()).name(),
                  say.moment(document.sentAt()))));
    }
    for (Prints.Print print : prints.of(document.id())) {
      ways.add(
          new SheetController.Choice(
              print.id().toString(),
              say.of(
                  "incident.way." + print.kind(),
                  print.toName() == null ? "" : print.toName(),
                  say.moment(print.at()))));
    }
    return ways;
  }

  @PostMapping("/documents/{document}/recall")
  @OpenTo(Duty.CARE)
  String recall(
      @PathVariable("document") UUID id,
      Form form,
      Viewer viewer,
      HttpServletResponse response,
      RedirectAttributes next,
      Model model) {
    Document document = own(id, viewer);
    List<SheetController.Choice> ways = ways(document);
    String way = form.text("way", 40);
    if (!way.isEmpty() && ways.stream().noneMatch(one -> one.value().equals(way))) {
      form.reject("way", "web.form.choose");
    }
    boolean inside = way.equals(INSIDE);
    String wrong = form.text("wrong", 200);
    String cause = form.text("cause", 1000);
    Optional<LocalDate> found = DayField.required(form, "foundOn");
    found
        .filter(day -> day.isAfter(JapanTime.today(clock)))
        .ifPresent(_ -> form.reject("foundOn", "transition.incident.error.future"));
    if (form.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return asked(document, ways, model);
    }
    UUID incident =
        recalls.recall(
            document.id(),
            new Recalls.Mistake(
                inside ? null : UUID.fromString(way), wrong, cause, found.orElseThrow()),
            form.idempotencyKey().orElseGet(ids::next));
    notices.done(next, inside ? "transition.incident.recalled" : "transition.incident.recorded");
    return "redirect:/incidents/" + incident;
  }
}
