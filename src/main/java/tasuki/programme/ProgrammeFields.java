package tasuki.programme;

import java.util.Optional;
import java.util.OptionalLong;
import tasuki.calendar.FiscalYear;
import tasuki.web.Form;

/** Fields that several pages of programmes have. */
public final class ProgrammeFields {

  private static final int EARLIEST = 2000;
  private static final int LATEST = 2199;

  private ProgrammeFields() {}

  /** A fiscal year that must be there: as a western year, or as an era year (R8). */
  public static Optional<FiscalYear> year(Form form, String name) {
    String typed = form.text(name, 12);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    OptionalLong number = FiscalYears.read(typed);
    if (number.isEmpty() || number.getAsLong() < EARLIEST || number.getAsLong() > LATEST) {
      form.reject(name, "programme.year.unreadable");
      return Optional.empty();
    }
    return Optional.of(new FiscalYear((int) number.getAsLong()));
  }

  /** A whole number of yen; empty where nothing was typed, an error where it is none. */
  public static OptionalLong yen(Form form, String name) {
    String typed = form.optional(name, 24).orElse("");
    OptionalLong yen = Figures.read(typed);
    if (!typed.isEmpty() && yen.isEmpty()) {
      form.reject(name, "programme.yen.unreadable");
    }
    return yen;
  }
}
