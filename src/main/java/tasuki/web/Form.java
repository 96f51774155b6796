package tasuki.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.MultiValueMap;
import tasuki.kernel.Ruling;

/**
 * What somebody typed. Reading a field notes an error at that field instead of throwing, so that
 * all errors are shown at once and nothing typed is lost. A value read after an error is only a
 * stand-in: ask {@link #hasErrors} before using any.
 */
public final class Form {

  /** An error at a field, in the user's words and with the field's name. */
  public record Problem(String field, String message) {}

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");
  private static final Pattern ROW = Pattern.compile("(.+)-(\\d{1,3})");
  private static final Pattern TELEPHONE = Pattern.compile("0\\d{1,4}-?\\d{1,4}-?\\d{3,4}");
  private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern KANA = Pattern.compile("[\\u30A1-\\u30FA\\u30FC\\u30FB ]+");

  private final MultiValueMap<String, String> values;
  private final Map<String, String> errors = new LinkedHashMap<>();
  private final MessageSource messages;
  private final List<String> rooms;

  /**
   * A form as it was sent.
   *
   * @param rooms whose form it is, the nearest first: the message {@code <room>.<field>} names a
   *     field. In rows a field ends in its row's number, counted from nought: {@code cost.item}
   *     names {@code cost-item-0}.
   */
  public Form(MultiValueMap<String, String> values, MessageSource messages, String... rooms) {
    this.values = values;
    this.messages = messages;
    this.rooms = List.of(rooms);
  }

  /** Fills in what the field begins with, unless something was typed. */
  public void start(String name, @Nullable Object value) {
    if (value != null && !values.containsKey(name)) {
      values.add(name, value.toString());
    }
  }

  /** Ticks what a group of boxes begins with, constants or ids, unless something was sent. */
  public void startAll(String name, Collection<?> chosen) {
    if (!values.containsKey(name)) {
      chosen.forEach(
          one -> values.add(name, one instanceof Enum<?> constant ? constant.name() : "" + one));
    }
  }

  /** Shows this value again beside what was sent, unless it was sent. */
  public void keep(String name, String value) {
    if (!valuesOf(name).contains(value)) {
      values.add(name, value);
    }
  }

  /** Whether the form brought a field of this name, be it empty. */
  public boolean isSent(String name) {
    return values.containsKey(name);
  }

  /** What was typed, exactly, to be shown again. */
  public String value(String name) {
    String value = values.getFirst(name);
    return value == null ? "" : value;
  }

  /** Everything chosen under this name, to be shown again. */
  public List<String> valuesOf(String name) {
    return values.getOrDefault(name, List.of());
  }

  /**
   * The field by whose button the form was sent only to look something up for it; empty where it
   * was really sent. Then nothing is done and no error told: the form is shown again with the
   * answer.
   */
  public String looksFor() {
    return value("pick");
  }

  /** The error at the field, or null. */
  public @Nullable String error(String name) {
    return looksFor().isEmpty() ? errors.get(name) : null;
  }

  /** Whether nothing may be done with what was sent; the form is shown again. */
  public boolean hasErrors() {
    return !errors.isEmpty() || !looksFor().isEmpty();
  }

  /** All errors in the order of the fields read. */
  public List<Problem> errors() {
    return !looksFor().isEmpty()
        ? List.of()
        : errors.entrySet().stream()
            .map(entry -> new Problem(entry.getKey(), named(entry.getKey(), entry.getValue())))
            .toList();
  }

  private String named(String field, String message) {
    Locale locale = LocaleContextHolder.getLocale();
    Matcher row = ROW.matcher(field);
    String label =
        row.matches()
            ? label(row.group(1).replace('-', '.'), locale)
                .map(of -> of + " " + (Integer.parseInt(row.group(2)) + 1))
                .orElse("")
            : label(field, locale).orElse("");
    return label.isEmpty()
        ? message
        : messages.getMessage("web.form.named", new Object[] {label, message}, locale);
  }

  private Optional<String> label(String field, Locale locale) {
    return rooms.stream()
        .map(room -> messages.getMessage(room + "." + field, null, "", locale))
        .filter(label -> label != null && !label.isEmpty())
        .findFirst();
  }

  /** Notes an error at the field; the first one stays. */
  public void reject(String name, String key, Object... arguments) {
    errors.putIfAbsent(name, messages.getMessage(key, arguments, LocaleContextHolder.getLocale()));
  }

  /** Notes an error that is in the user's words already; the first one at a field stays. */
  public void rejectSaid(String name, String message) {
    errors.putIfAbsent(name, message);
  }

  /** Notes the reason at the field when the rule said no. */
  public void reject(String name, Ruling ruling) {
    if (ruling instanceof Ruling.Refused refused) {
      reject(name, refused.reason(), refused.arguments().toArray());
    }
  }

  /** A text that must be there. */
  public String text(String name, int longest) {
    return optional(name, longest)
        .orElseGet(
            () -> {
              reject(name, "web.form.missing");
              return "";
            });
  }

  /** A text that may be left out. Control characters that no keyboard types are dropped. */
  public Optional<String> optional(String name, int longest) {
    String cleaned = UNPRINTABLE.matcher(value(name).replace("\r\n", "\n")).replaceAll("").strip();
    if (cleaned.codePointCount(0, cleaned.length()) > longest) {
      reject(name, "web.form.long", longest);
      return Optional.empty();
    }
    return cleaned.isEmpty() ? Optional.empty() : Optional.of(cleaned);
  }

  /** A reading in katakana; hiragana and half-width letters are converted. */
  public String kana(String name, int longest) {
    String typed = text(name, longest);
    StringBuilder katakana = new StringBuilder();
    Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .replaceAll("\\s+", " ")
        .codePoints()
        .map(letter -> letter >= 0x3041 && letter <= 0x3096 ? letter + 0x60 : letter)
        .forEach(katakana::appendCodePoint);
    if (!typed.isEmpty() && !KANA.matcher(katakana).matches()) {
      reject(name, "web.form.kana");
    }
    return katakana.toString();
  }

  /** A Japanese telephone number, with or without hyphens, in any width of digits. */
  public Optional<String> telephone(String name) {
    return optional(name, 20)
        .map(typed -> Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[‐－ー−]", "-"))
        .filter(number -> matches(name, TELEPHONE, number, "web.form.telephone"));
  }

  /** An address for mail. */
  public Optional<String> mail(String name) {
    return optional(name, 200).filter(mail -> matches(name, MAIL, mail, "web.form.mail"));
  }

  /** One of the constants, which must be chosen. */
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    Optional<E> chosen = optionalChoice(name, type);
    if (chosen.isEmpty()) {
      reject(name, "web.form.choose");
    }
    return chosen;
  }

  /** One of the constants, or nothing chosen. */
  public <E extends Enum<E>> Optional<E> optionalChoice(String name, Class<E> type) {
    String value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<E> constant = constant(type, value);
    if (constant.isEmpty()) {
      reject(name, "web.form.choose");
    }
    return constant;
  }

  /** Any number of the constants. */
  public <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
    Set<E> chosen = EnumSet.noneOf(type);
    for (String value : valuesOf(name)) {
      constant(type, value).ifPresentOrElse(chosen::add, () -> reject(name, "web.form.choose"));
    }
    return chosen;
  }

  /** An id picked from a list. */
  public Optional<UUID> id(String name) {
    return optional(name, 36)
        .flatMap(
            text -> {
              Optional<UUID> id = Uuids.parse(text);
              if (id.isEmpty()) {
                reject(name, "web.form.choose");
              }
              return id;
            });
  }

  /** Every id sent under this name; what is none is left out. */
  public List<UUID> ids(String name) {
    return valuesOf(name).stream().flatMap(text -> Uuids.parse(text).stream()).toList();
  }

  /**
   * The version of what is changed, as the form was opened with; one that never was where none was
   * sent.
   */
  public int version() {
    String sent = value("version");
    return sent.matches("\\d{1,9}") ? Integer.parseInt(sent) : -1;
  }

  /** The key under which a repeated sending of this form counts once. */
  public Optional<UUID> idempotencyKey() {
    return Uuids.parse(value("key"));
  }

  /** Whether a box is ticked. */
  public boolean flag(String name) {
    return value(name).equals("true");
  }

  private boolean matches(String name, Pattern pattern, String value, String key) {
    if (pattern.matcher(value).matches()) {
      return true;
    }
    reject(name, key);
    return false;
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String value) {
    List<E> all = new ArrayList<>(List.of(type.getEnumConstants()));
    return all.stream().filter(constant -> constant.name().equals(value)).findFirst();
  }
}
