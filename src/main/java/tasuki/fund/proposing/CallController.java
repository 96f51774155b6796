package tasuki.fund.proposing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.programme.Editions;

/** The calls for proposals, and what was proposed to each. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR, Duty.ADMINISTRATOR})
class CallController {

  private final Calls calls;
  private final Editions editions;
  private final Proposals proposals;
  private final ProposalWords words;
  private final CallPages pages;
  private final Clock clock;

  CallController(
      Calls calls,
      Editions editions,
      Proposals proposals,
      ProposalWords words,
      CallPages pages,
      Clock clock) {
    this.calls = calls;
    this.editions = editions;
    this.proposals = proposals;
    this.words = words;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/fund/calls")
  String list(Viewer viewer, Model model) {
    Map<CallId, Integer> received = proposals.received();
    OrganizationId own = viewer.organization().id();
    model.addAttribute(
        "calls",
        calls.all().stream()
            .map(
                call ->
                    pages.line(
                        call,
                        "/fund/calls/",
                        call.organization().equals(own)
                            ? received.getOrDefault(call.id(), 0)
                            : null))
            .toList());
    model.addAttribute("keeps", editions.compiles());
    return "fund/calls";
  }

  @GetMapping("/fund/calls/{id}")
  String call(@PathVariable UUID id, Viewer viewer, Model model) {
    Call call = calls.get(new CallId(id));
    LocalDate today = JapanTime.today(clock);
    boolean own = call.organization().equals(viewer.organization().id());
    pages.fill(call, model);
    model.addAttribute("mayPropose", !own && (call.accepts(today) || call.consults(today)));
    model.addAttribute("mayChange", own && editions.compiles());
    model.addAttribute("own", own);
    model.addAttribute("proposals", words.lines(proposals.of(call.id())));
    return "fund/call";
  }
}
