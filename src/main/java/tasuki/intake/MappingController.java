package tasuki.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.table.Column;
import tasuki.table.MappedKind;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Asks once what the columns of an organisation's own table mean. */
@Controller
@OpenTo(Duty.OFFICER)
class MappingController {

  /** Something the list wants to know, with the column that says it. */
  record Wish(String field, String label, boolean required) {}

  /** A column of the table that can be chosen. */
  record Choice(String value, String label) {}

  private static final String PAGE = "/imports/{kind:[a-z][a-z-]{1,30}}/columns/{signature}";
  private static final int LONGEST_EXAMPLE = 20;

  private final ListKinds kinds;
  private final Mappings mappings;
  private final ListWords say;
  private final Notices notices;

  MappingController(ListKinds kinds, Mappings mappings, ListWords say, Notices notices) {
    this.kinds = kinds;
    this.mappings = mappings;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping(PAGE)
  ModelAndView ask(
      Viewer viewer,
      @PathVariable String kind,
      @PathVariable String signature,
      Form form,
      Model model) {
    MappedKind list = list(viewer, kind);
    Mapping mapping = mapping(kind, signature);
    mapping.places().forEach((key, place) -> form.start("column-" + key, place));
    return page(list, mapping, model, HttpStatus.OK);
  }

  private MappedKind list(Viewer viewer, String word) {
    Prefecture.mustBeOfficer(viewer);
    return kinds
        .find(word)
        .filter(MappedKind.class::isInstance)
        .map(MappedKind.class::cast)
        .orElseThrow(() -> new AbsentException("page"));
  }

  private Mapping mapping(String kind, String signature) {
    return mappings.find(kind, signature).orElseThrow(() -> new AbsentException("page"));
  }

  private ModelAndView page(MappedKind list, Mapping mapping, Model model, HttpStatus status) {
    List<Choice> choices = new ArrayList<>();
    List<String> headings = mapping.rows().getFirst();
    for (int i = 0; i < headings.size(); i++) {
      String example = mapping.rows().size() > 1 ? cell(mapping.rows().get(1), i) : "";
      String heading =
          headings.get(i).isEmpty() ? say.of("columns.nameless", i + 1) : headings.get(i);
      choices.add(new Choice("" + i, example.isEmpty() ? heading : heading + " (" + example + ")"));
    }
    model.addAttribute("kind", list.kind());
    model.addAttribute("name", say.list(list.kind()));
    model.addAttribute("signature", mapping.signature());
    model.addAttribute("firstRows", mapping.rows());
    model.addAttribute("choices", choices);
    model.addAttribute(
        "wishes",
        list.columns().stream()
            .map(
                column ->
                    new Wish(
                        "column-" + column.key(),
                        say.field(list.kind(), column.key()),
                        column.required()))
            .toList());
    return new ModelAndView("intake/columns", model.asMap(), status);
  }

  private static String cell(List<String> row, int column) {
    String text = column < row.size() ? row.get(column) : "";
    return text.length() > LONGEST_EXAMPLE ? text.substring(0, LONGEST_EXAMPLE) + "…" : text;
  }

  @PostMapping(PAGE)
  ModelAndView said(
      Viewer viewer,
      @PathVariable String kind,
      @PathVariable String signature,
      Form form,
      RedirectAttributes next,
      Model model) {
    MappedKind list = list(viewer, kind);
    Mapping mapping = mapping(kind, signature);
    Map<String, Integer> places = new LinkedHashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Column column : list.columns()) {
      String field = "column-" + column.key();
      String chosen = form.value(field);
      if (chosen.isEmpty()) {
        if (column.required()) {
          form.reject(field, "web.form.choose");
        }
      } else if (!chosen.matches("\\d{1,3}")
          || Integer.parseInt(chosen) >= mapping.rows().getFirst().size()) {
        form.reject(field, "web.form.choose");
      } else if (!taken.add(Integer.valueOf(chosen))) {
        form.reject(field, "intake.columns.twice");
      } else {
        places.put(column.key(), Integer.valueOf(chosen));
      }
    }
    if (form.hasErrors()) {
      return page(list, mapping, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    mappings.say(kind, signature, places);
    notices.done(next, "intake.done.columns");
    return new ModelAndView("redirect:/imports/" + kind);
  }
}
