package tasuki.form;

/**
 * Something wrong in the text of a layout, where its writer finds it.
 *
 * @param line of the text, from 1
 * @param item the item, section or word it is about; empty where the text cannot be read at all
 * @param code the message {@code form.layout.problem.<code>} says what is wrong
 */
public record LayoutProblem(int line, String item, String code) {}
