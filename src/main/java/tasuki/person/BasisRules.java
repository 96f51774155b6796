package tasuki.person;

import java.time.OffsetDateTime;
import tasuki.directory.OrganizationId;
import tasuki.kernel.Ruling;

/** When a basis is complete, and to whom it opens. */
final class BasisRules {

  private BasisRules() {}

  /** A consent is somebody's; who speaks for another says why; what no paper shows is described. */
  static Ruling complete(NewBasis basis, OffsetDateTime now) {
    if (basis.kind().consent() == (basis.givenBy() == GivenBy.NOBODY)) {
      return Ruling.refused(
          basis.kind().consent()
              ? "person.refused.basis-by-nobody"
              : "person.refused.basis-by-somebody");
    }
    boolean byAnother = basis.givenBy() == GivenBy.PROXY || basis.givenBy() == GivenBy.FAMILY;
    if (byAnother && (basis.proxyName() == null || basis.proxyReason() == null)) {
      return Ruling.refused("person.refused.basis-proxy");
    }
    if (basis.kind() == BasisKind.ORAL_CONSENT && basis.note() == null) {
      return Ruling.refused("person.refused.basis-note");
    }
    OffsetDateTime until = basis.validUntil();
    if (until != null && !until.isAfter(now)) {
      return Ruling.refused("person.refused.basis-past");
    }
    return Ruling.ALLOWED;
  }

  /** It holds now and covers the organisation. */
  static Ruling opens(Basis basis, OrganizationId organization, OffsetDateTime now) {
    if (!basis.holdsAt(now)) {
      return Ruling.refused("person.refused.basis-ended");
    }
    OrganizationId only = basis.organization();
    return only == null || only.equals(organization)
        ? Ruling.ALLOWED
        : Ruling.refused("person.refused.basis-for-another");
  }
}
