package tasuki;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.PageTags.Tag;

/**
 * A form of a page as a browser reads it, so that a test can send what somebody could send.
 *
 * @param action where it goes, with its query
 */
record PageForm(String action, boolean post, boolean multipart, Map<String, Field> fields) {

  /** How a field is filled in. */
  enum Kind {
    TEXT,
    AREA,
    PASSWORD,
    SELECT,
    RADIO,
    CHECKBOX,
    FILE,
    HIDDEN,
    BUTTON;

    /** Whether people write in it freely, so that nothing of it may be lost. */
    boolean isWritten() {
      return this == TEXT || this == AREA;
    }
  }

  /**
   * A field, or all boxes of one name.
   *
   * @param options what can be chosen; empty where it is written
   * @param values what stands in it or is chosen
   * @param hint what the page itself says of how it is written, such as {@code date}; or empty
   */
  record Field(String name, Kind kind, List<String> options, List<String> values, String hint) {}

  /** The forms of a page, without those that only the frame brings. */
  static List<PageForm> of(String html, String address) {
    Reading reading = new Reading(address);
    PageTags.of(html).forEach(reading::read);
    return reading.forms.values().stream()
        .map(Draft::form)
        .filter(form -> !form.action().endsWith("/sign-out"))
        .toList();
  }

  /** Its address without ids, and its fields: forms that are alike in this differ in nothing. */
  String shape() {
    return pattern(action) + " " + fields.keySet();
  }

  /** A register's code stands in addresses as an id does. */
  private static final String REGISTER =
      "(?<=^/registers/)(?!(new|own|pairs|entries|applications)\\b)[a-z0-9-]+";

  /** An address in which every id and every value is left out. */
  static String pattern(String address) {
    return address
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "{}")
        .replaceAll(REGISTER, "{}")
        .replaceAll("=[^&]*", "=");
  }

  private static final class Draft {
    private final String action;
    private final boolean post;
    private final boolean multipart;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Set<String>> options = new LinkedHashMap<>();
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, String> hints = new LinkedHashMap<>();

    Draft(Tag tag, String address) {
      String given = tag.attribute("action", "");
      this.action = given.isEmpty() ? address : given;
      this.post = tag.attribute("method", "get").equalsIgnoreCase("post");
      this.multipart = tag.attribute("enctype", "").startsWith("multipart");
    }

    void add(String name, Kind kind, @Nullable String option, @Nullable String value) {
      kinds.putIfAbsent(name, kind);
      options.computeIfAbsent(name, _ -> new LinkedHashSet<>());
      values.computeIfAbsent(name, _ -> new ArrayList<>());
      if (option != null) {
        options.get(name).add(option);
      }
      if (value != null) {
        values.get(name).add(value);
      }
    }

    PageForm form() {
      Map<String, Field> fields = new LinkedHashMap<>();
      kinds.forEach(
          (name, kind) ->
              fields.put(
                  name,
                  new Field(
                      name,
                      kind,
                      List.copyOf(options.getOrDefault(name, Set.of())),
                      List.copyOf(values.getOrDefault(name, List.of())),
                      hints.getOrDefault(name, ""))));
      return new PageForm(action, post, multipart, fields);
    }
  }

  private static final class Reading {
    private final String address;
    private final Map<String, Draft> forms = new LinkedHashMap<>();
    private String current = "";
    private @Nullable String select;
    private @Nullable String selectForm;

    Reading(String address) {
      this.address = address;
    }

    void read(Tag tag) {
      switch (tag.name()) {
        case "form" -> {
          current = tag.attribute("id", "form-" + forms.size());
          forms.put(current, new Draft(tag, address));
        }
        case "/form" -> current = "";
        case "input" -> input(tag);
        case "textarea" -> add(tag, tag.attribute("name", ""), Kind.AREA, null, tag.text());
        case "select" -> {
          select = tag.attribute("name", "");
          selectForm = tag.attribute("form", current);
          add(tag, select, Kind.SELECT, null, null);
        }
        case "/select" -> select = null;
        case "option" -> {
          if (select != null && selectForm != null && forms.containsKey(selectForm)) {
            String value = tag.attribute("value", tag.text().strip());
            forms
                .get(selectForm)
                .add(select, Kind.SELECT, value, tag.has("selected") ? value : null);
          }
        }
        case "button" -> {
          // Looking something up within a form does not send it.
          if (!tag.attribute("name", "").isEmpty() && !tag.has("formnovalidate")) {
            add(tag, tag.attribute("name", ""), Kind.BUTTON, tag.attribute("value", ""), null);
          }
        }
        default -> {
          // Nothing of a form.
        }
      }
    }

    private void input(Tag tag) {
      String name = tag.attribute("name", "");
      String value = tag.attribute("value", "");
      switch (tag.attribute("type", "text")) {
        case "hidden" -> add(tag, name, Kind.HIDDEN, null, value);
        case "password" -> add(tag, name, Kind.PASSWORD, null, null);
        case "file" -> add(tag, name, Kind.FILE, null, null);
        case "radio" -> add(tag, name, Kind.RADIO, value, tag.has("checked") ? value : null);
        case "checkbox" -> add(tag, name, Kind.CHECKBOX, value, tag.has("checked") ? value : null);
        case "submit", "button" -> {
          // Sends nothing of its own.
        }
        default -> add(tag, name, isSecret(tag) ? Kind.PASSWORD : Kind.TEXT, null, value);
      }
    }

    /** A code that holds once is never written into a page. */
    private static boolean isSecret(Tag tag) {
      return tag.attribute("autocomplete", "").equals("one-time-code");
    }

    private void add(
        Tag tag, String name, Kind kind, @Nullable String option, @Nullable String value) {
      Draft form = forms.get(tag.attribute("form", current));
      if (form != null && !name.isEmpty() && !name.equals("_csrf") && !tag.has("disabled")) {
        form.add(name, kind, option, value);
        form.hints.putIfAbsent(
            name, tag.attribute("data-normalise", tag.attribute("type", "").replace("text", "")));
      }
    }
  }
}
