package tasuki.fund.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.FiscalYear;
import tasuki.fund.Categories;
import tasuki.fund.Category;
import tasuki.fund.PrefectureOnly;
import tasuki.fund.Typed;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.kernel.Ruling;
import tasuki.programme.Editions;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** Writes entries of the ledger, and cancels wrong ones. */
@Controller
@OpenTo(Duty.OFFICER)
class LedgerEntryController {

  private static final int LONGEST = 200;
  private static final int DIGITS = 24;

  private final Ledger ledger;
  private final Editions editions;
  private final Categories categories;
  private final LedgerWords words;
  private final Phrases say;
  private final Notices notices;

  LedgerEntryController(
      Ledger ledger,
      Editions editions,
      Categories categories,
      LedgerWords words,
      Phrases say,
      Notices notices) {
    this.ledger = ledger;
    this.editions = editions;
    this.categories = categories;
    this.words = words;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/fund/ledger/new")
  String blank(Form form, Viewer viewer, Model model) {
    keeper(viewer);
    form.start("kind", EntryKind.STORED);
    form.start("vintage", words.thisYear().year());
    form.start("year", words.thisYear().year());
    return page(model);
  }

  @PostMapping("/fund/ledger/new")
  String add(
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    keeper(viewer);
    Optional<NewEntry> entry = read(form);
    if (entry.isPresent()) {
      try {
        ledger.add(entry.get());
        notices.done(next, "fund.ledger.added");
        return "redirect:" + LedgerController.address(entry.get().category().branch());
      } catch (RefusedException refused) {
        form.reject("yen", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(model);
  }

  private String page(Model model) {
    List<Phrases.Choice> years = words.years(words.thisYear());
    model.addAttribute("years", years);
    model.addAttribute("kinds", say.choices("fund.ledger.kind", List.of(EntryKind.values())));
    model.addAttribute("categoryOptions", words.categories(categories.all()));
    return "fund/entry-new";
  }

  private Optional<NewEntry> read(Form form) {
    Optional<EntryKind> kind = form.choice("kind", EntryKind.class);
    Optional<FiscalYear> vintage = year(form, "vintage");
    Optional<Category> category = categories.find(form.value("category"));
    if (category.isEmpty()) {
      form.reject("category", "web.form.choose");
    }
    Optional<FiscalYear> year = year(form, "year");
    long yen = form.text("yen", DIGITS).isEmpty() ? 0 : Typed.yen(form, "yen").orElse(0);
    boolean stored = kind.filter(EntryKind.STORED::equals).isPresent();
    OptionalLong typed = Typed.yen(form, "national");
    String note = form.optional("note", LONGEST).orElse(null);
    if (form.hasErrors()) {
      return Optional.empty();
    }
    NewEntry entry =
        new NewEntry(
            vintage.orElseThrow(),
            category.orElseThrow(),
            kind.orElseThrow(),
            year.orElseThrow(),
            yen,
            national(category.orElseThrow(), stored, yen, typed),
            note);
    if (EntryPolicy.check(entry) instanceof Ruling.Refused refused) {
      form.reject(fieldOf(refused), refused);
      return Optional.empty();
    }
    return Optional.of(entry);
  }

  private static long national(Category category, boolean stored, long yen, OptionalLong typed) {
    return typed.orElse(stored ? category.nationalOf(yen) : 0);
  }

  private static String fieldOf(Ruling.Refused refused) {
    return switch (refused.reason()) {
      case "fund.ledger.refused.national", "fund.ledger.refused.national-of-stored" -> "national";
      case "fund.ledger.refused.no-category-yet" -> "vintage";
      case "fund.ledger.refused.before-vintage" -> "year";
      default -> "yen";
    };
  }

  private Optional<FiscalYear> year(Form form, String name) {
    Optional<FiscalYear> year =
        LedgerWords.readYear(form.value(name)).filter(one -> one.compareTo(words.thisYear()) <= 0);
    if (year.isEmpty()) {
      form.reject(name, "web.form.choose");
    }
    return year;
  }

  @GetMapping("/fund/ledger/entries/{id}/cancel")
  String wrong(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    keeper(viewer);
    return page(standing(id), model);
  }

  @PostMapping("/fund/ledger/entries/{id}/cancel")
  String cancel(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    keeper(viewer);
    Entry entry = standing(id);
    String reason = form.text("reason", LONGEST);
    if (!form.hasErrors()) {
      try {
        ledger.cancel(entry.id(), reason);
        notices.done(next, "fund.ledger.cancelled");
        return "redirect:"
            + LedgerController.address(categories.find(entry.category()).orElseThrow().branch());
      } catch (RefusedException refused) {
        form.reject("reason", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(entry, model);
  }

  private String page(Entry entry, Model model) {
    model.addAttribute("entry", entry);
    model.addAttribute("vintage", words.year(entry.vintage()));
    model.addAttribute("category", words.category(entry.category()));
    model.addAttribute("year", words.year(entry.fiscalYear()));
    model.addAttribute("yen", LedgerWords.yen(entry.yen()));
    return "fund/entry-cancel";
  }

  /** An entry that can be cancelled. */
  private Entry standing(UUID id) {
    Entry entry = ledger.get(new EntryId(id));
    if (!entry.stands()) {
      throw new AbsentException("entry");
    }
    return entry;
  }

  private void keeper(Viewer viewer) {
    PrefectureOnly.let(viewer);
    editions.letCompile("fund");
  }
}
