package tasuki.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.JapaneseDates;
import tasuki.identity.Accounts;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.programme.Amounts.Amount;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** The money of a programme's year: its budget by source, and what is spent month by month. */
@Controller
@OpenTo({Duty.OFFICER})
class MoneyController {

  /** A field of the form. */
  record Field(String name, String label, boolean thousands) {}

  /** A row of fields: a kind of budget, or a month. */
  record FieldRow(String label, List<Field> fields) {}

  /** A change that was made. */
  record ChangeLine(
      String at, String who, String what, String before, String after, @Nullable String reason) {}

  private static final int CHANGES = 100;

  private final Programmes programmes;
  private final Editions editions;
  private final Amounts amounts;
  private final Accounts accounts;
  private final Phrases say;
  private final Notices notices;

  MoneyController(
      Programmes programmes,
      Editions editions,
      Amounts amounts,
      Accounts accounts,
      Phrases say,
      Notices notices) {
    this.programmes = programmes;
    this.editions = editions;
    this.amounts = amounts;
    this.accounts = accounts;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/programmes/years/{id}/money")
  String money(@PathVariable UUID id, Form form, Model model) {
    ProgrammeYear year = editions.own(programmes.get(new YearId(id)));
    for (Amount amount : amounts.of(year.id())) {
      form.start(name(amount), typed(amount));
    }
    return page(year, model);
  }

  @PostMapping("/programmes/years/{id}/money")
  String set(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    ProgrammeYear year = editions.own(programmes.get(new YearId(id)));
    if (!programmes.mayChange(year.id())) {
      throw new AbsentException("programme");
    }
    List<Amount> typed = read(form, year);
    String reason = form.optional("reason", 200).orElse(null);
    if (!form.hasErrors()) {
      try {
        int changed = amounts.set(year, typed, reason);
        notices.done(next, "programme.money.saved", changed);
        return "redirect:/programmes/years/" + year.id() + "/money";
      } catch (RefusedException refused) {
        form.reject("reason", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(year, model);
  }

  private String page(ProgrammeYear year, Model model) {
    model.addAttribute("year", year);
    model.addAttribute("edition", editions.get(year.edition()));
    model.addAttribute("yearLabel", year.fiscalYear().label(say.locale()));
    Map<String, String> columns = columns(year);
    model.addAttribute("budget", budget(year, columns));
    model.addAttribute("months", months(year));
    model.addAttribute("columns", columns);
    model.addAttribute("mayChange", programmes.mayChange(year.id()));
    model.addAttribute("changes", changes(year));
    model.addAttribute("available", Figures.thousands(year.money().available()));
    model.addAttribute("settled", ReportWords.settled(year.money()));
    model.addAttribute("execution", year.money().execution().map(Figures::percent).orElse(null));
    return "programme/money";
  }

  /** By which sources the money of this year is said: those that pay, and those that have some. */
  private Map<String, String> columns(ProgrammeYear year) {
    Map<String, String> columns = new LinkedHashMap<>();
    List<String> used = amounts.of(year.id()).stream().map(Amount::mark).distinct().toList();
    List<String> paying = year.entry().funding().stream().map(Funding::mark).toList();
    for (Source source : editions.sources(editions.get(year.edition()).series().organization())) {
      if (paying.contains(source.mark()) && paying.size() > 1 || used.contains(source.mark())) {
        columns.put(source.mark(), source.mark() + source.name());
      }
    }
    if (columns.isEmpty() || used.contains(Amounts.NO_SOURCE)) {
      columns.put(Amounts.NO_SOURCE, say.of("programme.money.all"));
    }
    return columns;
  }

  private List<FieldRow> budget(ProgrammeYear year, Map<String, String> columns) {
    List<FieldRow> rows = new ArrayList<>();
    for (AmountKind kind : AmountKind.BUDGET) {
      String label = say.of("programme.kind." + kind);
      List<Field> fields = new ArrayList<>();
      columns.forEach(
          (mark, name) ->
              fields.add(
                  new Field(
                      name(new Amount(kind, mark, first(year), null)), label + " " + name, true)));
      rows.add(new FieldRow(label, fields));
    }
    return rows;
  }

  private List<FieldRow> months(ProgrammeYear year) {
    List<FieldRow> rows = new ArrayList<>();
    for (YearMonth month : Amounts.months(year.fiscalYear())) {
      String label = JapaneseDates.month(month, say.locale());
      List<Field> fields = new ArrayList<>();
      for (AmountKind kind : AmountKind.MONTHLY) {
        fields.add(
            new Field(
                name(new Amount(kind, Amounts.NO_SOURCE, month, null)),
                label + " " + say.of("programme.kind." + kind),
                false));
      }
      rows.add(new FieldRow(label, fields));
    }
    return rows;
  }

  private static YearMonth first(ProgrammeYear year) {
    return year.fiscalYear().months().getFirst();
  }

  /** Under which name the form sends an amount. */
  private static String name(Amount amount) {
    return AmountKind.MONTHLY.contains(amount.kind())
        ? amount.kind() + "-" + amount.month()
        : amount.kind() + "-" + amount.mark();
  }

  private static String typed(Amount amount) {
    Long yen = amount.yen();
    return yen == null
        ? ""
        : AmountKind.MONTHLY.contains(amount.kind()) ? Figures.yen(yen) : Figures.thousands(yen);
  }

  private List<Amount> read(Form form, ProgrammeYear year) {
    List<Amount> typed = new ArrayList<>();
    Set<String> marks = columns(year).keySet();
    for (AmountKind kind : AmountKind.BUDGET) {
      for (String mark : marks) {
        read(form, new Amount(kind, mark, first(year), null), Figures.THOUSAND, typed);
      }
    }
    for (YearMonth month : Amounts.months(year.fiscalYear())) {
      for (AmountKind kind : AmountKind.MONTHLY) {
        read(form, new Amount(kind, Amounts.NO_SOURCE, month, null), 1, typed);
      }
    }
    return typed;
  }

  /** What was not sent stays as it is; what was sent empty is taken away. */
  private static void read(Form form, Amount amount, long unit, List<Amount> typed) {
    String name = name(amount);
    if (!form.isSent(name)) {
      return;
    }
    String text = form.optional(name, 24).orElse("");
    if (text.isEmpty()) {
      typed.add(amount);
      return;
    }
    OptionalLong yen = unit == 1 ? Figures.read(text) : Figures.readThousands(text);
    if (yen.isEmpty()) {
      form.reject(name, unit == 1 ? "programme.yen.unreadable" : "programme.thousands.unreadable");
    } else if (yen.getAsLong() < 0 && !amount.kind().maySink()) {
      form.reject(name, "programme.refused.negative");
    } else {
      typed.add(new Amount(amount.kind(), amount.mark(), amount.month(), yen.getAsLong()));
    }
  }

  private List<ChangeLine> changes(ProgrammeYear year) {
    Map<UUID, String> names = new HashMap<>();
    List<ChangeLine> lines = new ArrayList<>();
    for (Amounts.Change change : amounts.changes(year.id(), CHANGES)) {
      String who = names.computeIfAbsent(change.account(), accounts::nameOf);
      boolean monthly = AmountKind.MONTHLY.contains(change.kind());
      String when = monthly ? " " + JapaneseDates.month(change.month(), say.locale()) : "";
      lines.add(
          new ChangeLine(
              JapaneseDates.inFull(change.at().toLocalDate(), say.locale())
                  + " "
                  + change.at().toLocalTime().withNano(0).withSecond(0),
              who,
              say.of("programme.kind." + change.kind()) + change.mark() + when,
              yen(change.before()),
              yen(change.after()),
              change.reason()));
    }
    return lines;
  }

  private static String yen(@Nullable Long yen) {
    return yen == null ? "" : Figures.yen(yen);
  }
}
