package tasuki.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.RefusedException;
import tasuki.table.Sheet;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Form;
import tasuki.web.Notices;

/** One file: how far it is, what it would make different, and what becomes of it. */
@Controller
@OpenTo(Duty.OFFICER)
class ImportController {

  private static final String ONE = "/imports/{id:[0-9a-f-]{36}}";

  /** More rows than anybody reads in Excel; the CSV has all. */
  private static final int MOST_IN_EXCEL = 20_000;

  private static final int MOST_REFUSED = 50;

  /** A reader that said nothing for so long is no more. */
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final Imports imports;
  private final Applying applying;
  private final ImportPage page;
  private final Rejections rejections;
  private final ListWords say;
  private final Notices notices;
  private final Clock clock;

  ImportController(
      Imports imports,
      Applying applying,
      ImportPage page,
      Rejections rejections,
      ListWords say,
      Notices notices,
      Clock clock) {
    this.imports = imports;
    this.applying = applying;
    this.page = page;
    this.rejections = rejections;
    this.say = say;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping(ONE)
  String one(
      Viewer viewer,
      @PathVariable UUID id,
      Form form,
      @RequestParam(defaultValue = "") String what,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    Prefecture.mustBeOfficer(viewer);
    return shown(imports.get(id), what, after, model);
  }

  private String shown(Import found, String what, String after, Model model) {
    boolean silent = found.aliveAt().isBefore(OffsetDateTime.now(clock).minus(SILENCE));
    page.show(found, silent, what, after, model);
    model.addAttribute(
        "refused", rejections.page(found.id(), 0, MOST_REFUSED).stream().map(say::row).toList());
    return "intake/import";
  }

  /** The part of the page that is asked for again and again while the file is read. */
  @GetMapping(ONE + "/progress")
  String progress(Viewer viewer, @PathVariable UUID id, HttpServletResponse response, Model model) {
    Prefecture.mustBeOfficer(viewer);
    Import found = imports.get(id);
    if (found.state() != ImportState.READING) {
      response.setHeader("HX-Refresh", "true");
    }
    shown(found, "", "", model);
    return "intake/import :: progress";
  }

  @PostMapping(ONE + "/apply")
  String apply(
      Viewer viewer,
      @PathVariable UUID id,
      Form form,
      HttpServletResponse response,
      RedirectAttributes next,
      Model model) {
    Prefecture.mustBeOfficer(viewer);
    try {
      applying.apply(id, form.valuesOf("confirm"));
      notices.done(next, "intake.done.applied");
      return "redirect:/imports/" + id;
    } catch (RefusedException refused) {
      form.reject("confirm", refused.refused());
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return shown(imports.get(id), "", "", model);
  }

  @PostMapping(ONE + "/undo")
  String undo(Viewer viewer, @PathVariable UUID id, RedirectAttributes next) {
    Prefecture.mustBeOfficer(viewer);
    return after(id, next, "intake.done.undone", () -> applying.undo(id));
  }

  @PostMapping(ONE + "/discard")
  String discard(Viewer viewer, @PathVariable UUID id, RedirectAttributes next) {
    Prefecture.mustBeOfficer(viewer);
    return after(id, next, "intake.done.discarded", () -> applying.discard(id));
  }

  private String after(UUID id, RedirectAttributes next, String done, Runnable work) {
    imports.get(id);
    try {
      work.run();
      notices.done(next, done);
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
    }
    return "redirect:/imports/" + id;
  }

  @GetMapping(ONE + "/rejected")
  ResponseEntity<byte[]> rejected(Viewer viewer, @PathVariable UUID id) {
    Prefecture.mustBeOfficer(viewer);
    return TableAnswer.of("rejected", TableFormat.XLSX, List.of(sheet(imports.get(id))));
  }

  /** All of them, however many, written while they are read. */
  @GetMapping(value = ONE + "/rejected", params = "as=csv")
  void rejectedAsText(Viewer viewer, @PathVariable UUID id, HttpServletResponse response)
      throws IOException {
    Prefecture.mustBeOfficer(viewer);
    Import found = imports.get(id);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("rejected.csv").build().toString());
    rejections.write(found, response.getWriter(), ListWords.locale());
  }

  private Sheet sheet(Import found) {
    boolean cut = found.counts().rejected() > MOST_IN_EXCEL;
    return new Sheet(
        say.of("rejected"),
        say.of("rejected"),
        cut
            ? List.of(found.fileName(), say.of("rejected.cut", say.number(MOST_IN_EXCEL)))
            : List.of(found.fileName()),
        rejections.columns(ListWords.locale()),
        rejections.page(found.id(), 0, MOST_IN_EXCEL).stream().map(say::row).toList());
  }
}
