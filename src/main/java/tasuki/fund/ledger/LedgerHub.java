package tasuki.fund.ledger;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.fund.Branch;
import tasuki.programme.Figures;

/**
 * What the page of the fund shows of its money: what is left, what is asked for, what to look at.
 */
@Component
public class LedgerHub {

  /** A branch in a few figures. */
  public record BranchNow(
      Branch branch, String left, String requested, String requestHref, List<Warning> warnings) {}

  /** Something about a pot that somebody should look at. */
  public record Warning(String href, String text) {}

  private final Pots pots;
  private final Requests requests;
  private final LedgerWords words;
  private final Clock clock;

  LedgerHub(Pots pots, Requests requests, LedgerWords words, Clock clock) {
    this.pots = pots;
    this.requests = requests;
    this.words = words;
    this.clock = clock;
  }

  /** Both branches as they stand. */
  public List<BranchNow> now() {
    FiscalYear year = FiscalYear.of(JapanTime.today(clock));
    List<BranchNow> all = new ArrayList<>();
    for (Branch branch : Branch.values()) {
      List<Pot> there = pots.of(branch);
      all.add(
          new BranchNow(
              branch,
              Figures.yen(there.stream().mapToLong(Pot::left).sum()),
              Figures.thousands(requests.computed(branch, year).fund()),
              RequestController.address(branch, year),
              warnings(there)));
    }
    return all;
  }

  /** Pots of which more is planned than is left, and old ones that are not spent. */
  List<Warning> warnings(List<Pot> pots) {
    FiscalYear year = FiscalYear.of(JapanTime.today(clock));
    List<Warning> warnings = new ArrayList<>();
    for (Pot pot : pots) {
      if (pot.missing() > 0) {
        warnings.add(
            new Warning(
                words.address(pot),
                words.say(
                    "warning.missing",
                    words.pot(pot),
                    LedgerWords.yen(pot.planned()),
                    LedgerWords.yen(pot.left()))));
      }
      if (pot.isOld(year)) {
        warnings.add(
            new Warning(
                words.address(pot),
                words.say("warning.old", words.pot(pot), LedgerWords.yen(pot.left()))));
      }
    }
    return warnings;
  }
}
