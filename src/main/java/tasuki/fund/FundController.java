package tasuki.fund;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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

  FundController(Categories categories, LedgerHub ledger) {
    this.categories = categories;
    this.ledger = ledger;
  }

  @GetMapping("/fund")
  String fund(Viewer viewer, Model model) {
    PrefectureOnly.let(viewer);
    model.addAttribute("categories", categories.all());
    model.addAttribute("ledger", ledger.now());
    return "fund/fund";
  }
}
