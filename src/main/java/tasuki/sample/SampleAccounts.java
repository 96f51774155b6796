package tasuki.sample;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tasuki.identity.Duty;

/**
 * Somebody who works in the sample prefecture.
 *
 * @param memberships duties by key of the organisation, the first one first
 */
record SampleAccounts(
    String login, String name, String profession, Map<String, Set<Duty>> memberships) {

  /** One password for all: the demo listens on this machine alone, and every figure is invented. */
  static final String PASSWORD = "tasuki-no-sash-2026";

  /** The logins printed when the demo is ready, one for each role. */
  private static final List<String> PRINTED =
      List.of(
          "nurse",
          "nurse2",
          "caremanager",
          "supportcentre",
          "doctor",
          "visitingnurse",
          "pharmacist",
          "coordinator",
          "healthcentre",
          "municipality",
          "officer",
          "operator",
          "administrator",
          "auditor",
          "daughter");

  private static final List<SampleAccounts> ALL =
      SampleRow.all("staff").stream().map(SampleAccounts::of).toList();

  /** Everybody. */
  static List<SampleAccounts> all() {
    return ALL;
  }

  /** Those printed, in the order of the way that a person goes. */
  static List<SampleAccounts> printed() {
    Map<String, SampleAccounts> byLogin =
        ALL.stream().collect(Collectors.toMap(SampleAccounts::login, Function.identity()));
    return PRINTED.stream().map(byLogin::get).toList();
  }

  /** Somebody of the organisation with the duty, who does there what such a person does. */
  static String worker(String organization, Duty duty) {
    return workers(organization, duty).getFirst();
  }

  /** Everybody of the organisation with the duty; there is somebody. */
  static List<String> workers(String organization, Duty duty) {
    List<String> logins =
        ALL.stream()
            .filter(account -> account.duties(organization).contains(duty))
            .map(SampleAccounts::login)
            .toList();
    if (logins.isEmpty()) {
      throw new IllegalStateException("Nobody has the duty " + duty + " at " + organization);
    }
    return logins;
  }

  /** What the account does for the organisation; nothing where it does not belong. */
  Set<Duty> duties(String organization) {
    return memberships.getOrDefault(organization, Set.of());
  }

  String organization() {
    return memberships.keySet().iterator().next();
  }

  /** The duties as the table names them, joined by a plus. */
  static Set<Duty> read(String joined) {
    return Arrays.stream(joined.split("\\+", -1))
        .map(Duty::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Duty.class)));
  }

  private static SampleAccounts of(SampleRow row) {
    Map<String, Set<Duty>> memberships = new java.util.LinkedHashMap<>();
    for (String membership : row.parts("memberships", ";")) {
      String[] parts = membership.split(":", -1);
      memberships.put(parts[0], read(parts[1]));
    }
    return new SampleAccounts(
        row.get("login"), row.get("name"), row.get("profession"), memberships);
  }
}
