package tasuki.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tasuki.calendar.FiscalYear;
import tasuki.directory.OrganizationId;
import tasuki.fund.Branch;
import tasuki.fund.Categories;
import tasuki.fund.Category;
import tasuki.fund.ledger.Allocations;
import tasuki.fund.ledger.EntryId;
import tasuki.fund.ledger.EntryKind;
import tasuki.fund.ledger.Financing;
import tasuki.fund.ledger.Financings;
import tasuki.fund.ledger.Ledger;
import tasuki.fund.ledger.NewEntry;
import tasuki.fund.ledger.Requests;
import tasuki.fund.ledger.Stage;
import tasuki.programme.Edition;
import tasuki.programme.Editions;
import tasuki.programme.Execution;
import tasuki.programme.Heading;
import tasuki.programme.HeadingId;
import tasuki.programme.ProgrammeYear;
import tasuki.programme.Programmes;

/** The fund of the sample: several vintages, what its programmes drew, and this year's request. */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
class SampleFund {

  private static final long THOUSAND = 1_000;

  /** Students' loans are paid half of money that is left of an old vintage. */
  private static final int OF_OLD_MONEY = 5;

  private static final int OLD = 6;

  private static final String BUILDING = "I-1";

  private final Ledger ledger;
  private final Financings financings;
  private final Requests requests;
  private final Allocations allocations;
  private final Categories categories;
  private final Editions editions;
  private final Programmes programmes;

  SampleFund(
      Ledger ledger,
      Financings financings,
      Requests requests,
      Allocations allocations,
      Categories categories,
      Editions editions,
      Programmes programmes) {
    this.ledger = ledger;
    this.financings = financings;
    this.requests = requests;
    this.allocations = allocations;
    this.categories = categories;
    this.editions = editions;
    this.programmes = programmes;
  }

  /** As the compiling officer of the prefecture enters it. */
  void enter(OrganizationId prefecture, LocalDate today) {
    FiscalYear now = FiscalYear.of(today);
    entries(now);
    for (Edition edition : editions.all(prefecture)) {
      if (edition.series().numbered()) {
        finance(edition, now);
      }
    }
    request(now);
  }

  private void entries(FiscalYear now) {
    for (SampleRow row : SampleRow.all("fund")) {
      enter(row, now, row.number("thousands") * THOUSAND);
    }
    SampleRow last = SampleRow.all("fund").getLast();
    EntryId wrong = enter(last, now, last.number("thousands") * THOUSAND * 10);
    ledger.cancel(wrong, "桁を一つ多く入力した");
  }

  private EntryId enter(SampleRow row, FiscalYear now, long yen) {
    Category category = categories.find(row.get("category")).orElseThrow();
    EntryKind kind = EntryKind.valueOf(row.get("kind"));
    return ledger.add(
        new NewEntry(
            ago(now, row.number("ago")),
            category,
            kind,
            ago(now, row.number("in")),
            yen,
            kind == EntryKind.STORED ? category.nationalOf(yen) : 0,
            row.find("note").orElse(null)));
  }

  private static FiscalYear ago(FiscalYear now, int years) {
    return new FiscalYear(now.year() - years);
  }

  private void finance(Edition edition, FiscalYear now) {
    Map<HeadingId, String> marks =
        editions.headings(edition.id()).stream()
            .collect(Collectors.toMap(Heading::id, Heading::mark));
    Map<String, Category> byMark = new HashMap<>();
    categories.all().forEach(one -> byMark.put(one.mark(), one));
    for (ProgrammeYear year : programmes.of(edition.id())) {
      HeadingId heading = year.entry().placements().getFirst().heading();
      Category category = byMark.get(marks.get(heading));
      if (category != null) {
        List<Financing> rows =
            new ArrayList<>(rows(year, category, Stage.PLANNED, year.money().planned(), now));
        Long settled = year.money().settled();
        if (settled != null && year.fiscalYear().compareTo(now) < 0) {
          rows.addAll(rows(year, category, Stage.SETTLED, settled, now));
        }
        financings.set(year, rows, "", null);
      }
    }
  }

  /** Whoever builds pays half; students' loans take half of old money. */
  private static List<Financing> rows(
      ProgrammeYear year, Category category, Stage stage, long yen, FiscalYear now) {
    FiscalYear own = year.fiscalYear();
    long half = yen / 2 / THOUSAND * THOUSAND;
    if (year.entry().number() == OF_OLD_MONEY) {
      return List.of(
          Financing.shared(stage, ago(now, OLD), category, half, 0, 0),
          Financing.shared(stage, own, category, yen - half, 0, 0));
    }
    boolean shared =
        category.code().equals(BUILDING) && year.entry().execution() == Execution.SUBSIDY;
    return List.of(
        shared
            ? Financing.shared(stage, own, category, yen - half, half, 0)
            : Financing.shared(stage, own, category, yen, 0, 0));
  }

  /** The state gives less than was asked for buildings, and the rest as it was asked. */
  private void request(FiscalYear now) {
    requests.file(Branch.MEDICAL, now, "4月の提出");
    Map<Category, Long> allotted = new LinkedHashMap<>();
    for (SampleRow row : SampleRow.all("fund")) {
      if (row.get("ago").equals("0")) {
        allotted.put(
            categories.find(row.get("category")).orElseThrow(), row.number("thousands") * THOUSAND);
      }
    }
    allocations.say(now, allotted, now.firstDay().plusMonths(4));
  }
}
