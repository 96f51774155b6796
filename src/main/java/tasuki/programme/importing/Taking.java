package tasuki.programme.importing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.FiscalYear;
import tasuki.identity.Division;
import tasuki.identity.DivisionId;
import tasuki.identity.Divisions;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.programme.Amounts.Amount;
import tasuki.programme.Edition;
import tasuki.programme.Editions;
import tasuki.programme.Funding;
import tasuki.programme.HeadingId;
import tasuki.programme.Placement;
import tasuki.programme.ProgrammeId;
import tasuki.programme.ProgrammeYear;
import tasuki.programme.Programmes;
import tasuki.programme.SeriesId;
import tasuki.programme.Source;
import tasuki.programme.Standing;
import tasuki.programme.YearEntry;
import tasuki.programme.YearId;
import tasuki.programme.reading.Heading;
import tasuki.programme.reading.ProgrammeLine;
import tasuki.programme.reading.Values;

/** Takes a list over that nobody has to decide about any more: as a whole or not at all. */
@Service
@Transactional
public class Taking {

  /** Room between two rows of a list, for what somebody puts there later. */
  private static final int BETWEEN = 10;

  /**
   * Where a list belongs.
   *
   * @param series of an existing list; null for a new one
   * @param name of the new list
   * @param fallback the division that keeps what is in charge of a division unknown here
   */
  record Target(
      @Nullable SeriesId series,
      String name,
      FiscalYear year,
      String title,
      @Nullable DivisionId fallback) {}

  /** What became of the rows. */
  record Taken(Edition edition, int in, int kept, int changed, int left) {}

  private final PrintedLists drafts;
  private final Editions editions;
  private final Programmes programmes;
  private final PaidAmounts paid;
  private final Marks marks;
  private final Divisions divisions;
  private final Ids ids;
  private final AuditLog audit;

  Taking(
      PrintedLists drafts,
      Editions editions,
      Programmes programmes,
      PaidAmounts paid,
      Marks marks,
      Divisions divisions,
      Ids ids,
      AuditLog audit) {
    this.drafts = drafts;
    this.editions = editions;
    this.programmes = programmes;
    this.paid = paid;
    this.marks = marks;
    this.divisions = divisions;
    this.ids = ids;
    this.audit = audit;
  }

  /**
   * Takes the list over.
   *
   * @param despite whether somebody saw that printed totals differ and takes it nevertheless
   * @throws RefusedException when a line waits, totals differ, or a division is not known
   */
  public Taken take(PrintedList draft, Target target, boolean despite) {
    if (draft.state() != PrintedList.State.OPEN) {
      throw RefusedException.because("programme.import.over");
    }
    Review review = checked(draft, despite);
    List<ProgrammeLine> lines = review.programmes();
    boolean numbered = lines.stream().anyMatch(line -> !line.values().number().isEmpty());
    boolean opened = !stands(target);
    Edition edition = edition(target, numbered);
    List<HeadingId> stood = headings(edition);
    Map<YearId, Trace.Mark> found =
        marks.of(programmes.of(edition.id()).stream().map(ProgrammeYear::id).toList());
    Places places =
        new Places(
            headings(edition, lines), ranks(lines), divisions.of(edition.series().organization()));
    sources(edition, draft, lines);
    List<Group> groups = Group.of(lines);
    List<Put> puts = put(edition, groups, places, target);
    List<HeadingId> added =
        headings(edition).stream().filter(heading -> !stood.contains(heading)).toList();
    drafts.applied(
        draft, edition.id(), new Trace(target.series() == null, opened, added, steps(puts, found)));
    audit.changed("programme.list-taken", edition.id().value(), List.of(), edition.title());
    int left = (int) review.lines().stream().filter(Review.Line::left).count();
    return new Taken(edition, groups.size(), groups.size() - puts.size(), puts.size(), left);
  }

  private static Review checked(PrintedList draft, boolean despite) {
    Review review = Review.of(draft);
    if (!review.waiting().isEmpty()) {
      throw RefusedException.because("programme.import.waits", review.waiting().size());
    }
    if (!despite && !review.agrees()) {
      throw RefusedException.because("programme.import.differs");
    }
    return review;
  }

  private boolean stands(Target target) {
    SeriesId known = target.series();
    return known != null && editions.of(known, target.year()).isPresent();
  }

  private List<HeadingId> headings(Edition edition) {
    return editions.headings(edition.id()).stream().map(tasuki.programme.Heading::id).toList();
  }

  private List<Put> put(Edition edition, List<Group> groups, Places places, Target target) {
    Standings standings = new Standings(edition, programmes, editions);
    List<Put> puts = new ArrayList<>();
    programmes.renumber();
    int number = 0;
    for (Group group : groups) {
      number++;
      put(edition, group, number, places, standings, target).ifPresent(puts::add);
    }
    programmes.renumbered();
    return puts;
  }

  /** How the list found and leaves what it made different. */
  private List<Trace.Step> steps(List<Put> puts, Map<YearId, Trace.Mark> found) {
    Map<YearId, Trace.Mark> left = marks.of(puts.stream().map(put -> put.year().id()).toList());
    return puts.stream()
        .map(
            put ->
                new Trace.Step(
                    put.year().id(),
                    put.year().programme(),
                    put.begun(),
                    put.before(),
                    put.amounts(),
                    found.get(put.year().id()),
                    Objects.requireNonNull(left.get(put.year().id()))))
        .toList();
  }

  private Edition edition(Target target, boolean numbered) {
    SeriesId known = target.series();
    if (known == null) {
      return editions.get(editions.begin(target.name(), numbered, target.year(), target.title()));
    }
    return editions
        .of(known, target.year())
        .orElseGet(() -> editions.get(editions.open(known, target.year(), target.title())));
  }

  /** The headings of the lines, each once; those that stand already are found again. */
  private Map<List<Heading>, HeadingId> headings(Edition edition, List<ProgrammeLine> lines) {
    Map<String, HeadingId> there = new HashMap<>();
    Map<HeadingId, String> keys = new HashMap<>();
    for (var heading : editions.headings(edition.id())) {
      HeadingId parent = heading.parent();
      String key =
          (parent == null ? "" : keys.getOrDefault(parent, ""))
              + key(heading.mark(), heading.name());
      keys.put(heading.id(), key);
      there.put(key, heading.id());
    }
    Map<List<Heading>, HeadingId> found = new LinkedHashMap<>();
    List<Editions.NewHeading> missing = new ArrayList<>();
    for (ProgrammeLine line : lines) {
      String key = "";
      HeadingId parent = null;
      for (int depth = 1; depth <= line.path().size(); depth++) {
        Heading heading = line.path().get(depth - 1);
        key += key(heading.mark(), heading.name());
        HeadingId id = there.get(key);
        if (id == null) {
          id = new HeadingId(ids.next());
          there.put(key, id);
          missing.add(
              new Editions.NewHeading(
                  id, parent, heading.mark(), heading.name().replaceAll("\\s+", " ").strip()));
        }
        found.put(line.path().subList(0, depth), id);
        parent = id;
      }
    }
    editions.addHeadings(edition.id(), missing);
    return found;
  }

  private static String key(String mark, String name) {
    return "/" + plain(mark) + "|" + plain(name);
  }

  /** Sources of money that the list names and nobody entered yet, by their marks. */
  private void sources(Edition edition, PrintedList draft, List<ProgrammeLine> lines) {
    Map<String, String> names = new LinkedHashMap<>();
    editions
        .sources(edition.series().organization())
        .forEach(one -> names.put(one.mark(), one.name()));
    int known = names.size();
    new java.util.TreeMap<>(draft.reading().legend()).forEach(names::putIfAbsent);
    for (ProgrammeLine line : lines) {
      line.values().funding().forEach(mark -> names.putIfAbsent(mark, ""));
    }
    if (names.size() > known) {
      editions.sources(
          names.entrySet().stream().map(one -> new Source(one.getKey(), one.getValue())).toList());
    }
  }

  /** Where lines stand: under which heading, as which of all, and who may be in charge. */
  private record Places(
      Map<List<Heading>, HeadingId> headings,
      Map<ProgrammeLine, Integer> ranks,
      List<Division> divisions) {}

  private static Map<ProgrammeLine, Integer> ranks(List<ProgrammeLine> lines) {
    Map<ProgrammeLine, Integer> ranks = new IdentityHashMap<>();
    lines.forEach(line -> ranks.put(line, ranks.size() + 1));
    return ranks;
  }

  /**
   * A programme's year that the list made different.
   *
   * @param begun whether the programme is new
   * @param before what the year said; null where it was not there
   * @param amounts as they stood where they became different
   */
  private record Put(
      ProgrammeYear year, boolean begun, @Nullable YearEntry before, List<Amount> amounts) {}

  private Optional<Put> put(
      Edition edition, Group group, int place, Places places, Standings standings, Target target) {
    Values values = group.main().values();
    int number = values.number().isEmpty() ? place : Integer.parseInt(plain(values.number()));
    Optional<ProgrammeYear> there = standings.find(values, number);
    DivisionId division = division(values.division(), there, places, target);
    YearEntry before = there.map(ProgrammeYear::entry).orElse(null);
    YearEntry entry = entry(group, number, places, division, before);
    if (there.isEmpty()) {
      Optional<ProgrammeId> former = standings.former(values, number);
      ProgrammeYear year =
          former
              .map(known -> programmes.go(known, edition, entry))
              .orElseGet(() -> programmes.add(edition, entry));
      paid.set(year, values);
      return Optional.of(new Put(year, former.isEmpty(), null, List.of()));
    }
    ProgrammeYear year = there.get();
    boolean changed = !entry.equals(before);
    if (changed) {
      programmes.change(year.id(), entry, year.version());
    }
    List<Amount> amounts = paid.set(year, values);
    return changed || !amounts.isEmpty()
        ? Optional.of(new Put(year, false, before, amounts))
        : Optional.empty();
  }

  private static DivisionId division(
      String words, Optional<ProgrammeYear> there, Places places, Target target) {
    if (there.isPresent() && Objects.equals(there.get().entry().divisionWords(), words)) {
      return there.get().entry().division();
    }
    return places.divisions().stream()
        .filter(one -> one.open() && plain(one.name()).equals(plain(words)))
        .map(Division::id)
        .findFirst()
        .or(() -> Optional.ofNullable(target.fallback()))
        .orElseThrow(() -> RefusedException.because("programme.import.division", words));
  }

  private static YearEntry entry(
      Group group, int number, Places places, DivisionId division, @Nullable YearEntry before) {
    Values values = group.main().values();
    List<Placement> placements = new ArrayList<>();
    placements.add(placement(group.main(), places));
    group.again().forEach(line -> placements.add(placement(line, places)));
    return new YearEntry(
        number,
        values.name(),
        before == null ? null : before.purpose(),
        values.content().isEmpty() ? null : values.content(),
        before == null ? null : before.execution(),
        standing(values),
        before == null ? null : before.firstYear(),
        before == null ? null : before.lastYear(),
        division,
        words(division, values.division(), places),
        before == null ? null : before.area(),
        remark(values),
        placements,
        values.funding().stream().map(mark -> funding(mark, before)).toList(),
        before == null ? List.of() : before.operators());
  }

  private static Funding funding(String mark, @Nullable YearEntry before) {
    return before == null
        ? new Funding(mark, null)
        : before.funding().stream()
            .filter(one -> one.mark().equals(mark))
            .findFirst()
            .orElse(new Funding(mark, null));
  }

  /** What is printed of the division, where that is not its name. */
  private static @Nullable String words(DivisionId division, String printed, Places places) {
    boolean named =
        places.divisions().stream()
            .anyMatch(one -> one.id().equals(division) && one.name().equals(printed));
    return printed.isEmpty() || named ? null : printed;
  }

  private static Placement placement(ProgrammeLine line, Places places) {
    String service = line.values().serviceType();
    return new Placement(
        Objects.requireNonNull(places.headings().get(line.path())),
        Objects.requireNonNull(places.ranks().get(line)) * BETWEEN,
        line.values().isRepost(),
        service.isEmpty() ? null : service);
  }

  private static Standing standing(Values values) {
    String remark = values.remark();
    if (values.isNew() || remark.contains("新規")) {
      return Standing.NEW;
    }
    return remark.contains("拡充")
        ? Standing.EXTENDED
        : remark.contains("終了") ? Standing.ENDED : Standing.CONTINUED;
  }

  /** What 備考 says beyond the standing, which has a field of its own. */
  private static @Nullable String remark(Values values) {
    String rest = values.remark().replaceAll("^(新規|継続|拡充|終了)$", "").strip();
    return rest.isEmpty() ? null : rest;
  }

  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }
}
