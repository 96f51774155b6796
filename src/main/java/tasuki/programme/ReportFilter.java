package tasuki.programme;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tasuki.identity.DivisionId;
import tasuki.web.Form;

/** Leaves of a list what is looked for, with the headings over it. */
record ReportFilter(
    String words,
    Optional<DivisionId> division,
    String mark,
    Optional<Standing> standing,
    Optional<HeadingId> heading) {

  /** As the address says it; what cannot be read narrows nothing. */
  static ReportFilter of(Form form) {
    return new ReportFilter(
        plain(form.optional("q", 60).orElse("")),
        form.id("division").map(DivisionId::new),
        form.optional("mark", 8).orElse(""),
        form.optionalChoice("standing", Standing.class),
        form.id("heading").map(HeadingId::new));
  }

  Report apply(Report report) {
    if (isEmpty()) {
      return report;
    }
    Set<HeadingId> wanted = new HashSet<>();
    List<ProgrammeYear> years = report.programmes().stream().filter(this::fits).toList();
    List<Heading> headings = report.headings();
    for (ProgrammeYear year : years) {
      year.entry().placements().forEach(one -> wanted.add(one.heading()));
    }
    for (Heading one : headings.reversed()) {
      HeadingId parent = one.parent();
      if (wanted.contains(one.id()) && parent != null) {
        wanted.add(parent);
      }
    }
    Set<HeadingId> under = under(headings);
    return Report.of(
        report.edition(),
        headings.stream()
            .filter(one -> wanted.contains(one.id()))
            .filter(one -> heading.isEmpty() || under.contains(one.id()))
            .toList(),
        years);
  }

  private boolean isEmpty() {
    return words.isEmpty()
        && division.isEmpty()
        && mark.isEmpty()
        && standing.isEmpty()
        && heading.isEmpty();
  }

  private boolean fits(ProgrammeYear year) {
    YearEntry entry = year.entry();
    String text =
        plain(
            entry.name()
                + Optional.ofNullable(entry.content()).orElse("")
                + Optional.ofNullable(entry.divisionWords()).orElse(""));
    return text.contains(words)
        && division.map(entry.division()::equals).orElse(true)
        && (mark.isEmpty() || entry.funding().stream().anyMatch(one -> one.mark().equals(mark)))
        && standing.map(one -> one == entry.standing()).orElse(true);
  }

  /** The heading that was chosen, and all below it. */
  private Set<HeadingId> under(List<Heading> headings) {
    Set<HeadingId> under = new HashSet<>();
    heading.ifPresent(under::add);
    for (Heading one : headings) {
      HeadingId parent = one.parent();
      if (parent != null && under.contains(parent)) {
        under.add(one.id());
      }
    }
    return under;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s", "");
  }
}
