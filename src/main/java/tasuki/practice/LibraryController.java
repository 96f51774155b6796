package tasuki.practice;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Anybody;
import tasuki.web.Form;
import tasuki.web.Phrases;

/** The library of cases: for officers and coordinators, and the same for everybody. */
@Controller
class LibraryController {

  static final String INTERNAL = "/practice";
  static final String PUBLIC = "/public/practice";

  /** A case in the list. */
  record Row(
      String href,
      String name,
      @Nullable String nameEn,
      String prefecture,
      Said purpose,
      String instruments,
      @Nullable String cost,
      @Nullable Said result,
      boolean doubtful,
      String reason) {}

  private static final int PAGE = 20;

  private final Library library;
  private final Practices practices;
  private final PracticePage page;
  private final PracticeSheet sheet;
  private final PracticeWords say;

  LibraryController(
      Library library,
      Practices practices,
      PracticePage page,
      PracticeSheet sheet,
      PracticeWords say) {
    this.library = library;
    this.practices = practices;
    this.page = page;
    this.sheet = sheet;
    this.say = say;
  }

  @GetMapping(INTERNAL)
  @OpenTo({Duty.OFFICER, Duty.COORDINATOR})
  Object internal(Form form, Viewer viewer, Model model) {
    model.addAttribute("writes", viewer.hasAny(Duty.OFFICER));
    return list(form, INTERNAL, model);
  }

  @GetMapping(PUBLIC)
  @Anybody
  Object publicly(Form form, Model model) {
    model.addAttribute("writes", false);
    return list(form, PUBLIC, model);
  }

  @GetMapping(INTERNAL + "/{code}")
  @OpenTo({Duty.OFFICER, Duty.COORDINATOR})
  String one(@PathVariable String code, Viewer viewer, Model model) {
    Practice practice = practices.get(code);
    boolean changes = PracticePolicy.changes(viewer, practice);
    model.addAttribute("changes", changes);
    model.addAttribute(
        "startHref", viewer.hasAny(Duty.OFFICER) ? Starting.address(practice.content()) : null);
    model.addAttribute(
        "stateMark",
        viewer.organization().id().equals(practice.organization())
            ? say.mark(practice.state())
            : null);
    model.addAttribute(
        "mayPublish", changes && practice.state().canBecome(PracticeState.PUBLISHED));
    return page.show(practice, library.now(), INTERNAL, model);
  }

  @GetMapping(PUBLIC + "/{code}")
  @Anybody
  String oneInPublic(@PathVariable String code, Model model) {
    Shelf shelf = library.now();
    Practice practice = shelf.find(code).orElseThrow(() -> new AbsentException("practice"));
    model.addAttribute("changes", false);
    model.addAttribute("startHref", null);
    return page.show(practice, shelf, PUBLIC, model);
  }

  private Object list(Form form, String path, Model model) {
    Question question = new Question(form);
    Wanted wanted = question.wanted();
    Shelf shelf = library.now();
    List<Shelf.Hit> hits = shelf.find(wanted);
    Optional<TableFormat> format = TableFormat.of(form.value("as"));
    if (format.isPresent()) {
      return TableAnswer.of(
          say.of("title"),
          format.get(),
          sheet.sheets(hits.stream().map(hit -> hit.one().practice()).toList()));
    }
    int number = question.page();
    int from = Math.min((number - 1) * PAGE, hits.size());
    int until = Math.min(from + PAGE, hits.size());
    model.addAttribute("path", path);
    model.addAttribute(
        "found", hits.subList(from, until).stream().map(hit -> row(hit, path)).toList());
    model.addAttribute("first", from + 1);
    model.addAttribute("total", say.number(hits.size()));
    model.addAttribute("rough", !hits.isEmpty() && hits.getFirst().roughly());
    model.addAttribute("narrowed", wanted.isNarrow() || form.hasErrors());
    model.addAttribute(
        "previousPage", number == 1 ? null : question.address(path, "page", number - 1));
    model.addAttribute(
        "nextPage", until < hits.size() ? question.address(path, "page", number + 1) : null);
    for (String as : List.of("xlsx", "csv", "ms932")) {
      model.addAttribute(as + "Address", question.address(path, "as", as));
    }
    choices(shelf, model);
    return "practice/library";
  }

  private void choices(Shelf shelf, Model model) {
    Map<String, Integer> problems = shelf.problems();
    model.addAttribute(
        "problemOptions",
        Problem.ALL.stream()
            .filter(one -> problems.containsKey(one.code()))
            .map(
                one ->
                    new Phrases.Choice(
                        one.code(),
                        say.of(
                            "with-count",
                            one.name().in(PracticeWords.locale()),
                            say.number(problems.getOrDefault(one.code(), 0)))))
            .toList());
    model.addAttribute("instrumentOptions", say.choices("instrument", Instrument.values()));
    model.addAttribute("areaTypeOptions", say.areaTypes());
    model.addAttribute(
        "prefectureOptions",
        Prefectures.NAMES.stream()
            .filter(shelf.prefectures()::contains)
            .map(name -> new Phrases.Choice(name, name))
            .toList());
  }

  private Row row(Shelf.Hit hit, String path) {
    Practice practice = hit.one().practice();
    Content content = practice.content();
    return new Row(
        path + "/" + practice.code(),
        content.name(),
        PracticeWords.english() ? content.nameEn() : null,
        content.prefecture(),
        Said.of(content.purpose()),
        say.instruments(content.instruments()),
        cost(content),
        content.figures().stream()
            .filter(figure -> figure.kind() == Figure.Kind.ACTUAL)
            .findFirst()
            .map(figure -> Said.of(say.of("result.said", figure.indicator(), say.value(figure))))
            .orElse(null),
        content.note() != null,
        reason(hit));
  }

  /** Where the words were found; without words, what decides the order. */
  private String reason(Shelf.Hit hit) {
    if (hit.roughly()) {
      return say.of("because", say.of("part.ROUGHLY"));
    }
    return hit.parts().isEmpty()
        ? ""
        : say.of(
            "because",
            say.list(
                Arrays.stream(Part.values())
                    .filter(hit.parts()::contains)
                    .map(part -> say.of("part." + part))));
  }

  /** The plan of the latest year that has one. */
  private @Nullable String cost(Content content) {
    return content.budget().stream()
        .filter(year -> year.plannedYen() != null)
        .max(
            Comparator.comparing(
                BudgetYear::fiscalYear, Comparator.nullsFirst(Comparator.naturalOrder())))
        .map(
            year ->
                say.of(
                    "cost.said",
                    say.year(year.fiscalYear()),
                    PracticeWords.thousands(Objects.requireNonNull(year.plannedYen()))))
        .orElse(null);
  }
}
