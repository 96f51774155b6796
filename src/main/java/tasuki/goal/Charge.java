package tasuki.goal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.identity.Division;
import tasuki.identity.DivisionId;
import tasuki.identity.Divisions;
import tasuki.identity.Viewer;
import tasuki.web.Form;
import tasuki.web.Phrases;

/** Who is in charge, in words and as a field. */
@Component
class Charge {

  private final Divisions divisions;
  private final Organizations organizations;

  Charge(Divisions divisions, Organizations organizations) {
    this.divisions = divisions;
    this.organizations = organizations;
  }

  /** Names that are looked up once for many rows. */
  final class Names {
    private final Map<UUID, String> known = new HashMap<>();

    /** The division, or the organisation where all its officers are in charge. */
    String of(UUID organization, @Nullable UUID division) {
      return division == null
          ? known.computeIfAbsent(organization, this::organization)
          : known.computeIfAbsent(division, this::division);
    }

    private String organization(UUID id) {
      return organizations.find(new OrganizationId(id)).map(Organization::name).orElse("");
    }

    private String division(UUID id) {
      return divisions.get(new DivisionId(id)).name();
    }
  }

  Names names() {
    return new Names();
  }

  /** The divisions for which the viewer may act: something new is one of theirs. */
  List<Phrases.Choice> own() {
    return divisions.own().stream().map(Charge::choice).toList();
  }

  /** The divisions to which something can be handed, and the one that has it. */
  List<Phrases.Choice> all(Viewer viewer, @Nullable UUID now) {
    return divisions.of(viewer.organization().id()).stream()
        .filter(one -> one.open() || one.id().value().equals(now))
        .map(Charge::choice)
        .toList();
  }

  private static Phrases.Choice choice(Division one) {
    return new Phrases.Choice("" + one.id(), one.name());
  }

  /** The one of these divisions chosen in the field {@code division}; null for everybody. */
  static @Nullable UUID read(Form form, List<Phrases.Choice> choices) {
    Optional<UUID> chosen = form.id("division");
    if (chosen.isPresent()
        && choices.stream().noneMatch(one -> one.value().equals("" + chosen.get()))) {
      form.reject("division", "web.form.choose");
    }
    return chosen.orElse(null);
  }

  /** The division in which the viewer works. */
  Optional<UUID> usual(Viewer viewer) {
    return divisions.own().stream()
        .filter(one -> divisions.members(one.id()).contains(viewer.account().id()))
        .map(one -> one.id().value())
        .findFirst();
  }
}
