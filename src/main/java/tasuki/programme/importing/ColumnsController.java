package tasuki.programme.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import tasuki.kernel.RefusedException;
import tasuki.programme.reading.Columns;
import tasuki.programme.reading.Field;
import tasuki.programme.reading.ListLine;
import tasuki.programme.reading.Unit;
import tasuki.table.TableRow;
import tasuki.web.Form;
import tasuki.web.Notices;
import tasuki.web.Phrases;

/** Says which column of a printed list holds what; it is remembered for the same headings. */
@Controller
@OpenTo(Duty.OFFICER)
@RequestMapping("/programmes/imports/{id}/columns")
class ColumnsController {

  /** A column of the table with what stands in its first rows. */
  record ColumnLine(String name, String letter, List<String> examples) {}

  private static final int EXAMPLES = 4;
  private static final int LETTERS = 26;

  private final PrintedLists drafts;
  private final Phrases say;
  private final Notices notices;

  ColumnsController(PrintedLists drafts, Phrases say, Notices notices) {
    this.drafts = drafts;
    this.say = say;
    this.notices = notices;
  }

  @GetMapping
  String columns(@PathVariable UUID id, Form form, Model model) {
    PrintedList draft = drafts.get(id);
    Columns columns = draft.reading().columns();
    columns.places().forEach((field, place) -> form.start("column-" + place, field));
    form.start("planned-unit", columns.planned());
    form.start("settled-unit", columns.settled());
    return page(draft, model);
  }

  private String page(PrintedList draft, Model model) {
    List<TableRow> rows = draft.reading().lines().stream().map(ListLine::source).toList();
    int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    List<ColumnLine> lines = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      int at = column;
      lines.add(
          new ColumnLine(
              "column-" + column,
              letter(column),
              rows.stream()
                  .map(row -> row.cell(at))
                  .filter(cell -> !cell.isBlank())
                  .limit(EXAMPLES)
                  .toList()));
    }
    model.addAttribute("draft", draft);
    model.addAttribute("columnLines", lines);
    model.addAttribute(
        "fieldOptions", say.choices("programme.import.field", List.of(Field.values())));
    model.addAttribute("unitOptions", say.choices("programme.import.unit", List.of(Unit.values())));
    return "programme/import-columns";
  }

  private static String letter(int column) {
    return column < LETTERS
        ? Character.toString('A' + column)
        : letter(column / LETTERS - 1) + letter(column % LETTERS);
  }

  @PostMapping
  String choose(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    PrintedList draft = drafts.get(id);
    Map<Field, Integer> places = new EnumMap<>(Field.class);
    int width =
        draft.reading().lines().stream()
            .mapToInt(line -> line.source().cells().size())
            .max()
            .orElse(0);
    for (int column = 0; column < width; column++) {
      Optional<Field> field = form.optionalChoice("column-" + column, Field.class);
      if (field.isPresent() && places.putIfAbsent(field.get(), column) != null) {
        form.reject("column-" + column, "programme.import.column-twice");
      }
    }
    Optional<Unit> planned = form.optionalChoice("planned-unit", Unit.class);
    Optional<Unit> settled = form.optionalChoice("settled-unit", Unit.class);
    if (places.containsKey(Field.PLANNED) && planned.isEmpty()) {
      form.reject("planned-unit", "web.form.choose");
    }
    if (places.containsKey(Field.SETTLED) && settled.isEmpty()) {
      form.reject("settled-unit", "web.form.choose");
    }
    if (width > 0 && !places.containsKey(Field.NAME)) {
      form.reject("column-0", "programme.import.name-column");
    }
    if (!form.hasErrors()) {
      try {
        drafts.choose(
            id,
            new Columns(
                draft.reading().columns().line(),
                places,
                planned.orElse(null),
                settled.orElse(null)));
        notices.done(next, "programme.import.columns-chosen");
        return "redirect:/programmes/imports/" + id;
      } catch (RefusedException refused) {
        form.reject("column-0", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(draft, model);
  }
}
