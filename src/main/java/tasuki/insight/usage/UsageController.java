package tasuki.insight.usage;

import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.area.AreaKind;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.insight.usage.UsageTable.By;
import tasuki.insight.usage.UsageTable.Line;
import tasuki.insight.usage.UsageWords.Choice;
import tasuki.table.Sheet;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Tab;

/**
 * The page of use: months, one month by area, kind or organisation, and what an active one costs.
 */
@Controller
@OpenTo({Duty.OFFICER, Duty.ADMINISTRATOR})
class UsageController {

  private static final int MONTHS = 12;
  private static final int MONTHS_ON_OFFER = 36;
  private static final int LONGEST_NOTE = 200;
  private static final long MOST_YEN = 1_000_000_000_000L;

  /** A bar of the picture. */
  record Bar(String label, double percent, String text, boolean strong) {}

  /** A line as the page shows it. */
  record Row(
      String label,
      @Nullable OrganizationId organization,
      String facilities,
      String active,
      String share,
      String silent,
      String accounts,
      String people,
      String signIns,
      String written,
      String answered) {}

  /** What is looked at. */
  private record View(YearMonth month, By by, AreaKind kind) {}

  private final Usage usage;
  private final UsageTable tables;
  private final Watching watching;
  private final UsageWords say;
  private final Clock clock;
  private final Notices notices;

  UsageController(
      Usage usage,
      UsageTable tables,
      Watching watching,
      UsageWords say,
      Clock clock,
      Notices notices) {
    this.usage = usage;
    this.tables = tables;
    this.watching = watching;
    this.say = say;
    this.clock = clock;
    this.notices = notices;
  }

  @GetMapping("/usage")
  Object page(Form form, Viewer viewer, Model model) {
    LocalDate today = JapanTime.today(clock);
    YearMonth now = YearMonth.from(today);
    boolean all = watching.seesAll(viewer);
    View view = view(form, now);
    YearMonth first = now.minusMonths(MONTHS - 1);
    OrganizationId only = all ? null : viewer.organization().id();
    List<Usage.Fact> year = usage.facts(first, now, only);
    List<Line> months = tables.months(year, first, now);
    List<Usage.Fact> month = usage.facts(view.month(), view.month(), only);
    List<Line> lines = tables.lines(month, all ? view.by() : By.ORGANIZATION, view.kind(), today);
    Optional<TableFormat> format = TableFormat.of(form.value("as"));
    if (format.isPresent()) {
      return TableAnswer.of("usage-" + view.month(), format.get(), sheets(view, months, lines));
    }
    model.addAttribute("decides", watching.decides(viewer));
    model.addAttribute("place", viewer.organization().name());
    show(model, view, all, months, lines);
    model.addAttribute("total", row(new Line(say.of("all"), null, Use.sum(month))));
    model.addAttribute("running", view.month().equals(now));
    model.addAttribute("monthChoices", monthChoices(now));
    model.addAttribute(
        "counted",
        usage
            .countedAt(first, now)
            .map(at -> say.day(JapanTime.at(at.toInstant()).toLocalDate()))
            .orElse(null));
    cost(model, viewer, today, form);
    return "insight/usage/usage";
  }

  private void show(Model model, View view, boolean all, List<Line> months, List<Line> lines) {
    model.addAttribute("all", all);
    model.addAttribute("bars", bars(months, all));
    model.addAttribute("barsUnit", say.of(all ? "unit.facilities" : "unit.people"));
    model.addAttribute("monthRows", months.stream().map(this::row).toList());
    model.addAttribute("lineRows", lines.stream().map(this::row).toList());
    model.addAttribute("monthName", say.month(view.month()));
    model.addAttribute("firstColumn", firstColumn(view));
    model.addAttribute("tabs", tabs(view));
    model.addAttribute("query", view);
    model.addAttribute("areaKinds", say.areaKinds());
    model.addAttribute("excelHref", address(view, view.by()) + "&as=xlsx");
  }

  private static View view(Form form, YearMonth now) {
    YearMonth month = month(form.value("month"), now.minusMonths(1), now);
    By by =
        Arrays.stream(By.values())
            .filter(one -> one.name().equals(form.value("by")))
            .findFirst()
            .orElse(By.AREA);
    AreaKind kind =
        Arrays.stream(AreaKind.values())
            .filter(one -> one.name().equals(form.value("kind")))
            .findFirst()
            .orElse(AreaKind.SECONDARY_MEDICAL_AREA);
    return new View(month, by, kind);
  }

  private static YearMonth month(String typed, YearMonth otherwise, YearMonth now) {
    try {
      YearMonth month = YearMonth.parse(typed);
      return month.isAfter(now) || month.isBefore(now.minusMonths(MONTHS_ON_OFFER))
          ? otherwise
          : month;
    } catch (DateTimeParseException other) {
      return otherwise;
    }
  }

  private static String address(View view, By by) {
    return "/usage?month=%s&by=%s&kind=%s".formatted(view.month(), by, view.kind());
  }

  private String firstColumn(View view) {
    return view.by() == By.AREA ? say.any("area.kind." + view.kind()) : say.of("by." + view.by());
  }

  private List<Tab> tabs(View view) {
    return Arrays.stream(By.values())
        .map(by -> new Tab(address(view, by), say.of("by." + by), by == view.by()))
        .toList();
  }

  private List<Choice> monthChoices(YearMonth now) {
    return Stream.iterate(now, month -> month.minusMonths(1))
        .limit(MONTHS_ON_OFFER)
        .map(month -> new Choice(month.toString(), say.month(month)))
        .toList();
  }

  /**
   * Active facilities, for one organisation its active accounts; the greatest is the full width.
   */
  private List<Bar> bars(List<Line> months, boolean all) {
    int most = months.stream().mapToInt(line -> height(line.use(), all)).max().orElse(0);
    return months.stream()
        .map(
            line -> {
              int value = height(line.use(), all);
              double percent = most == 0 ? 0 : 100.0 * value / most;
              return new Bar(line.label(), percent, say.number(value), false);
            })
        .toList();
  }

  private static int height(Use use, boolean all) {
    return all ? use.active() : use.people();
  }

  private Row row(Line line) {
    Use use = line.use();
    return new Row(
        line.label(),
        line.organization(),
        say.number(use.facilities()),
        say.number(use.active()),
        use.facilities() == 0 ? "–" : say.percent(use.share()),
        say.number(use.silent()),
        say.number(use.accounts()),
        say.number(use.people()),
        say.number(use.signIns()),
        say.number(use.written()),
        say.number(use.answered()));
  }

  private List<Sheet> sheets(View view, List<Line> months, List<Line> lines) {
    List<String> notes = List.of(say.of("definition"), say.of("definition.work"));
    String month = say.month(view.month());
    return List.of(
        tables.sheet(month, say.of("title") + " " + month, firstColumn(view), lines, notes),
        tables.sheet(say.of("months"), say.of("months"), say.of("month"), months, notes));
  }

  /** What an active facility costs: the year's cost over those active at least once in the year. */
  private void cost(Model model, Viewer viewer, LocalDate today, Form form) {
    if (!watching.seesAll(viewer)) {
      return;
    }
    FiscalYear year = FiscalYear.of(today);
    YearMonth first = YearMonth.from(year.firstDay());
    long active =
        usage.facts(first, YearMonth.from(today), null).stream()
            .filter(fact -> fact.active() > 0)
            .map(Usage.Fact::organization)
            .distinct()
            .count();
    Optional<Usage.Cost> said = usage.cost(year);
    model.addAttribute("yearName", say.of("year", year.year(), year.year() - 2018));
    model.addAttribute("activeInYear", say.number(active));
    model.addAttribute("yearSpan", say.of("year.span", say.month(first), say.day(today)));
    said.ifPresent(
        cost -> {
          model.addAttribute("yearCost", say.number(cost.yen()));
          model.addAttribute("costNote", cost.note());
          model.addAttribute("costSaid", say.of("cost.said", say.day(cost.saidOn())));
          model.addAttribute("costEach", active == 0 ? null : say.number(cost.yen() / active));
          form.start("yen", cost.yen());
          form.start("note", cost.note());
        });
  }

  @PostMapping("/usage/cost")
  Object say(
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    watching.onlyDeciding(viewer);
    long yen = yen(form);
    String note = form.optional("note", LONGEST_NOTE).orElse(null);
    if (!form.hasErrors()) {
      usage.say(FiscalYear.of(JapanTime.today(clock)), yen, note);
      notices.done(next, "usage.cost.done");
      return "redirect:/usage";
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(form, viewer, model);
  }

  private static long yen(Form form) {
    String typed =
        Normalizer.normalize(form.text("yen", 30), Normalizer.Form.NFKC).replaceAll("[,、円\\s]", "");
    if (typed.isEmpty()) {
      return 0;
    }
    long yen = typed.matches("\\d{1,15}") ? Long.parseLong(typed) : 0;
    if (yen < 1 || yen > MOST_YEN) {
      form.reject("yen", "usage.refused.yen");
    }
    return yen;
  }

  @PostMapping("/usage/recount")
  String recount(Viewer viewer, RedirectAttributes next) {
    watching.onlyDeciding(viewer);
    YearMonth now = YearMonth.from(JapanTime.today(clock));
    usage.countAgain(now.minusMonths(MONTHS - 1), now);
    notices.done(next, "usage.recount.done");
    return "redirect:/usage";
  }
}
