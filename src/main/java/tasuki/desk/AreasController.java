package tasuki.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tasuki.area.Area;
import tasuki.area.AreaId;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.calendar.JapanTime;
import tasuki.identity.OpenTo;
import tasuki.web.Tab;

/**
 * Who lies where: the areas of each kind, what they consist of and which other areas they touch.
 */
@Controller
@OpenTo({})
class AreasController {

  /** Another area that shares ground with this one, wholly inside it, around it, or in part. */
  record Touch(String kind, String name, String how) {}

  /** One area with its base units. */
  record Sheet(AreaId id, String name, String code, List<String> units, List<Touch> touches) {}

  /** The kinds whose areas are worth comparing with any other; living areas would be too many. */
  private static final List<AreaKind> COMPARED =
      List.of(
          AreaKind.SECONDARY_MEDICAL_AREA,
          AreaKind.MEDICAL_ASSOCIATION_DISTRICT,
          AreaKind.PUBLIC_HEALTH_CENTRE_DISTRICT,
          AreaKind.HOME_CARE_AREA,
          AreaKind.TRANSITION_RULE_AREA,
          AreaKind.MUNICIPALITY);

  private final Areas areas;
  private final Clock clock;
  private final MessageSource messages;

  AreasController(Areas areas, Clock clock, MessageSource messages) {
    this.areas = areas;
    this.clock = clock;
    this.messages = messages;
  }

  @GetMapping("/areas")
  String areas(@RequestParam(defaultValue = "") String kind, Model model, Locale locale) {
    LocalDate today = JapanTime.today(clock);
    Map<AreaKind, List<Area>> all =
        Arrays.stream(AreaKind.values())
            .collect(
                Collectors.toMap(
                    known -> known,
                    known -> areas.ofKind(known, today),
                    (a, _) -> a,
                    () -> new java.util.EnumMap<>(AreaKind.class)));
    List<AreaKind> used =
        all.keySet().stream().filter(known -> !all(all, known).isEmpty()).toList();
    AreaKind chosen =
        used.stream()
            .filter(known -> known.name().equals(kind))
            .findFirst()
            .orElse(used.isEmpty() ? AreaKind.SECONDARY_MEDICAL_AREA : used.getFirst());
    model.addAttribute(
        "tabs",
        used.stream()
            .map(
                known ->
                    new Tab(
                        "/areas?kind=" + known,
                        say("area.kind." + known, locale),
                        known == chosen,
                        all(all, known).size()))
            .toList());
    model.addAttribute("kindName", say("area.kind." + chosen, locale));
    model.addAttribute("sheets", sheets(chosen, all, today, locale));
    return "desk/areas";
  }

  private List<Sheet> sheets(
      AreaKind chosen, Map<AreaKind, List<Area>> all, LocalDate today, Locale locale) {
    Map<AreaId, Set<String>> unitsOf = new java.util.HashMap<>();
    List<Sheet> sheets = new ArrayList<>();
    for (Area area : all(all, chosen)) {
      List<BaseUnit> units = areas.parts(area.id(), today);
      Set<String> own = units.stream().map(BaseUnit::code).collect(Collectors.toSet());
      List<Touch> touches = new ArrayList<>();
      for (AreaKind kind : COMPARED) {
        if (kind == chosen) {
          continue;
        }
        for (Area other : all(all, kind)) {
          Set<String> theirs = unitsOf.computeIfAbsent(other.id(), id -> codes(id, today));
          how(own, theirs)
              .ifPresent(
                  how ->
                      touches.add(
                          new Touch(say("area.kind." + kind, locale), name(other, locale), how)));
        }
      }
      sheets.add(
          new Sheet(
              area.id(),
              name(area, locale),
              area.code(),
              units.stream()
                  .map(unit -> english(locale) ? unit.nameEnglish() : unit.name())
                  .toList(),
              touches));
    }
    return sheets;
  }

  /** How two sets of base units lie to one another, seen from the first; empty when apart. */
  private static java.util.Optional<String> how(Set<String> own, Set<String> theirs) {
    if (own.stream().noneMatch(theirs::contains)) {
      return java.util.Optional.empty();
    }
    if (own.equals(theirs)) {
      return java.util.Optional.of("same");
    }
    if (theirs.containsAll(own)) {
      return java.util.Optional.of("around");
    }
    return java.util.Optional.of(own.containsAll(theirs) ? "inside" : "part");
  }

  private Set<String> codes(AreaId area, LocalDate today) {
    return areas.parts(area, today).stream().map(BaseUnit::code).collect(Collectors.toSet());
  }

  private static List<Area> all(Map<AreaKind, List<Area>> all, AreaKind kind) {
    return all.getOrDefault(kind, List.of());
  }

  static String name(Area area, Locale locale) {
    return english(locale) ? area.nameEnglish() : area.name();
  }

  static boolean english(Locale locale) {
    return locale.getLanguage().equals("en");
  }

  private String say(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
