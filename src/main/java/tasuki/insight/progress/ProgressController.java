package tasuki.insight.progress;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.calendar.FiscalYear;
import tasuki.directory.OrganizationKind;
import tasuki.fund.schedule.ScheduleWords;
import tasuki.identity.Divisions;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.programme.Figures;
import tasuki.programme.LagLine;
import tasuki.programme.ListChoices;
import tasuki.programme.SpendingLine;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Form;
import tasuki.web.Phrases;

/** What a head of a division looks at: where the year stands, and what to ask about. */
@Controller
@OpenTo(Duty.OFFICER)
class ProgressController {

  private static final int UNJUDGED = 50;

  private final ProgressReader reader;
  private final ProgressWords words;
  private final ProgressSheets sheets;
  private final ScheduleWords scheduleWords;
  private final Divisions divisions;
  private final Phrases say;

  ProgressController(
      ProgressReader reader,
      ProgressWords words,
      ProgressSheets sheets,
      ScheduleWords scheduleWords,
      Divisions divisions,
      Phrases say) {
    this.reader = reader;
    this.words = words;
    this.sheets = sheets;
    this.scheduleWords = scheduleWords;
    this.divisions = divisions;
    this.say = say;
  }

  @GetMapping("/progress")
  Object progress(Form form, Viewer viewer, Model model) {
    List<FiscalYear> years = reader.years(viewer.organization());
    List<Phrases.Choice> divisionOptions =
        ListChoices.divisions(divisions.of(viewer.organization().id()));
    FiscalYear year = chosen(form, years);
    Optional<UUID> division =
        form.id("division")
            .filter(id -> divisionOptions.stream().anyMatch(one -> one.value().equals("" + id)));
    Optional<TableFormat> format = TableFormat.of(form.value("as"));
    Progress progress =
        reader.read(
            viewer.organization(),
            year,
            division.orElse(null),
            format.isPresent() ? Integer.MAX_VALUE : UNJUDGED);
    if (format.isPresent()) {
      return TableAnswer.of(
          say.of("progress.title.year", year.label(say.locale())),
          format.get(),
          sheets.of(progress));
    }
    model.addAttribute("yearLabel", year.label(say.locale()));
    model.addAttribute("yearValue", year.year());
    model.addAttribute(
        "yearOptions",
        years.stream()
            .map(one -> new Phrases.Choice("" + one.year(), one.label(say.locale())))
            .toList());
    model.addAttribute("divisionOptions", divisionOptions);
    model.addAttribute("clearHref", division.isPresent() ? "/progress?year=" + year.year() : null);
    model.addAttribute("excelHref", excel(year, division));
    money(progress, model);
    indicators(progress, model);
    model.addAttribute("dated", viewer.organization().kind() == OrganizationKind.PREFECTURE);
    model.addAttribute("open", progress.open().stream().map(scheduleWords::line).toList());
    model.addAttribute("unjudged", progress.unjudged());
    model.addAttribute("unjudgedCount", progress.unjudgedCount());
    return "insight/progress/progress";
  }

  private FiscalYear chosen(Form form, List<FiscalYear> years) {
    return years.stream()
        .filter(one -> form.value("year").equals("" + one.year()))
        .findFirst()
        .orElseGet(reader::now);
  }

  private static String excel(FiscalYear year, Optional<UUID> division) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/progress").queryParam("year", year.year());
    division.ifPresent(id -> address.queryParam("division", id));
    return address.queryParam("as", "xlsx").toUriString();
  }

  private static void money(Progress progress, Model model) {
    List<SpendingLine> lists = ProgressWords.lists(progress);
    List<SpendingLine> parts = ProgressWords.divisions(progress);
    SpendingLine whole = new SpendingLine(null, "", progress.whole());
    model.addAttribute("whole", whole);
    model.addAttribute(
        "execution", whole.total().money().execution().map(Figures::percent).orElse(null));
    model.addAttribute("gone", Figures.percent(progress.gone()));
    model.addAttribute("lists", lists);
    model.addAttribute("listBars", ProgressWords.bars(lists));
    model.addAttribute("divisions", parts);
    model.addAttribute("divisionBars", ProgressWords.bars(parts));
    model.addAttribute("asks", progress.least().isPresent());
    model.addAttribute("least", progress.least().map(Figures::percent).orElse(""));
    model.addAttribute("lagging", progress.lagging().stream().map(LagLine::of).toList());
  }

  private void indicators(Progress progress, Model model) {
    model.addAttribute("verdicts", words.verdicts(progress));
    model.addAttribute("off", progress.indicators().off());
  }
}
