package tasuki.identity;

import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;

/** Tells a program as whom it is known: the first thing one tries when connecting. */
@RestController
@ForMachines
class WhoAmIController {

  record Place(UUID id, String name, OrganizationKind kind) {}

  record Answer(String client, Place organization) {}

  private final Organizations organizations;

  WhoAmIController(Organizations organizations) {
    this.organizations = organizations;
  }

  @GetMapping("/api/whoami")
  Answer whoAmI(@AuthenticationPrincipal MachineClient client) {
    Organization place = organizations.get(client.organization());
    return new Answer(client.name(), new Place(place.id().value(), place.name(), place.kind()));
  }
}
