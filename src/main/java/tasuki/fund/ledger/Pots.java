package tasuki.fund.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.fund.Branch;
import tasuki.fund.Categories;
import tasuki.fund.Category;
import tasuki.kernel.RefusedException;
import tasuki.programme.Figures;
import tasuki.programme.YearId;

/** What is in the fund, what moved it, and what is left. */
@Service
@Transactional(readOnly = true)
public class Pots {

  private static final String DRAWS =
      """
      select y.id, y.name, y.number, ed.title, ed.fiscal_year, f.vintage, f.category, f.stage,
        f.national, f.prefecture
      from fund.financing f
      join programme.year y on y.id = f.year
      join programme.edition ed on ed.id = y.edition
      join fund.category c on c.code = f.category
      where f.national + f.prefecture > 0 and c.branch = :branch
      """;

  private static final String SETTLED = " and f.stage = 'SETTLED'\n";

  private static final String PLANNED = " and f.stage = 'PLANNED'\n";

  /** What is planned counts until the programme's year is settled, from whatever pot. */
  private static final String OPEN =
      PLANNED
          + " and not exists (select from fund.financing s where s.year = f.year and s.stage = 'SETTLED')\n";

  private static final String ENTRIES =
      """
      select e.*, exists (select from fund.entry o where o.cancels = e.id) as cancelled
      from fund.entry e join fund.category c on c.code = e.category
      """;

  private static final String ASKED =
      """
      and (:category::text is null or %1$s.category = :category)
        and (:vintage::integer is null or %1$s.vintage = :vintage)
        and (:year::integer is null or %2$s.fiscal_year = :year)
      """;

  private final JdbcClient jdbc;
  private final Categories categories;

  Pots(JdbcClient jdbc, Categories categories) {
    this.jdbc = jdbc;
    this.categories = categories;
  }

  /** Every pot of a branch that has or had money, or of which some is planned, oldest first. */
  public List<Pot> of(Branch branch) {
    return jdbc.sql(
            """
            with planned as (
              select d.vintage, d.category, sum(d.national + d.prefecture) as yen
              from (%s) d group by 1, 2
            )
            select coalesce(p.vintage, d.vintage) as pot_vintage,
              coalesce(p.category, d.category) as pot_category, p.*, d.yen as planned
            from (select p.* from fund.pot p join fund.category c on c.code = p.category
              where c.branch = :branch) p
            full join planned d on d.vintage = p.vintage and d.category = p.category
            join fund.category c on c.code = coalesce(p.category, d.category)
            order by 1, c.position
            """
                .formatted(DRAWS + OPEN))
        .param("branch", branch.name())
        .query(
            (row, _) ->
                new Pot(
                    new FiscalYear(row.getInt("pot_vintage")),
                    categories.get(row.getString("pot_category")),
                    row.getLong("stored"),
                    row.getLong("national"),
                    row.getLong("interest"),
                    row.getLong("drawn"),
                    row.getLong("returned"),
                    row.getLong("planned")))
        .list();
  }

  /** A branch year by year, from the first in which something moved. */
  public List<YearMoves> years(Branch branch) {
    List<YearMoves> years = new ArrayList<>();
    jdbc.sql(
            """
            with moves as (
              select e.fiscal_year, e.kind, e.yen from fund.entry e
              join fund.category c on c.code = e.category where c.branch = :branch
              union all
              select d.fiscal_year, 'DRAWN', d.national + d.prefecture
              from (%s) d
            )
            select fiscal_year, sum(yen) filter (where kind = 'STORED') as stored,
              sum(yen) filter (where kind = 'INTEREST') as interest,
              sum(yen) filter (where kind = 'DRAWN') as drawn,
              sum(yen) filter (where kind = 'RETURNED') as returned
            from moves group by 1 order by 1
            """
                .formatted(DRAWS + SETTLED))
        .param("branch", branch.name())
        .query(
            row -> {
              years.add(
                  new YearMoves(
                      new FiscalYear(row.getInt("fiscal_year")),
                      years.isEmpty() ? 0 : years.getLast().closing(),
                      row.getLong("stored"),
                      row.getLong("interest"),
                      row.getLong("drawn"),
                      row.getLong("returned")));
            });
    return years;
  }

  /** The entries that are looked for, the latest first. */
  public List<Entry> entries(Moves moves) {
    return jdbc.sql(
            ENTRIES
                + "where c.branch = :branch "
                + ASKED.formatted("e", "e")
                + "order by e.id desc")
        .params(asked(moves))
        .query(Pots::entry)
        .list();
  }

  Optional<Entry> entry(EntryId id) {
    return jdbc.sql(ENTRIES + "where e.id = ?").param(id.value()).query(Pots::entry).optional();
  }

  /** Who drew, the latest year first. */
  public List<Draw> drawn(Moves moves) {
    return draws(moves, SETTLED);
  }

  /** Who plans to draw and has not settled. */
  public List<Draw> open(Moves moves) {
    return draws(moves, OPEN);
  }

  /** Who planned to draw, settled or not. */
  public List<Draw> planned(Moves moves) {
    return draws(moves, PLANNED);
  }

  private List<Draw> draws(Moves moves, String stage) {
    return jdbc.sql(
            DRAWS
                + stage
                + ASKED.formatted("f", "ed")
                + "order by ed.fiscal_year desc, f.vintage, c.position, y.number, ed.title")
        .params(asked(moves))
        .query(
            (row, _) ->
                new Draw(
                    new YearId(row.getObject("id", UUID.class)),
                    row.getString("name"),
                    row.getString("title"),
                    new FiscalYear(row.getInt("fiscal_year")),
                    new FiscalYear(row.getInt("vintage")),
                    row.getString("category"),
                    Stage.valueOf(row.getString("stage")),
                    row.getLong("national"),
                    row.getLong("prefecture")))
        .list();
  }

  /**
   * Makes sure that this much can leave a pot. It stays there until the transaction is over, so
   * that of two who want the last of it only one goes on.
   *
   * @throws RefusedException naming the pot and what is left in it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void take(FiscalYear vintage, Category category, long yen) {
    long left =
        jdbc.sql("select coalesce((select fund.left_in(?, ?)), 0)")
            .params(vintage.year(), category.code())
            .query(Long.class)
            .single();
    if (yen > left) {
      var locale = LocaleContextHolder.getLocale();
      throw RefusedException.because(
          "fund.ledger.refused.overdrawn",
          vintage.label(locale),
          category.words(locale),
          Figures.yen(left),
          Figures.yen(yen));
    }
  }

  private static Map<String, ?> asked(Moves moves) {
    Map<String, Object> asked = new HashMap<>();
    asked.put("branch", moves.branch().name());
    asked.put("category", moves.category() == null ? null : moves.category().code());
    asked.put("vintage", moves.vintage() == null ? null : moves.vintage().year());
    asked.put("year", moves.fiscalYear() == null ? null : moves.fiscalYear().year());
    return asked;
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    UUID cancels = row.getObject("cancels", UUID.class);
    return new Entry(
        new EntryId(row.getObject("id", UUID.class)),
        new FiscalYear(row.getInt("vintage")),
        row.getString("category"),
        EntryKind.valueOf(row.getString("kind")),
        new FiscalYear(row.getInt("fiscal_year")),
        row.getLong("yen"),
        row.getLong("national"),
        row.getString("note"),
        cancels == null ? null : new EntryId(cancels),
        row.getString("reason"),
        row.getBoolean("cancelled"),
        row.getObject("account", UUID.class),
        JapanTime.at(row.getObject("at", OffsetDateTime.class).toInstant()));
  }
}
