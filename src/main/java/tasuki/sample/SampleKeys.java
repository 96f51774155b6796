package tasuki.sample;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tasuki.directory.OrganizationId;
import tasuki.identity.AccountId;
import tasuki.person.PersonId;
import tasuki.transition.StayId;

/** Finds what was built by the keys of the sample tables, also after a restart. */
@Component
public class SampleKeys {

  private final Built built;
  private final Map<String, UUID> known = new ConcurrentHashMap<>();

  SampleKeys(Built built) {
    this.built = built;
  }

  /** The organisation of {@code organizations.csv}, such as {@code hospital}. */
  public OrganizationId organization(String key) {
    return new OrganizationId(id("organization:" + key));
  }

  /** The account of {@code staff.csv}, such as {@code nurse}. */
  public AccountId account(String login) {
    return new AccountId(id("account:" + login));
  }

  /** The person of {@code persons.csv}, such as {@code p001}. */
  public PersonId person(String key) {
    return new PersonId(id("person:" + key));
  }

  /** The stay of {@code stays.csv}, such as {@code s002}; after a transfer the first of them. */
  public StayId stay(String key) {
    return new StayId(id("stay:" + key));
  }

  UUID id(String part) {
    return known.computeIfAbsent(
        part,
        wanted ->
            built
                .id(wanted)
                .orElseThrow(
                    () -> new IllegalStateException("The sample prefecture has no " + wanted)));
  }
}
