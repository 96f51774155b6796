package tasuki.fund.proposing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.web.Phrases;

/** What the own organisation proposed, what goes through it, and which calls are open. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR, Duty.ADMINISTRATOR})
class ProposalListController {

  /** A call that takes proposals, or will. */
  record Open(String href, String title, String until) {}

  private final Calls calls;
  private final Proposals proposals;
  private final ProposalWords words;
  private final Clock clock;
  private final Phrases say;

  ProposalListController(
      Calls calls, Proposals proposals, ProposalWords words, Clock clock, Phrases say) {
    this.calls = calls;
    this.proposals = proposals;
    this.words = words;
    this.clock = clock;
    this.say = say;
  }

  @GetMapping("/fund/proposals")
  String list(Viewer viewer, Model model) {
    LocalDate today = JapanTime.today(clock);
    List<Open> open =
        calls.all().stream()
            .filter(one -> one.published() && !today.isAfter(one.entry().acceptance().until()))
            .filter(one -> !one.organization().equals(viewer.organization().id()))
            .map(
                one ->
                    new Open(
                        "/fund/calls/" + one.id(),
                        one.entry().title(),
                        say.of(
                            "fund.call.until",
                            JapaneseDates.inFull(one.entry().acceptance().until(), say.locale()))))
            .toList();
    model.addAttribute("open", open);
    model.addAttribute("own", words.lines(proposals.own()));
    model.addAttribute("through", words.lines(proposals.through()));
    return "fund/proposals";
  }
}
