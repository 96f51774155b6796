package tasuki.fund.proposing;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tasuki.kernel.AbsentException;
import tasuki.web.Anybody;

/** The published calls for everybody: what is asked for, until when and by which standard. */
@Controller
@Anybody
class PublicCallController {

  private static final String ADDRESS = "/public/fund/calls";

  private final Calls calls;
  private final CallPages pages;

  PublicCallController(Calls calls, CallPages pages) {
    this.calls = calls;
    this.pages = pages;
  }

  @GetMapping(ADDRESS)
  String list(Model model) {
    model.addAttribute(
        "calls",
        calls.all().stream()
            .filter(Call::published)
            .map(call -> pages.line(call, ADDRESS + "/", null))
            .toList());
    return "fund/public-calls";
  }

  @GetMapping(ADDRESS + "/{id}")
  String call(@PathVariable UUID id, Model model) {
    Call call = calls.get(new CallId(id));
    if (!call.published()) {
      throw new AbsentException("call");
    }
    pages.fill(call, model);
    return "fund/public-call";
  }
}
