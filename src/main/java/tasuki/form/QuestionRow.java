package tasuki.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tasuki.web.Form;

/**
 * A question as its row of fields on the page on which it is set up.
 *
 * @param id behind the names of its fields, and the question's id
 * @param number as the page counts it
 */
public record QuestionRow(String id, int number) {

  static final String ADD = "add";
  static final String TAKE_OUT = "out-";

  private static final int MOST = 40;
  private static final int MOST_OPTIONS = 30;
  private static final int LONGEST = 100;

  /** Whether the button that was pressed only asks for a row more or less. */
  public static boolean asksForRows(Form form) {
    String pressed = form.value("press");
    return pressed.equals(ADD) || pressed.startsWith(TAKE_OUT);
  }

  /** Begins with the questions that stand. */
  public static void startAll(Form form, List<Question> fields) {
    if (!form.valuesOf("row").isEmpty() || !form.value("press").isEmpty()) {
      return;
    }
    for (Question field : fields) {
      String id = field.id();
      form.keep("row", id);
      form.start("ja-" + id, field.label().ja());
      form.start("en-" + id, field.label().en());
      form.start("kind-" + id, field.kind());
      form.start("must-" + id, field.required() ? "true" : "");
      form.start("options-" + id, OptionLines.of(field.options()));
    }
  }

  /** The rows to show, after the one more or less that was asked for. */
  public static List<QuestionRow> rows(Form form) {
    String pressed = form.value("press");
    Set<String> ids = new LinkedHashSet<>();
    for (String id : form.valuesOf("row")) {
      if (id.matches("[a-z][a-z0-9-]{0,30}")
          && !pressed.equals(TAKE_OUT + id)
          && ids.size() < MOST) {
        ids.add(id);
      }
    }
    if (pressed.equals(ADD) && ids.size() < MOST) {
      int next = 1;
      while (form.valuesOf("row").contains("q" + next)) {
        next++;
      }
      ids.add("q" + next);
    }
    List<QuestionRow> rows = new ArrayList<>();
    ids.forEach(id -> rows.add(new QuestionRow(id, rows.size() + 1)));
    return rows;
  }

  /** The questions as typed; a row without anything is none. */
  public static List<Question> read(Form form) {
    List<Question> fields = new ArrayList<>();
    for (QuestionRow row : rows(form)) {
      if (!row.isEmpty(form)) {
        row.field(form).ifPresent(fields::add);
      }
    }
    return fields;
  }

  private boolean isEmpty(Form form) {
    return form.value("ja-" + id).isBlank()
        && form.value("en-" + id).isBlank()
        && form.value("options-" + id).isBlank();
  }

  private Optional<Question> field(Form form) {
    Words label = new Words(form.text("ja-" + id, LONGEST), form.text("en-" + id, LONGEST));
    Optional<Question.Kind> kind = form.choice("kind-" + id, Question.Kind.class);
    List<FormOption> options = options(form, kind.filter(Question.Kind::hasOptions).isPresent());
    return kind.map(one -> new Question(id, one, label, form.flag("must-" + id), options));
  }

  private List<FormOption> options(Form form, boolean wanted) {
    String field = "options-" + id;
    List<FormOption> options = OptionLines.read(form, field);
    if (wanted) {
      OptionLines.count(form, field, options, 2, MOST_OPTIONS);
    }
    return wanted ? options : List.of();
  }
}
