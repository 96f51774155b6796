package tasuki.transition;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.directory.Organizations;
import tasuki.person.PersonId;

/**
 * When a case began and which former one it continues (再入院). Both follow from its first stay, so
 * they are computed anew whenever that or the end of another case is entered late or corrected.
 */
@Component
class Chains {

  private static final int USUAL_READMISSION_DAYS = 30;

  private final StayRows rows;
  private final Grounds grounds;
  private final Organizations organizations;

  Chains(StayRows rows, Grounds grounds, Organizations organizations) {
    this.rows = rows;
    this.grounds = grounds;
    this.organizations = organizations;
  }

  /** Computes all cases of the person anew. */
  void renew(PersonId person) {
    List<StayRows.Chain> all = rows.chains(person);
    for (StayRows.Chain chain : all) {
      List<Stay> stays = rows.chain(chain.id());
      if (stays.isEmpty()) {
        continue;
      }
      Stay first = stays.getFirst();
      UUID follows = all.size() == 1 ? null : continued(chain.id(), first);
      boolean same =
          chain.openedAt().isEqual(first.admittedAt()) && Objects.equals(chain.follows(), follows);
      if (!same) {
        rows.moveChain(chain.id(), first.admittedAt(), follows);
      }
    }
  }

  /** The case that a case beginning with this stay continues; null for none. */
  private @Nullable UUID continued(UUID chain, Stay first) {
    int days =
        grounds
            .area(organizations.get(first.hospital()), first.admitted().toLocalDate())
            .flatMap(area -> grounds.rule(area, first.admitted().toLocalDate()))
            .map(AreaRule::readmissionDays)
            .orElse(USUAL_READMISSION_DAYS);
    OffsetDateTime at = first.admittedAt();
    return rows.lastHome(first.person(), chain, at.minusDays(days), at)
        .map(StayRows.Chain::id)
        .orElse(null);
  }
}
