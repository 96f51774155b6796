package tasuki.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

  /** A column of the table, with what stands in its first rows. */
  record Asked(int place, String heading, String examples) {
    public String field() {
      return MappingController.field(place);
    }
  }

  /** Something the list wants to know, that a column can mean. */
  record Meaning(String value, String label) {}

  /** Meanings under one heading. */
  record Group(String label, List<Meaning> meanings) {}

  private static final String PAGE = "/imports/{kind:[a-z][a-z-]{1,30}}/columns/{signature}";
  private static final int LONGEST_EXAMPLE = 20;
  private static final int MOST_EXAMPLES = 3;

  private final ListKinds kinds;
  private final Mappings mappings;
  private final KeptFiles kept;
  private final Bringing bringing;
  private final ListWords say;
  private final Notices notices;

  MappingController(
      ListKinds kinds,
      Mappings mappings,
      KeptFiles kept,
      Bringing bringing,
      ListWords say,
      Notices notices) {
    this.kinds = kinds;
    this.mappings = mappings;
    this.kept = kept;
    this.bringing = bringing;
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
    mapping.places(list).forEach((key, place) -> form.start(field(place), key));
    return page(list, mapping, model, HttpStatus.OK);
  }

  static String field(int place) {
    return "meaning-" + place;
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
    model.addAttribute("kind", list.kind());
    model.addAttribute("name", say.list(list.kind()));
    model.addAttribute("signature", mapping.signature());
    model.addAttribute(
        "kept",
        kept.find(list.kind(), mapping.signature()).map(KeptFiles.Kept::fileName).orElse(null));
    model.addAttribute("asked", asked(mapping));
    model.addAttribute("groups", groups(list));
    model.addAttribute(
        "wanted",
        list.columns().stream()
            .filter(Column::required)
            .map(column -> say.column(list.kind(), column))
            .collect(Collectors.joining(say.comma())));
    return new ModelAndView("intake/columns", model.asMap(), status);
  }

  private List<Asked> asked(Mapping mapping) {
    List<Asked> asked = new ArrayList<>();
    List<String> headings = mapping.headings();
    for (int place = 0; place < headings.size(); place++) {
      String examples = examples(mapping, place);
      if (!headings.get(place).isEmpty() || !examples.isEmpty()) {
        String heading =
            headings.get(place).isEmpty()
                ? say.of("columns.nameless", place + 1)
                : headings.get(place);
        asked.add(new Asked(place, heading, examples));
      }
    }
    return asked;
  }

  private String examples(Mapping mapping, int place) {
    return mapping.rows().stream()
        .skip(1)
        .filter(row -> place < row.size() && !row.get(place).isEmpty())
        .map(row -> shortened(row.get(place)))
        .distinct()
        .limit(MOST_EXAMPLES)
        .collect(Collectors.joining(say.comma()));
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) > LONGEST_EXAMPLE
        ? text.substring(0, text.offsetByCodePoints(0, LONGEST_EXAMPLE)) + "…"
        : text;
  }

  private List<Group> groups(MappedKind list) {
    Map<String, List<Meaning>> groups = new LinkedHashMap<>();
    for (Column column : list.columns()) {
      groups
          .computeIfAbsent(say.group(column), _ -> new ArrayList<>())
          .add(new Meaning(column.key(), say.column(list.kind(), column)));
    }
    return groups.entrySet().stream()
        .map(group -> new Group(group.getKey(), group.getValue()))
        .toList();
  }

  @PostMapping(PAGE)
  ModelAndView said(
      Viewer viewer,
      @PathVariable String kind,
      @PathVariable String signature,
      Form form,
      RedirectAttributes next,
      Model model)
      throws IOException {
    MappedKind list = list(viewer, kind);
    Mapping mapping = mapping(kind, signature);
    Map<String, Integer> places = read(form, list, mapping);
    if (form.hasErrors()) {
      return page(list, mapping, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    mappings.say(kind, signature, places);
    Optional<UUID> read = bringing.readAgain(list, mapping(kind, signature));
    notices.done(next, read.isPresent() ? "intake.done.columns.read" : "intake.done.columns");
    return new ModelAndView("redirect:/imports/" + read.map(UUID::toString).orElse(kind));
  }

  private Map<String, Integer> read(Form form, MappedKind list, Mapping mapping) {
    Map<String, Integer> places = new HashMap<>();
    for (Asked one : asked(mapping)) {
      String chosen = form.value(one.field());
      Optional<Column> column =
          list.columns().stream().filter(some -> some.key().equals(chosen)).findFirst();
      if (column.isEmpty()) {
        if (!chosen.isEmpty()) {
          form.reject(one.field(), "web.form.choose");
        }
      } else if (places.putIfAbsent(chosen, one.place()) != null) {
        form.reject(one.field(), "intake.columns.twice", say.column(list.kind(), column.get()));
      }
    }
    String missing =
        list.columns().stream()
            .filter(column -> column.required() && !places.containsKey(column.key()))
            .map(column -> say.column(list.kind(), column))
            .collect(Collectors.joining(say.comma()));
    if (!missing.isEmpty()) {
      form.reject("meanings", "intake.columns.missing", missing);
    }
    return places;
  }
}
