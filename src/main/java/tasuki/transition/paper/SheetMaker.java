package tasuki.transition.paper;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapaneseDates;
import tasuki.form.Audience;
import tasuki.form.FormDefinition;
import tasuki.form.FormGroup;
import tasuki.form.FormItem;
import tasuki.form.FormPaper;
import tasuki.form.FormSection;
import tasuki.form.FormValues;
import tasuki.form.ItemKind;

/**
 * Lays a form out as dense rows, from its definition alone: an area's own layout needs no program.
 */
@Component
class SheetMaker {

  private static final int WIDTH = 60;
  private static final int GROUP = 4;
  private static final int NARROWEST_LABEL = 5;
  private static final int WIDEST_LABEL = 13;
  private static final int SHORT_TEXT = 9;

  /**
   * What every cell is made from.
   *
   * @param width of the paper
   * @param alone whether each item has a line of its own
   */
  private record Asked(
      FormValues values,
      Audience audience,
      boolean secret,
      Locale locale,
      int width,
      boolean alone) {}

  /**
   * The sheet.
   *
   * @param secret whether the address is secret, so that no paper shows it
   * @param values what this audience may read, and no more
   */
  FormSheet sheet(
      FormDefinition form, FormValues values, Audience audience, boolean secret, Locale locale) {
    // Whoever receives a fax has A4.
    boolean large = form.paper().size() == FormPaper.Size.A3 && audience != Audience.FAX;
    int width = large ? 2 * WIDTH : WIDTH;
    Asked asked = new Asked(values, audience, secret, locale, width, form.paper().columns() == 1);
    return new FormSheet(
        form.title().in(locale),
        form.statement() == null ? null : form.statement().in(locale),
        width,
        large,
        form.sections().stream().map(section -> part(section, asked)).toList(),
        form.items().anyMatch(item -> !item.verified()));
  }

  private FormSheet.Part part(FormSection section, Asked asked) {
    List<FormSheet.Block> blocks = new ArrayList<>();
    List<FormItem> same = new ArrayList<>();
    String group = null;
    for (FormItem item : section.items()) {
      if (!same.isEmpty() && !Objects.equals(group, item.group())) {
        blocks.add(new FormSheet.Block(rows(section, group, same, asked)));
        same = new ArrayList<>();
      }
      group = item.group();
      same.add(item);
    }
    blocks.add(new FormSheet.Block(rows(section, group, same, asked)));
    String title = section.title().in(asked.locale());
    String heading = section.number() == null ? title : section.number() + ". " + title;
    return new FormSheet.Part(section.id(), section.id().equals("header") ? null : heading, blocks);
  }

  private List<FormSheet.Row> rows(
      FormSection section, @Nullable String group, List<FormItem> items, Asked asked) {
    String heading =
        section.groups().stream()
            .filter(one -> one.id().equals(group))
            .map(FormGroup::title)
            .map(words -> words.in(asked.locale()))
            .findFirst()
            .orElse(null);
    int width = heading == null ? asked.width() : asked.width() - GROUP;
    List<List<FormSheet.Cell>> lines = new ArrayList<>();
    List<FormSheet.Cell> line = new ArrayList<>();
    int used = 0;
    for (FormItem item : items) {
      FormSheet.Cell cell = cell(item, asked, width);
      int wanted = cell.labelSpan() + cell.span();
      if ((asked.alone() || used + wanted > width) && !line.isEmpty()) {
        lines.add(stretched(line, width - used));
        line = new ArrayList<>();
        used = 0;
      }
      line.add(cell);
      used += wanted;
    }
    if (!line.isEmpty()) {
      lines.add(stretched(line, width - used));
    }
    List<FormSheet.Row> rows = new ArrayList<>();
    for (List<FormSheet.Cell> cells : lines) {
      rows.add(new FormSheet.Row(heading, rows.isEmpty() ? lines.size() : 0, cells));
    }
    return rows;
  }

  /** The last answer of a line takes what is left of it. */
  private static List<FormSheet.Cell> stretched(List<FormSheet.Cell> line, int left) {
    List<FormSheet.Cell> cells = new ArrayList<>(line);
    FormSheet.Cell last = cells.removeLast();
    cells.add(
        new FormSheet.Cell(
            last.label(),
            last.labelSpan(),
            last.span() + left,
            last.boxes(),
            last.text(),
            last.left(),
            last.prose()));
    return cells;
  }

  private FormSheet.Cell cell(FormItem item, Asked asked, int width) {
    Locale locale = asked.locale();
    FormValues values = asked.values();
    boolean secret = asked.secret();
    String label = item.label().in(locale) + (item.factor() ? "*" : "");
    boolean left = !asked.audience().reads(item, secret, Set.of()) || secretOnPaper(item, secret);
    List<FormSheet.Box> boxes =
        !item.kind().chosen() || left
            ? List.of()
            : item.options().stream()
                .map(
                    option ->
                        new FormSheet.Box(
                            values.all(item.id()).contains(option.code()),
                            option.label().in(locale)))
                .toList();
    String text = left || item.kind().chosen() ? "" : text(item, values, locale);
    int labelSpan = (int) Math.clamp(Math.ceil(length(label)) + 1, NARROWEST_LABEL, WIDEST_LABEL);
    int most = width - labelSpan;
    int span = item.kind() == ItemKind.LONG_TEXT ? most : Math.min(most, wanted(boxes, text));
    return new FormSheet.Cell(
        label, labelSpan, span, boxes, text, left, item.kind() == ItemKind.LONG_TEXT);
  }

  /** 支援措置: no paper shows where the person lives, whoever it is for. */
  private static boolean secretOnPaper(FormItem item, boolean secret) {
    return secret && item.classes().contains(tasuki.form.ItemClass.SECRET_ADDRESS);
  }

  private static int wanted(List<FormSheet.Box> boxes, String text) {
    double content =
        boxes.isEmpty()
            ? Math.max(SHORT_TEXT, length(text) + 1)
            : boxes.stream().mapToDouble(box -> length(box.label()) + 2).sum() + 1;
    return (int) Math.ceil(content);
  }

  /** In full-width letters. */
  private static double length(String text) {
    return text.codePoints().mapToDouble(letter -> letter < 0x500 ? 0.58 : 1).sum();
  }

  private static String text(FormItem item, FormValues values, Locale locale) {
    String said = values.all(item.id()).stream().collect(Collectors.joining(" "));
    if (said.isEmpty()) {
      return "";
    }
    if (item.kind() == ItemKind.DATE) {
      try {
        return JapaneseDates.inFull(LocalDate.parse(said), locale);
      } catch (DateTimeParseException asTyped) {
        return said;
      }
    }
    return item.unit() == null ? said : said + " " + item.unit().in(locale);
  }
}
