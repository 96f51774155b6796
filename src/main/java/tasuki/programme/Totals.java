package tasuki.programme;

import java.math.BigDecimal;
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
class Totals {

  /** The programmes of a list and their money together. */
  record Total(int programmes, Money money) {
    static final Total NONE = new Total(0, Money.NONE);
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

  /** The sums of these lists; a list without programmes has none. */
  public Map<EditionId, Total> of(Collection<EditionId> wanted) {
    Map<EditionId, Total> totals = new HashMap<>();
    if (wanted.isEmpty()) {
      return totals;
    }
    jdbc.sql(
            "select y.edition, %s from programme.year y left join programme.balance b on b.year = y.id where y.edition in (:wanted) group by y.edition"
                .formatted(SUMS))
        .param("wanted", wanted.stream().map(EditionId::value).toList())
        .query(
            row -> {
              totals.put(
                  new EditionId(row.getObject("edition", UUID.class)),
                  new Total(row.getInt("programmes"), YearRows.money(row)));
            });
    return totals;
  }

  /** A part of a list. */
  record Part(String label, Total total) {}

  /** The parts of a list, which together are the whole. */
  public List<Part> parts(EditionId edition, Breakdown by) {
    return jdbc.sql(by.sql())
        .param("edition", edition.value())
        .query(
            (row, _) ->
                new Part(
                    row.getString("label"),
                    new Total(row.getInt("programmes"), YearRows.money(row))))
        .list();
  }

  /** A programme of which little is spent. */
  record Lagging(YearId id, String name, String division, Money money) {}

  /**
   * The programmes with the most money left of which less is spent than this share.
   *
   * @param least from 0 to 1
   */
  public List<Lagging> lagging(EditionId edition, BigDecimal least, int most) {
    return jdbc.sql(
            """
            select y.id, y.name, coalesce(y.division_words, d.name) as division, b.*
            from programme.year y
            join programme.balance b on b.year = y.id
            join identity.division d on d.id = y.division
            where y.edition = :edition
              and b.planned + b.supplementary + b.carried_in - b.carried_out + b.transferred > 0
              and coalesce(b.settled, 0) < :least * (b.planned + b.supplementary + b.carried_in
                - b.carried_out + b.transferred)
            order by b.planned + b.supplementary + b.carried_in - b.carried_out + b.transferred
              - coalesce(b.settled, 0) desc, y.number
            limit :most
            """)
        .param("edition", edition.value())
        .param("least", least)
        .param("most", most)
        .query(
            (row, _) ->
                new Lagging(
                    new YearId(row.getObject("id", UUID.class)),
                    row.getString("name"),
                    row.getString("division"),
                    YearRows.money(row)))
        .list();
  }
}
