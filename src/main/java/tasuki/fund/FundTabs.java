package tasuki.fund;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tasuki.calendar.FiscalYear;
import tasuki.web.Phrases;
import tasuki.web.Tab;

/** The same page of the fund for the other branch or another year. */
@Component
public class FundTabs {

  private final Phrases say;

  FundTabs(Phrases say) {
    this.say = say;
  }

  /** Both branches. */
  public List<Tab> branches(Branch current, Function<Branch, String> address) {
    return Arrays.stream(Branch.values())
        .map(one -> new Tab(address.apply(one), say.of("fund.branch." + one), one == current))
        .toList();
  }

  /** These years, in their order. */
  public List<Tab> years(
      Stream<FiscalYear> years, FiscalYear current, Function<FiscalYear, String> address) {
    return years
        .map(one -> new Tab(address.apply(one), one.label(say.locale()), one.equals(current)))
        .toList();
  }
}
