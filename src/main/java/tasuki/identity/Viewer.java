package tasuki.identity;

import java.util.Locale;
import java.util.Set;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Actor;

/** Who looks at a page, for which organisation and with which duties, as of this request. */
public record Viewer(Account account, Organization organization, Set<Duty> duties) {

  /** Whether the viewer has at least one of these duties. */
  public boolean hasAny(Duty... wanted) {
    for (Duty duty : wanted) {
      if (duties.contains(duty)) {
        return true;
      }
    }
    return false;
  }

  /** What row-level security is told about this viewer. */
  public Actor.Member actor() {
    return new Actor.Member(account.id().value(), organization.id().value(), Duty.sightOf(duties));
  }

  /** Whether what comes to the organisation's shared inbox is this viewer's work too. */
  public boolean readsInbox() {
    return hasAny(Duty.CARE, Duty.COORDINATOR, Duty.OFFICER);
  }

  public Locale locale() {
    return Locale.forLanguageTag(account.language());
  }

  /** Suffix of message keys that differ by viewer: 患者, 利用者 or ご本人. */
  public String personWord() {
    if (organization.kind() == OrganizationKind.PERSON_AND_FAMILY) {
      return "self";
    }
    return organization.kind().saysPatient() ? "patient" : "client";
  }
}
