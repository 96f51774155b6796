package tasuki.goal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.indicator.AsOf;
import tasuki.indicator.AsOfReading;
import tasuki.indicator.Definition;
import tasuki.indicator.Direction;
import tasuki.indicator.Indicator;
import tasuki.indicator.Indicators;
import tasuki.kernel.Ruling;
import tasuki.table.Cells;
import tasuki.table.Column;
import tasuki.table.HeadedTable;
import tasuki.table.ListChanges;
import tasuki.table.ListRows;
import tasuki.table.MappedKind;

/**
 * 目標達成状況の表: what a plan prints of its indicators for a fiscal year, one row for each under its
 * goal. A file speaks for the plans and years that occur in it; other years of the same indicators
 * stay.
 */
@Component
class IndicatorList implements MappedKind {

  static final String KIND = "indicators";

  private final Indicators indicators;
  private final Keeping keeping;
  private final ListProjection projection;

  IndicatorList(Indicators indicators, Keeping keeping, ListProjection projection) {
    this.indicators = indicators;
    this.keeping = keeping;
    this.projection = projection;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean namesParts() {
    return true;
  }

  @Override
  public List<Column> columns() {
    return PrintedRow.COLUMNS;
  }

  @Override
  @Transactional(readOnly = true)
  public void read(HeadedTable table, ListRows rows) {
    Reading reading = new Reading(keeping.lister(), rows);
    table.forEach(reading::row);
  }

  /** One file while it is read. */
  private final class Reading {
    private final UUID organization;
    private final ListRows rows;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Statement> first = new HashMap<>();

    Reading(UUID organization, ListRows rows) {
      this.organization = organization;
      this.rows = rows;
    }

    void row(Cells cells) {
      PrintedRow row = PrintedRow.of(cells, 0);
      row = PrintedRow.of(cells, places.merge(group(row), 1, Integer::sum));
      Optional<Indicator> known =
          indicators.named(organization, StatementReader.area(row), StatementReader.name(row));
      Optional<Statement> said =
          new StatementReader(row, direction(known, row), cells::reject).read();
      said.ifPresent(one -> check(cells, one, known));
      int line = cells.row().number();
      if (!cells.faults().isEmpty()) {
        rows.reject(line, key(row), cells.faults().getFirst(), cells.row().cells());
      } else {
        rows.take(line, scope(row), key(row), PrintedRow.of(said.orElseThrow()).content());
      }
    }

    /** The direction that is known already, from the house or from the first row of a re-post. */
    private @Nullable Direction direction(Optional<Indicator> known, PrintedRow row) {
      Statement before = first.get(name(row));
      return known
          .map(one -> one.definitions().getLast().direction())
          .orElse(before == null ? null : before.direction());
    }

    private void check(Cells cells, Statement said, Optional<Indicator> known) {
      if (known.isPresent()) {
        Definition definition = known.get().definitions().getLast();
        if (!said.unit().isEmpty() && !said.unit().equals(definition.unit())) {
          cells.reject("target", "goal.list.fault.other-unit", said.unit(), definition.unit());
        }
        if (keeping.mayChange(known.get()) instanceof Ruling.Refused refused) {
          cells.reject("indicator", refused.reason(), refused.arguments().toArray());
        }
      }
      String name = name(PrintedRow.of(said));
      Statement before = said.repost() ? first.get(name) : first.putIfAbsent(name, said);
      if (said.repost() && before == null) {
        cells.reject("indicator", "goal.list.fault.repost-alone", said.indicator());
      } else if (before != null && !said.repost()) {
        cells.reject("indicator", "goal.list.fault.twice", said.indicator());
      } else if (before != null && !before.agrees(said)) {
        cells.reject("target", "goal.list.fault.repost-differs", said.indicator());
      }
    }
  }

  /** A plan and a year of it, however the year is written. */
  private static String scope(PrintedRow row) {
    String year =
        AsOfReading.of(row.get("year")) instanceof AsOfReading.Read(AsOf asOf)
            ? asOf.compact()
            : row.get("year");
    return row.get("plan") + " " + year;
  }

  /** The rows of a goal. */
  private static String group(PrintedRow row) {
    return String.join("/", scope(row), StatementReader.area(row), row.get("section"));
  }

  /** An indicator in a year of a plan, under whatever goals. */
  private static String name(PrintedRow row) {
    return scope(row)
        + "/"
        + Indicators.knownAs(StatementReader.area(row), StatementReader.name(row));
  }

  private static String key(PrintedRow row) {
    return group(row) + Indicators.knownAs("", StatementReader.name(row));
  }

  @Override
  @Transactional
  public void project(ListChanges changes) {
    UUID organization = keeping.lister();
    List<ListChanges.Change> said = new ArrayList<>();
    List<ListChanges.Change> reposts = new ArrayList<>();
    changes.forEach(
        change -> {
          String content = change.after() == null ? change.before() : change.after();
          boolean repost =
              StatementReader.isRepost(PrintedRow.of(content == null ? "{}" : content));
          (repost ? reposts : said).add(change);
        });
    // A re-post is put under its goal when the indicator stands.
    said.forEach(change -> projection.project(organization, change));
    reposts.forEach(change -> projection.project(organization, change));
  }
}
