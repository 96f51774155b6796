package tasuki.fund.ledger;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.fund.Categories;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.programme.ProgrammeYear;
import tasuki.programme.YearId;

/** What pays for programmes' years. What is settled of the fund is what is drawn of it. */
@Service
@Transactional
public class Financings {

  /** A change that was made. */
  public record Change(
      Stage stage,
      FiscalYear vintage,
      String category,
      FinancingPart part,
      @Nullable Long before,
      @Nullable Long after,
      @Nullable String reason,
      UUID account,
      LocalDateTime at) {}

  private static final Comparator<Financing> BY_POT =
      Comparator.comparing(Financing::vintage)
          .thenComparing(one -> one.category().code())
          .thenComparing(Financing::stage);

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final Categories categories;
  private final Pots pots;

  Financings(
      JdbcClient jdbc, Ids ids, Clock clock, AuditLog audit, Categories categories, Pots pots) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.categories = categories;
    this.pots = pots;
  }

  /** What pays for a programme's year, oldest money first. */
  @Transactional(readOnly = true)
  public List<Financing> of(YearId year) {
    return jdbc.sql(
            """
            select f.* from fund.financing f join fund.category c on c.code = f.category
            where f.year = ? order by f.stage, f.vintage, c.position
            """)
        .param(year.value())
        .query(
            (row, _) ->
                new Financing(
                    Stage.valueOf(row.getString("stage")),
                    new FiscalYear(row.getInt("vintage")),
                    categories.get(row.getString("category")),
                    row.getLong("national"),
                    row.getLong("prefecture"),
                    row.getLong("operators"),
                    row.getLong("other")))
        .list();
  }

  /** What was changed, the latest first. */
  @Transactional(readOnly = true)
  public List<Change> changes(YearId year, int most) {
    return jdbc.sql("select * from fund.financing_change where year = ? order by id desc limit ?")
        .params(year.value(), most)
        .query(
            (row, _) ->
                new Change(
                    Stage.valueOf(row.getString("stage")),
                    new FiscalYear(row.getInt("vintage")),
                    row.getString("category"),
                    FinancingPart.valueOf(row.getString("part")),
                    row.getObject("before_yen", Long.class),
                    row.getObject("after_yen", Long.class),
                    row.getString("reason"),
                    row.getObject("account", UUID.class),
                    JapanTime.at(row.getObject("at", OffsetDateTime.class).toInstant())))
        .list();
  }

  /** By what whoever changes it says which state was read; empty while nothing was written. */
  @Transactional(readOnly = true)
  public String version(YearId year) {
    return jdbc.sql(
            "select id::text from fund.financing_change where year = ? order by id desc limit 1")
        .param(year.value())
        .query(String.class)
        .optional()
        .orElse("");
  }

  /**
   * Lets these rows pay for a programme's year, and no others. A row of nothing is none.
   *
   * @param version as it was read
   * @return how many amounts became different
   * @throws RefusedException when a row cannot be, more would be drawn than is left, somebody
   *     changed it meanwhile, or it is not the acting division's to change
   */
  public int set(
      ProgrammeYear year, List<Financing> typed, String version, @Nullable String reason) {
    // Two who write the same year do so one after the other, so that before is what stood.
    boolean mine =
        jdbc.sql("select true from programme.year where id = ? for update")
            .param(year.id().value())
            .query(Boolean.class)
            .optional()
            .orElse(false);
    if (!mine) {
      throw RefusedException.because("programme.refused.other-division");
    }
    if (!version(year.id()).equals(version)) {
      throw RefusedException.because("programme.refused.changed-meanwhile");
    }
    List<Financing> rows = typed.stream().filter(row -> row.whole() != 0).toList();
    List<Financing> before = of(year.id());
    check(year, rows);
    // Pots are touched in one order by everybody, so that no two wait for each other.
    List<Financing> touched = new ArrayList<>(rows);
    before.stream().filter(old -> rows.stream().noneMatch(old::isBeside)).forEach(touched::add);
    touched.sort(BY_POT);
    int changed = 0;
    for (Financing one : touched) {
      changed +=
          change(year.id(), in(before, one).orElse(null), in(rows, one).orElse(null), reason);
    }
    return changed;
  }

  private static void check(ProgrammeYear year, List<Financing> rows) {
    List<Financing> above = new ArrayList<>();
    for (Financing row : rows) {
      FinancingPolicy.check(row, year.fiscalYear()).orThrow();
      FinancingPolicy.beside(row, above).orThrow();
      above.add(row);
    }
  }

  private static Optional<Financing> in(List<Financing> rows, Financing one) {
    return rows.stream().filter(one::isBeside).findFirst();
  }

  private int change(
      YearId year, @Nullable Financing before, @Nullable Financing after, @Nullable String reason) {
    if (Objects.equals(before, after)) {
      return 0;
    }
    Financing either = Objects.requireNonNull(after == null ? before : after);
    long more = (after == null ? 0 : after.fund()) - (before == null ? 0 : before.fund());
    if (either.stage() == Stage.SETTLED && more > 0) {
      pots.take(either.vintage(), either.category(), more);
    }
    if (after == null) {
      jdbc.sql(
              """
              delete from fund.financing
              where year = ? and stage = ? and vintage = ? and category = ?
              """)
          .params(
              year.value(),
              either.stage().name(),
              either.vintage().year(),
              either.category().code())
          .update();
    } else {
      write(year, after);
    }
    return note(year, either, before, after, reason);
  }

  private void write(YearId year, Financing row) {
    jdbc.sql(
            """
            insert into fund.financing (year, stage, vintage, category, national, prefecture,
              operators, other)
            values (:year, :stage, :vintage, :category, :national, :prefecture, :operators, :other)
            on conflict (year, stage, vintage, category) do update
            set national = excluded.national, prefecture = excluded.prefecture,
              operators = excluded.operators, other = excluded.other
            """)
        .param("year", year.value())
        .param("stage", row.stage().name())
        .param("vintage", row.vintage().year())
        .param("category", row.category().code())
        .param("national", row.national())
        .param("prefecture", row.prefecture())
        .param("operators", row.operators())
        .param("other", row.other())
        .update();
  }

  private int note(
      YearId year,
      Financing pot,
      @Nullable Financing before,
      @Nullable Financing after,
      @Nullable String reason) {
    int changed = 0;
    for (FinancingPart part : FinancingPart.values()) {
      Long old = before == null ? null : Long.valueOf(part.of(before));
      Long now = after == null ? null : Long.valueOf(part.of(after));
      if ((old == null ? 0 : old) == (now == null ? 0 : now)) {
        continue;
      }
      changed++;
      jdbc.sql(
              """
              insert into fund.financing_change (id, year, stage, vintage, category, part,
                before_yen, after_yen, reason, at)
              values (:id, :year, :stage, :vintage, :category, :part, :before, :after, :reason, :at)
              """)
          .param("id", ids.next())
          .param("year", year.value())
          .param("stage", pot.stage().name())
          .param("vintage", pot.vintage().year())
          .param("category", pot.category().code())
          .param("part", part.name())
          .param("before", old)
          .param("after", now)
          .param("reason", reason)
          .param("at", OffsetDateTime.now(clock))
          .update();
      audit.changed(
          "fund.financing",
          year.value(),
          List.of(),
          "%s %s %s %s: %s → %s"
              .formatted(pot.stage(), pot.vintage().year(), pot.category().code(), part, old, now));
    }
    return changed;
  }
}
