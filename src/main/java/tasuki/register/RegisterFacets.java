package tasuki.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.directory.Facet;
import tasuki.directory.FacetSource;
import tasuki.directory.OrganizationId;

/** By which registers one may search organisations. */
@Component
class RegisterFacets implements FacetSource {

  static final String PREFIX = "register:";

  private final Registers registers;
  private final Entries entries;

  RegisterFacets(Registers registers, Entries entries) {
    this.registers = registers;
    this.entries = entries;
  }

  @Override
  public List<Facet> facets() {
    return registers.inForce().stream()
        .filter(register -> register.concerns() != Concerns.PERSON)
        .map(
            register ->
                Facet.named(
                    PREFIX + register.code(),
                    register.name().ja(),
                    register.name().en(),
                    register.words(),
                    register.open()))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<OrganizationId, Set<String>> of(Collection<OrganizationId> organizations) {
    Map<OrganizationId, Set<String>> found = new HashMap<>();
    for (Entry entry : entries.holding(organizations)) {
      found
          .computeIfAbsent(entry.organization(), _ -> new HashSet<>())
          .add(PREFIX + entry.register());
    }
    return found;
  }
}
