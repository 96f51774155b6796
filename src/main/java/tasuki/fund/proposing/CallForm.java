package tasuki.fund.proposing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.calendar.FiscalYear;
import tasuki.form.DayField;
import tasuki.fund.Branch;
import tasuki.fund.Categories;
import tasuki.fund.Category;
import tasuki.fund.YearChoice;
import tasuki.programme.Editions;
import tasuki.programme.Figures;
import tasuki.programme.Series;
import tasuki.programme.SeriesId;
import tasuki.web.Form;
import tasuki.web.Phrases;

/** Reads a call from a form. Standard examples are lines: 26, ②, name, unit, yen. */
@Component
class CallForm {

  private static final int LONGEST = 4_000;
  private static final int STANDARDS = 8_000;
  private static final int MOST_STANDARDS = 200;
  private static final int PARTS = 5;
  private static final int YEARS = 3;

  private final Categories categories;
  private final Editions editions;
  private final Phrases say;

  CallForm(Categories categories, Editions editions, Phrases say) {
    this.categories = categories;
    this.editions = editions;
    this.say = say;
  }

  void start(Form form, CallEntry entry) {
    form.start("branch", entry.branch());
    form.start("year", entry.year().year());
    form.start("title", entry.title());
    form.start("purpose", entry.purpose());
    form.start("criteria", entry.criteria());
    CallEntry.Period consultation = entry.consultation();
    if (consultation != null) {
      form.start("consultFrom", consultation.from());
      form.start("consultUntil", consultation.until());
    }
    form.start("acceptFrom", entry.acceptance().from());
    form.start("acceptUntil", entry.acceptance().until());
    form.start("series", entry.series().value());
    form.startAll("categories", entry.categories());
    form.start(
        "standards", entry.standards().stream().map(this::line).collect(Collectors.joining("\n")));
  }

  private String line(Standard standard) {
    String mark = categories.find(standard.category()).map(Category::mark).orElse("");
    Long yen = standard.unitYen();
    return standard.number()
        + ", "
        + mark
        + ", "
        + standard.name()
        + (yen == null ? "" : ", " + standard.unit() + ", " + yen);
  }

  CallEntry read(Form form, FiscalYear now) {
    Branch branch = form.choice("branch", Branch.class).orElse(Branch.MEDICAL);
    FiscalYear year = years(now).required(form, "year");
    String title = form.text("title", 120);
    CallEntry.Period consultation = consultation(form);
    CallEntry.Period acceptance = acceptance(form);
    List<String> chosen = categories(form, branch, year);
    List<Standard> standards = standards(form, chosen);
    return new CallEntry(
        branch,
        year,
        title,
        form.text("purpose", LONGEST),
        form.text("criteria", LONGEST),
        consultation,
        acceptance,
        series(form),
        chosen,
        standards);
  }

  private SeriesId series(Form form) {
    Optional<SeriesId> chosen = form.id("series").map(SeriesId::new);
    return editions.series().stream()
        .map(Series::id)
        .filter(one -> chosen.filter(one::equals).isPresent())
        .findFirst()
        .orElseGet(
            () -> {
              form.reject("series", "web.form.choose");
              return new SeriesId(new java.util.UUID(0, 0));
            });
  }

  private static CallEntry.@Nullable Period consultation(Form form) {
    Optional<LocalDate> from = DayField.optional(form, "consultFrom");
    Optional<LocalDate> until = DayField.optional(form, "consultUntil");
    if (from.isPresent() != until.isPresent()) {
      form.reject("consultUntil", "fund.call.both-days");
    }
    return from.isEmpty() || until.isEmpty()
        ? null
        : period(form, "consultUntil", from.get(), until.get());
  }

  private static CallEntry.Period acceptance(Form form) {
    Optional<LocalDate> from = DayField.required(form, "acceptFrom");
    Optional<LocalDate> until = DayField.required(form, "acceptUntil");
    return period(form, "acceptUntil", from.orElse(LocalDate.EPOCH), until.orElse(LocalDate.MAX));
  }

  private static CallEntry.Period period(Form form, String field, LocalDate from, LocalDate until) {
    if (until.isBefore(from)) {
      form.reject(field, "fund.call.ends-before");
    }
    return new CallEntry.Period(from, until);
  }

  private List<String> categories(Form form, Branch branch, FiscalYear year) {
    List<String> sent = form.valuesOf("categories");
    List<String> chosen =
        categories.of(branch, year).stream().map(Category::code).filter(sent::contains).toList();
    if (chosen.isEmpty() || chosen.size() < Set.copyOf(sent).size()) {
      form.reject("categories", "fund.call.categories-of-branch");
    }
    return chosen;
  }

  private List<Standard> standards(Form form, List<String> chosen) {
    List<Standard> standards = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    String[] lines = form.optional("standards", STANDARDS).orElse("").split("\n");
    for (int at = 0; at < lines.length; at++) {
      if (!lines[at].isBlank()) {
        Standard standard = standard(lines[at], chosen).orElse(null);
        if (standard == null || !numbers.add(standard.number())) {
          form.reject("standards", "fund.call.standard-unreadable", at + 1);
          return List.of();
        }
        standards.add(standard);
      }
    }
    if (standards.size() > MOST_STANDARDS) {
      form.reject("standards", "fund.call.standards-many", MOST_STANDARDS);
    }
    return standards;
  }

  private Optional<Standard> standard(String line, List<String> chosen) {
    List<String> parts = java.util.Arrays.stream(line.split("[,,、\t]")).map(String::strip).toList();
    if (parts.size() != PARTS - 2 && parts.size() != PARTS) {
      return Optional.empty();
    }
    OptionalLong number = Figures.read(parts.getFirst());
    Optional<String> category =
        categories.all().stream()
            .filter(one -> one.mark().equals(parts.get(1)) || one.code().equals(parts.get(1)))
            .map(Category::code)
            .filter(chosen::contains)
            .findFirst();
    boolean priced = parts.size() == PARTS;
    OptionalLong yen = priced ? Figures.read(parts.getLast()) : OptionalLong.empty();
    boolean fits =
        number.orElse(0) > 0
            && number.orElse(0) < 10_000
            && category.isPresent()
            && !parts.get(2).isEmpty()
            && (!priced || yen.orElse(0) > 0);
    return fits
        ? Optional.of(
            new Standard(
                (int) number.getAsLong(),
                category.get(),
                parts.get(2),
                priced ? parts.get(3) : null,
                priced ? yen.getAsLong() : null))
        : Optional.empty();
  }

  /** This year and those that are prepared in it. */
  private static YearChoice years(FiscalYear now) {
    return YearChoice.from(now, YEARS);
  }

  void choices(Model model, FiscalYear now) {
    model.addAttribute("branches", say.choices("fund.branch", List.of(Branch.values())));
    model.addAttribute("years", years(now).choices(say.locale()));
    model.addAttribute(
        "categories", categories.all().stream().map(one -> one.choice(say.locale())).toList());
    model.addAttribute(
        "series",
        editions.series().stream()
            .map(one -> new Phrases.Choice(one.id().value().toString(), one.name()))
            .toList());
  }
}
