package tasuki.identity;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Shows a link to join, once, with how to hand it over. */
@Component
class LinkPage {

  private static final String LINK = "joinLink";

  private final ShownOnce once;

  LinkPage(ShownOnce once) {
    this.once = once;
  }

  /** Leads to the page that shows the link. */
  String show(Invitations.Link link, String name, RedirectAttributes next) {
    once.put(next, LINK, link.token());
    next.addFlashAttribute("joinUntil", link.until());
    next.addFlashAttribute("joinName", name);
    return "redirect:/staff/link";
  }

  /** Fills the page; false when it was shown before. */
  boolean page(Model model) {
    if (!once.take(model, LINK)) {
      return false;
    }
    String address =
        ServletUriComponentsBuilder.fromCurrentContextPath()
            .path("/join/{token}")
            .buildAndExpand(model.getAttribute(LINK))
            .toUriString();
    model.addAttribute(LINK, address);
    return true;
  }
}
