package tasuki.identity;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/**
 * What a session remembers: ids only. Whether the account still belongs to the organisation is
 * asked anew at every request, so somebody who left is out at once.
 */
record SignedIn(UUID account, UUID organization) implements Principal, Serializable {
  @Serial private static final long serialVersionUID = 1;

  @Override
  public String getName() {
    return account.toString();
  }
}
