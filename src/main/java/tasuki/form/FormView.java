package tasuki.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form in the words of the page, as the fragments of {@code form/form} show it. */
public record FormView(String title, @Nullable String statement, List<Section> sections) {

  /** A choice of a group. */
  public record Choice(String value, String label) {}

  /** A mark beside an item: an icon and a word, so that no colour has to be seen. */
  public record Mark(String tone, String icon, String text) {}

  /**
   * A section.
   *
   * @param answered how many of the items now asked have an answer
   * @param changed how many changed since the last form
   */
  public record Section(
      String id,
      @Nullable String number,
      String title,
      @Nullable String support,
      List<Group> groups,
      int answered,
      int asked,
      int changed,
      int errors) {}

  /** Items under one small heading; null where they stand without. */
  public record Group(@Nullable String title, List<Item> items) {}

  /**
   * One item.
   *
   * @param shape text, kana, telephone, long, date, time, number, select, radios or checkboxes
   * @param values the codes chosen; for typed items the text
   * @param text the answer in words; null where there is none
   * @param was what the last form said, of a changed item
   * @param theirs what somebody else saved meanwhile, in words
   * @param followed the field it depends on, and with which codes
   * @param asked whether it is asked, given the other answers
   */
  public record Item(
      String name,
      String id,
      String shape,
      String label,
      @Nullable String support,
      boolean required,
      int limit,
      @Nullable String unit,
      List<Choice> options,
      @Nullable String exclusive,
      List<String> values,
      @Nullable String text,
      @Nullable String error,
      boolean changed,
      @Nullable String was,
      @Nullable String theirs,
      List<Mark> marks,
      @Nullable String followed,
      @Nullable String followedCodes,
      boolean asked,
      boolean wide) {

    /** What stands in the field. */
    public String value() {
      return values.isEmpty() ? "" : values.getFirst();
    }
  }
}
