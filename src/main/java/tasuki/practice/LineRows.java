package tasuki.practice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tasuki.web.Form;

/**
 * One of the rows of fields that a page has as many of as somebody asks for.
 *
 * @param id behind the names of its fields: the letter of its kind and a number
 * @param number as the page counts it
 */
record LineRows(String id, int number) {

  static final String BUDGET = "b";
  static final String FIGURE = "f";

  private static final String ADD = "add-";
  private static final String TAKE_OUT = "out-";
  private static final int MOST = 60;

  /** Whether the button that was pressed only asks for a row more or less. */
  static boolean areAskedFor(Form form) {
    String pressed = form.value("press");
    return pressed.startsWith(ADD) || pressed.startsWith(TAKE_OUT);
  }

  /** Whether the page is shown for the first time, so that its rows begin with what stands. */
  static boolean areFresh(Form form) {
    return form.valuesOf("row").isEmpty() && form.value("press").isEmpty();
  }

  /** The rows of the kind, after the one more or less that was asked for. */
  static List<LineRows> of(Form form, String kind) {
    String pressed = form.value("press");
    Set<String> ids = new LinkedHashSet<>();
    for (String id : form.valuesOf("row")) {
      if (id.matches(kind + "\\d{1,4}") && !pressed.equals(TAKE_OUT + id) && ids.size() < MOST) {
        ids.add(id);
      }
    }
    if (pressed.equals(ADD + kind) && ids.size() < MOST) {
      int next = 1;
      while (form.valuesOf("row").contains(kind + next)) {
        next++;
      }
      ids.add(kind + next);
    }
    List<LineRows> rows = new ArrayList<>();
    ids.forEach(id -> rows.add(new LineRows(id, rows.size() + 1)));
    return rows;
  }

  /** Whether nothing was typed in any of these fields of the row. */
  boolean isEmpty(Form form, List<String> fields) {
    return fields.stream().allMatch(field -> form.value(field + "-" + id).isBlank());
  }
}
