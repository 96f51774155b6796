package tasuki.fund.proposing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Organizations;
import tasuki.fund.Categories;
import tasuki.fund.Category;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.programme.Editions;
import tasuki.programme.Figures;
import tasuki.web.Phrases;

/** The calls for proposals, and what was proposed to each. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR, Duty.ADMINISTRATOR})
class CallController {

  /** A call in the list. */
  record CallLine(
      String href,
      String title,
      String branch,
      String year,
      String acceptance,
      Phrases.Mark mark,
      @Nullable Integer received) {}

  /** A standard example. */
  record StandardLine(String name, String category, @Nullable String price) {}

  private final Calls calls;
  private final Editions editions;
  private final Proposals proposals;
  private final ProposalWords words;
  private final Categories categories;
  private final Organizations organizations;
  private final Clock clock;
  private final Phrases say;

  CallController(
      Calls calls,
      Editions editions,
      Proposals proposals,
      ProposalWords words,
      Categories categories,
      Organizations organizations,
      Clock clock,
      Phrases say) {
    this.calls = calls;
    this.editions = editions;
    this.proposals = proposals;
    this.words = words;
    this.categories = categories;
    this.organizations = organizations;
    this.clock = clock;
    this.say = say;
  }

  @GetMapping("/fund/calls")
  String list(Viewer viewer, Model model) {
    Map<CallId, Integer> received = proposals.received();
    List<CallLine> lines = new ArrayList<>();
    for (Call call : calls.all()) {
      boolean own = call.organization().equals(viewer.organization().id());
      lines.add(
          new CallLine(
              "/fund/calls/" + call.id(),
              call.entry().title(),
              say.of("fund.branch." + call.entry().branch()),
              call.entry().year().label(say.locale()),
              said(call.entry().acceptance()),
              mark(call),
              own ? received.getOrDefault(call.id(), 0) : null));
    }
    model.addAttribute("calls", lines);
    model.addAttribute("keeps", editions.compiles());
    return "fund/calls";
  }

  private Phrases.Mark mark(Call call) {
    LocalDate today = JapanTime.today(clock);
    if (!call.published()) {
      return new Phrases.Mark("plain", "draft", say.of("fund.call.state.DRAFT"));
    }
    if (call.accepts(today)) {
      return new Phrases.Mark("success", "clock", say.of("fund.call.state.OPEN"));
    }
    if (call.consults(today)) {
      return new Phrases.Mark("calm", "reply", say.of("fund.call.state.CONSULTING"));
    }
    return today.isAfter(call.entry().acceptance().until())
        ? new Phrases.Mark("plain", "done", say.of("fund.call.state.OVER"))
        : new Phrases.Mark("calm", "clock", say.of("fund.call.state.COMING"));
  }

  private String said(CallEntry.@Nullable Period period) {
    return period == null
        ? ""
        : say.of(
            "fund.call.period",
            JapaneseDates.inFull(period.from(), say.locale()),
            JapaneseDates.inFull(period.until(), say.locale()));
  }

  @GetMapping("/fund/calls/{id}")
  String call(@PathVariable UUID id, Viewer viewer, Model model) {
    Call call = calls.get(new CallId(id));
    LocalDate today = JapanTime.today(clock);
    boolean own = call.organization().equals(viewer.organization().id());
    model.addAttribute("call", call);
    model.addAttribute("callEntry", call.entry());
    model.addAttribute("stateMark", mark(call));
    model.addAttribute("yearLabel", call.entry().year().label(say.locale()));
    model.addAttribute("keeper", organizations.get(call.organization()).name());
    model.addAttribute("acceptance", said(call.entry().acceptance()));
    model.addAttribute("consultation", said(call.entry().consultation()));
    model.addAttribute(
        "categories",
        call.entry().categories().stream()
            .flatMap(code -> categories.find(code).stream())
            .map(one -> one.words(say.locale()))
            .toList());
    model.addAttribute("standards", standards(call));
    model.addAttribute("mayPropose", !own && (call.accepts(today) || call.consults(today)));
    model.addAttribute("mayChange", own && editions.compiles());
    model.addAttribute("own", own);
    model.addAttribute("proposals", words.lines(proposals.of(call.id())));
    return "fund/call";
  }

  private List<StandardLine> standards(Call call) {
    return call.entry().standards().stream()
        .map(
            one -> {
              Long yen = one.unitYen();
              return new StandardLine(
                  one.words(),
                  categories.find(one.category()).map(Category::mark).orElse(""),
                  yen == null
                      ? null
                      : say.of("fund.standard.price", Figures.yen(yen), "" + one.unit()));
            })
        .toList();
  }
}
