package tasuki.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tasuki.calendar.FiscalYear;
import tasuki.directory.OrganizationId;
import tasuki.identity.Division;
import tasuki.identity.DivisionId;
import tasuki.identity.Divisions;
import tasuki.kernel.Ids;
import tasuki.programme.AmountKind;
import tasuki.programme.Amounts;
import tasuki.programme.Amounts.Amount;
import tasuki.programme.Attachments;
import tasuki.programme.Edition;
import tasuki.programme.EditionId;
import tasuki.programme.Editions;
import tasuki.programme.Execution;
import tasuki.programme.Funding;
import tasuki.programme.HeadingId;
import tasuki.programme.InstrumentKind;
import tasuki.programme.OperatorNames;
import tasuki.programme.Placement;
import tasuki.programme.ProgrammeYear;
import tasuki.programme.Programmes;
import tasuki.programme.Rollover;
import tasuki.programme.Source;
import tasuki.programme.Standing;
import tasuki.programme.YearEntry;
import tasuki.programme.YearId;

/** Three years of two lists of programmes, the last one half spent. */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
class SampleProgrammes {

  private static final long THOUSAND = 1_000;
  private static final int WHOLE = 100;
  private static final List<String> PLANNED = List.of("two_ago", "one_ago", "now");
  private static final List<String> SPENT = List.of("spent_two", "spent_one", "spent_now");

  private final Editions editions;
  private final Programmes programmes;
  private final Amounts amounts;
  private final Attachments attachments;
  private final Rollover rollover;
  private final OperatorNames operators;
  private final Divisions divisions;
  private final Ids ids;

  SampleProgrammes(
      Editions editions,
      Programmes programmes,
      Amounts amounts,
      Attachments attachments,
      Rollover rollover,
      OperatorNames operators,
      Divisions divisions,
      Ids ids) {
    this.editions = editions;
    this.programmes = programmes;
    this.amounts = amounts;
    this.attachments = attachments;
    this.rollover = rollover;
    this.operators = operators;
    this.divisions = divisions;
    this.ids = ids;
  }

  /** Both lists, as the compiling officer of the prefecture enters them. */
  void enter(OrganizationId prefecture, LocalDate today) {
    editions.sources(List.of(new Source("①", "基金"), new Source("②", "県単"), new Source("③", "国庫")));
    Map<String, DivisionId> offices =
        divisions.of(prefecture).stream().collect(Collectors.toMap(Division::name, Division::id));
    enter("measures", "在宅医療推進施策一覧", false, offices, today);
    enter("fund", "地域医療介護総合確保基金（医療分）事業一覧", true, offices, today);
  }

  private void enter(
      String key, String name, boolean numbered, Map<String, DivisionId> offices, LocalDate today) {
    List<SampleRow> rows =
        SampleRow.all("programmes").stream().filter(row -> row.get("series").equals(key)).toList();
    FiscalYear year = new FiscalYear(FiscalYear.of(today).year() - 2);
    EditionId first = editions.begin(name, numbered, year, title(year, name));
    Edition edition = editions.get(first);
    Map<String, HeadingId> headings = headings(first, rows);
    for (int turn = 0; turn < PLANNED.size(); turn++) {
      if (turn > 0) {
        edition = next(edition, name);
        headings = headings(edition.id());
      }
      Map<Integer, ProgrammeYear> standing = new HashMap<>();
      programmes.of(edition.id()).forEach(one -> standing.put(one.entry().number(), one));
      for (SampleRow row : rows) {
        if (row.find(PLANNED.get(turn)).isPresent()) {
          ProgrammeYear there = standing.get(row.number("number"));
          ProgrammeYear one =
              there == null
                  ? programmes.add(edition, entry(row, edition, turn, headings, offices))
                  : there;
          spend(row, one, turn, today);
          instruments(row, one, there == null);
        }
      }
    }
    editions.publish(edition.id(), key.equals("measures"));
  }

  private static String title(FiscalYear year, String name) {
    return year.label(Locale.JAPANESE) + name;
  }

  private Edition next(Edition edition, String name) {
    Set<YearId> on =
        programmes.of(edition.id()).stream()
            .filter(Rollover::goesOn)
            .map(ProgrammeYear::id)
            .collect(Collectors.toSet());
    return editions.get(rollover.next(edition, title(edition.year().next(), name), on, false));
  }

  private Map<String, HeadingId> headings(EditionId edition, List<SampleRow> rows) {
    Map<String, HeadingId> made = new LinkedHashMap<>();
    List<Editions.NewHeading> written = new ArrayList<>();
    for (SampleRow row : rows) {
      String path = "";
      HeadingId parent = null;
      for (String words : row.get("heading").split("/", -1)) {
        path = path.isEmpty() ? words : path + "/" + words;
        if (!made.containsKey(path)) {
          HeadingId id = new HeadingId(ids.next());
          made.put(path, id);
          String mark = words.replaceFirst("^(\\(\\d\\)|[ア-ン] |[①-⑥](?:-\\d)? ).*", "$1").strip();
          written.add(
              new Editions.NewHeading(id, parent, mark, words.substring(mark.length()).strip()));
        }
        parent = Objects.requireNonNull(made.get(path));
      }
    }
    editions.addHeadings(edition, written);
    return made;
  }

  private Map<String, HeadingId> headings(EditionId edition) {
    Map<String, HeadingId> found = new HashMap<>();
    Map<HeadingId, String> paths = new HashMap<>();
    for (var heading : editions.headings(edition)) {
      HeadingId parent = heading.parent();
      String words =
          heading.mark().startsWith("(") ? heading.mark() + heading.name() : heading.words();
      String path = parent == null ? words : paths.get(parent) + "/" + words;
      paths.put(heading.id(), path);
      found.put(path, heading.id());
    }
    return found;
  }

  private YearEntry entry(
      SampleRow row,
      Edition edition,
      int turn,
      Map<String, HeadingId> headings,
      Map<String, DivisionId> offices) {
    int number = row.number("number");
    List<Placement> placements = new ArrayList<>();
    placements.add(
        new Placement(
            Objects.requireNonNull(headings.get(row.get("heading"))),
            number * 10,
            false,
            row.find("service").orElse(null)));
    row.find("again")
        .ifPresent(
            again ->
                placements.add(
                    new Placement(
                        Objects.requireNonNull(headings.get(again)), number * 10, true, null)));
    List<Funding> funding =
        row.get("marks").codePoints().mapToObj(Character::toString).map(this::funding).toList();
    int began = row.number("begins");
    boolean begins = turn > 0 || began == edition.year().year();
    return new YearEntry(
        number,
        row.get("name"),
        null,
        row.get("content"),
        Execution.valueOf(row.get("execution")),
        begins ? Standing.NEW : Standing.valueOf(row.get("standing")),
        began,
        row.find("ends").map(Integer::valueOf).orElse(null),
        Objects.requireNonNull(offices.get(row.get("division"))),
        null,
        null,
        null,
        placements,
        funding,
        operators.of(row.find("operators").map(List::of).orElse(List.of())));
  }

  private Funding funding(String mark) {
    return new Funding(mark, null);
  }

  /** Of years gone by the whole is known, of this one what was paid until last month. */
  private void spend(SampleRow row, ProgrammeYear year, int turn, LocalDate today) {
    long planned = row.number(PLANNED.get(turn)) * THOUSAND;
    YearMonth april = year.fiscalYear().months().getFirst();
    List<Amount> all = new ArrayList<>();
    all.add(new Amount(AmountKind.PLANNED, Amounts.NO_SOURCE, april, planned));
    Optional<Integer> percent = row.find(SPENT.get(turn)).map(Integer::valueOf);
    if (percent.isPresent()) {
      long spent = planned * percent.get() / WHOLE;
      List<YearMonth> months =
          year.fiscalYear().contains(today)
              ? gone(april, YearMonth.from(today))
              : List.of(april.plusMonths(5), april.plusMonths(11), april.plusMonths(12));
      spread(spent, months, all);
    }
    amounts.set(year, all, null);
  }

  private static List<YearMonth> gone(YearMonth april, YearMonth now) {
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth month = april; month.isBefore(now); month = month.plusMonths(1)) {
      months.add(month);
    }
    return months;
  }

  private static void spread(long spent, List<YearMonth> months, List<Amount> all) {
    long left = spent;
    for (int at = 0; at < months.size(); at++) {
      long part = at == months.size() - 1 ? left : spent / months.size() / THOUSAND * THOUSAND;
      left -= part;
      all.add(new Amount(AmountKind.SETTLED, Amounts.NO_SOURCE, months.get(at), part));
    }
  }

  private void instruments(SampleRow row, ProgrammeYear year, boolean isNew) {
    if (isNew) {
      for (String one : row.parts("instruments", ";")) {
        // What is kept here is named after a bar: DIRECTORY:名簿|register:home-care-support.
        String[] parts = one.split("[:|]", 3);
        attachments.attach(
            year.programme(),
            InstrumentKind.valueOf(parts[0]),
            parts[1],
            parts.length > 2 ? parts[2] : null);
      }
    }
  }
}
