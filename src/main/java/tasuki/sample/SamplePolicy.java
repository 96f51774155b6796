package tasuki.sample;

import java.time.LocalDate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tasuki.calendar.FiscalYear;

/**
 * The prefecture's half of the sample: indicators, programmes with their money, the fund, and
 * cases.
 */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
class SamplePolicy {

  private final SampleKeys keys;
  private final SampleIndicators indicators;
  private final SampleProgrammes programmes;
  private final SamplePractices practices;
  private final SampleFund fund;
  private final SampleCycle cycle;

  SamplePolicy(
      SampleKeys keys,
      SampleIndicators indicators,
      SampleProgrammes programmes,
      SamplePractices practices,
      SampleFund fund,
      SampleCycle cycle) {
    this.keys = keys;
    this.indicators = indicators;
    this.programmes = programmes;
    this.practices = practices;
    this.fund = fund;
    this.cycle = cycle;
  }

  /** What the plan wants and what came of it, entered by the division that compiles. */
  void indicators(LocalDate today) {
    indicators.enter(FiscalYear.of(today));
  }

  void programmes(LocalDate today) {
    programmes.enter(keys.organization("prefecture"), today);
  }

  void practices() {
    practices.write();
  }

  /** What is in the fund and what the programmes drew of it. */
  void fund(LocalDate today) {
    fund.enter(keys.organization("prefecture"), today);
  }

  /** The fund's year, each step by whoever takes it. */
  void cycle(LocalDate today) {
    cycle.play(today);
  }
}
