package tasuki.transition.document;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.identity.Waits;
import tasuki.web.Waiting;

/** Forms that arrived and that nobody has received yet. */
@Component
class DocumentWaits implements Waits {

  private final Documents documents;

  DocumentWaits(Documents documents) {
    this.documents = documents;
  }

  @Override
  public List<Waiting> waitingFor(Viewer viewer) {
    if (!viewer.hasAny(Duty.CARE)
        || viewer.organization().kind() == OrganizationKind.PERSON_AND_FAMILY) {
      return List.of();
    }
    return List.of(
        new Waiting(
            "/stays", "transition.wait.arrived", documents.countWaiting(), Waiting.Tone.TODAY, 13));
  }
}
