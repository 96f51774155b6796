package tasuki.desk;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.identity.Waits;
import tasuki.web.Waiting;

/** The first page after signing in: what waits, then where one can go. */
@Controller
@OpenTo({})
class HomeController {

  private final DeskFrame frame;
  private final List<Waits> rooms;

  HomeController(DeskFrame frame, List<Waits> rooms) {
    this.frame = frame;
    this.rooms = rooms;
  }

  @GetMapping("/")
  String home(Viewer viewer, Model model) {
    model.addAttribute("me", viewer);
    model.addAttribute("places", frame.destinations(viewer).toList());
    model.addAttribute(
        "waiting",
        rooms.stream()
            .flatMap(room -> room.waitingFor(viewer).stream())
            .sorted(Comparator.comparingInt(Waiting::order))
            .toList());
    return "desk/home";
  }
}
