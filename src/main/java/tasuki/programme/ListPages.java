package tasuki.programme;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.print.Paper;
import tasuki.print.PaperAnswer;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Phrases;

/** A list as it is shown, taken along and printed, for its officers and for everybody. */
@Component
class ListPages {

  /** More rows than anybody reads at once: then only the headings are shown. */
  static final int MOST = 600;

  private final Editions editions;
  private final Programmes programmes;
  private final ReportWords words;
  private final Paper paper;
  private final Phrases say;

  ListPages(Editions editions, Programmes programmes, ReportWords words, Paper paper, Phrases say) {
    this.editions = editions;
    this.programmes = programmes;
    this.words = words;
    this.paper = paper;
    this.say = say;
  }

  /** The whole list with what its reader may see. */
  Report report(Edition edition) {
    return Report.of(edition, editions.headings(edition.id()), programmes.of(edition.id()));
  }

  /** The sources of money of whoever keeps the list. */
  List<Source> sources(Report report) {
    return editions.sources(report.edition().series().organization());
  }

  /** What the page of a list shows of it. */
  void fill(Report shown, Model model) {
    Edition edition = shown.edition();
    boolean all = shown.lines().size() <= MOST;
    model.addAttribute("edition", edition);
    model.addAttribute("yearLabel", edition.year().label(say.locale()));
    model.addAttribute("legend", ReportWords.legend(sources(shown)));
    model.addAttribute(
        "lines",
        words.lines(shown).stream().filter(line -> all || line.heading() != null).toList());
    model.addAttribute("shortened", !all);
    model.addAttribute("rowCount", shown.gross().rows());
    model.addAttribute("sums", words.sums(shown));
    model.addAttribute("hasSettled", shown.gross().money().settled() != null);
  }

  /** The list to take along. */
  ResponseEntity<byte[]> table(Report shown, TableFormat format) {
    return TableAnswer.of(
        shown.edition().title(), format, List.of(words.sheet(shown, sources(shown))));
  }

  /** The list on paper. */
  ResponseEntity<byte[]> paper(Report report) {
    String title = report.edition().title();
    Map<String, ?> model = say.inJapanese(() -> printed(report));
    return PaperAnswer.shown(title, paper.pdf("programme/paper", model, Locale.JAPANESE).bytes());
  }

  private Map<String, ?> printed(Report report) {
    return Map.of(
        "title",
        report.edition().title(),
        "legend",
        ReportWords.legend(sources(report)),
        "lines",
        words.printedLines(report),
        "sums",
        words.sums(report),
        "hasSettled",
        report.gross().money().settled() != null,
        "landscape",
        true);
  }
}
