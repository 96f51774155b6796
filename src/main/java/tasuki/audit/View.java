package tasuki.audit;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tasuki.kernel.Actor;

/** One look at persons' data, as it will stand in the log. */
record View(
    String account, String organization, String what, String persons, @Nullable UUID subject) {

  static View by(Actor actor, String what, Collection<UUID> persons, @Nullable UUID subject) {
    return new View(
        actor.accountText(), actor.organizationText(), what, arrayText(persons), subject);
  }

  /** PostgreSQL's notation of an array of ids. */
  static String arrayText(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
