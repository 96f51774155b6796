package tasuki.fund.ledger;

import java.util.List;
import tasuki.House;
import tasuki.calendar.FiscalYear;
import tasuki.fund.Categories;
import tasuki.fund.Category;
import tasuki.kernel.Actor;
import tasuki.programme.Keeping;
import tasuki.programme.ProgrammeYear;

/** The fund of a test's prefecture, and what its people do with it. */
final class Fund {

  final Keeping keeping = new Keeping();
  final Actor.Member compiler = keeping.compiler;
  final Actor.Member nurse = keeping.nurse;

  static Category category(String code) {
    return House.as(Actor.NOBODY, () -> House.bean(Categories.class).find(code).orElseThrow());
  }

  static FiscalYear year(int year) {
    return new FiscalYear(year);
  }

  /** A programme of the nursing division in the fiscal year. */
  ProgrammeYear programme(int year) {
    return keeping.add(keeping.list(year, true), 1, keeping.nursing, false);
  }

  EntryId store(int vintage, String code, long yen) {
    return enter(EntryKind.STORED, vintage, code, vintage, yen);
  }

  EntryId enter(EntryKind kind, int vintage, String code, int year, long yen) {
    Category category = category(code);
    long national = kind == EntryKind.STORED ? category.nationalOf(yen) : 0;
    return House.as(
        compiler,
        () ->
            House.bean(Ledger.class)
                .add(new NewEntry(year(vintage), category, kind, year(year), yen, national, null)));
  }

  static Financing settled(int vintage, String code, long yen) {
    return Financing.shared(Stage.SETTLED, year(vintage), category(code), yen, 0, 0);
  }

  static Financing planned(int vintage, String code, long yen) {
    return Financing.shared(Stage.PLANNED, year(vintage), category(code), yen, 0, 0);
  }

  /** Lets these rows pay for the programme's year, as its own division does. */
  int finance(ProgrammeYear year, Financing... rows) {
    Financings financings = House.bean(Financings.class);
    return House.as(
        nurse, () -> financings.set(year, List.of(rows), financings.version(year.id()), "架空の理由"));
  }

  Pot pot(int vintage, String code) {
    Category category = category(code);
    return House.as(
        nurse,
        () ->
            House.bean(Pots.class).of(category.branch()).stream()
                .filter(one -> one.vintage().year() == vintage)
                .filter(one -> one.category().equals(category))
                .findFirst()
                .orElseThrow());
  }
}
