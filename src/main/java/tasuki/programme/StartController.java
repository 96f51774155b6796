package tasuki.programme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.identity.Divisions;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.web.Form;
import tasuki.web.Phrases;

/** Starts a programme from what another one looks like: first the list, then the filled-in form. */
@Controller
@OpenTo(Duty.OFFICER)
class StartController {

  /** A list on which it can be put. */
  record Choice(String href, String title) {}

  /** The fields of the form that are handed on. */
  static final List<String> HANDED = List.of("name", "purpose", "content", "instrument");

  private static final int LONGEST = 4_000;

  private final Editions editions;
  private final Divisions divisions;
  private final Phrases say;

  StartController(Editions editions, Divisions divisions, Phrases say) {
    this.editions = editions;
    this.divisions = divisions;
    this.say = say;
  }

  @GetMapping("/programmes/start")
  String start(Form form, Viewer viewer, Model model) {
    boolean works = !divisions.own().isEmpty();
    Set<SeriesId> seen = new HashSet<>();
    List<Choice> choices = new ArrayList<>();
    for (Edition edition : editions.all(viewer.organization().id())) {
      // The years stand latest first: of each list the latest is meant.
      if (works && seen.add(edition.series().id())) {
        choices.add(new Choice(address(edition, form), edition.title()));
      }
    }
    model.addAttribute("choices", choices);
    model.addAttribute("works", works);
    model.addAttribute("what", form.optional("name", LONGEST).orElse(""));
    model.addAttribute(
        "instruments",
        InstrumentKind.of(form.valuesOf("instrument")).stream()
            .map(kind -> say.of("programme.instrument." + kind))
            .toList());
    return "programme/start";
  }

  private static String address(Edition edition, Form form) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/programmes/lists/" + edition.id() + "/new");
    List<Object> values = new ArrayList<>();
    for (String name : HANDED) {
      for (String value : form.valuesOf(name)) {
        if (!value.isEmpty() && value.length() <= LONGEST) {
          address.queryParam(name, "{" + values.size() + "}");
          values.add(value);
        }
      }
    }
    return address.encode().buildAndExpand(values.toArray()).toUriString();
  }
}
