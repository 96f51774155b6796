package tasuki.matching;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationKind;
import tasuki.form.FormOption;
import tasuki.form.Question;
import tasuki.form.Words;
import tasuki.person.TeamRole;

/**
 * What a kind of request asks and by which rules help for it is found; kept as data.
 *
 * @param aboutPerson whether it is for somebody cared for, who stays nameless until the hand-over
 * @param askers who may ask
 * @param asked who may help
 * @param coordinated whether a coordinator offers it and chooses, and not the asker
 * @param way how it is offered unless the handler decides otherwise
 * @param shortlist how many are picked at first where not everybody is asked
 * @param answerMinutes how long one has to answer in a sequence
 * @param escalateHours after how many hours without anybody chosen asker and handler hear of it
 *     again
 * @param toPrefecture whether the prefecture hears of it then, and reads the card
 * @param second whether a second one is chosen
 * @param mainRole as what the chosen joins the care team; null where it is about no person
 * @param secondRole as what the second joins
 * @param asksNeeds whether it asks what has to be done at home and when
 * @param help for which kind of help room left counts, a code of the catalogue of offers
 * @param mostKm who lies farther away is left out; 0 for any distance. 16 is the farthest for which
 *     a doctor's visit is paid without a stated reason
 * @param questions what else is asked; everything of it stands on the card
 * @param reasons for which one declines
 */
public record KindDefinition(
    Words name,
    Words purpose,
    boolean aboutPerson,
    Set<OrganizationKind> askers,
    Set<OrganizationKind> asked,
    boolean coordinated,
    Way way,
    int shortlist,
    int answerMinutes,
    int escalateHours,
    boolean toPrefecture,
    Second second,
    @Nullable TeamRole mainRole,
    @Nullable TeamRole secondRole,
    boolean asksNeeds,
    @Nullable String help,
    int mostKm,
    List<Question> questions,
    List<FormOption> reasons) {

  public KindDefinition {
    askers = Set.copyOf(askers);
    asked = Set.copyOf(asked);
    questions = List.copyOf(questions);
    reasons = List.copyOf(reasons);
  }
}
