package tasuki.transition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.area.Area;
import tasuki.area.AreaId;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.calendar.Counting;
import tasuki.calendar.TimeLimit;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/**
 * The areas' rules: everybody reads them, the health centre of the area and the prefecture edit.
 */
@Controller
@OpenTo({Duty.CARE, Duty.COORDINATOR, Duty.OFFICER})
class RuleController {

  /** An area with the version in force. */
  record AreaLine(
      String href, String name, RuleWords.@Nullable VersionWords version, boolean mayEdit) {}

  /** What two areas agreed on. */
  record PairLine(String between, RuleWords.VersionWords version) {}

  private final TransitionRules rules;
  private final RuleKeepers keepers;
  private final Areas areas;
  private final RuleWords words;
  private final StayWords say;
  private final Notices notices;

  RuleController(
      TransitionRules rules,
      RuleKeepers keepers,
      Areas areas,
      RuleWords words,
      StayWords say,
      Notices notices) {
    this.rules = rules;
    this.keepers = keepers;
    this.areas = areas;
    this.words = words;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/rules")
  String list(Viewer viewer, Model model) {
    List<Area> all = areas.ofKind(AreaKind.TRANSITION_RULE_AREA, words.today());
    model.addAttribute("areaLines", all.stream().map(area -> line(area, viewer)).toList());
    model.addAttribute(
        "pairLines",
        rules.pairs().stream()
            .map(pair -> new PairLine(between(all, pair), words.version(pair.version())))
            .toList());
    model.addAttribute("mayPair", all.stream().anyMatch(area -> mayKeep(area.id(), viewer)));
    return "transition/rules";
  }

  private AreaLine line(Area area, Viewer viewer) {
    Optional<RuleWords.VersionWords> inForce =
        rules.versions(area.id()).stream()
            .map(words::version)
            .filter(RuleWords.VersionWords::inForce)
            .findFirst();
    return new AreaLine(
        "/rules/" + area.id().value(),
        say.area(area),
        inForce.orElse(null),
        mayKeep(area.id(), viewer));
  }

  private String between(List<Area> all, TransitionRules.Pair pair) {
    return say.of("rule.pair", name(all, pair.hospitalArea()), name(all, pair.homeArea()));
  }

  private String name(List<Area> all, AreaId id) {
    return all.stream().filter(area -> area.id().equals(id)).findFirst().map(say::area).orElse("");
  }

  private boolean mayKeep(AreaId area, Viewer viewer) {
    return keepers.keeps(viewer, area, words.today());
  }

  @GetMapping("/rules/{area:[0-9a-f-]{36}}")
  String show(@PathVariable("area") UUID id, Viewer viewer, Model model) {
    Area area = area(id);
    model.addAttribute("areaName", say.area(area));
    model.addAttribute("versions", rules.versions(area.id()).stream().map(words::version).toList());
    model.addAttribute(
        "edit", mayKeep(area.id(), viewer) ? "/rules/" + area.id().value() + "/new" : null);
    model.addAttribute("formsHref", "/rules/" + area.id().value() + "/forms");
    return "transition/rule";
  }

  @GetMapping("/rules/{area:[0-9a-f-]{36}}/new")
  ModelAndView start(@PathVariable("area") UUID id, Viewer viewer, Form form, Model model) {
    Area area = kept(id, viewer);
    rules.versions(area.id()).stream()
        .findFirst()
        .ifPresent(version -> RuleForm.start(form, version));
    form.start("validFrom", words.today().withDayOfMonth(1).plusMonths(1));
    return page(area, form, model, HttpStatus.OK);
  }

  @PostMapping("/rules/{area:[0-9a-f-]{36}}/new")
  ModelAndView agree(
      @PathVariable("area") UUID id,
      Viewer viewer,
      Form form,
      Model model,
      RedirectAttributes next) {
    Area area = kept(id, viewer);
    if (RuleForm.wanted(form) == RuleForm.Wanted.OTHER_ROWS) {
      return page(area, form, model, HttpStatus.OK);
    }
    Optional<RuleForm.Typed> typed = RuleForm.read(form, true);
    if (typed.isPresent() && RuleForm.wanted(form) == RuleForm.Wanted.PREVIEW) {
      return page(area, form, shown(model, typed.get()), HttpStatus.OK);
    }
    if (typed.isPresent()) {
      RuleForm.Typed rule = typed.get();
      try {
        rules.agree(
            area.id(),
            rule.name(),
            rule.nameEnglish(),
            rule.from(),
            rule.readmission(),
            rule.clocks());
        notices.done(next, "transition.rule.agreed", say.date(rule.from()));
        return new ModelAndView("redirect:/rules/" + id);
      } catch (RefusedException refused) {
        form.reject("validFrom", refused.refused());
      }
    }
    return page(area, form, model, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private Model shown(Model model, RuleForm.Typed rule) {
    return model.addAttribute("preview", words.preview(rule.clocks(), rule.from()));
  }

  private void rows(Form form, Model model) {
    model.addAttribute("ruleRows", RuleForm.rows(form));
    model.addAttribute("sides", choices("side.", RulePolicy.SIDES));
    model.addAttribute("steps", choices("todo.", List.copyOf(RulePolicy.STEPS)));
    model.addAttribute("whens", choices("rule.when.", List.of(RuleRow.When.values())));
    model.addAttribute("countings", choices("rule.counting.", List.of(Counting.values())));
    model.addAttribute("limits", choices("rule.limit.", List.of(TimeLimit.values())));
    model.addAttribute("careGroups", choices("group.", List.of(CareGroup.values())));
    model.addAttribute("bonds", choices("rule.bond.", List.of(RuleRow.Bond.values())));
  }

  private List<AdmissionController.Choice> choices(String prefix, List<? extends Enum<?>> all) {
    return all.stream()
        .map(one -> new AdmissionController.Choice(one.name(), say.of(prefix + one)))
        .toList();
  }

  private ModelAndView page(Area area, Form form, Model model, HttpStatus status) {
    rows(form, model);
    model.addAttribute("headline", say.of("rule.new", say.area(area)));
    model.addAttribute("send", "/rules/" + area.id().value() + "/new");
    model.addAttribute("back", "/rules/" + area.id().value());
    model.addAttribute("pair", false);
    return new ModelAndView("transition/rule-new", model.asMap(), status);
  }

  @GetMapping("/rules/pairs/new")
  ModelAndView startPair(Viewer viewer, Form form, Model model) {
    form.start("validFrom", words.today().withDayOfMonth(1).plusMonths(1));
    return pairPage(viewer, form, model, HttpStatus.OK);
  }

  @PostMapping("/rules/pairs/new")
  ModelAndView agreeBetween(Viewer viewer, Form form, Model model, RedirectAttributes next) {
    if (RuleForm.wanted(form) == RuleForm.Wanted.OTHER_ROWS) {
      return pairPage(viewer, form, model, HttpStatus.OK);
    }
    Optional<AreaId> hospital = chosen(form, "hospitalArea");
    Optional<AreaId> home = chosen(form, "homeArea");
    if (hospital.isPresent() && hospital.equals(home)) {
      form.reject("homeArea", "transition.rule.same-area");
    } else if (hospital.isPresent()
        && home.isPresent()
        && !mayKeep(hospital.get(), viewer)
        && !mayKeep(home.get(), viewer)) {
      form.reject("hospitalArea", "transition.rule.not-own");
    }
    Optional<RuleForm.Typed> typed = RuleForm.read(form, false);
    if (typed.isPresent() && RuleForm.wanted(form) == RuleForm.Wanted.PREVIEW) {
      return pairPage(viewer, form, shown(model, typed.get()), HttpStatus.OK);
    }
    if (typed.isPresent()) {
      RuleForm.Typed rule = typed.get();
      try {
        rules.agreeBetween(
            hospital.orElseThrow(),
            home.orElseThrow(),
            rule.name(),
            rule.nameEnglish(),
            rule.from(),
            rule.clocks());
        notices.done(next, "transition.rule.agreed", say.date(rule.from()));
        return new ModelAndView("redirect:/rules");
      } catch (RefusedException refused) {
        form.reject("validFrom", refused.refused());
      }
    }
    return pairPage(viewer, form, model, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private Optional<AreaId> chosen(Form form, String name) {
    Optional<AreaId> area =
        form.id(name)
            .map(AreaId::new)
            .filter(
                one ->
                    areas.ofKind(AreaKind.TRANSITION_RULE_AREA, words.today()).stream()
                        .anyMatch(all -> all.id().equals(one)));
    if (area.isEmpty()) {
      form.reject(name, "web.form.choose");
    }
    return area;
  }

  private ModelAndView pairPage(Viewer viewer, Form form, Model model, HttpStatus status) {
    rows(form, model);
    LocalDate today = words.today();
    List<Area> all = areas.ofKind(AreaKind.TRANSITION_RULE_AREA, today);
    if (all.stream().noneMatch(area -> mayKeep(area.id(), viewer))) {
      throw new AbsentException("page");
    }
    model.addAttribute("headline", say.of("rule.pair.new"));
    model.addAttribute("send", "/rules/pairs/new");
    model.addAttribute("back", "/rules");
    model.addAttribute("pair", true);
    model.addAttribute(
        "ruleAreas",
        all.stream()
            .map(
                area ->
                    new AdmissionController.Choice(area.id().value().toString(), say.area(area)))
            .toList());
    return new ModelAndView("transition/rule-new", model.asMap(), status);
  }

  private Area area(UUID id) {
    return areas
        .find(new AreaId(id))
        .filter(area -> area.kind() == AreaKind.TRANSITION_RULE_AREA)
        .orElseThrow(() -> new AbsentException("area"));
  }

  private Area kept(UUID id, Viewer viewer) {
    Area area = area(id);
    if (!mayKeep(area.id(), viewer)) {
      throw new AbsentException("page");
    }
    return area;
  }
}
