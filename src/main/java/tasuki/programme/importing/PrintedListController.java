package tasuki.programme.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.FiscalYear;
import tasuki.identity.Division;
import tasuki.identity.DivisionId;
import tasuki.identity.Divisions;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.RefusedException;
import tasuki.programme.Editions;
import tasuki.programme.ListChoices;
import tasuki.programme.ProgrammeFields;
import tasuki.programme.SeriesId;
import tasuki.programme.reading.PastedText;
import tasuki.table.Fault;
import tasuki.table.TableReading;
import tasuki.table.TableRow;
import tasuki.table.Tables;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** Brings printed lists in: as a file or pasted, looked through, and taken over. */
@Controller
@OpenTo(Duty.OFFICER)
@RequestMapping("/programmes/imports")
class PrintedListController {

  private static final int SHOWN = 50;
  private static final int MOST_ROWS = 1_000;
  private static final int LONGEST_TEXT = 500_000;
  private static final long MOST_BYTES = 10L * 1024 * 1024;

  private final PrintedLists drafts;
  private final Taking taking;
  private final Undoing undoing;
  private final Editions editions;
  private final Divisions divisions;
  private final PrintedListWords words;
  private final Phrases say;
  private final Notices notices;

  PrintedListController(
      PrintedLists drafts,
      Taking taking,
      Undoing undoing,
      Editions editions,
      Divisions divisions,
      PrintedListWords words,
      Phrases say,
      Notices notices) {
    this.drafts = drafts;
    this.taking = taking;
    this.undoing = undoing;
    this.editions = editions;
    this.divisions = divisions;
    this.words = words;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping
  String all(Form form, Model model) {
    mustCompile();
    model.addAttribute("drafts", drafts.all(SHOWN));
    return "programme/imports";
  }

  @PostMapping
  String bring(
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next)
      throws IOException {
    mustCompile();
    String text = form.optional("text", LONGEST_TEXT).orElse("");
    Optional<List<TableRow>> rows = rows(form, file, text);
    if (rows.isPresent()) {
      try {
        List<UUID> brought =
            drafts.bring(viewer.organization().id().value(), name(file), rows.get());
        brought.forEach(drafts::remember);
        notices.done(next, "programme.import.brought", brought.size());
        return brought.size() == 1
            ? "redirect:/programmes/imports/" + brought.getFirst()
            : "redirect:/programmes/imports";
      } catch (RefusedException refused) {
        form.reject(text.isEmpty() ? "file" : "text", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return all(form, model);
  }

  private static Optional<List<TableRow>> rows(Form form, @Nullable MultipartFile file, String text)
      throws IOException {
    if (form.hasErrors()) {
      return Optional.empty();
    }
    if (!text.isEmpty()) {
      return Optional.of(PastedText.cells(text));
    }
    if (file == null || file.isEmpty()) {
      form.reject("file", "programme.import.no-file");
      return Optional.empty();
    }
    if (file.getSize() > MOST_BYTES) {
      form.reject("file", "programme.import.large");
      return Optional.empty();
    }
    return switch (Tables.read(file.getBytes(), name(file))) {
      case TableReading.Rows read -> Optional.of(read.rows());
      case TableReading.Unreadable unreadable -> {
        Fault fault = unreadable.fault();
        form.reject("file", fault.reason(), fault.arguments().toArray());
        yield Optional.empty();
      }
    };
  }

  private static String name(@Nullable MultipartFile file) {
    String name = file == null ? null : file.getOriginalFilename();
    return name == null || name.isBlank() ? "-" : name.replaceAll("\\p{Cntrl}", "");
  }

  @GetMapping("/{id}")
  String one(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    PrintedList draft = drafts.get(id);
    FiscalYear year = draft.reading().year();
    form.start("year", year == null ? null : year.year());
    form.start("title", draft.reading().title());
    editions.series().stream()
        .filter(one -> !one.name().isEmpty() && draft.reading().title().contains(one.name()))
        .findFirst()
        .ifPresent(one -> form.start("series", one.id()));
    form.start("name", seriesName(draft.reading().title(), year));
    return page(draft, viewer, model);
  }

  /** The title without its year: what the list is called in every year. */
  private static String seriesName(String title, @Nullable FiscalYear year) {
    return year == null
        ? title
        : title
            .replaceAll("^(令和|平成)(\\d+|元)年度\\s*", "")
            .replaceAll("^[(（]\\d{4}年度[)）]\\s*", "")
            .strip();
  }

  private String page(PrintedList draft, Viewer viewer, Model model) {
    Review review = Review.of(draft);
    model.addAttribute("draft", draft);
    model.addAttribute("listDoubts", words.doubts(draft.reading().doubts()));
    List<PrintedListWords.Row> waiting = review.waiting().stream().map(words::row).toList();
    model.addAttribute("waiting", waiting);
    model.addAttribute("rows", review.lines().stream().limit(MOST_ROWS).map(words::row).toList());
    model.addAttribute("rowCount", review.lines().size());
    model.addAttribute("totals", review.totals().stream().map(words::total).toList());
    model.addAttribute("agrees", review.agrees());
    model.addAttribute("programmeCount", review.programmes().size());
    model.addAttribute(
        "suggestions", waiting.stream().filter(one -> one.suggestion() != null).count());
    model.addAttribute("open", draft.state() == PrintedList.State.OPEN);
    model.addAttribute("undoable", drafts.trace(draft.id()).isPresent());
    model.addAttribute(
        "edition", drafts.edition(draft.id()).map(one -> "/programmes/lists/" + one).orElse(null));
    List<Phrases.Choice> series = new ArrayList<>();
    editions.series().forEach(one -> series.add(new Phrases.Choice("" + one.id(), one.name())));
    model.addAttribute("seriesOptions", series);
    model.addAttribute(
        "divisionOptions",
        ListChoices.divisions(
            divisions.of(viewer.organization().id()).stream().filter(Division::open).toList()));
    return "programme/import";
  }

  @PostMapping("/{id}/take")
  String take(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    PrintedList draft = drafts.get(id);
    Optional<SeriesId> series = form.id("series").map(SeriesId::new);
    series
        .filter(one -> editions.series().stream().noneMatch(known -> known.id().equals(one)))
        .ifPresent(_ -> form.reject("series", "web.form.choose"));
    String name = series.isPresent() ? "" : form.text("name", 80);
    Optional<FiscalYear> year = ProgrammeFields.year(form, "year");
    String title = form.text("title", 120);
    Optional<DivisionId> fallback = form.id("division").map(DivisionId::new);
    fallback
        .filter(
            one ->
                divisions.of(viewer.organization().id()).stream()
                    .noneMatch(known -> known.open() && known.id().equals(one)))
        .ifPresent(_ -> form.reject("division", "web.form.choose"));
    if (!form.hasErrors() && year.isPresent()) {
      try {
        Taking.Taken taken =
            taking.take(
                draft,
                new Taking.Target(
                    series.orElse(null), name, year.get(), title, fallback.orElse(null)),
                form.flag("despite"));
        notices.done(
            next,
            "programme.import.taken",
            taken.in(),
            taken.kept(),
            taken.changed(),
            taken.left());
        return "redirect:/programmes/lists/" + taken.edition().id();
      } catch (RefusedException refused) {
        form.reject("title", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(draft, viewer, model);
  }

  @PostMapping("/{id}/undo")
  String undo(@PathVariable UUID id, RedirectAttributes next) {
    try {
      notices.done(next, "programme.import.undo.done", undoing.undo(id));
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
    }
    return "redirect:/programmes/imports/" + id;
  }

  @PostMapping("/{id}/discard")
  String discard(@PathVariable UUID id, RedirectAttributes next) {
    try {
      drafts.discard(id);
      notices.done(next, "programme.import.discarded");
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
    }
    return "redirect:/programmes/imports";
  }

  private void mustCompile() {
    editions.letCompile("page");
  }
}
