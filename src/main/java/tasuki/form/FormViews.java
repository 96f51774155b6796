package tasuki.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapaneseDates;

/** Puts a form and its answers into words, to be filled in, read on screen or copied. */
@Component
public class FormViews {

  /** From so many options on, a list is quicker than a row of buttons. */
  private static final int LIST = 7;

  private final MessageSource messages;

  public FormViews(MessageSource messages) {
    this.messages = messages;
  }

  /** The form to be filled in: every item, also those not asked at the moment. */
  public FormView edit(FormDefinition definition, FormScreen screen) {
    return view(definition, screen, Audience.PROFESSIONAL, false);
  }

  /**
   * The form to be read: only what is answered.
   *
   * @param audience decides on the words only; what may not be read is not among the values
   */
  public FormView read(FormDefinition definition, FormScreen screen, Audience audience) {
    return view(definition, screen, audience, true);
  }

  private FormView view(
      FormDefinition definition, FormScreen screen, Audience audience, boolean onlyAnswered) {
    List<FormView.Section> sections =
        definition.sections().stream()
            .map(section -> section(section, screen, audience, onlyAnswered))
            .filter(section -> !onlyAnswered || !section.groups().isEmpty())
            .toList();
    return new FormView(
        definition.title().in(locale()),
        definition.statement() == null ? null : definition.statement().in(locale()),
        sections);
  }

  private FormView.Section section(
      FormSection section, FormScreen screen, Audience audience, boolean onlyAnswered) {
    Map<String, List<FormView.Item>> grouped = new LinkedHashMap<>();
    for (FormItem item : section.items()) {
      boolean silent =
          screen.values().all(item.id()).isEmpty() && !screen.changed().contains(item.id());
      if (onlyAnswered && silent) {
        continue;
      }
      grouped
          .computeIfAbsent(Objects.requireNonNullElse(item.group(), ""), _ -> new ArrayList<>())
          .add(item(item, screen, audience));
    }
    Map<String, String> titles =
        section.groups().stream()
            .collect(Collectors.toMap(FormGroup::id, group -> group.title().in(locale())));
    List<FormView.Item> items = grouped.values().stream().flatMap(List::stream).toList();
    List<FormView.Item> asked = items.stream().filter(FormView.Item::asked).toList();
    return new FormView.Section(
        section.id(),
        section.number(),
        section.title().in(locale()),
        section.support() == null || onlyAnswered ? null : section.support().in(locale()),
        grouped.entrySet().stream()
            .map(group -> new FormView.Group(titles.get(group.getKey()), group.getValue()))
            .toList(),
        (int) asked.stream().filter(item -> item.text() != null).count(),
        asked.size(),
        (int) items.stream().filter(FormView.Item::changed).count(),
        (int) items.stream().filter(item -> item.error() != null).count());
  }

  private FormView.Item item(FormItem item, FormScreen screen, Audience audience) {
    String shape = shape(item);
    FormValues before = screen.before();
    boolean changed = screen.changed().contains(item.id());
    String theirs =
        screen.disputed().contains(item.id())
            ? Objects.requireNonNullElse(text(item, screen.theirs()), say("form.nothing"))
            : null;
    When when = item.when();
    return new FormView.Item(
        FormReader.field(item),
        item.id(),
        shape,
        label(item, audience),
        item.support() == null ? null : item.support().in(locale()),
        item.required(),
        item.limit(),
        item.unit() == null ? null : item.unit().in(locale()),
        item.options().stream()
            .map(option -> new FormView.Choice(option.code(), option.label().in(locale())))
            .toList(),
        item.exclusive(),
        screen.typed() ? screen.values().all(item.id()) : shown(item, screen.values()),
        text(item, screen.values()),
        error(item, screen),
        changed,
        changed && before != null
            ? Objects.requireNonNullElse(text(item, before), say("form.nothing"))
            : null,
        theirs,
        marks(item, screen, audience),
        when == null ? null : FormReader.PREFIX + when.item(),
        when == null ? null : String.join(" ", when.codes()),
        item.askedIn(screen.values()),
        item.kind() == ItemKind.LONG_TEXT
            || item.kind() == ItemKind.CHOICES && item.options().size() > 4
            || shape.equals("radios")
                && item.options().stream().mapToInt(one -> one.label().in(locale()).length()).sum()
                    > (locale().getLanguage().equals("en") ? 44 : 22));
  }

  private String label(FormItem item, Audience audience) {
    Words plain = audience == Audience.PERSON ? item.plain() : null;
    return (plain == null ? item.label() : plain).in(locale());
  }

  private @Nullable String error(FormItem item, FormScreen screen) {
    FormReading reading = screen.reading();
    return reading == null ? null : reading.error(FormReader.field(item)).orElse(null);
  }

  private static String shape(FormItem item) {
    return switch (item.kind()) {
      case TEXT ->
          switch (item.format()) {
            case ANY -> "text";
            case KANA -> "kana";
            case TELEPHONE -> "telephone";
          };
      case LONG_TEXT -> "long";
      case DATE -> "date";
      case TIME -> "time";
      case NUMBER -> "number";
      case CHOICE -> item.options().size() >= LIST ? "select" : "radios";
      case CHOICES -> "checkboxes";
    };
  }

  /** What stands in the fields; a date in the form in which people write it. */
  private static List<String> shown(FormItem item, FormValues values) {
    List<String> said = values.all(item.id());
    return item.kind() == ItemKind.DATE && !said.isEmpty()
        ? List.of(day(said.getFirst()).map(JapaneseDates::compact).orElse(said.getFirst()))
        : said;
  }

  private static Optional<LocalDate> day(String said) {
    try {
      return Optional.of(LocalDate.parse(said))
          .filter(day -> !day.isBefore(LocalDate.of(1873, 1, 1)));
    } catch (DateTimeParseException typed) {
      return Optional.empty();
    }
  }

  /** The answer in words; null where there is none. */
  public @Nullable String text(FormItem item, FormValues values) {
    List<String> said = values.all(item.id());
    if (said.isEmpty()) {
      return null;
    }
    return switch (item.kind()) {
      case TEXT, LONG_TEXT, TIME -> said.getFirst();
      case DATE ->
          day(said.getFirst())
              .map(day -> JapaneseDates.inFull(day, locale()))
              .orElse(said.getFirst());
      case NUMBER ->
          item.unit() == null
              ? said.getFirst()
              : say("form.with-unit", said.getFirst(), item.unit().in(locale()));
      case CHOICE, CHOICES ->
          said.stream()
              .map(code -> item.option(code).map(one -> one.label().in(locale())).orElse(code))
              .collect(Collectors.joining(say("form.and")));
    };
  }

  private List<FormView.Mark> marks(FormItem item, FormScreen screen, Audience audience) {
    List<FormView.Mark> marks = new ArrayList<>();
    if (screen.changed().contains(item.id())) {
      marks.add(new FormView.Mark("warning", "draft", say("form.changed")));
    }
    if (audience == Audience.PERSON) {
      return marks;
    }
    if (item.factor()) {
      marks.add(new FormView.Mark("plain", "info", say("form.factor")));
    }
    if (item.classes().contains(ItemClass.HIDDEN_FROM_PERSON)) {
      marks.add(new FormView.Mark("plain", "eye", say("form.hidden")));
    }
    if (item.classes().contains(ItemClass.NOT_ON_FAX)) {
      marks.add(new FormView.Mark("plain", "print", say("form.not-on-fax")));
    }
    String origin = screen.origins().get(item.id());
    if (origin != null) {
      marks.add(new FormView.Mark("calm", "done", origin));
    }
    return marks;
  }

  /** The form as plain text, one line an item, for the hospital's own chart. */
  public String plainText(FormDefinition definition, FormScreen screen, boolean onlyChanged) {
    StringBuilder text = new StringBuilder();
    for (FormSection section : definition.sections()) {
      List<String> lines = new ArrayList<>();
      for (FormItem item : section.items()) {
        boolean changed = screen.changed().contains(item.id());
        String said = text(item, screen.values());
        if (onlyChanged ? changed : said != null) {
          lines.add(
              (changed && !onlyChanged ? say("form.changed.line") : "")
                  + say(
                      "form.line",
                      item.label().in(locale()),
                      said == null ? say("form.nothing") : said.replace("\n", " ")));
        }
      }
      if (!lines.isEmpty()) {
        text.append(say("form.heading", section.title().in(locale()))).append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
      }
    }
    return text.toString();
  }

  private String say(String key, Object... arguments) {
    return Objects.requireNonNull(messages.getMessage(key, arguments, locale()));
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
