package tasuki.programme;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.kernel.AbsentException;
import tasuki.print.Paper;
import tasuki.print.PaperAnswer;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Phrases;

/** Plan and result of a list beside those of the year before, programme by programme. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR})
class TwoYearsController {

  private final Editions editions;
  private final ListPages pages;
  private final TwoYearsWords words;
  private final Paper paper;
  private final Phrases say;

  TwoYearsController(
      Editions editions, ListPages pages, TwoYearsWords words, Paper paper, Phrases say) {
    this.editions = editions;
    this.pages = pages;
    this.words = words;
    this.paper = paper;
    this.say = say;
  }

  @GetMapping("/programmes/lists/{id}/two-years")
  Object twoYears(
      @PathVariable UUID id, @RequestParam(name = "as", defaultValue = "") String as, Model model) {
    Edition edition = editions.get(new EditionId(id));
    model.addAttribute("edition", edition);
    model.addAttribute("yearLabel", edition.year().label(say.locale()));
    model.addAttribute("beforeLabel", edition.year().previous().label(say.locale()));
    Optional<TwoYears> years = years(edition);
    Optional<TableFormat> format = TableFormat.of(as);
    if (format.isPresent()) {
      TwoYears both = years.orElseThrow(() -> new AbsentException("edition"));
      return TableAnswer.of(
          words.title(both), format.get(), List.of(words.sheet(both, pages.sources(both.now()))));
    }
    model.addAttribute("stands", years.isPresent());
    years.ifPresent(both -> fill(both, model));
    return "programme/two-years";
  }

  private void fill(TwoYears both, Model model) {
    boolean all = both.lines().size() <= ListPages.MOST;
    model.addAttribute(
        "lines", words.lines(both).stream().filter(line -> all || line.heading() != null).toList());
    model.addAttribute("shortened", !all);
    model.addAttribute(
        "rowCount", both.lines().stream().filter(TwoYears.Row.class::isInstance).count());
    model.addAttribute("sums", words.sums(both));
    model.addAttribute("hasSettled", both.now().gross().money().settled() != null);
  }

  @GetMapping("/programmes/lists/{id}/two-years/paper")
  ResponseEntity<byte[]> paper(@PathVariable UUID id) {
    TwoYears both =
        years(editions.get(new EditionId(id))).orElseThrow(() -> new AbsentException("edition"));
    String title = words.title(both);
    Map<String, ?> model = say.inJapanese(() -> printed(both, title));
    return PaperAnswer.shown(
        title, paper.pdf("programme/two-years-paper", model, Locale.JAPANESE).bytes());
  }

  private Map<String, ?> printed(TwoYears both, String title) {
    return Map.of(
        "title",
        title,
        "legend",
        ReportWords.legend(pages.sources(both.now())),
        "beforeLabel",
        both.before().edition().year().label(Locale.JAPANESE),
        "yearLabel",
        both.now().edition().year().label(Locale.JAPANESE),
        "lines",
        words.lines(both),
        "sums",
        words.sums(both),
        "hasSettled",
        both.now().gross().money().settled() != null,
        "landscape",
        true);
  }

  /** Empty where no list of the year before stands, or not for the reader. */
  private Optional<TwoYears> years(Edition edition) {
    return editions
        .of(edition.series().id(), edition.year().previous())
        .map(former -> TwoYears.of(pages.report(former), pages.report(edition)));
  }
}
