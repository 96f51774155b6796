package tasuki.transition;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tasuki.area.AreaId;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.identity.AccountId;
import tasuki.identity.Accounts;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;

/**
 * Who keeps what an area agreed on: officers of the prefecture everywhere, those of a health centre
 * in the area in which it lies.
 */
@Component
public class RuleKeepers {

  private final Accounts accounts;
  private final Grounds grounds;

  RuleKeepers(Accounts accounts, Grounds grounds) {
    this.accounts = accounts;
    this.grounds = grounds;
  }

  /** Whether the viewer keeps the rule of the area on the day. */
  public boolean keeps(Viewer viewer, AreaId area, LocalDate day) {
    return viewer.hasAny(Duty.OFFICER) && keeps(viewer.organization(), area, day);
  }

  private boolean keeps(Organization organization, AreaId area, LocalDate day) {
    return organization.kind() == OrganizationKind.PREFECTURE
        || organization.kind() == OrganizationKind.PUBLIC_HEALTH_CENTRE
            && grounds.area(organization, day).equals(Optional.of(area));
  }

  /**
   * Goes on only where the acting account keeps the rule of one of the areas, whatever page or
   * program called.
   *
   * @throws RefusedException otherwise
   */
  public void require(LocalDate day, AreaId... areas) {
    if (Acting.current() instanceof Actor.Member member) {
      Optional<Viewer> viewer =
          accounts.viewer(
              new AccountId(member.account()), new OrganizationId(member.organization()));
      for (AreaId area : areas) {
        if (viewer.isPresent() && keeps(viewer.get(), area, day)) {
          return;
        }
      }
    }
    throw RefusedException.because("transition.refused.not-keeper");
  }
}
