package tasuki.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** What a list is made of: its headings and sources of money, and whether everybody reads it. */
@Controller
@OpenTo({Duty.OFFICER})
@RequestMapping("/programmes/lists/{id}")
class ListSetUpController {

  private final Editions editions;
  private final Ids ids;
  private final Phrases say;
  private final Notices notices;

  ListSetUpController(Editions editions, Ids ids, Phrases say, Notices notices) {
    this.editions = editions;
    this.ids = ids;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping("/set-up")
  String setUp(@PathVariable UUID id, Form form, Model model) {
    return page(editions.compiled(new EditionId(id)), model);
  }

  private String page(Edition edition, Model model) {
    List<Heading> headings = editions.headings(edition.id());
    model.addAttribute("edition", edition);
    model.addAttribute("yearLabel", edition.year().label(say.locale()));
    model.addAttribute("headings", headings);
    model.addAttribute("parentOptions", ListChoices.headings(headings));
    model.addAttribute("sources", editions.sources(edition.series().organization()));
    return "programme/set-up";
  }

  @PostMapping("/headings")
  String addHeading(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Edition edition = editions.compiled(new EditionId(id));
    String mark = form.optional("mark", 12).orElse("");
    String name = form.text("name", 120);
    Optional<HeadingId> parent = form.id("parent").map(HeadingId::new);
    parent
        .filter(one -> editions.headings(edition.id()).stream().noneMatch(h -> h.id().equals(one)))
        .ifPresent(_ -> form.reject("parent", "web.form.choose"));
    if (form.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(edition, model);
    }
    editions.addHeadings(
        edition.id(),
        List.of(
            new Editions.NewHeading(new HeadingId(ids.next()), parent.orElse(null), mark, name)));
    notices.done(next, "programme.heading.added", name);
    return "redirect:/programmes/lists/" + id + "/set-up";
  }

  @PostMapping("/headings/{heading}/remove")
  String removeHeading(@PathVariable UUID id, @PathVariable UUID heading, RedirectAttributes next) {
    try {
      editions.remove(editions.compiled(new EditionId(id)).id(), new HeadingId(heading));
      notices.done(next, "programme.heading.removed");
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
    }
    return "redirect:/programmes/lists/" + id + "/set-up";
  }

  @PostMapping("/sources")
  String addSource(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Edition edition = editions.compiled(new EditionId(id));
    String mark = form.text("source-mark", 4);
    String name = form.text("source-name", 40);
    if (mark.matches(".*[\\s\"'<>&].*")) {
      form.reject("source-mark", "programme.source.mark.unreadable");
    }
    if (form.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(edition, model);
    }
    List<Source> sources = new ArrayList<>(editions.sources(edition.series().organization()));
    sources.removeIf(one -> one.mark().equals(mark));
    sources.add(new Source(mark, name));
    editions.sources(sources);
    notices.done(next, "programme.source.added", mark + name);
    return "redirect:/programmes/lists/" + id + "/set-up";
  }

  @PostMapping("/publication")
  String publish(@PathVariable UUID id, Form form, RedirectAttributes next) {
    Edition edition = editions.compiled(new EditionId(id));
    boolean publish = form.flag("publish");
    editions.publish(edition.id(), publish);
    notices.done(
        next, publish ? "programme.list.published" : "programme.list.unpublished", edition.title());
    return "redirect:/programmes/lists/" + id + "/set-up";
  }
}
