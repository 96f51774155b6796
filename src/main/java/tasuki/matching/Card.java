package tasuki.matching;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.form.FormValues;
import tasuki.offer.HalfDay;
import tasuki.person.CareLevel;
import tasuki.person.Sex;

/**
 * 匿名カード: what everybody reads to whom a request is offered. Nobody's name stands in it.
 *
 * @param baseUnit where the help is wanted; of a person the municipality or a large part of it,
 *     never closer
 * @param ageDecade 8 for somebody of 80 to 89; null where it is about nobody
 * @param needs codes of what has to be done at home
 * @param halfDays when somebody should come; empty for any time
 * @param night whether somebody must be reached at night
 * @param situation in free words
 * @param answers to the questions of the kind
 * @param wantedBy until when somebody should be found
 */
public record Card(
    String baseUnit,
    @Nullable Integer ageDecade,
    @Nullable Sex sex,
    @Nullable CareLevel level,
    Set<String> needs,
    Set<HalfDay> halfDays,
    boolean night,
    String situation,
    FormValues answers,
    @Nullable LocalDate wantedBy) {

  public Card {
    needs = Set.copyOf(needs);
    halfDays = Set.copyOf(halfDays);
  }
}
