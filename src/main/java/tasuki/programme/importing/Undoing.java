package tasuki.programme.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.RefusedException;
import tasuki.programme.Amounts;
import tasuki.programme.Edition;
import tasuki.programme.EditionId;
import tasuki.programme.Editions;
import tasuki.programme.ProgrammeYear;
import tasuki.programme.Programmes;
import tasuki.programme.YearEntry;
import tasuki.programme.YearId;

/**
 * Undoes a list that was taken over, as a whole or not at all: a list of which only some rows were
 * put back would be one that nobody ever printed.
 */
@Service
@Transactional
public class Undoing {

  private static final String REASON = "一覧の取込の取消し";
  private static final int NAMED = 5;

  private final PrintedLists drafts;
  private final Marks marks;
  private final Editions editions;
  private final Programmes programmes;
  private final Amounts amounts;
  private final JdbcClient jdbc;
  private final AuditLog audit;

  Undoing(
      PrintedLists drafts,
      Marks marks,
      Editions editions,
      Programmes programmes,
      Amounts amounts,
      JdbcClient jdbc,
      AuditLog audit) {
    this.drafts = drafts;
    this.marks = marks;
    this.editions = editions;
    this.programmes = programmes;
    this.amounts = amounts;
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /**
   * Puts everything back as it was before the list was taken; the list waits again.
   *
   * @return how many programmes' years were put back or taken away
   * @throws RefusedException when something of it was changed since, or something builds on it
   */
  public int undo(UUID id) {
    PrintedList draft = drafts.get(id);
    Trace trace = drafts.trace(id).orElseThrow(() -> refused("not"));
    EditionId taken = drafts.edition(id).orElseThrow(() -> refused("not"));
    // Nobody else takes, undoes or publishes the list at the same time.
    jdbc.sql("select id from programme.edition where id = ? for update")
        .param(taken.value())
        .query(UUID.class)
        .single();
    Edition edition = editions.get(taken);
    check(id, edition, trace);
    programmes.renumber();
    forget(id, trace);
    putBack(trace);
    programmes.renumbered();
    drafts.undone(draft);
    drafts.putBack(taken, standing(trace));
    takeDown(edition, trace);
    audit.changed("programme.list-undone", taken.value(), List.of(), edition.title());
    return trace.steps().size();
  }

  private void check(UUID id, Edition edition, Trace trace) {
    if (edition.published()) {
      throw refused("published");
    }
    if (drafts.takenAfter(id)) {
      throw refused("later");
    }
    Map<YearId, Trace.Mark> standing = marks.of(years(trace));
    if (standing.size() < trace.steps().size()) {
      throw refused("left-out");
    }
    List<YearId> changed =
        trace.steps().stream()
            .filter(step -> !step.left().equals(standing.get(step.year())))
            .map(Trace.Step::year)
            .toList();
    refuse("changed", changed);
    refuse("went-on", wentOn(trace));
  }

  /** Says which programmes stand in the way, if any does. */
  private void refuse(String why, List<YearId> inTheWay) {
    if (!inTheWay.isEmpty()) {
      throw named(why, programmes.of(inTheWay).stream().map(one -> one.entry().name()).toList());
    }
  }

  private static List<YearId> years(Trace trace) {
    return trace.steps().stream().map(Trace.Step::year).toList();
  }

  /** How each year stood that the list changed, to how it stands now that it is as it was. */
  private Map<YearId, Map.Entry<Trace.Mark, Trace.Mark>> standing(Trace trace) {
    Map<YearId, Trace.Mark> now = marks.of(years(trace));
    Map<YearId, Map.Entry<Trace.Mark, Trace.Mark>> back = new HashMap<>();
    for (Trace.Step step : trace.steps()) {
      if (step.was() != null) {
        back.put(step.year(), Map.entry(step.was(), Objects.requireNonNull(now.get(step.year()))));
      }
    }
    return back;
  }

  /** Programmes that were put on another year's list since; ids of years follow each other. */
  private List<YearId> wentOn(Trace trace) {
    return jdbc.sql(
            """
            select y.id from programme.year y
            where y.id = any (?::uuid[]) and exists (select from programme.year later
              where later.programme = y.programme and later.id > y.id)
            """)
        .param(
            trace.steps().stream()
                .filter(Trace.Step::added)
                .map(step -> step.year().value())
                .toArray(UUID[]::new))
        .query((row, _) -> new YearId(row.getObject("id", UUID.class)))
        .list();
  }

  /** Takes away the years that the list put there, and the programmes that began with it. */
  private void forget(UUID id, Trace trace) {
    List<Trace.Step> added = trace.steps().stream().filter(Trace.Step::added).toList();
    UUID[] years = added.stream().map(step -> step.year().value()).toArray(UUID[]::new);
    jdbc.sql("delete from programme.amount where year = any (?::uuid[])").param(years).update();
    jdbc.sql("select programme.forget_taken(?)").param(id).query(rows -> {});
    for (Trace.Step step : added) {
      String name = programmes.get(step.year()).entry().name();
      try {
        jdbc.sql("delete from programme.year where id = ?").param(step.year().value()).update();
        if (step.begun()) {
          jdbc.sql("delete from programme.programme where id = ?")
              .param(step.programme().value())
              .update();
        }
      } catch (DataIntegrityViolationException builtOn) {
        throw named("used", List.of(name));
      }
    }
  }

  private void putBack(Trace trace) {
    for (Trace.Step step : trace.steps()) {
      YearEntry before = step.before();
      if (before != null) {
        ProgrammeYear year = programmes.get(step.year());
        amounts.set(year, step.amounts(), REASON);
        if (!before.equals(year.entry())) {
          programmes.change(year.id(), before, year.version());
        }
      }
    }
  }

  /** Takes away headings, the year and the list itself, as far as nothing else stands there. */
  private void takeDown(Edition edition, Trace trace) {
    trace
        .headings()
        .reversed()
        .forEach(
            heading ->
                jdbc.sql(
                        """
                        delete from programme.heading h where h.id = ?
                          and not exists (select from programme.placement p where p.heading = h.id)
                          and not exists (select from programme.heading c where c.parent = h.id)
                        """)
                    .param(heading.value())
                    .update());
    try {
      if (trace.opened()) {
        jdbc.sql(
                """
                delete from programme.edition e where e.id = ?
                  and not exists (select from programme.year y where y.edition = e.id)
                  and not exists (select from programme.heading h where h.edition = e.id)
                """)
            .param(edition.id().value())
            .update();
      }
      if (trace.begun()) {
        jdbc.sql(
                """
                delete from programme.series s where s.id = ?
                  and not exists (select from programme.edition e where e.series = s.id)
                  and not exists (select from programme.programme p where p.series = s.id)
                """)
            .param(edition.series().id().value())
            .update();
      }
    } catch (DataIntegrityViolationException builtOn) {
      throw refused("used-list");
    }
  }

  private static RefusedException refused(String why) {
    return RefusedException.because("programme.import.undo." + why);
  }

  private static RefusedException named(String why, List<String> names) {
    String first = String.join("」「", names.subList(0, Math.min(NAMED, names.size())));
    return RefusedException.because("programme.import.undo." + why, names.size(), first);
  }
}
