package tasuki.directory.listing;

import tasuki.directory.OrganizationKind;

/** Kinds that change into one another, or that one list does not tell apart. */
public final class Families {

  private Families() {}

  /** The family of a kind, as {@code directory.family} of the database tells it. */
  public static String of(OrganizationKind kind) {
    return kind == OrganizationKind.HOSPITAL || kind == OrganizationKind.CLINIC
        ? "MEDICAL"
        : kind.name();
  }
}
