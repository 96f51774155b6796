package tasuki.identity;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a session remembers: ids only. Whether the account still belongs to the organisation is
 * asked anew at every request, so somebody who left is out at once.
 *
 * @param computer the ward computer that was the second factor; null after a code
 */
record SignedIn(UUID account, UUID organization, @Nullable UUID computer)
    implements Principal, Serializable {
  @Serial private static final long serialVersionUID = 1;

  @Override
  public String getName() {
    return account.toString();
  }
}
