package tasuki.form;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Both national forms and a reader with the real words, without the application around them. */
final class TestForms {

  static final FormDefinitions DEFINITIONS = new FormDefinitions();
  static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  static final FormDefinition ADMISSION =
      DEFINITIONS.inForce(FormDefinitions.ADMISSION_INFORMATION, DAY);
  static final FormDefinition DISCHARGE =
      DEFINITIONS.inForce(FormDefinitions.DISCHARGE_RECORD, DAY);
  static final FormReader READER = new FormReader(messages());

  private TestForms() {}

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames("messages/form", "messages/problem", "messages/calendar");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    messages.setAlwaysUseMessageFormat(true);
    return messages;
  }
}
