package tasuki.notice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/** Goes round every ten seconds where a mail server is configured. */
@Component
class Postman {

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final int LETTERS_A_ROUND = 200;

  private final Outbox outbox;
  private final Mailer mailer;

  Postman(Outbox outbox, Mailer mailer) {
    this.outbox = outbox;
    this.mailer = mailer;
  }

  @Scheduled(fixedDelay = 10_000, initialDelay = 15_000)
  void scheduled() {
    if (mailer.configured()) {
      round();
    }
  }

  void round() {
    Acting.run(new Actor.Job("notice"), this::send);
  }

  private void send() {
    while (outbox.fill() > 0) {
      // Until everything told so far is decided on.
    }
    for (int letter = 0; letter < LETTERS_A_ROUND; letter++) {
      Outbox.Outcome outcome = outbox.sendNext();
      if (outcome == Outbox.Outcome.FAILED) {
        LOG.warn("The mail server did not take a letter; it will be tried again");
      }
      if (outcome != Outbox.Outcome.DONE) {
        return;
      }
    }
  }
}
