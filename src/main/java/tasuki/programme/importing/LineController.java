package tasuki.programme.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
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
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.programme.ProgrammeFields;
import tasuki.programme.reading.ProgrammeLine;
import tasuki.programme.reading.Values;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Decides about the lines of a printed list that were not certain. */
@Controller
@OpenTo(Duty.OFFICER)
@RequestMapping("/programmes/imports/{id}")
class LineController {

  private final PrintedLists drafts;
  private final PrintedListWords words;
  private final Notices notices;

  LineController(PrintedLists drafts, PrintedListWords words, Notices notices) {
    this.drafts = drafts;
    this.words = words;
    this.notices = notices;
  }

  @GetMapping("/lines/{place}")
  String line(@PathVariable UUID id, @PathVariable int place, Form form, Model model) {
    PrintedList draft = drafts.get(id);
    Review.Line line = line(draft, place);
    if (!(line.line() instanceof ProgrammeLine programme)) {
      throw new AbsentException("line");
    }
    Values suggestion = line.decided() ? null : programme.suggestion();
    start(form, suggestion == null ? programme.values() : suggestion);
    return page(draft, line, model);
  }

  private static void start(Form form, Values values) {
    form.start("service", values.serviceType());
    form.start("is-new", values.isNew());
    form.start("is-repost", values.isRepost());
    form.start("number", values.number());
    form.start("name", values.name());
    form.start("content", values.content());
    form.start("division", values.division());
    form.start("funding", String.join(" ", values.funding()));
    form.start("planned", values.planned());
    form.start("settled", values.settled());
    form.start("remark", values.remark());
  }

  private String page(PrintedList draft, Review.Line line, Model model) {
    model.addAttribute("draft", draft);
    model.addAttribute("row", words.row(line));
    return "programme/import-line";
  }

  @PostMapping("/lines/{place}")
  String say(
      @PathVariable UUID id,
      @PathVariable int place,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    PrintedList draft = drafts.get(id);
    Review.Line line = line(draft, place);
    Values values = read(form);
    if (!form.hasErrors() && line.line() instanceof ProgrammeLine) {
      try {
        return decided(id, next, decisions -> put(decisions, place, Decision.says(values)));
      } catch (RefusedException refused) {
        form.reject("name", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(draft, line, model);
  }

  private static Values read(Form form) {
    String number = form.optional("number", 8).orElse("");
    if (!number.isEmpty() && !number.matches("\\p{Nd}{1,6}")) {
      form.reject("number", "programme.number.unreadable", 999_999);
    }
    return new Values(
        form.optional("service", 40).orElse(""),
        form.flag("is-new"),
        form.flag("is-repost"),
        number,
        form.text("name", 200),
        form.optional("content", 4_000).orElse(""),
        form.optional("division", 120).orElse(""),
        Arrays.stream(form.optional("funding", 40).orElse("").split("[\\s、,]+"))
            .filter(mark -> !mark.isEmpty())
            .toList(),
        yen(form, "planned"),
        yen(form, "settled"),
        form.optional("remark", 400).orElse(""));
  }

  private static @Nullable Long yen(Form form, String name) {
    OptionalLong yen = ProgrammeFields.yen(form, name);
    return yen.isPresent() ? yen.getAsLong() : null;
  }

  @PostMapping("/lines/{place}/leave")
  String leave(@PathVariable UUID id, @PathVariable int place, RedirectAttributes next) {
    line(drafts.get(id), place);
    return decide(id, next, decisions -> put(decisions, place, Decision.LEFT));
  }

  @PostMapping("/lines/{place}/again")
  String again(@PathVariable UUID id, @PathVariable int place, RedirectAttributes next) {
    line(drafts.get(id), place);
    return decide(
        id,
        next,
        decisions -> {
          decisions.remove(place);
          return decisions;
        });
  }

  /** Takes the suggestion for a line, or for every line that waits and has one. */
  @PostMapping("/suggestions")
  String suggestions(@PathVariable UUID id, Form form, RedirectAttributes next) {
    PrintedList draft = drafts.get(id);
    String only = form.value("place");
    List<Review.Line> waiting =
        Review.of(draft).waiting().stream()
            .filter(line -> only.isEmpty() || only.equals("" + line.place()))
            .toList();
    return decide(
        id,
        next,
        decisions -> {
          for (Review.Line line : waiting) {
            if (line.line() instanceof ProgrammeLine programme && !line.decided()) {
              Values suggestion = programme.suggestion();
              if (suggestion != null) {
                decisions.put(line.place(), Decision.says(suggestion));
              }
            }
          }
          return decisions;
        });
  }

  private static Map<Integer, Decision> put(
      Map<Integer, Decision> decisions, int place, Decision decision) {
    decisions.put(place, decision);
    return decisions;
  }

  private String decide(
      UUID id, RedirectAttributes next, UnaryOperator<Map<Integer, Decision>> change) {
    try {
      return decided(id, next, change);
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
      return "redirect:/programmes/imports/" + id;
    }
  }

  private String decided(
      UUID id, RedirectAttributes next, UnaryOperator<Map<Integer, Decision>> change) {
    drafts.decide(id, change);
    notices.done(next, "programme.import.decided", Review.of(drafts.get(id)).waiting().size());
    return "redirect:/programmes/imports/" + id;
  }

  private static Review.Line line(PrintedList draft, int place) {
    List<Review.Line> lines = Review.of(draft).lines();
    if (place < 0 || place >= lines.size()) {
      throw new AbsentException("line");
    }
    return lines.get(place);
  }
}
