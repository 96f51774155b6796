package tasuki.practice;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** An officer writes a case, changes it, shows it to everybody and takes it back. */
@Controller
@OpenTo(Duty.OFFICER)
class KeepingController {

  /** A case of one's own in the list. */
  record Own(String href, String name, String prefecture, Phrases.Mark mark, String at) {}

  private static final int LONGEST_REASON = 500;

  private final Practices practices;
  private final PracticeHistory history;
  private final PracticeWords say;
  private final Notices notices;

  KeepingController(
      Practices practices, PracticeHistory history, PracticeWords say, Notices notices) {
    this.practices = practices;
    this.history = history;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/practice/own")
  String own(Model model) {
    model.addAttribute(
        "own",
        practices.own().stream()
            .map(
                one ->
                    new Own(
                        address(one.code()),
                        one.content().name(),
                        one.content().prefecture(),
                        say.mark(one.state()),
                        say.moment(one.changedAt())))
            .toList());
    return "practice/own";
  }

  @GetMapping("/practice/new")
  String start(Form form, Model model) {
    return page(null, form, model);
  }

  @PostMapping("/practice/new")
  String enter(Form form, Model model, HttpServletResponse response, RedirectAttributes next) {
    if (LineRows.areAskedFor(form)) {
      return page(null, form, model);
    }
    Optional<Content> content = new PracticeForm(form).read(parents(null), null);
    if (content.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(null, form, model);
    }
    Practice added = practices.add(content.get());
    notices.done(next, "practice.done.created", added.content().name());
    return "redirect:" + address(added.code());
  }

  @GetMapping("/practice/{code}/edit")
  String change(@PathVariable String code, Form form, Viewer viewer, Model model) {
    Practice practice = own(code, viewer);
    new PracticeForm(form).start(practice.content());
    form.start("version", practice.version());
    return page(practice, form, model);
  }

  @PostMapping("/practice/{code}/edit")
  String changed(
      @PathVariable String code,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Practice practice = own(code, viewer);
    if (LineRows.areAskedFor(form)) {
      return page(practice, form, model);
    }
    Optional<Content> content = new PracticeForm(form).read(parents(practice), practice.content());
    if (content.isPresent()) {
      try {
        practices.change(code, version(form), content.get());
        notices.done(next, "practice.done.changed", content.get().name());
        return "redirect:" + address(code);
      } catch (RefusedException refused) {
        form.reject(fieldOf(refused), refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(practice, form, model);
  }

  @PostMapping("/practice/{code}/publish")
  String publish(@PathVariable String code, Form form, Viewer viewer, RedirectAttributes next) {
    Practice practice = own(code, viewer);
    try {
      practices.publish(code, version(form));
      notices.done(next, "practice.done.published", practice.content().name());
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
    }
    return "redirect:" + address(code);
  }

  @GetMapping("/practice/{code}/withdraw")
  String confirm(@PathVariable String code, Form form, Viewer viewer, Model model) {
    Practice practice = own(code, viewer);
    PracticePolicy.mayBecome(practice.state(), PracticeState.WITHDRAWN).orThrow();
    form.start("version", practice.version());
    model.addAttribute("practice", practice);
    return "practice/withdraw";
  }

  @PostMapping("/practice/{code}/withdraw")
  String withdraw(
      @PathVariable String code,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Practice practice = own(code, viewer);
    String reason = form.text("reason", LONGEST_REASON);
    if (!form.hasErrors()) {
      try {
        practices.withdraw(code, version(form), reason);
        notices.done(next, "practice.done.withdrawn", practice.content().name());
        return "redirect:" + address(code);
      } catch (RefusedException refused) {
        form.reject("reason", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("practice", practice);
    return "practice/withdraw";
  }

  @GetMapping("/practice/{code}/history")
  String history(@PathVariable String code, Viewer viewer, Model model) {
    Practice practice = own(code, viewer);
    model.addAttribute("practice", practice);
    model.addAttribute("steps", history.of(practices.versions(practice.id())));
    return "practice/history";
  }

  private String page(@Nullable Practice practice, Form form, Model model) {
    model.addAttribute("practice", practice);
    model.addAttribute(
        "send", practice == null ? "/practice/new" : address(practice.code()) + "/edit");
    model.addAttribute("back", practice == null ? "/practice/own" : address(practice.code()));
    model.addAttribute("headline", say.of(practice == null ? "new" : "edit"));
    model.addAttribute("budgetRows", LineRows.of(form, LineRows.BUDGET));
    model.addAttribute("figureRows", LineRows.of(form, LineRows.FIGURE));
    model.addAttribute(
        "prefectureOptions",
        Prefectures.NAMES.stream().map(name -> new Phrases.Choice(name, name)).toList());
    model.addAttribute("instrumentOptions", say.choices("instrument", Instrument.values()));
    model.addAttribute("areaTypeOptions", say.areaTypes());
    model.addAttribute("yearOptions", say.years());
    model.addAttribute("fundingOptions", say.choices("funding", Funding.values()));
    model.addAttribute("kindOptions", say.choices("kind", Figure.Kind.values()));
    model.addAttribute(
        "parentOptions",
        practices.own().stream()
            .filter(one -> practice == null || !one.code().equals(practice.code()))
            .map(one -> new Phrases.Choice(one.code(), one.content().name()))
            .toList());
    return "practice/edit";
  }

  /** Codes of the own cases that the case can be part of. */
  private List<String> parents(@Nullable Practice practice) {
    return practices.own().stream()
        .map(Practice::code)
        .filter(code -> practice == null || !code.equals(practice.code()))
        .toList();
  }

  private Practice own(String code, Viewer viewer) {
    Practice practice = practices.get(code);
    if (!PracticePolicy.changes(viewer, practice)) {
      throw new AbsentException("practice");
    }
    return practice;
  }

  /** The version that was on the screen; one that cannot be read is none that stands. */
  private static int version(Form form) {
    String typed = form.value("version");
    return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
  }

  /** The field a reason is told at. */
  private static String fieldOf(RefusedException refused) {
    return switch (refused.refused().reason()) {
      case "practice.refused.no-purpose" -> "purpose";
      case "practice.refused.no-approach" -> "approach";
      case "practice.refused.no-instruments" -> "instruments";
      default -> "name";
    };
  }

  private static String address(String code) {
    return "/practice/" + code;
  }
}
