package tasuki.fund.proposing;

import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.FiscalYear;
import tasuki.programme.YearId;

/** Finds the programmes that sound like a proposal, among those that the reader may see. */
@Component
class SimilarProgrammes {

  /**
   * A programme that sounds alike.
   *
   * @param likeness from 0 to 1
   */
  record Similar(YearId id, FiscalYear year, String name, double likeness) {}

  private static final int MOST = 5;

  /** Of each programme its latest year; what ended long ago is no existing programme. */
  private static final String LATEST =
      """
      select distinct on (y.programme) y.id, y.name, y.content, e.fiscal_year
      from programme.year y join programme.edition e on e.id = y.edition
      where e.organization = ? and e.fiscal_year between ? and ? and y.standing <> 'ENDED'
      order by y.programme, e.fiscal_year desc
      """;

  private static final int YEARS = 2;

  private final JdbcClient jdbc;

  SimilarProgrammes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The programmes of the calling prefecture that sound like the proposal, the most alike first.
   */
  @Transactional(readOnly = true)
  public List<Similar> to(ProposalEntry entry, Call call) {
    if (entry.title().isEmpty()) {
      return List.of();
    }
    int year = call.entry().year().year();
    return jdbc
        .sql(LATEST)
        .params(call.organization().value(), year - YEARS, year)
        .query(
            (row, _) ->
                new Similar(
                    new YearId(row.getObject("id", java.util.UUID.class)),
                    new FiscalYear(row.getInt("fiscal_year")),
                    row.getString("name"),
                    Likeness.of(
                        entry.title(),
                        entry.content(),
                        row.getString("name"),
                        row.getString("content"))))
        .list()
        .stream()
        .filter(one -> one.likeness() >= Likeness.WORTH_A_LOOK)
        .sorted(Comparator.comparingDouble(Similar::likeness).reversed())
        .limit(MOST)
        .toList();
  }
}
