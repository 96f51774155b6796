package tasuki.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Doubt;
import tasuki.directory.Doubts;
import tasuki.directory.Organization;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Tab;

/** Where officers of the prefecture say which organisations of the lists are one place. */
@Controller
@OpenTo(Duty.OFFICER)
class DoubtsController {

  private static final int PAGE = 50;
  private static final int WORDS = 400;

  /** A row of the list. */
  record Row(
      UUID id,
      String name,
      String newer,
      String kind,
      String place,
      String reasons,
      String raised) {}

  private final Doubts doubts;
  private final Organizations organizations;
  private final DoubtSides sides;
  private final MessageSource messages;
  private final Notices notices;

  DoubtsController(
      Doubts doubts,
      Organizations organizations,
      DoubtSides sides,
      MessageSource messages,
      Notices notices) {
    this.doubts = doubts;
    this.organizations = organizations;
    this.sides = sides;
    this.messages = messages;
    this.notices = notices;
  }

  @GetMapping("/imports/doubts")
  String list(Form form, Viewer viewer, Model model, Locale locale) {
    onlyKeeper(viewer);
    Doubts.Which which = which(form);
    Optional<Doubt.Kind> kind = form.optionalChoice("kind", Doubt.Kind.class);
    boolean all = form.flag("all");
    UUID after = form.id("after").orElse(null);
    List<Doubt> found = doubts.list(which, kind, !all, after, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<Doubt> page = more ? found.subList(0, PAGE) : found;
    model.addAttribute("rows", page.stream().map(doubt -> row(doubt, locale)).toList());
    model.addAttribute("tabs", tabs(which, locale));
    model.addAttribute("which", which);
    model.addAttribute("kinds", sides.kinds(locale));
    model.addAttribute("narrowed", kind.isPresent() || all);
    model.addAttribute("nextPage", more ? address(form, which, page.getLast().id()) : null);
    model.addAttribute("firstPage", after == null ? null : address(form, which, null));
    return "desk/doubts";
  }

  private static Doubts.Which which(Form form) {
    return form.optionalChoice("which", Doubts.Which.class).orElse(Doubts.Which.NEW);
  }

  private Row row(Doubt doubt, Locale locale) {
    Organization older = organizations.get(doubt.older());
    Organization newer = organizations.get(doubt.newer());
    return new Row(
        doubt.id(),
        older.name(),
        newer.name(),
        say("desk.doubt.kind." + doubt.kind(), locale),
        newer.address(),
        sides.reasons(doubt.reasons(), locale),
        JapaneseDates.dayAndMonth(
            JapanTime.at(doubt.raisedAt().toInstant()).toLocalDate(), locale));
  }

  private List<Tab> tabs(Doubts.Which current, Locale locale) {
    List<Tab> tabs = new ArrayList<>();
    for (Doubts.Which which : Doubts.Which.values()) {
      tabs.add(
          new Tab(
              "/imports/doubts?which=" + which,
              say("desk.doubts." + which, locale),
              which == current));
    }
    return tabs;
  }

  private static String address(Form form, Doubts.Which which, @Nullable UUID after) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/imports/doubts").queryParam("which", which);
    form.optionalChoice("kind", Doubt.Kind.class)
        .ifPresent(kind -> address.queryParam("kind", kind));
    if (form.flag("all")) {
      address.queryParam("all", "true");
    }
    if (after != null) {
      address.queryParam("after", after);
    }
    return address.toUriString();
  }

  @GetMapping("/imports/doubts/{id}")
  String one(@PathVariable UUID id, Form form, Viewer viewer, Model model, Locale locale) {
    onlyKeeper(viewer);
    return show(doubts.get(id), form, model, locale);
  }

  private String show(Doubt doubt, Form form, Model model, Locale locale) {
    Organization older = organizations.get(doubt.older());
    Organization newer = organizations.get(doubt.newer());
    model.addAttribute("doubt", doubt);
    model.addAttribute("older", older);
    model.addAttribute("newer", newer);
    model.addAttribute("lines", sides.lines(older, newer, locale));
    model.addAttribute("reasons", sides.sentences(doubt.reasons(), locale));
    model.addAttribute("answers", sides.answers(doubt, locale));
    model.addAttribute(
        "answered", doubt.open() ? null : say("desk.doubt.answered." + doubt.answer(), locale));
    model.addAttribute("mayTakeBack", !doubt.open() && doubt.answer() != Doubt.Answer.WITHDRAWN);
    return "desk/doubt";
  }

  @PostMapping("/imports/doubts/{id}")
  String answer(
      @PathVariable UUID id,
      Form form,
      Viewer viewer,
      Model model,
      Locale locale,
      RedirectAttributes next,
      jakarta.servlet.http.HttpServletResponse response) {
    onlyKeeper(viewer);
    Doubt doubt = doubts.get(id);
    Optional<Doubt.Answer> answer = form.choice("answer", Doubt.Answer.class);
    Optional<String> words = form.optional("words", WORDS);
    answer.ifPresent(chosen -> form.reject("answer", doubts.mayAnswer(doubt, chosen)));
    if (answer.isEmpty() || form.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(doubt, form, model, locale);
    }
    doubts.answer(id, answer.get(), words.orElse(null));
    notices.done(next, "desk.doubt.done." + answer.get(), organizations.get(doubt.newer()).name());
    return doubts.list(Doubts.Which.NEW, Optional.empty(), true, null, 1).stream()
        .findFirst()
        .map(following -> "redirect:/imports/doubts/" + following.id())
        .orElse("redirect:/imports/doubts");
  }

  @PostMapping("/imports/doubts/{id}/take-back")
  String takeBack(@PathVariable UUID id, Viewer viewer, RedirectAttributes next) {
    onlyKeeper(viewer);
    doubts.takeBack(id);
    notices.done(next, "desk.doubt.taken-back");
    return "redirect:/imports/doubts/" + id;
  }

  private static void onlyKeeper(Viewer viewer) {
    if (!OrganizationsController.keepsDirectory(viewer)) {
      throw new AbsentException("page");
    }
  }

  private String say(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
