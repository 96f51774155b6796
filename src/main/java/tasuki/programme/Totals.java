package tasuki.programme;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What whole lists sum up to, each programme once. */
@Service
@Transactional(readOnly = true)
public class Totals {

  /** Programmes and their money together. */
  public record Total(int programmes, Money money) {
    public static final Total NONE = new Total(0, Money.NONE);

    /** Both together, which have no programme in common. */
    public Total plus(Total other) {
      return new Total(programmes + other.programmes, money.plus(other.money));
    }
  }

  static final String SUMS =
      """
      count(*) as programmes, coalesce(sum(b.planned), 0) as planned,
      coalesce(sum(b.supplementary), 0) as supplementary,
      coalesce(sum(b.carried_in), 0) as carried_in, coalesce(sum(b.carried_out), 0) as carried_out,
      coalesce(sum(b.transferred), 0) as transferred, coalesce(sum(b.committed), 0) as committed,
      sum(b.settled)::bigint as settled, max(b.settled_until) as settled_until
      """;

  private final JdbcClient jdbc;

  Totals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private JdbcClient.StatementSpec in(Scope scope, String statement) {
    return jdbc.sql(statement.formatted(scope.condition())).params(scope.values());
  }

  /** The sums of these lists, all programmes of them. */
  public Map<EditionId, Total> of(Collection<EditionId> lists) {
    return of(new Scope(lists, null));
  }

  /** The sums list by list; one without programmes in the scope has none. */
  public Map<EditionId, Total> of(Scope scope) {
    Map<EditionId, Total> totals = new HashMap<>();
    in(scope, "select b.edition, " + SUMS + " from programme.balance b where %s group by b.edition")
        .query(
            row -> {
              totals.put(
                  new EditionId(row.getObject("edition", UUID.class)),
                  new Total(row.getInt("programmes"), YearRows.money(row)));
            });
    return totals;
  }

  /** The sums by division in charge, the largest budget first. */
  public List<Part> divisions(Scope scope) {
    return in(
            scope,
            "select d.name as label, b.* from (select division, "
                + SUMS
                + " from programme.balance b where %s group by division) b"
                + " join identity.division d on d.id = b.division order by planned desc, label")
        .query((row, _) -> part(row))
        .list();
  }

  /** A part of what is looked at. */
  public record Part(String label, Total total) {}

  /** The parts of a list, which together are the whole. */
  public List<Part> parts(EditionId edition, Breakdown by) {
    return jdbc.sql(by.sql()).param("edition", edition.value()).query((row, _) -> part(row)).list();
  }

  private static Part part(ResultSet row) throws SQLException {
    return new Part(
        row.getString("label"), new Total(row.getInt("programmes"), YearRows.money(row)));
  }

  /** A programme of which little is spent. */
  public record Lagging(YearId id, String name, String division, Money money) {}

  /**
   * The programmes with the most money left of which less is spent than this share.
   *
   * @param least from 0 to 1
   */
  public List<Lagging> lagging(Scope scope, BigDecimal least, int most) {
    return in(
            scope,
            """
            with lagging as (
              select b.*, available - coalesce(settled, 0) as unspent
              from programme.balance b, lateral (select
                planned + supplementary + carried_in - carried_out + transferred as available) a
              where %s and available > 0 and coalesce(settled, 0) < :least * available
              order by unspent desc, year limit :most
            )
            select y.id, y.name, coalesce(y.division_words, d.name) as division_name, b.*
            from lagging b
            join programme.year y on y.id = b.year
            join identity.division d on d.id = y.division
            order by unspent desc, y.number
            """)
        .param("least", least)
        .param("most", most)
        .query(
            (row, _) ->
                new Lagging(
                    new YearId(row.getObject("id", UUID.class)),
                    row.getString("name"),
                    row.getString("division_name"),
                    YearRows.money(row)))
        .list();
  }
}
