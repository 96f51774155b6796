package tasuki.fund;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.FiscalYear;

/** The categories of the fund, in the order in which they are printed. */
@Service
@Transactional(readOnly = true)
public class Categories {

  private final JdbcClient jdbc;
  private volatile @Nullable List<Category> known;

  Categories(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of a branch for which there is money of that year or later. */
  public List<Category> of(Branch branch, FiscalYear year) {
    return all().stream()
        .filter(one -> one.branch() == branch && one.firstVintage().year() <= year.year())
        .toList();
  }

  /** The category known by the code. */
  public Optional<Category> find(String code) {
    return all().stream().filter(one -> one.code().equals(code)).findFirst();
  }

  /**
   * The category of a code that a row bears.
   *
   * @throws java.util.NoSuchElementException for a code that no row can bear
   */
  public Category get(String code) {
    return find(code).orElseThrow();
  }

  /** Every category. They change with a migration only, so they are read once. */
  public List<Category> all() {
    List<Category> all = known;
    if (all == null) {
      all = read();
      known = all;
    }
    return all;
  }

  private List<Category> read() {
    return jdbc.sql("select * from fund.category order by position")
        .query(
            (row, _) ->
                new Category(
                    row.getString("code"),
                    Branch.valueOf(row.getString("branch")),
                    row.getString("mark"),
                    row.getString("name"),
                    row.getString("name_english"),
                    row.getInt("national"),
                    row.getInt("of_whole"),
                    new FiscalYear(row.getInt("first_vintage"))))
        .list();
  }
}
