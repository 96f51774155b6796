package tasuki.form;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tasuki.calendar.DateReading;
import tasuki.calendar.JapaneseDates;
import tasuki.web.Form;

/**
 * Reads what was typed into a form. Whatever comes in becomes an answer or an error at its field in
 * the user's words, and what could not be read is kept as it was typed, so that a draft loses
 * nothing. An answer read once reads the same again.
 */
@Component
public class FormReader {

  /** The field of an item is named so that it never meets another field of the page. */
  public static final String PREFIX = "i-";

  /** More than this of an unreadable text is nobody's typing. */
  private static final int KEPT = 20_000;

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:時]?(\\d{2})分?|(\\d{1,2})時");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,5})(\\.\\d{1,2})?");

  private final MessageSource messages;

  public FormReader(MessageSource messages) {
    this.messages = messages;
  }

  /** The name of the item's field. */
  public static String field(FormItem item) {
    return PREFIX + item.id();
  }

  /** What was typed, letter for letter, to be shown again. */
  public static FormValues letters(FormDefinition definition, MultiValueMap<String, String> typed) {
    Map<String, List<String>> letters = new LinkedHashMap<>();
    definition
        .items()
        .forEach(item -> letters.put(item.id(), typed.getOrDefault(field(item), List.of())));
    return FormValues.of(letters);
  }

  /** What was typed, still unfinished: missing answers are no error. */
  public FormReading draft(FormDefinition definition, MultiValueMap<String, String> typed) {
    return new Pass(definition, typed).read(false);
  }

  /** What is to be sent: every required item that is asked must be answered. */
  public FormReading complete(FormDefinition definition, FormValues answers) {
    LinkedMultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
    FormValues asked = answers.asked(definition);
    asked.items().forEach(item -> typed.put(PREFIX + item, new ArrayList<>(asked.all(item))));
    return new Pass(definition, typed).read(true);
  }

  /** One reading of one form. */
  private final class Pass {
    private final FormDefinition definition;
    private final Form form;
    private final Map<String, List<String>> answers = new LinkedHashMap<>();

    Pass(FormDefinition definition, MultiValueMap<String, String> typed) {
      this.definition = definition;
      LinkedMultiValueMap<String, String> own = new LinkedMultiValueMap<>();
      definition
          .items()
          .forEach(
              item ->
                  typed.getOrDefault(field(item), List.of()).stream()
                      .map(FormReader::cleaned)
                      .filter(one -> !one.isBlank())
                      .forEach(one -> own.add(field(item), one)));
      this.form = new Form(own, messages, "form");
    }

    FormReading read(boolean finished) {
      definition.items().forEach(this::read);
      FormValues values = FormValues.of(answers);
      if (finished) {
        definition
            .items()
            .filter(item -> item.required() && values.all(item.id()).isEmpty())
            .filter(item -> item.askedIn(values))
            .forEach(
                item ->
                    form.reject(
                        field(item),
                        item.kind().chosen() ? "web.form.choose" : "web.form.missing"));
      }
      Map<String, String> atFields = new LinkedHashMap<>();
      return new FormReading(values, problems(atFields), atFields);
    }

    private void read(FormItem item) {
      List<String> said = form.valuesOf(field(item));
      if (said.isEmpty()) {
        return;
      }
      List<String> answer =
          switch (item.kind()) {
            case TEXT -> List.of(text(item, said.getFirst()));
            case LONG_TEXT -> List.of(longText(item, said.getFirst()));
            case DATE -> List.of(date(item, said.getFirst()));
            case TIME -> List.of(time(item, said.getFirst()));
            case NUMBER -> List.of(number(item, said.getFirst()));
            case CHOICE -> chosen(item, said.subList(0, 1));
            case CHOICES -> chosen(item, said);
          };
      answers.put(item.id(), answer);
    }

    private String text(FormItem item, String typed) {
      String name = field(item);
      String line = typed.replaceAll("[\\n\\t]+", " ").strip();
      return switch (item.format()) {
        case ANY -> within(item, line);
        case KANA -> {
          String kana = form.kana(name, item.limit());
          yield form.error(name) == null ? kana : line;
        }
        case TELEPHONE -> form.telephone(name).orElse(line);
      };
    }

    private String longText(FormItem item, String typed) {
      return within(item, typed.strip());
    }

    private String within(FormItem item, String text) {
      if (text.codePointCount(0, text.length()) > item.limit()) {
        form.reject(field(item), "web.form.long", item.limit());
      }
      return text;
    }

    private String date(FormItem item, String typed) {
      return switch (JapaneseDates.read(typed)) {
        case DateReading.Parsed(LocalDate day) -> day.toString();
        case DateReading.Unreadable unreadable -> {
          form.reject(
              field(item), "form.said", unreadable.message(LocaleContextHolder.getLocale()));
          yield typed.strip();
        }
      };
    }

    private String time(FormItem item, String typed) {
      Matcher found = TIME.matcher(narrow(typed));
      if (found.matches()) {
        int hour = Integer.parseInt(found.group(1) == null ? found.group(3) : found.group(1));
        int minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
        if (hour < 24 && minute < 60) {
          return "%tR".formatted(LocalTime.of(hour, minute));
        }
      }
      form.reject(field(item), "form.time.unreadable");
      return typed.strip();
    }

    private String number(FormItem item, String typed) {
      Matcher found = NUMBER.matcher(narrow(typed));
      if (!found.matches()) {
        form.reject(field(item), "form.number.unreadable");
        return typed.strip();
      }
      String fraction = found.group(2) == null ? "" : found.group(2);
      return Integer.parseInt(found.group(1)) + fraction;
    }

    private List<String> chosen(FormItem item, List<String> codes) {
      Set<String> known = new LinkedHashSet<>();
      for (String code : codes) {
        if (item.option(code).isPresent()) {
          known.add(code);
        } else {
          form.reject(field(item), "web.form.choose");
        }
      }
      String exclusive = item.exclusive();
      if (exclusive != null && known.contains(exclusive) && known.size() > 1) {
        String none = item.option(exclusive).orElseThrow().label().in(locale());
        form.reject(field(item), "form.exclusive", none);
      }
      return List.copyOf(known);
    }

    private List<Form.Problem> problems(Map<String, String> atFields) {
      List<Form.Problem> problems = new ArrayList<>();
      definition
          .items()
          .forEach(
              item -> {
                String error = form.error(field(item));
                if (error != null) {
                  atFields.put(field(item), error);
                  String label = item.label().in(locale());
                  problems.add(new Form.Problem(field(item), named(label, error)));
                }
              });
      return problems;
    }
  }

  private String named(String label, String error) {
    return messages.getMessage("web.form.named", new Object[] {label, error}, locale());
  }

  private static java.util.Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  private static String narrow(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }

  private static String cleaned(String typed) {
    String kept = typed.length() > KEPT ? typed.substring(0, KEPT) : typed;
    return UNPRINTABLE.matcher(kept.replace("\r\n", "\n")).replaceAll("");
  }
}
