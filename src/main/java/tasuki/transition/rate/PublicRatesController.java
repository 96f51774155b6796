package tasuki.transition.rate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Anybody;
import tasuki.web.Tab;

/** The rates for everybody, to read and to take along. */
@Controller
@Anybody
class PublicRatesController {

  /** A row as the page shows it. */
  record Row(String label, List<Cell> cells, boolean strong) {}

  /**
   * Counts and rate of one group.
   *
   * @param former whether they were published before and stand here in place of hidden ones
   */
  record Cell(String all, String done, String percent, boolean former) {}

  /** A publication of the year to be looked at. */
  record Version(String href, String label, @Nullable String reason, boolean current) {}

  private final Publications publications;
  private final PublicSheets sheets;
  private final RateWords say;

  PublicRatesController(Publications publications, PublicSheets sheets, RateWords say) {
    this.publications = publications;
    this.sheets = sheets;
    this.say = say;
  }

  @GetMapping("/public/rates")
  Object page(
      @RequestParam(defaultValue = "") String rate,
      @RequestParam(defaultValue = "") String year,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(name = "as", defaultValue = "") String as,
      Model model) {
    Optional<Publications.Published> published = sheets.published(year, version);
    if (published.isEmpty()) {
      model.addAttribute("rateName", say.of("title"));
      return "transition/rate/unpublished";
    }
    PublicSheets.Sheet sheet = sheets.sheet(rate(rate), published.get());
    Optional<TableFormat> format = TableFormat.of(as);
    if (format.isPresent()) {
      return TableAnswer.of(
          "rates-" + sheet.published().year().year(), format.get(), List.of(sheets.table(sheet)));
    }
    return shown(sheet, model);
  }

  private String shown(PublicSheets.Sheet sheet, Model model) {
    Publications.Published published = sheet.published();
    Standard standard = published.standard();
    model.addAttribute("rateName", say.name(sheet.rate(), standard.names()));
    model.addAttribute("definition", say.definition(sheet.rate(), standard));
    model.addAttribute("leftOut", say.leftOut(standard));
    model.addAttribute("revision", published.isRevision());
    model.addAttribute("versions", versions(sheet));
    model.addAttribute("rates", tabs(sheet));
    model.addAttribute("years", years());
    model.addAttribute("yearValue", published.year().year());
    model.addAttribute("versionValue", published.version());
    model.addAttribute("rateValue", sheet.rate());
    model.addAttribute("areaRows", rows(sheets.areaRows(sheet)));
    model.addAttribute("monthRows", rows(sheets.monthRows(sheet)));
    model.addAttribute("groups", groups());
    model.addAttribute("bothGroup", List.of(say.of("public.both")));
    model.addAttribute("kindName", say.kind(PublicRates.KIND));
    return "transition/rate/public";
  }

  private List<Version> versions(PublicSheets.Sheet sheet) {
    return publications.of(sheet.published().year()).stream()
        .map(
            one ->
                new Version(
                    "/public/rates?rate=%s&year=%d&version=%d"
                        .formatted(sheet.rate(), one.year().year(), one.version()),
                    say.version(one),
                    one.reason(),
                    one.version() == sheet.published().version()))
        .toList();
  }

  private List<Tab> tabs(PublicSheets.Sheet sheet) {
    return PublicRates.RATES.stream()
        .map(
            one ->
                new Tab(
                    "/public/rates?rate=%s&year=%d".formatted(one, sheet.published().year().year()),
                    say.name(one, sheet.published().standard().names()),
                    one == sheet.rate()))
        .toList();
  }

  private List<RateWords.Choice> years() {
    return publications.all().stream()
        .map(Publications.Published::year)
        .distinct()
        .map(one -> new RateWords.Choice("" + one.year(), one.label(RateWords.locale())))
        .toList();
  }

  private List<String> groups() {
    return List.of(say.of("group.CARE"), say.of("group.PREVENTIVE"), say.of("public.both"));
  }

  private static Rate rate(String word) {
    return PublicRates.RATES.stream()
        .filter(one -> one.name().equals(word))
        .findFirst()
        .orElse(Rate.DISCHARGE);
  }

  private List<Row> rows(List<PublicSheets.Named> named) {
    return named.stream()
        .map(
            row ->
                new Row(
                    row.label(),
                    row.shown().values().stream().map(this::cell).toList(),
                    row.code().equals("all")))
        .toList();
  }

  private Cell cell(PublicTable.Shown shown) {
    BigDecimal share = shown.share();
    return new Cell(
        shown.all() == null ? PublicSheets.HIDDEN : say.number(shown.all()),
        shown.done() == null ? PublicSheets.HIDDEN : say.number(shown.done()),
        share == null ? PublicSheets.HIDDEN : Tally.percent(share),
        shown.former());
  }
}
