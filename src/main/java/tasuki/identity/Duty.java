package tasuki.identity;

import java.util.Collection;
import tasuki.kernel.Actor;

/** What an account is there to do for an organisation; duties open pages, access opens persons. */
public enum Duty {
  /** Cares for persons: sees those to whom the organisation has access. */
  CARE,
  /** Invites, moves and removes the organisation's staff; sees no person by that. */
  ADMINISTRATOR,
  /** Coordinates help in an area: nameless cases, requests, reminders. */
  COORDINATOR,
  /** Works with figures and programmes of an area: 保健所, municipality, prefecture, operator. */
  OFFICER,
  /** Reviews who did and saw what in the organisation. */
  AUDITOR,
  /** The person or a member of the family, in the portal. */
  FAMILY;

  /** How far these duties together open persons' data. */
  public static Actor.Sight sightOf(Collection<Duty> duties) {
    if (duties.contains(FAMILY)) {
      return Actor.Sight.PORTAL;
    }
    return duties.contains(CARE) ? Actor.Sight.CARE : Actor.Sight.NONE;
  }
}
