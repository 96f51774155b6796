package tasuki.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Writes the letter, which names kinds and counts alone, and hands it to the mail server. */
@Component
@EnableConfigurationProperties(MailSettings.class)
class Mailer {

  private static final String TEN_SECONDS = "10000";

  private final MailSettings settings;
  private final MessageSource messages;
  private final Clock clock;
  private final String url;

  Mailer(
      MailSettings settings,
      MessageSource messages,
      Clock clock,
      @Value("${tasuki.url:}") String url) {
    this.settings = settings;
    this.messages = messages;
    this.clock = clock;
    this.url = url;
  }

  boolean configured() {
    return settings.configured();
  }

  /**
   * Sends one letter.
   *
   * @param id the same at every try, so that a mailbox shows a letter once
   * @param counts how many of each kind
   * @throws org.springframework.mail.MailException when the server did not take it
   */
  void send(UUID id, Addresses.Address to, Map<NoticeKind, Integer> counts) {
    Locale locale = to.language();
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    StringBuilder lines = new StringBuilder();
    counts.forEach(
        (kind, count) ->
            lines
                .append(say(locale, "notice.mail.line", say(locale, kind.code()), count))
                .append('\n'));
    String body = say(locale, "notice.mail.body", lines.toString(), url + "/notices");
    JavaMailSenderImpl server = server();
    MimeMessage letter = server.createMimeMessage();
    try {
      MimeMessageHelper helper = new MimeMessageHelper(letter, StandardCharsets.UTF_8.name());
      helper.setFrom(settings.from());
      helper.setTo(to.mail());
      helper.setSubject(say(locale, "notice.mail.subject", all));
      helper.setText(body);
      helper.setSentDate(Date.from(clock.instant()));
      letter.setHeader("Message-ID", "<" + id + domain() + ">");
      letter.setHeader("Auto-Submitted", "auto-generated");
    } catch (MessagingException failure) {
      throw new org.springframework.mail.MailPreparationException(failure);
    }
    server.send(letter);
  }

  private JavaMailSenderImpl server() {
    JavaMailSenderImpl server = new JavaMailSenderImpl();
    server.setHost(settings.host());
    server.setPort(settings.port());
    server.setProtocol(settings.tls() == MailSettings.Tls.IMPLICIT ? "smtps" : "smtp");
    Properties properties = server.getJavaMailProperties();
    for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
      properties.put(protocol + "connectiontimeout", TEN_SECONDS);
      properties.put(protocol + "timeout", TEN_SECONDS);
      properties.put(protocol + "writetimeout", TEN_SECONDS);
      properties.put(protocol + "auth", String.valueOf(!settings.user().isBlank()));
      properties.put(protocol + "ssl.checkserveridentity", "true");
    }
    boolean start = settings.tls() == MailSettings.Tls.STARTTLS;
    properties.put("mail.smtp.starttls.enable", String.valueOf(start));
    properties.put("mail.smtp.starttls.required", String.valueOf(start));
    if (!settings.user().isBlank()) {
      server.setUsername(settings.user());
      server.setPassword(settings.password());
    }
    return server;
  }

  private String domain() {
    return settings.from().substring(settings.from().lastIndexOf('@'));
  }

  private String say(Locale locale, String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }
}
