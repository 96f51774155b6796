package tasuki.fund;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import tasuki.calendar.FiscalYear;
import tasuki.web.Form;
import tasuki.web.Phrases;

/** Fiscal years of which a field lets one be chosen. */
public record YearChoice(List<FiscalYear> years) {

  /** So many years, from the first on. */
  public static YearChoice from(FiscalYear first, int count) {
    return new YearChoice(
        IntStream.range(first.year(), first.year() + count).mapToObj(FiscalYear::new).toList());
  }

  /** As the field offers them. */
  public List<Phrases.Choice> choices(Locale locale) {
    return years.stream()
        .map(one -> new Phrases.Choice(Integer.toString(one.year()), one.label(locale)))
        .toList();
  }

  /** The one that was chosen; empty where none was, and with an error where none is offered so. */
  public Optional<FiscalYear> read(Form form, String name) {
    String sent = form.optional(name, 4).orElse("");
    Optional<FiscalYear> chosen =
        years.stream().filter(one -> Integer.toString(one.year()).equals(sent)).findFirst();
    if (chosen.isEmpty() && !sent.isEmpty()) {
      form.reject(name, "web.form.choose");
    }
    return chosen;
  }

  /** The one that must be chosen; the first as a stand-in after an error. */
  public FiscalYear required(Form form, String name) {
    form.text(name, 4);
    return read(form, name).orElse(years.getFirst());
  }
}
