package tasuki.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.identity.Divisions;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.print.Paper;
import tasuki.print.PaperAnswer;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Form;
import tasuki.web.Phrases;

/** The list of a year: on the screen, in Excel and on paper. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR})
class ListController {

  /** More rows than anybody reads at once: then a heading is to be chosen. */
  private static final int MOST = 600;

  private static final List<String> FILTERS =
      List.of("q", "division", "mark", "standing", "heading");

  private final Editions editions;
  private final Programmes programmes;
  private final ReportWords words;
  private final Divisions divisions;
  private final Paper paper;
  private final Phrases say;

  ListController(
      Editions editions,
      Programmes programmes,
      ReportWords words,
      Divisions divisions,
      Paper paper,
      Phrases say) {
    this.editions = editions;
    this.programmes = programmes;
    this.words = words;
    this.divisions = divisions;
    this.paper = paper;
    this.say = say;
  }

  @GetMapping("/programmes/lists/{id}")
  Object list(
      @PathVariable UUID id,
      @RequestParam(name = "as", defaultValue = "") String as,
      Form form,
      Viewer viewer,
      Model model) {
    Edition edition = editions.get(new EditionId(id));
    Report whole = report(edition);
    Report shown = ReportFilter.of(form).apply(whole);
    List<Source> sources = editions.sources(edition.series().organization());
    Optional<TableFormat> format = TableFormat.of(as);
    if (format.isPresent()) {
      return TableAnswer.of(edition.title(), format.get(), List.of(words.sheet(shown, sources)));
    }
    boolean all = shown.lines().size() <= MOST;
    model.addAttribute("edition", edition);
    model.addAttribute("yearLabel", edition.year().label(say.locale()));
    model.addAttribute("legend", ReportWords.legend(sources));
    model.addAttribute(
        "lines",
        words.lines(shown).stream().filter(line -> all || line.heading() != null).toList());
    model.addAttribute("shortened", !all);
    model.addAttribute("rowCount", shown.gross().rows());
    model.addAttribute("sums", words.sums(shown));
    model.addAttribute("hasSettled", shown.gross().money().settled() != null);
    boolean own = viewer.organization().id().equals(edition.series().organization());
    model.addAttribute("compiles", own && editions.compiles());
    model.addAttribute("adds", own && !divisions.own().isEmpty());
    choices(whole, sources, model);
    addresses(edition, form, model);
    return "programme/list";
  }

  private Report report(Edition edition) {
    return Report.of(edition, editions.headings(edition.id()), programmes.of(edition.id()));
  }

  private void choices(Report whole, List<Source> sources, Model model) {
    Edition edition = whole.edition();
    model.addAttribute(
        "divisionOptions", ListChoices.divisions(divisions.of(edition.series().organization())));
    model.addAttribute(
        "sourceOptions",
        sources.stream()
            .map(one -> new Phrases.Choice(one.mark(), one.mark() + one.name()))
            .toList());
    model.addAttribute(
        "standingOptions", say.choices("programme.standing", List.of(Standing.values())));
    model.addAttribute("headingOptions", ListChoices.headings(whole.headings()));
    model.addAttribute(
        "yearOptions",
        editions.all(edition.series().organization()).stream()
            .filter(one -> one.series().id().equals(edition.series().id()))
            .map(
                one ->
                    new Tab(
                        "/programmes/lists/" + one.id(),
                        one.year().label(say.locale()),
                        one.id().equals(edition.id()),
                        null))
            .toList());
  }

  /** A year of the same list. */
  record Tab(String href, String label, boolean current, @Nullable Integer count) {}

  private static void addresses(Edition edition, Form form, Model model) {
    boolean narrowed = FILTERS.stream().anyMatch(name -> !form.value(name).isEmpty());
    String base = "/programmes/lists/" + edition.id();
    model.addAttribute("clearHref", narrowed ? base : null);
    model.addAttribute("excelHref", excelAddress(base, form));
  }

  private static String excelAddress(String base, Form form) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(base).queryParam("as", "xlsx");
    Map<String, Object> values = new LinkedHashMap<>();
    for (String name : FILTERS) {
      if (!form.value(name).isEmpty()) {
        address.queryParam(name, "{" + name + "}");
        values.put(name, form.value(name));
      }
    }
    return address.encode().buildAndExpand(values).toUriString();
  }

  @GetMapping("/programmes/lists/{id}/paper")
  ResponseEntity<byte[]> paper(@PathVariable UUID id) {
    Edition edition = editions.get(new EditionId(id));
    Report report = report(edition);
    List<Source> sources = editions.sources(edition.series().organization());
    Map<String, ?> model =
        Map.of(
            "title", edition.title(),
            "legend", ReportWords.legend(sources),
            "lines", words.lines(report),
            "sums", words.sums(report),
            "hasSettled", report.gross().money().settled() != null,
            "landscape", true);
    return PaperAnswer.shown(
        edition.title(), paper.pdf("programme/paper", model, Locale.JAPANESE).bytes());
  }
}
