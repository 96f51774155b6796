package tasuki.identity;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What an upper room can add to entries of the log for the auditor who goes through them. */
public interface AuditDetail {

  /** Words of those who acted, by the entry; entries of which there are none are left out. */
  Map<UUID, String> of(Collection<UUID> entries);
}
