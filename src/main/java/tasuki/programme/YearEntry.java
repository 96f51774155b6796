package tasuki.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tasuki.area.AreaId;
import tasuki.identity.DivisionId;

/**
 * What is said of a programme in one year.
 *
 * @param number its place in the list, and its number where the list prints one
 * @param divisionWords the division as the list prints it, where that is more than its name
 * @param placements where it stands; exactly one is no re-post
 */
public record YearEntry(
    int number,
    String name,
    @Nullable String purpose,
    @Nullable String content,
    @Nullable Execution execution,
    Standing standing,
    @Nullable Integer firstYear,
    @Nullable Integer lastYear,
    DivisionId division,
    @Nullable String divisionWords,
    @Nullable AreaId area,
    @Nullable String remark,
    List<Placement> placements,
    List<Funding> funding,
    List<Operator> operators) {}
