package tasuki.fund.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.fund.Branch;
import tasuki.web.Phrases;

/** Says how far a step of the fund's year is, in the reader's language. */
@Component
public class ScheduleWords {

  /** A step as pages show it. */
  public record Line(
      String href,
      String branch,
      String year,
      String step,
      String due,
      Phrases.Mark mark,
      String detail) {}

  private final Phrases say;
  private final Clock clock;

  ScheduleWords(Phrases say, Clock clock) {
    this.say = say;
    this.clock = clock;
  }

  static String address(Branch branch, FiscalYear year) {
    return "/fund/schedule/" + branch + "/" + year.year();
  }

  /** The step with its mark: done, late, near, or with time left. */
  public Line line(Stage stage) {
    LocalDate due = stage.due();
    return new Line(
        address(stage.branch(), stage.year()),
        say.of("fund.branch." + stage.branch()),
        stage.year().label(say.locale()),
        say.of("fund.step." + stage.step()),
        due == null ? "" : JapaneseDates.inFull(due, say.locale()),
        mark(stage),
        say.of("fund.step.detail." + stage.step(), stage.finished(), stage.of()));
  }

  private Phrases.Mark mark(Stage stage) {
    if (stage.done()) {
      return new Phrases.Mark("success", "done", say.of("fund.schedule.done"));
    }
    LocalDate today = JapanTime.today(clock);
    OptionalLong left = stage.daysLeft(today);
    if (left.isEmpty()) {
      return new Phrases.Mark("plain", "absent", say.of("fund.schedule.undated"));
    }
    return stage.isLate(today)
        ? new Phrases.Mark("error", "warning", say.of("fund.schedule.late", -left.getAsLong()))
        : new Phrases.Mark(
            stage.isNear(today) ? "warning" : "calm",
            "clock",
            say.of("fund.schedule.left", left.getAsLong()));
  }
}
