package tasuki.desk;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationMerger;
import tasuki.directory.OrganizationMergers;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.web.Notices;

/** Takes apart again what was joined to an organisation. */
@Controller
@OpenTo(Duty.OFFICER)
class OrganizationMergersController {

  private final OrganizationMergers mergers;
  private final Notices notices;

  OrganizationMergersController(OrganizationMergers mergers, Notices notices) {
    this.mergers = mergers;
    this.notices = notices;
  }

  @PostMapping("/organizations/{id}/mergers/{merger}/undo")
  String undo(
      @PathVariable UUID id, @PathVariable UUID merger, Viewer viewer, RedirectAttributes next) {
    List<OrganizationMerger> holding = mergers.of(new OrganizationId(id));
    if (!OrganizationsController.keepsDirectory(viewer)
        || holding.stream().noneMatch(one -> one.id().equals(merger))) {
      throw new AbsentException("merger");
    }
    mergers.undo(merger);
    notices.done(next, "desk.listing.undone");
    return "redirect:/organizations/" + id;
  }
}
