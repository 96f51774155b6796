package tasuki.desk;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;

/** The first page after signing in. */
@Controller
@OpenTo({})
class HomeController {

  private final DeskFrame frame;

  HomeController(DeskFrame frame) {
    this.frame = frame;
  }

  @GetMapping("/")
  String home(Viewer viewer, Model model) {
    model.addAttribute("me", viewer);
    model.addAttribute("places", frame.destinations(viewer).toList());
    return "desk/home";
  }
}
