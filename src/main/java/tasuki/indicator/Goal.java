package tasuki.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 目標 of a plan, with the indicators by which it is judged.
 *
 * @param organization whose it is
 * @param division the division in charge; null where every officer of the organisation is
 * @param area the part of the prefecture it speaks of, as the plan names it
 * @param section the heading it stands under
 * @param endedOn since when it is no longer followed; null while it is
 */
public record Goal(
    GoalId id,
    UUID organization,
    @Nullable UUID division,
    String plan,
    String area,
    String section,
    String text,
    boolean published,
    @Nullable LocalDate endedOn,
    int version,
    List<Member> members) {

  /**
   * An indicator under the goal.
   *
   * @param repost 再掲: it stands under another goal too, and first there
   * @param note what the plan prints beside it
   */
  public record Member(IndicatorId indicator, boolean repost, @Nullable String note) {}
}
