package tasuki.fund;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.fund.ledger.LedgerHub;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;

/** Where an officer of the prefecture finds everything of the fund. */
@Controller
@OpenTo(Duty.OFFICER)
class FundController {

  private final Categories categories;
  private final LedgerHub ledger;
  private final Clock clock;

  FundController(Categories categories, LedgerHub ledger, Clock clock) {
    this.categories = categories;
    this.ledger = ledger;
    this.clock = clock;
  }

  @GetMapping("/fund")
  String fund(Viewer viewer, Model model) {
    PrefectureOnly.let(viewer);
    model.addAttribute("categories", categories.all());
    model.addAttribute("ledger", ledger.now());
    model.addAttribute("year", FiscalYear.of(JapanTime.today(clock)).year());
    return "fund/fund";
  }
}
