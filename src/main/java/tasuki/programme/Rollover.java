package tasuki.programme;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.FiscalYear;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** Takes a list over into the next fiscal year, with all that goes on. */
@Service
@Transactional
public class Rollover {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final Editions editions;
  private final ApplicationEventPublisher events;

  Rollover(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      AuditLog audit,
      Editions editions,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.editions = editions;
    this.events = events;
  }

  /** Whether a programme goes on by itself: not where this was its last year. */
  public static boolean goesOn(ProgrammeYear year) {
    Integer last = year.entry().lastYear();
    return year.entry().standing() != Standing.ENDED
        && (last == null || last > year.fiscalYear().year());
  }

  /**
   * Opens the list of the next year with the headings of this one and the programmes that go on.
   * They keep their numbers, so that a number means the same in both years.
   *
   * @param goOn the years of the programmes that go on
   * @param budgetToo whether this year's 当初予算 becomes the next one's
   * @return the list of the next year
   * @throws RefusedException when that year stands already
   */
  public EditionId next(Edition edition, String title, Set<YearId> goOn, boolean budgetToo) {
    FiscalYear year = edition.year().next();
    EditionId next = editions.open(edition.series().id(), year, title);
    Map<UUID, UUID> headings = headings(edition, next);
    Map<UUID, UUID> years = new HashMap<>();
    goOn.forEach(one -> years.put(one.value(), ids.next()));
    Map<String, Object> values = new HashMap<>();
    values.put("edition", edition.id().value());
    values.put("next", next.value());
    values.put("oldYears", keys(years));
    values.put("newYears", values(years));
    values.put("oldHeadings", keys(headings));
    values.put("newHeadings", values(headings));
    values.put("month", year.firstDay());
    for (String statement : COPIES) {
      jdbc.sql(statement).params(values).update();
    }
    if (budgetToo) {
      note(jdbc.sql(BUDGET).params(values).update(), values);
    }
    audit.changed(
        "programme.rolled-over", next.value(), List.of(), title + " (" + goOn.size() + ")");
    Map<YearId, YearId> went = new HashMap<>();
    years.forEach((former, opened) -> went.put(new YearId(former), new YearId(opened)));
    events.publishEvent(new ListRolledOver(next, year, went, budgetToo));
    return next;
  }

  private Map<UUID, UUID> headings(Edition edition, EditionId next) {
    Map<UUID, UUID> copies = new HashMap<>();
    List<Editions.NewHeading> written = new ArrayList<>();
    for (Heading heading : editions.headings(edition.id())) {
      HeadingId copy = new HeadingId(ids.next());
      copies.put(heading.id().value(), copy.value());
      HeadingId parent = heading.parent();
      UUID over = parent == null ? null : copies.get(parent.value());
      written.add(
          new Editions.NewHeading(
              copy, over == null ? null : new HeadingId(over), heading.mark(), heading.name()));
    }
    editions.addHeadings(next, written);
    return copies;
  }

  /** Notes the budgets that were taken over, as if each had been typed. */
  private void note(int amounts, Map<String, Object> values) {
    UUID[] changes = new UUID[amounts];
    Arrays.setAll(changes, _ -> ids.next());
    values.put("changes", changes);
    values.put("now", OffsetDateTime.now(clock));
    jdbc.sql(NOTES).params(values).update();
  }

  private static UUID[] keys(Map<UUID, UUID> map) {
    return map.keySet().toArray(UUID[]::new);
  }

  private static UUID[] values(Map<UUID, UUID> map) {
    return map.values().toArray(UUID[]::new);
  }

  private static final String PAIRS =
      """
      with pair as (select * from unnest(:oldYears::uuid[], :newYears::uuid[]) as p (old, new)),
        under as (select * from unnest(:oldHeadings::uuid[], :newHeadings::uuid[]) as u (old, new))
      """;

  private static final List<String> COPIES =
      List.of(
          PAIRS
              + """
              insert into programme.year (id, programme, edition, number, name, purpose, content,
                execution, standing, first_year, last_year, division, division_words, area, remark)
              select pair.new, y.programme, :next, y.number, y.name, y.purpose, y.content,
                y.execution, 'CONTINUED', y.first_year, y.last_year, y.division, y.division_words,
                y.area, y.remark
              from pair join programme.year y on y.id = pair.old and y.edition = :edition
              """,
          PAIRS
              + """
              insert into programme.placement (year, heading, position, repost, service)
              select pair.new, under.new, p.position, p.repost, p.service
              from pair join programme.placement p on p.year = pair.old
              join under on under.old = p.heading
              """,
          PAIRS
              + """
              insert into programme.funding (year, mark, share)
              select pair.new, f.mark, f.share
              from pair join programme.funding f on f.year = pair.old
              """,
          PAIRS
              + """
              insert into programme.operator (year, name, operator)
              select pair.new, o.name, o.operator
              from pair join programme.operator o on o.year = pair.old
              """);

  private static final String BUDGET =
      PAIRS
          + """
          insert into programme.amount (year, kind, mark, month, yen)
          select pair.new, a.kind, a.mark, :month, a.yen
          from pair join programme.amount a on a.year = pair.old and a.kind = 'PLANNED'
          """;

  private static final String NOTES =
      """
      insert into programme.amount_change (id, year, kind, mark, month, after_yen, at)
      select change.id, a.year, a.kind, a.mark, a.month, a.yen, :now
      from (select *, row_number() over (order by year, mark) as number
        from programme.amount where year = any (:newYears::uuid[])) a
      join unnest(:changes::uuid[]) with ordinality as change (id, number)
        on change.number = a.number
      """;
}
