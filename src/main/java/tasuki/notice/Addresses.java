package tasuki.notice;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Where mail reaches an account; the room that knows accounts answers. */
public interface Addresses {

  /** An address for mail and the language it is written in. */
  record Address(String mail, Locale language) {}

  /** Empty where the account has none, or does not act for the organisation any more. */
  Optional<Address> of(UUID account, UUID organization);
}
