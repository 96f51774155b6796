package tasuki.matching;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.form.FormValues;
import tasuki.offer.HalfDay;
import tasuki.person.PersonId;

/**
 * What somebody asks; see {@link Card} for what of it others read.
 *
 * @param person for whom; null where it is about nobody
 * @param handler who offers it and chooses
 */
public record NewRequest(
    RequestKind kind,
    @Nullable PersonId person,
    OrganizationId handler,
    String baseUnit,
    Set<String> needs,
    Set<HalfDay> halfDays,
    boolean night,
    String situation,
    FormValues answers,
    @Nullable LocalDate wantedBy) {

  public NewRequest {
    needs = Set.copyOf(needs);
    halfDays = Set.copyOf(halfDays);
  }
}
