package tasuki.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answers of a form: dates as {@code 2026-11-24}, times as {@code 07:30}, numbers in plain
 * digits, choices as codes. In a draft an answer may also be what was typed and could not be read.
 * Immutable; an item without an answer is not there.
 */
public final class FormValues {

  public static final FormValues EMPTY = new FormValues(Map.of());

  private final Map<String, List<String>> answers;

  private FormValues(Map<String, List<String>> answers) {
    this.answers = Collections.unmodifiableMap(answers);
  }

  /** These answers; blank ones are left out. */
  public static FormValues of(Map<String, List<String>> answers) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    answers.forEach(
        (item, all) -> {
          List<String> said = all.stream().filter(one -> !one.isBlank()).toList();
          if (!said.isEmpty()) {
            kept.put(item, said);
          }
        });
    return new FormValues(kept);
  }

  /** The one answer, or what was typed first; empty where there is none. */
  public Optional<String> first(String item) {
    return all(item).stream().findFirst();
  }

  /** All answers to the item. */
  public List<String> all(String item) {
    return answers.getOrDefault(item, List.of());
  }

  /** The items that are answered. */
  public Set<String> items() {
    return answers.keySet();
  }

  public boolean isEmpty() {
    return answers.isEmpty();
  }

  /** The same with other answers to this item; without any, it is taken out. */
  public FormValues with(String item, List<String> said) {
    Map<String, List<String>> changed = new LinkedHashMap<>(answers);
    changed.put(item, said);
    return of(changed);
  }

  /** The same with one answer to this item. */
  public FormValues with(String item, String said) {
    return with(item, List.of(said));
  }

  /** The same, with the other's answers where it has any. */
  public FormValues and(FormValues other) {
    Map<String, List<String>> both = new LinkedHashMap<>(answers);
    both.putAll(other.answers);
    return new FormValues(both);
  }

  /** Only the items that are wanted. */
  public FormValues only(Predicate<String> wanted) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    answers.forEach(
        (item, said) -> {
          if (wanted.test(item)) {
            kept.put(item, said);
          }
        });
    return new FormValues(kept);
  }

  /** Only what the form asks, given the other answers: no explanation of an option not chosen. */
  public FormValues asked(FormDefinition definition) {
    FormValues kept = this;
    FormValues before;
    do {
      before = kept;
      FormValues now = before;
      kept =
          before.only(item -> definition.find(item).map(found -> found.askedIn(now)).orElse(false));
    } while (!kept.equals(before));
    return kept;
  }

  /** The answers apart by the class under which they are stored; every class is there. */
  public Map<ItemClass, FormValues> byClass(FormDefinition definition) {
    Map<ItemClass, FormValues> apart = new EnumMap<>(ItemClass.class);
    for (ItemClass wanted : ItemClass.values()) {
      apart.put(
          wanted,
          only(
              item ->
                  definition.find(item).map(found -> found.storedAs() == wanted).orElse(false)));
    }
    return apart;
  }

  /** As JSON: an object of lists. */
  public String json() {
    ObjectNode object = JsonMapper.shared().createObjectNode();
    answers.forEach((item, said) -> said.forEach(object.withArrayProperty(item)::add));
    return JsonMapper.shared().writeValueAsString(object);
  }

  /** From JSON as {@link #json} writes it. */
  public static FormValues fromJson(String json) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> item : JsonMapper.shared().readTree(json).properties()) {
      List<String> said = new ArrayList<>();
      item.getValue().forEach(one -> said.add(one.stringValue()));
      answers.put(item.getKey(), said);
    }
    return of(answers);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FormValues values && values.answers.equals(answers);
  }

  @Override
  public int hashCode() {
    return answers.hashCode();
  }

  @Override
  public String toString() {
    // The answers themselves are a person's data and must not reach a log.
    return "FormValues" + answers.keySet();
  }
}
