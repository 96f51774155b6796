package tasuki.transition.rate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;

/**
 * Publishes each fiscal year when its time has come. With a new year come revisions of those before
 * it, where what was corrected since can be said.
 */
@Component
class YearlyPublication {

  private static final Logger LOG = LoggerFactory.getLogger(YearlyPublication.class);

  private final Publications publications;
  private final ApplicationAvailability availability;
  private final Clock clock;

  YearlyPublication(Publications publications, ApplicationAvailability availability, Clock clock) {
    this.publications = publications;
    this.availability = availability;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 10_000, initialDelay = 12_000)
  void publish() {
    // Whatever fills the database at a first start has to be through: a year is published whole.
    if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
      return;
    }
    Acting.run(new Actor.Job("publication"), this::publishDue);
  }

  private void publishDue() {
    List<FiscalYear> due = new ArrayList<>(PublicRates.years(JapanTime.today(clock)).reversed());
    List<FiscalYear> published =
        publications.all().stream().map(Publications.Published::year).distinct().toList();
    due.removeAll(published);
    for (FiscalYear year : due) {
      boolean isNew = publications.publish(year);
      published.stream()
          .filter(former -> isNew && former.compareTo(year) < 0)
          .forEach(this::revise);
    }
  }

  private void revise(FiscalYear year) {
    try {
      publications.revise(year, null);
    } catch (RefusedException nothingToSay) {
      LOG.info("{} stays as published: {}", year, nothingToSay.refused().reason());
    }
  }
}
