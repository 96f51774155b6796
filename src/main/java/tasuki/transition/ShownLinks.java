package tasuki.transition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.kernel.SecretBox;

/**
 * Carries new links over one redirect to the page that shows them once. Sessions stand in the
 * database, so they travel encrypted.
 */
@Component
class ShownLinks {

  /** A link to be handed on, and to whom; the label is empty where it is plain. */
  record Link(String label, String address) {}

  private static final String NAME = "conferenceLinksLocked";

  private final SecretBox box;

  ShownLinks(SecretBox box) {
    this.box = box;
  }

  void put(RedirectAttributes next, List<Link> links) {
    String text =
        links.stream()
            .map(link -> link.address() + " " + link.label())
            .collect(Collectors.joining("\n"));
    next.addFlashAttribute(NAME, box.lock(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The links that are shown now, and never again. */
  List<Link> take(Model model) {
    if (model.getAttribute(NAME) instanceof byte[] locked) {
      return new String(box.unlock(locked), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(" ", 2))
          .map(parts -> new Link(parts[1], parts[0]))
          .toList();
    }
    return List.of();
  }
}
