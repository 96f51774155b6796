package tasuki.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tasuki.form.FormDefinition;
import tasuki.form.FormItem;
import tasuki.form.FormOption;
import tasuki.form.FormPaper;
import tasuki.form.FormSection;
import tasuki.form.ItemFormat;
import tasuki.form.ItemKind;
import tasuki.form.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The questions of an application, as they are kept and as a form. They are read and shown by the
 * room of forms; only files are this room's own, since no other form has any.
 */
@Component
class Fields {

  private static final int LINE = 200;
  private static final int TEXT = 2000;

  private final MessageSource messages;

  Fields(MessageSource messages) {
    this.messages = messages;
  }

  /** Reads what {@link #json} wrote. */
  static List<Field> read(String json) {
    List<Field> fields = new ArrayList<>();
    for (JsonNode node : JsonMapper.shared().readTree(json)) {
      List<FormOption> options = new ArrayList<>();
      for (JsonNode option : node.path("options")) {
        options.add(new FormOption(option.path("code").stringValue(), words(option)));
      }
      fields.add(
          new Field(
              node.path("id").stringValue(),
              Field.Kind.valueOf(node.path("kind").stringValue()),
              words(node),
              node.path("required").booleanValue(false),
              options));
    }
    return fields;
  }

  private static Words words(JsonNode node) {
    return new Words(node.path("ja").stringValue(), node.path("en").stringValue());
  }

  /** The fields as they are kept. */
  static String json(List<Field> fields) {
    ArrayNode all = JsonMapper.shared().createArrayNode();
    for (Field field : fields) {
      ObjectNode node = put(all.addObject(), "id", field.id(), field.label());
      node.put("kind", field.kind().name()).put("required", field.required());
      ArrayNode options = node.putArray("options");
      field
          .options()
          .forEach(option -> put(options.addObject(), "code", option.code(), option.label()));
    }
    return JsonMapper.shared().writeValueAsString(all);
  }

  private static ObjectNode put(ObjectNode node, String name, String id, Words words) {
    return node.put(name, id).put("ja", words.ja()).put("en", words.en());
  }

  /** What is typed and chosen, as a form; files stand beside it. */
  FormDefinition form(Register register) {
    List<FormItem> items =
        register.fields().stream().filter(field -> !field.isFile()).map(this::item).toList();
    Words title =
        new Words(
            say("register.answers", Locale.JAPANESE), say("register.answers", Locale.ENGLISH));
    return new FormDefinition(
        register.code(),
        1,
        register.validFrom(),
        title,
        null,
        FormPaper.USUAL,
        items.isEmpty()
            ? List.of()
            : List.of(new FormSection("application", null, title, null, List.of(), items)));
  }

  private FormItem item(Field field) {
    boolean yesNo = field.kind() == Field.Kind.YES_NO;
    return new FormItem(
        field.id(),
        kind(field),
        field.label(),
        null,
        null,
        null,
        field.required(),
        field.kind() == Field.Kind.LONG_TEXT ? TEXT : LINE,
        ItemFormat.ANY,
        null,
        yesNo ? List.of(option("1", "register.yes"), option("0", "register.no")) : field.options(),
        null,
        null,
        Set.of(),
        false,
        true,
        null);
  }

  private static ItemKind kind(Field field) {
    return switch (field.kind()) {
      case TEXT -> ItemKind.TEXT;
      case LONG_TEXT -> ItemKind.LONG_TEXT;
      case NUMBER -> ItemKind.NUMBER;
      case DATE -> ItemKind.DATE;
      case CHOICE, YES_NO -> ItemKind.CHOICE;
      case CHOICES -> ItemKind.CHOICES;
      case FILE -> throw new IllegalArgumentException("A file is no item: " + field.id());
    };
  }

  private FormOption option(String code, String key) {
    return new FormOption(code, new Words(say(key, Locale.JAPANESE), say(key, Locale.ENGLISH)));
  }

  private String say(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
