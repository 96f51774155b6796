package tasuki.transition;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import tasuki.identity.Viewer;

/** The one form behind everything that can be said of a stay; each use names its fields. */
@Component
class ActPage {

  private final Cases cases;
  private final StayWords say;

  ActPage(Cases cases, StayWords say) {
    this.cases = cases;
    this.say = say;
  }

  ModelAndView page(
      StayId id,
      String headline,
      String send,
      List<String> fields,
      Viewer viewer,
      Model model,
      HttpStatus status) {
    Cases.Case found = cases.of(id, viewer);
    Cases.Whose whose = found.whose();
    model.addAttribute("stayId", id);
    model.addAttribute("headline", headline);
    model.addAttribute("send", send);
    model.addAttribute("fields", fields);
    model.addAttribute("whoseName", whose == null ? found.stay().caseNumber() : whose.name());
    model.addAttribute("hospitalName", found.name(found.stay().hospital().value()));
    return new ModelAndView("transition/act", model.asMap(), status);
  }

  <E extends Enum<E>> List<AdmissionController.Choice> choices(String prefix, E[] all) {
    return Arrays.stream(all)
        .map(one -> new AdmissionController.Choice(one.name(), say.of(prefix + one)))
        .toList();
  }
}
