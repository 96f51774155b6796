package tasuki.insight.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.insight.coverage.Gap.State;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Form;

/** Where a service is missing, by day and at night. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR})
class CoverageController {

  /** A line of the table. */
  record Row(
      String unit, String providers, String nightly, Standing day, Standing night, String points) {}

  /**
   * How a unit stands.
   *
   * @param near who is nearest and how far, where nobody lies in it
   */
  record Standing(String tone, String icon, String text, @Nullable String near) {}

  private final Ground ground;
  private final Services services;
  private final CoverageWords say;
  private final Travel travel = Travel.assumed();

  CoverageController(Ground ground, Services services, CoverageWords say) {
    this.ground = ground;
    this.services = services;
    this.say = say;
  }

  @GetMapping("/coverage")
  Object page(Form form, Model model) {
    List<Ground.Unit> units = ground.units();
    Services.Offered offered = services.find(form.value("service"), units);
    boolean night = form.value("at").equals("night") && ground.knowsNights();
    List<Gap> gaps = Coverage.gaps(units, offered.providers());
    int limit = travel.visitLimit();
    Optional<TableFormat> format = TableFormat.of(form.value("as"));
    if (format.isPresent()) {
      return TableAnswer.of("coverage", format.get(), List.of(sheet(offered, gaps)));
    }
    model.addAttribute("service", offered);
    model.addAttribute("services", services.choices());
    model.addAttribute("limitKm", limit);
    model.addAttribute("knowsNights", ground.knowsNights());
    model.addAttribute("night", night);
    model.addAttribute("lines", gaps.stream().map(this::row).toList());
    for (State state : State.values()) {
      model.addAttribute("count" + state, count(gaps, state, night));
    }
    model.addAttribute("map", map(gaps, night));
    model.addAttribute("fileHref", href(offered.code(), null) + "&as=xlsx");
    model.addAttribute("dayHref", href(offered.code(), null));
    model.addAttribute("nightHref", href(offered.code(), "night"));
    return "insight/coverage/coverage";
  }

  private static String href(String service, @Nullable String at) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/coverage").queryParam("service", "{service}");
    if (at != null) {
      address.queryParam("at", at);
    }
    return address.encode().buildAndExpand(service).toUriString();
  }

  private String count(List<Gap> gaps, State state, boolean night) {
    return say.number(gaps.stream().filter(gap -> state(gap, night) == state).count());
  }

  private State state(Gap gap, boolean night) {
    return night ? gap.atNight(travel.visitLimit()) : gap.state(travel.visitLimit());
  }

  private CoverageMap map(List<Gap> gaps, boolean night) {
    List<CoverageMap.Point> points = new ArrayList<>();
    for (Gap gap : gaps) {
      if (gap.unit().middle() != null) {
        State state = state(gap, night);
        String name = say.name(gap.unit().unit());
        String words = say.of("map.dot", name, say.of("state." + state));
        points.add(
            new CoverageMap.Point(
                gap.unit(), state.name().toLowerCase(java.util.Locale.ROOT), words, name));
      }
    }
    return CoverageMap.of(points);
  }

  private Row row(Gap gap) {
    int limit = travel.visitLimit();
    return new Row(
        say.name(gap.unit().unit()),
        say.number(gap.providers()),
        say.number(gap.nightly()),
        standing(gap.state(limit), gap.nearest()),
        standing(gap.atNight(limit), gap.nearestAtNight()),
        gap.unit().middle() == null
            ? say.of("middle.none")
            : say.of("middle.points", gap.unit().points()));
  }

  private Standing standing(State state, Gap.@Nullable Near near) {
    String text = say.of("state." + state);
    String who =
        near == null || state == State.HERE
            ? null
            : say.of("nearest", near.name(), say.km(near.km(), near.precision()));
    return switch (state) {
      case HERE -> new Standing("success", "done", text, who);
      case NEAR -> new Standing("warning", "one", text, who);
      case FAR -> new Standing("error", "warning", text, who);
      case UNKNOWN -> new Standing("plain", "absent", text, who);
    };
  }

  private Sheet sheet(Services.Offered offered, List<Gap> gaps) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Gap gap : gaps) {
      Gap.Near day = gap.nearest();
      Gap.Near night = gap.nearestAtNight();
      rows.add(
          Arrays.asList(
              gap.unit().code(),
              say.name(gap.unit().unit()),
              gap.providers(),
              gap.nightly(),
              say.of("state." + gap.state(travel.visitLimit())),
              day == null ? null : day.name(),
              day == null ? null : say.km(day.km(), day.precision()),
              say.of("state." + gap.atNight(travel.visitLimit())),
              night == null ? null : night.name(),
              night == null ? null : say.km(night.km(), night.precision()),
              gap.unit().points()));
    }
    return new Sheet(
        say.of("title"),
        say.of("title") + " " + offered.name(),
        List.of(say.of("definition", travel.visitLimit()), say.of("middle.note")),
        List.of(
            SheetColumn.text(say.of("code"), 10),
            SheetColumn.text(say.of("unit"), 24),
            SheetColumn.count(say.of("providers")),
            SheetColumn.count(say.of("nightly")),
            SheetColumn.text(say.of("day"), 16),
            SheetColumn.text(say.of("nearest.column"), 28),
            SheetColumn.text(say.of("distance"), 16),
            SheetColumn.text(say.of("night"), 16),
            SheetColumn.text(say.of("nearest.night"), 28),
            SheetColumn.text(say.of("distance"), 16),
            SheetColumn.count(say.of("points"))),
        rows);
  }
}
