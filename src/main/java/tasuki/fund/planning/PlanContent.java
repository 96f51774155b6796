package tasuki.fund.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is printed: everything in words of the moment, so that a version says later what it
 * said then.
 */
public record PlanContent(
    String title,
    String prefecture,
    String year,
    PlanTexts texts,
    List<GoalBlock> goals,
    List<CategorySum> sums,
    List<SheetBlock> sheets,
    List<OpinionLine> opinions) {

  /** A goal with the indicators by which it is judged. */
  public record GoalBlock(String heading, String text, List<GoalLine> indicators) {}

  /** An indicator of a goal. */
  public record GoalLine(String name, String target, String actual) {}

  /**
   * A category with the sum of its programmes.
   *
   * @param category its mark and name; null for the sum of all
   */
  public record CategorySum(@Nullable String category, int count, Costs costs) {}

  /** A programme's sheet. */
  public record SheetBlock(
      String yearId,
      int number,
      String name,
      String category,
      String division,
      String operators,
      String period,
      String area,
      String need,
      String content,
      List<Aim> outputs,
      List<Aim> outcomes,
      String link,
      Costs costs,
      long publicYen) {}

  /** What is to be reached. */
  public record Aim(String name, String baseline, String target, String year) {}

  /** What a stakeholder said. */
  public record OpinionLine(
      Stakeholder stakeholder, String speaker, String on, String words, String response) {}
}
