package tasuki.equipment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Keeps a thing back for repair or inspection, and lends it again. */
@Controller
@OpenTo({Duty.COORDINATOR, Duty.OFFICER, Duty.ADMINISTRATOR})
class BlockController {

  private static final int LONGEST_NOTE = 200;

  private final Things things;
  private final Blocks blocks;
  private final Keepers keepers;
  private final EquipmentWords say;
  private final Notices notices;

  BlockController(
      Things things, Blocks blocks, Keepers keepers, EquipmentWords say, Notices notices) {
    this.things = things;
    this.blocks = blocks;
    this.keepers = keepers;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/equipment/{id}/block")
  String page(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    keepers.only(viewer);
    model.addAttribute("thing", things.own(new ThingId(id)));
    model.addAttribute("reasons", say.choices("equipment.reason.", BlockReason.values()));
    return "equipment/block";
  }

  @PostMapping("/equipment/{id}/block")
  String block(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    keepers.only(viewer);
    Thing thing = things.own(new ThingId(id));
    Optional<Days> days = say.days(form, "from", "until");
    Optional<BlockReason> reason = form.choice("reason", BlockReason.class);
    String note = form.optional("note", LONGEST_NOTE).orElse(null);
    if (!form.hasErrors() && days.isPresent()) {
      try {
        blocks.block(thing.id(), days.get(), reason.orElseThrow(), note, form.flag("cancelling"));
        notices.done(next, "equipment.blocked", say.days(days.get()));
        return "redirect:/equipment/" + id;
      } catch (RefusedException refused) {
        form.reject("from", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(id, form, viewer, model);
  }

  @PostMapping("/equipment/{id}/blocks/{block}/end")
  String end(
      @PathVariable UUID id, @PathVariable UUID block, Viewer viewer, RedirectAttributes next) {
    keepers.only(viewer);
    blocks.end(things.own(new ThingId(id)).id(), block);
    notices.done(next, "equipment.unblocked");
    return "redirect:/equipment/" + id;
  }
}
