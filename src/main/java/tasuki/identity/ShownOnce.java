package tasuki.identity;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.kernel.SecretBox;

/**
 * Carries a secret over one redirect to the page that shows it, and no further. Sessions stand in
 * the database, so it travels encrypted.
 */
@Component
class ShownOnce {

  private final SecretBox box;

  ShownOnce(SecretBox box) {
    this.box = box;
  }

  void put(RedirectAttributes next, String name, String secret) {
    next.addFlashAttribute(name + "Locked", box.lock(secret.getBytes(StandardCharsets.UTF_8)));
  }

  /** Puts the secret into the model under its name; false when it was shown before. */
  boolean take(Model model, String name) {
    if (model.getAttribute(name + "Locked") instanceof byte[] locked) {
      model.addAttribute(name, new String(box.unlock(locked), StandardCharsets.UTF_8));
      return true;
    }
    return false;
  }
}
