package tasuki.fund.ledger;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tasuki.fund.Branch;
import tasuki.fund.Categories;
import tasuki.fund.PrefectureOnly;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.programme.Editions;
import tasuki.web.Form;

/** What stands behind the numbers of the statement: entries, and the programmes that drew. */
@Controller
@OpenTo(Duty.OFFICER)
class MovesController {

  /** An entry as it is shown. */
  record EntryLine(
      String at,
      String vintage,
      String category,
      String kind,
      String year,
      String yen,
      @Nullable String note,
      @Nullable String reason,
      boolean cancelled,
      String who,
      @Nullable String cancelHref) {}

  /** A programme's year that drew, or plans to. */
  record DrawLine(
      String href,
      String name,
      String list,
      String year,
      String vintage,
      String category,
      boolean planned,
      String national,
      String prefecture,
      String fund) {}

  private final Pots pots;
  private final Editions editions;
  private final Categories categories;
  private final LedgerWords words;

  MovesController(Pots pots, Editions editions, Categories categories, LedgerWords words) {
    this.pots = pots;
    this.editions = editions;
    this.categories = categories;
    this.words = words;
  }

  @GetMapping("/fund/ledger/moves")
  String moves(Form form, Viewer viewer, Model model) {
    PrefectureOnly.let(viewer);
    Branch branch = LedgerController.branch(form.value("branch"));
    Moves moves =
        new Moves(
            branch,
            categories
                .find(form.value("category"))
                .filter(one -> one.branch() == branch)
                .orElse(null),
            LedgerWords.readYear(form.value("vintage")).orElse(null),
            LedgerWords.readYear(form.value("year")).orElse(null));
    boolean keeps = editions.compiles();
    List<Draw> drawn = pots.drawn(moves);
    List<Draw> open = pots.open(moves);
    model.addAttribute("branch", branch);
    model.addAttribute(
        "entries", pots.entries(moves).stream().map(one -> line(one, keeps)).toList());
    model.addAttribute(
        "draws", Stream.concat(open.stream(), drawn.stream()).map(this::line).toList());
    model.addAttribute("drawn", sum(drawn));
    model.addAttribute("planned", sum(open));
    model.addAttribute("years", words.years(words.thisYear()));
    model.addAttribute(
        "categoryOptions",
        words.categories(categories.all().stream().filter(one -> one.branch() == branch).toList()));
    boolean narrowed = !moves.equals(Moves.of(branch));
    model.addAttribute("clearHref", narrowed ? "/fund/ledger/moves?branch=" + branch : null);
    return "fund/moves";
  }

  private static String sum(List<Draw> draws) {
    return LedgerWords.yen(draws.stream().mapToLong(Draw::fund).sum());
  }

  private EntryLine line(Entry entry, boolean keeps) {
    return new EntryLine(
        LedgerWords.at(entry.at()),
        words.year(entry.vintage()),
        words.category(entry.category()),
        words.say("kind." + entry.kind()),
        words.year(entry.fiscalYear()),
        LedgerWords.yen(entry.yen()),
        entry.note(),
        entry.reason(),
        entry.cancelled(),
        words.who(entry.account()),
        keeps && entry.stands() ? "/fund/ledger/entries/" + entry.id() + "/cancel" : null);
  }

  private DrawLine line(Draw draw) {
    return new DrawLine(
        FinancingController.address(draw.programme()),
        draw.name(),
        draw.list(),
        words.year(draw.fiscalYear()),
        words.year(draw.vintage()),
        words.category(draw.category()),
        draw.stage() == Stage.PLANNED,
        LedgerWords.yen(draw.national()),
        LedgerWords.yen(draw.prefecture()),
        LedgerWords.yen(draw.fund()));
  }
}
