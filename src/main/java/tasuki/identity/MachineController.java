package tasuki.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** The programs that act for the administrator's own organisation. */
@Controller
@OpenTo(Duty.ADMINISTRATOR)
@RequestMapping("/machines")
class MachineController {

  private final MachineClients clients;
  private final ShownOnce once;
  private final Notices notices;

  MachineController(MachineClients clients, ShownOnce once, Notices notices) {
    this.clients = clients;
    this.once = once;
    this.notices = notices;
  }

  @GetMapping
  String page(Form form, Viewer me, Model model) {
    model.addAttribute("clients", clients.of(me.organization().id()));
    model.addAttribute("place", me.organization().name());
    return "identity/machines";
  }

  @PostMapping
  String create(
      Form form, Viewer me, HttpServletResponse response, Model model, RedirectAttributes next) {
    String name = form.text("client", 40);
    if (!name.isEmpty() && !MachineClients.NAME.matcher(name).matches()) {
      form.reject("client", "identity.client.form");
    }
    if (!form.hasErrors()) {
      try {
        once.put(next, "secret", clients.create(me.organization().id(), name).secret());
        next.addFlashAttribute("client", name);
        return "redirect:/machines/secret";
      } catch (RefusedException taken) {
        form.reject("client", taken.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(form, me, model);
  }

  @GetMapping("/secret")
  String secret(Model model) {
    if (!once.take(model, "secret")) {
      return "redirect:/machines";
    }
    model.addAttribute(
        "address",
        ServletUriComponentsBuilder.fromCurrentContextPath().path("/oauth2/token").toUriString());
    return "identity/machine-secret";
  }

  @PostMapping("/{id}/withdrawal")
  String withdraw(@PathVariable UUID id, Viewer me, RedirectAttributes next) {
    MachineClient client = clients.withdraw(me.organization().id(), id);
    notices.done(next, "identity.machines.withdrawn", client.name());
    return "redirect:/machines";
  }
}
