package tasuki.kernel;

import java.util.UUID;

/**
 * Who acts. The transaction manager tells the database, and row-level security decides by it, so a
 * forgotten {@code where} shows nothing instead of everything.
 */
public sealed interface Actor {

  /** How far an account's duties open persons' data at all. Access to one person comes on top. */
  enum Sight {
    /** Sees no person: administrators, officers, auditors. */
    NONE,
    /** Staff of the circle of care. */
    CARE,
    /** The person and the family, who do not see items hidden from them. */
    PORTAL
  }

  /** A signed-in account acting for one of the organisations it belongs to. */
  record Member(UUID account, UUID organization, Sight sight) implements Actor {}

  /** A client program bound to one organisation. */
  record Machine(UUID client, UUID organization) implements Actor {}

  /** Somebody who gave a login name and has not proved yet to be its owner. */
  record Arriving(UUID account) implements Actor {}

  /** Work nobody waits for, on its own small pool and under its own policies. */
  record Job(String name) implements Actor {}

  /** Nobody has signed in (yet). */
  record Nobody() implements Actor {}

  Actor NOBODY = new Nobody();

  /** The acting account or client, as the database is told. */
  default String accountText() {
    return switch (this) {
      case Member member -> member.account().toString();
      case Arriving arriving -> arriving.account().toString();
      case Machine machine -> machine.client().toString();
      case Job _, Nobody _ -> "";
    };
  }

  /** The organisation acted for, as the database is told. */
  default String organizationText() {
    return switch (this) {
      case Member member -> member.organization().toString();
      case Machine machine -> machine.organization().toString();
      case Arriving _, Job _, Nobody _ -> "";
    };
  }

  /** The sight of the actor, as the database is told. */
  default String sightText() {
    return switch (this) {
      case Member member -> member.sight().name();
      case Machine _ -> Sight.CARE.name();
      case Arriving _, Job _, Nobody _ -> Sight.NONE.name();
    };
  }
}
