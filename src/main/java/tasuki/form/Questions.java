package tasuki.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Questions that somebody set up, as they are kept and as a form. Files are asked beside it:
 * whoever asks for them takes them.
 */
@Component
public class Questions {

  private static final int LINE = 200;
  private static final int TEXT = 2000;

  private final MessageSource messages;

  Questions(MessageSource messages) {
    this.messages = messages;
  }

  /** Reads what {@link #json} wrote. */
  public static List<Question> read(String json) {
    List<Question> questions = new ArrayList<>();
    for (JsonNode node : JsonMapper.shared().readTree(json)) {
      List<FormOption> options = new ArrayList<>();
      for (JsonNode option : node.path("options")) {
        options.add(new FormOption(option.path("code").stringValue(), words(option)));
      }
      questions.add(
          new Question(
              node.path("id").stringValue(),
              Question.Kind.valueOf(node.path("kind").stringValue()),
              words(node),
              node.path("required").booleanValue(false),
              options));
    }
    return questions;
  }

  private static Words words(JsonNode node) {
    return new Words(node.path("ja").stringValue(), node.path("en").stringValue());
  }

  /** The questions as they are kept. */
  public static String json(List<Question> questions) {
    ArrayNode all = JsonMapper.shared().createArrayNode();
    for (Question question : questions) {
      ObjectNode node = put(all.addObject(), "id", question.id(), question.label());
      node.put("kind", question.kind().name()).put("required", question.required());
      ArrayNode options = node.putArray("options");
      question
          .options()
          .forEach(option -> put(options.addObject(), "code", option.code(), option.label()));
    }
    return JsonMapper.shared().writeValueAsString(all);
  }

  private static ObjectNode put(ObjectNode node, String name, String id, Words words) {
    return node.put(name, id).put("ja", words.ja()).put("en", words.en());
  }

  /**
   * What is typed and chosen, as a form.
   *
   * @param code by which the form is known
   * @param validFrom since when it asks this
   * @param title what its answers are called
   */
  public FormDefinition form(
      String code, LocalDate validFrom, Words title, List<Question> questions) {
    List<FormItem> items =
        questions.stream().filter(question -> !question.isFile()).map(this::item).toList();
    return new FormDefinition(
        code,
        1,
        validFrom,
        title,
        null,
        FormPaper.USUAL,
        items.isEmpty()
            ? List.of()
            : List.of(new FormSection("questions", null, title, null, List.of(), items)));
  }

  private FormItem item(Question question) {
    boolean yesNo = question.kind() == Question.Kind.YES_NO;
    return new FormItem(
        question.id(),
        kind(question),
        question.label(),
        null,
        null,
        null,
        question.required(),
        question.kind() == Question.Kind.LONG_TEXT ? TEXT : LINE,
        ItemFormat.ANY,
        null,
        yesNo
            ? List.of(option("1", "form.question.yes"), option("0", "form.question.no"))
            : question.options(),
        null,
        null,
        Set.of(),
        false,
        true,
        null);
  }

  private static ItemKind kind(Question question) {
    return switch (question.kind()) {
      case TEXT -> ItemKind.TEXT;
      case LONG_TEXT -> ItemKind.LONG_TEXT;
      case NUMBER -> ItemKind.NUMBER;
      case DATE -> ItemKind.DATE;
      case CHOICE, YES_NO -> ItemKind.CHOICE;
      case CHOICES -> ItemKind.CHOICES;
      case FILE -> throw new IllegalArgumentException("A file is no item: " + question.id());
    };
  }

  private FormOption option(String code, String key) {
    return new FormOption(code, new Words(say(key, Locale.JAPANESE), say(key, Locale.ENGLISH)));
  }

  private String say(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
