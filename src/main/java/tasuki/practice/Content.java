package tasuki.practice;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a case tells.
 *
 * @param parent code of the case that this one is part of
 * @param area the unit it is run by, as its source words it
 * @param areaType what kind of area that is, where it is certain
 * @param rules amounts, caps, rates, durations and conditions
 * @param proposals what they would ask of the state and others
 * @param systems systems and named schemes
 * @param note what is doubtful in it
 */
public record Content(
    String prefecture,
    String name,
    @Nullable String nameEn,
    @Nullable String parent,
    List<String> operators,
    @Nullable String area,
    @Nullable AreaType areaType,
    String purpose,
    List<String> approach,
    Set<Instrument> instruments,
    List<String> rules,
    List<BudgetYear> budget,
    List<Figure> figures,
    List<String> issues,
    List<String> proposals,
    List<String> actors,
    List<String> systems,
    @Nullable String note,
    List<Detail> details) {

  public Content {
    operators = List.copyOf(operators);
    approach = List.copyOf(approach);
    instruments = new TreeSet<>(instruments);
    rules = List.copyOf(rules);
    budget = List.copyOf(budget);
    figures = List.copyOf(figures);
    issues = List.copyOf(issues);
    proposals = List.copyOf(proposals);
    actors = List.copyOf(actors);
    systems = List.copyOf(systems);
    details = List.copyOf(details);
  }

  /** Whether it says what was reached. */
  boolean isMeasured() {
    return figures.stream().anyMatch(figure -> figure.kind() == Figure.Kind.ACTUAL);
  }
}
