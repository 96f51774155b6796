package tasuki.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.kernel.Actor;
import tasuki.kernel.Ids;

class OutboxTest {

  private static final String NOW = "transition.notice.admitted";
  private static final String DIGEST = "person.notice.merged";
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private TinySmtp server;

  @BeforeEach
  void start() {
    server = new TinySmtp();
    // What other tests told is decided on before, so that only the own letters are on their way.
    Outbox outbox = outbox(Clock.systemUTC());
    fill(outbox);
    TestDatabase.asOwner().sql("delete from notice.mail").update();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Outbox outbox(Clock clock) {
    MailSettings settings =
        new MailSettings(
            "localhost", server.port(), "", "", "tasuki@example.jp", MailSettings.Tls.NONE);
    return new Outbox(
        House.bean(JdbcClient.class),
        House.bean(Ids.class),
        clock,
        House.bean(NoticeBox.class),
        House.bean(Addresses.class),
        new Mailer(settings, House.bean(MessageSource.class), clock, "https://tasuki.example.jp"));
  }

  private static Clock later(Duration duration) {
    return Clock.offset(House.bean(Clock.class), duration);
  }

  /** Seven in the morning of the next day that has one before it. */
  private static Clock nextMorning() {
    Clock clock = House.bean(Clock.class);
    LocalDate tomorrow = LocalDate.now(clock.withZone(JAPAN)).plusDays(1);
    return Clock.fixed(tomorrow.atTime(LocalTime.of(7, 0, 1)).atZone(JAPAN).toInstant(), JAPAN);
  }

  private static void fill(Outbox outbox) {
    while (House.as(new Actor.Job("test"), outbox::fill) > 0) {
      // until nothing is left
    }
  }

  private static List<Outbox.Outcome> sendAll(Outbox outbox) {
    List<Outbox.Outcome> outcomes = new ArrayList<>();
    Outbox.Outcome outcome;
    do {
      outcome = House.as(new Actor.Job("test"), outbox::sendNext);
      outcomes.add(outcome);
    } while (outcome == Outbox.Outcome.DONE);
    return outcomes;
  }

  private static String body(TinySmtp.Letter letter) {
    String text = letter.text();
    String body = text.substring(text.indexOf("\n\n") + 2).replaceAll("\\s", "");
    return text.contains("base64")
        ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
        : text;
  }

  @Test
  void a_letter_says_what_kind_and_how_many_and_nothing_else() {
    Bystanders.Staff one = Bystanders.staff();
    Bystanders.tell(one, NOW, one.alone(), "架空病院", "2611-ABC");
    Outbox outbox = outbox(House.bean(Clock.class));
    fill(outbox);
    sendAll(outbox);
    assertThat(server.lettersTo(one.mail())).hasSize(1);
    String body = body(server.lettersTo(one.mail()).getFirst());
    assertThat(body)
        .contains("入院の連絡(1件)", "https://tasuki.example.jp/notices")
        .doesNotContain("架空病院", "2611-ABC");
  }

  @Test
  void what_waits_for_the_morning_comes_as_one_letter() {
    Bystanders.Staff one = Bystanders.staff();
    Bystanders.tell(one, DIGEST, one.alone(), "架空病院");
    Bystanders.tell(one, DIGEST, one.alone(), "架空病院");
    Outbox now = outbox(House.bean(Clock.class));
    fill(now);
    sendAll(now);
    assertThat(server.lettersTo(one.mail())).isEmpty();
    sendAll(outbox(nextMorning()));
    assertThat(server.lettersTo(one.mail())).hasSize(1);
    assertThat(body(server.lettersTo(one.mail()).getFirst())).contains("登録のまとめ(2件)");
  }

  @Test
  void what_was_read_meanwhile_is_not_mailed() {
    Bystanders.Staff one = Bystanders.staff();
    Bystanders.tell(one, DIGEST, one.alone(), "架空病院");
    Outbox now = outbox(House.bean(Clock.class));
    fill(now);
    House.as(
        one.actor(),
        () -> {
          NoticeBox box = House.bean(NoticeBox.class);
          return box.open(box.page(true, null, 1).getFirst().id());
        });
    sendAll(outbox(nextMorning()));
    assertThat(server.lettersTo(one.mail())).isEmpty();
  }

  @Test
  void never_means_no_mail_but_a_compulsory_kind_comes_anyway() {
    Bystanders.Staff one = Bystanders.staff();
    House.as(
        one.actor(),
        () -> {
          House.bean(Preferences.class)
              .choose(Map.of("transition.notice.asked", How.NEVER, NOW, How.NEVER));
          return null;
        });
    Bystanders.tell(one, "transition.notice.asked", one.alone(), "架空病院", "1");
    Bystanders.tell(one, NOW, one.alone(), "架空病院", "1");
    Outbox outbox = outbox(House.bean(Clock.class));
    fill(outbox);
    sendAll(outbox);
    assertThat(server.lettersTo(one.mail())).hasSize(1);
    assertThat(body(server.lettersTo(one.mail()).getFirst()))
        .contains("入院の連絡")
        .doesNotContain("問い合わせ");
  }

  @Test
  void mail_to_the_inbox_goes_to_whoever_is_in_charge() {
    Bystanders.Staff one = Bystanders.staff();
    Bystanders.tell(one, NOW, one.inbox(), "架空病院", "1");
    Outbox outbox = outbox(House.bean(Clock.class));
    fill(outbox);
    sendAll(outbox);
    assertThat(server.lettersTo(one.mail())).as("nobody is in charge").isEmpty();
    House.as(
        one.actor(),
        () -> {
          House.bean(Inboxes.class).charge(new Inboxes.Charge(one.account(), null, null, null));
          return null;
        });
    Bystanders.tell(one, NOW, one.inbox(), "架空病院", "2");
    fill(outbox);
    sendAll(outbox);
    assertThat(server.lettersTo(one.mail())).hasSize(1);
  }

  @Test
  void a_failing_server_loses_nothing_and_is_asked_less_and_less_often() {
    Bystanders.Staff one = Bystanders.staff();
    Bystanders.tell(one, NOW, one.alone(), "架空病院", "1");
    Outbox outbox = outbox(House.bean(Clock.class));
    fill(outbox);
    server.is(TinySmtp.Mood.BUSY);
    assertThat(sendAll(outbox)).containsExactly(Outbox.Outcome.FAILED);
    assertThat(sendAll(outbox)).as("not at once again").containsExactly(Outbox.Outcome.NOTHING);
    assertThat(sendAll(outbox(later(Duration.ofSeconds(61)))))
        .containsExactly(Outbox.Outcome.FAILED);
    assertThat(sendAll(outbox(later(Duration.ofSeconds(122)))))
        .as("two minutes this time")
        .containsExactly(Outbox.Outcome.NOTHING);
    server.is(TinySmtp.Mood.TAKES);
    sendAll(outbox(later(Duration.ofMinutes(5))));
    assertThat(server.lettersTo(one.mail())).hasSize(1);
    sendAll(outbox(later(Duration.ofDays(1))));
    assertThat(server.lettersTo(one.mail())).hasSize(1);
  }

  @Test
  void an_address_that_is_none_is_given_up_and_the_account_is_told() {
    Bystanders.Staff one = Bystanders.staff();
    Bystanders.tell(one, NOW, one.alone(), "架空病院", "1");
    Outbox outbox = outbox(House.bean(Clock.class));
    fill(outbox);
    server.is(TinySmtp.Mood.KNOWS_NOBODY);
    sendAll(outbox);
    server.is(TinySmtp.Mood.TAKES);
    sendAll(outbox(later(Duration.ofDays(1))));
    assertThat(server.lettersTo(one.mail())).isEmpty();
    assertThat(House.as(one.actor(), () -> House.bean(Preferences.class).lastMailFailed()))
        .isTrue();
  }

  @Test
  void several_nodes_at_once_send_each_letter_once() throws Exception {
    List<Bystanders.Staff> all = new ArrayList<>();
    for (int number = 0; number < 12; number++) {
      Bystanders.Staff one = Bystanders.staff();
      all.add(one);
      Bystanders.tell(one, NOW, one.alone(), "架空病院", "1");
      Bystanders.tell(one, "transition.notice.asked", one.alone(), "架空病院", "1");
    }
    server.takes(20);
    try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
      List<Future<?>> running = new ArrayList<>();
      for (int node = 0; node < 3; node++) {
        running.add(
            nodes.submit(
                () -> {
                  Outbox outbox = outbox(House.bean(Clock.class));
                  fill(outbox);
                  for (int round = 0; round < 20; round++) {
                    sendAll(outbox);
                  }
                }));
      }
      for (Future<?> node : running) {
        node.get();
      }
    }
    for (Bystanders.Staff one : all) {
      assertThat(server.lettersTo(one.mail())).as(one.login()).hasSize(1);
    }
  }

  @Test
  void somebody_who_left_gets_no_mail() {
    Bystanders.Staff one = Bystanders.staff();
    Bystanders.tell(one, NOW, one.alone(), "架空病院", "1");
    House.as(
        Actor.NOBODY,
        () -> {
          House.bean(tasuki.identity.Accounts.class)
              .leave(
                  new tasuki.identity.AccountId(one.account()),
                  new tasuki.directory.OrganizationId(one.organization()));
          return null;
        });
    Outbox outbox = outbox(House.bean(Clock.class));
    fill(outbox);
    sendAll(outbox);
    assertThat(server.lettersTo(one.mail())).isEmpty();
  }
}
