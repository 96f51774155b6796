package tasuki.fund.planning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tasuki.fund.proposing.ProposalEntry.Outcome;
import tasuki.fund.proposing.ProposalEntry.Output;

/**
 * What a programme's sheet in the plan says (個票).
 *
 * @param category code of the fund's category
 * @param need the need of medical care or care behind it (背景にある医療・介護ニーズ)
 * @param link why the output leads to the outcome
 * @param publicYen how much of the state's part goes to public bodies (公), in yen; the rest is 民
 */
public record SheetEntry(
    String category,
    @Nullable String need,
    List<Output> outputs,
    List<Outcome> outcomes,
    @Nullable String link,
    long publicYen) {

  /** What a sheet must say before the plan is shown. */
  public enum Part {
    NEED,
    OUTPUT,
    OUTCOME,
    LINK
  }

  /** What is still missing. */
  public List<Part> missing() {
    List<Part> missing = new ArrayList<>();
    if (need == null) {
      missing.add(Part.NEED);
    }
    if (outputs.stream().noneMatch(one -> one.name() != null && one.target() != null)) {
      missing.add(Part.OUTPUT);
    }
    if (outcomes.stream()
        .noneMatch(
            one -> one.indicator() != null || (one.name() != null && one.target() != null))) {
      missing.add(Part.OUTCOME);
    }
    if (link == null) {
      missing.add(Part.LINK);
    }
    return missing;
  }
}
