package tasuki.practice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;

/** Makes the page of one case: the same from inside and in public. */
@Component
class PracticePage {

  /** A fact with its name. */
  record Fact(String label, List<Said> values) {}

  /** Lines under a heading. */
  record Chapter(String id, String title, List<Said> lines, @Nullable String note) {}

  /** A year of the table of costs. */
  record Year(
      String year,
      @Nullable String planned,
      @Nullable String settled,
      @Nullable String rate,
      @Nullable String funding,
      @Nullable Said note) {}

  /** A bar of the chart of costs. */
  record Bar(String label, int percent, String text, boolean strong) {}

  /** An indicator with what was, what is aimed at and what came of it side by side. */
  record Line(
      Said indicator,
      @Nullable Said area,
      List<Said> baseline,
      List<Said> plan,
      List<Said> target,
      List<Said> actual,
      List<Said> notes) {}

  /** A link to another case. */
  record Link(
      String href, String name, @Nullable String nameEn, String prefecture, @Nullable String why) {}

  private static final int MOST_ALIKE = 5;

  private final Organizations organizations;
  private final PracticeWords say;

  PracticePage(Organizations organizations, PracticeWords say) {
    this.organizations = organizations;
    this.say = say;
  }

  /**
   * Shows the case.
   *
   * @param base the address under which cases stand for this reader
   */
  String show(Practice practice, Shelf shelf, String base, Model model) {
    Content content = practice.content();
    model.addAttribute("practice", practice);
    model.addAttribute("base", base);
    model.addAttribute("englishName", PracticeWords.english() ? content.nameEn() : null);
    model.addAttribute("problems", say.problems(Problem.of(content)));
    model.addAttribute("instruments", say.instruments(content.instruments()));
    model.addAttribute("facts", facts(practice));
    model.addAttribute("approach", Said.all(content.approach()));
    model.addAttribute("purpose", Said.of(content.purpose()));
    model.addAttribute("doubt", Said.orNull(content.note()));
    model.addAttribute("bars", bars(content));
    model.addAttribute("years", years(content));
    model.addAttribute("lines", lines(content));
    model.addAttribute("chapters", chapters(content));
    String parent = content.parent();
    model.addAttribute(
        "parent",
        parent == null ? null : shelf.find(parent).map(one -> link(one, base)).orElse(null));
    model.addAttribute(
        "parts", shelf.partsOf(practice.code()).stream().map(one -> link(one, base)).toList());
    model.addAttribute(
        "alike",
        shelf.like(practice, MOST_ALIKE).stream()
            .map(like -> link(like.practice(), base, say.instruments(like.shared())))
            .toList());
    return "practice/practice";
  }

  private static Link link(Practice practice, String base) {
    return link(practice, base, null);
  }

  private static Link link(Practice practice, String base, @Nullable String why) {
    return new Link(
        base + "/" + practice.code(),
        practice.content().name(),
        PracticeWords.english() ? practice.content().nameEn() : null,
        practice.content().prefecture(),
        why == null || why.isEmpty() ? null : why);
  }

  private List<Fact> facts(Practice practice) {
    Content content = practice.content();
    List<Fact> facts = new ArrayList<>();
    add(facts, "prefecture", List.of(content.prefecture()));
    add(facts, "operators", content.operators());
    add(facts, "area", content.area() == null ? List.of() : List.of(content.area()));
    String type = say.areaType(content.areaType());
    add(facts, "areaType", type == null ? List.of() : List.of(type));
    add(facts, "actors", content.actors());
    add(facts, "systems", content.systems());
    content.details().forEach(detail -> add(facts, "detail." + detail.key(), detail.lines()));
    if (!PracticeWords.english() && content.nameEn() != null) {
      add(facts, "nameEn", List.of(content.nameEn()));
    }
    String source = practice.source();
    OrganizationId writer = practice.organization();
    if (source != null) {
      add(facts, "source", List.of(say.of("source.shipped", source)));
    }
    if (writer != null) {
      add(facts, "written-by", List.of(organizations.get(writer).name()));
    }
    return facts;
  }

  private void add(List<Fact> facts, String key, List<String> values) {
    if (!values.isEmpty()) {
      facts.add(new Fact(say.of(key), Said.all(values)));
    }
  }

  private List<Chapter> chapters(Content content) {
    List<Chapter> chapters = new ArrayList<>();
    chapters.add(new Chapter("issues", say.of("issues"), Said.all(content.issues()), null));
    chapters.add(
        new Chapter("proposals", say.of("proposals"), Said.all(content.proposals()), null));
    List<Said> rules = Said.all(content.rules());
    boolean foreign = rules.stream().anyMatch(one -> one.lang().equals("en"));
    chapters.add(
        new Chapter(
            "rules",
            say.of("rules"),
            rules,
            foreign && !PracticeWords.english() ? say.of("rules.english") : null));
    chapters.removeIf(chapter -> chapter.lines().isEmpty());
    return chapters;
  }

  private List<Bar> bars(Content content) {
    List<BudgetYear> planned =
        content.budget().stream()
            .filter(year -> year.plannedYen() != null)
            .sorted(byYear())
            .toList();
    long longest =
        planned.stream().map(BudgetYear::plannedYen).filter(Objects::nonNull).reduce(0L, Math::max);
    List<Bar> bars = new ArrayList<>();
    for (BudgetYear year : planned) {
      Long yen = year.plannedYen();
      if (yen != null && longest > 0) {
        int percent = Math.toIntExact(Math.round(100.0 * yen / longest));
        bars.add(
            new Bar(say.year(year.fiscalYear()), percent, PracticeWords.thousands(yen), false));
      }
    }
    return bars;
  }

  private List<Year> years(Content content) {
    return content.budget().stream().sorted(byYear()).map(this::year).toList();
  }

  private static Comparator<BudgetYear> byYear() {
    return Comparator.comparing(
        BudgetYear::fiscalYear, Comparator.nullsLast(Comparator.naturalOrder()));
  }

  private Year year(BudgetYear year) {
    Long planned = year.plannedYen();
    Long settled = year.settledYen();
    return new Year(
        say.year(year.fiscalYear()),
        planned == null ? null : PracticeWords.thousands(planned),
        settled == null ? null : say.number(settled),
        PracticeWords.rate(year),
        year.funding() == null ? null : say.of("funding." + year.funding()),
        Said.orNull(year.note()));
  }

  /** One line for each indicator, those with a result first. */
  private List<Line> lines(Content content) {
    Map<String, List<Figure>> grouped = new LinkedHashMap<>();
    for (Figure figure : content.figures()) {
      grouped.computeIfAbsent(figure.indicator(), _ -> new ArrayList<>()).add(figure);
    }
    return grouped.values().stream()
        .map(this::line)
        .sorted(Comparator.comparing(line -> line.actual().isEmpty()))
        .toList();
  }

  /** Where its figures are of different areas, each says its own. */
  private Line line(List<Figure> figures) {
    Figure first = figures.getFirst();
    boolean ofOneArea =
        figures.stream().allMatch(figure -> Objects.equals(figure.area(), first.area()));
    return new Line(
        Said.of(first.indicator()),
        ofOneArea ? Said.orNull(first.area()) : null,
        values(figures, Figure.Kind.BASELINE, ofOneArea),
        values(figures, Figure.Kind.PLAN, ofOneArea),
        values(figures, Figure.Kind.TARGET, ofOneArea),
        values(figures, Figure.Kind.ACTUAL, ofOneArea),
        Said.all(figures.stream().map(Figure::note).filter(Objects::nonNull).distinct().toList()));
  }

  private List<Said> values(List<Figure> figures, Figure.Kind kind, boolean ofOneArea) {
    return figures.stream()
        .filter(figure -> figure.kind() == kind)
        .map(
            figure ->
                ofOneArea || figure.area() == null
                    ? say.value(figure)
                    : say.of("value.of", figure.area(), say.value(figure)))
        .map(Said::of)
        .toList();
  }
}
