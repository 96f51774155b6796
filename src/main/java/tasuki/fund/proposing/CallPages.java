package tasuki.fund.proposing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Organizations;
import tasuki.fund.Categories;
import tasuki.fund.Category;
import tasuki.programme.Figures;
import tasuki.web.Phrases;

/** A call as it is shown, to those who may propose and to everybody. */
@Component
class CallPages {

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

  private final Categories categories;
  private final Organizations organizations;
  private final Clock clock;
  private final Phrases say;

  CallPages(Categories categories, Organizations organizations, Clock clock, Phrases say) {
    this.categories = categories;
    this.organizations = organizations;
    this.clock = clock;
    this.say = say;
  }

  /**
   * The call in a list.
   *
   * @param address before its id
   * @param received how many proposals came in, where the reader may know
   */
  CallLine line(Call call, String address, @Nullable Integer received) {
    return new CallLine(
        address + call.id(),
        call.entry().title(),
        say.of("fund.branch." + call.entry().branch()),
        call.entry().year().label(say.locale()),
        said(call.entry().acceptance()),
        mark(call),
        received);
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

  /** What the page of a call says of it. */
  void fill(Call call, Model model) {
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
