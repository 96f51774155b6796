package tasuki.notice;

import java.util.UUID;

/** Whom a notice is for. Being told needs no right to see what it is about. */
public sealed interface Recipient {

  UUID organization();

  /** One account, in one of the organisations it acts for. */
  record Person(UUID account, UUID organization) implements Recipient {}

  /** The organisation's shared inbox, and whoever looks after it. */
  record Inbox(UUID organization) implements Recipient {}
}
