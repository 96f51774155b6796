package tasuki.fund.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.FiscalYear;
import tasuki.directory.OrganizationId;
import tasuki.fund.Branch;
import tasuki.fund.Categories;
import tasuki.fund.Category;
import tasuki.fund.proposing.ProposalEntry;
import tasuki.fund.proposing.Proposals;
import tasuki.indicator.IndicatorId;
import tasuki.kernel.Acting;
import tasuki.kernel.RefusedException;
import tasuki.programme.Edition;
import tasuki.programme.EditionId;
import tasuki.programme.Editions;
import tasuki.programme.Heading;
import tasuki.programme.HeadingId;
import tasuki.programme.Judging;
import tasuki.programme.ProgrammeYear;
import tasuki.programme.Programmes;
import tasuki.programme.YearId;
import tools.jackson.databind.json.JsonMapper;

/** The sheets of programmes: a programme is in the plan of its year when it has one. */
@Service
@Transactional
public class Sheets {

  private record Row(UUID year, SheetEntry entry, int version) {}

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final Programmes programmes;
  private final Editions editions;
  private final Proposals proposals;
  private final Judging judging;
  private final Categories categories;

  Sheets(
      JdbcClient jdbc,
      AuditLog audit,
      Programmes programmes,
      Editions editions,
      Proposals proposals,
      Judging judging,
      Categories categories) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.programmes = programmes;
    this.editions = editions;
    this.proposals = proposals;
    this.judging = judging;
    this.categories = categories;
  }

  /** The sheet of a programme's year, if it has one. */
  @Transactional(readOnly = true)
  public Optional<Sheet> find(YearId year) {
    return jdbc.sql("select * from fund.sheet where year = ?")
        .param(year.value())
        .query(Sheets::row)
        .optional()
        .map(row -> sheet(programmes.get(year), row));
  }

  /** The sheets of the acting organisation's programmes of a year, in the order of the plan. */
  @Transactional(readOnly = true)
  public List<Sheet> of(FiscalYear year, Branch branch) {
    Map<YearId, Row> rows =
        jdbc
            .sql(
                """
                select s.* from fund.sheet s
                join programme.year y on y.id = s.year
                join programme.edition e on e.id = y.edition
                join fund.category c on c.code = s.category
                where s.organization = ? and e.fiscal_year = ? and c.branch = ?
                """)
            .params(Acting.organization(), year.year(), branch.name())
            .query(Sheets::row)
            .list()
            .stream()
            .collect(Collectors.toMap(row -> new YearId(row.year()), Function.identity()));
    List<String> order = categories.all().stream().map(Category::code).toList();
    return programmes.of(rows.keySet()).stream()
        .map(one -> sheet(one, Objects.requireNonNull(rows.get(one.id()))))
        .sorted(
            Comparator.comparingInt((Sheet one) -> order.indexOf(one.entry().category()))
                .thenComparingInt(one -> one.year().entry().number()))
        .toList();
  }

  private static Sheet sheet(ProgrammeYear year, Row row) {
    return new Sheet(year, row.entry(), row.version());
  }

  /** What a new sheet begins with: what was proposed, else the category under which it stands. */
  @Transactional(readOnly = true)
  public SheetEntry beginning(ProgrammeYear year) {
    return beginning(year, category(year, marked(year.edition())));
  }

  private SheetEntry beginning(ProgrammeYear year, Optional<Category> category) {
    return proposals
        .behind(year.id())
        .map(one -> proposed(one.entry()))
        .orElseGet(
            () ->
                new SheetEntry(
                    category.map(Category::code).orElse(""),
                    year.entry().purpose(),
                    List.of(),
                    List.of(),
                    null,
                    0));
  }

  private static SheetEntry proposed(ProposalEntry entry) {
    String category = entry.category();
    return new SheetEntry(
        category == null ? "" : category,
        entry.issue(),
        List.of(entry.output()),
        List.of(entry.outcome()),
        entry.link(),
        0);
  }

  /** The headings of a list that stand under a category, or are one: by its mark. */
  private Map<HeadingId, Category> marked(EditionId edition) {
    Map<HeadingId, Category> marked = new HashMap<>();
    // A heading stands behind what it stands under.
    for (Heading heading : editions.headings(edition)) {
      HeadingId parent = heading.parent();
      Category above = parent == null ? null : marked.get(parent);
      Category own =
          categories.all().stream()
              .filter(one -> one.mark().equals(heading.mark()))
              .findFirst()
              .orElse(above);
      if (own != null) {
        marked.put(heading.id(), own);
      }
    }
    return marked;
  }

  private static Optional<Category> category(ProgrammeYear year, Map<HeadingId, Category> marked) {
    return year.entry().placements().stream()
        .filter(one -> !one.repost() && marked.containsKey(one.heading()))
        .map(one -> marked.get(one.heading()))
        .findFirst();
  }

  /**
   * Writes a programme's sheet.
   *
   * @param version as it was read; -1 for one that was not there
   * @throws RefusedException when somebody wrote it meanwhile
   */
  public void write(YearId year, SheetEntry entry, int version) {
    ProgrammeYear programme = programmes.changeable(year);
    int written =
        version < 0
            ? begin(year, entry)
            : jdbc.sql(
                    """
                    update fund.sheet set category = :category, entry = :entry::jsonb,
                      version = version + 1
                    where year = :year and version = :version
                    """)
                .param("year", year.value())
                .param("category", entry.category())
                .param("entry", JSON.writeValueAsString(entry))
                .param("version", version)
                .update();
    if (written == 0) {
      throw RefusedException.because("fund.refused.changed-meanwhile");
    }
    for (ProposalEntry.Outcome outcome : entry.outcomes()) {
      UUID indicator = outcome.indicator();
      if (indicator != null) {
        judging.judge(programme.programme(), new IndicatorId(indicator));
      }
    }
    audit.changed("fund.sheet-written", year.value(), List.of(), null);
  }

  private int begin(YearId year, SheetEntry entry) {
    return jdbc.sql(
            """
            insert into fund.sheet (year, category, entry) values (:year, :category, :entry::jsonb)
            on conflict do nothing
            """)
        .param("year", year.value())
        .param("category", entry.category())
        .param("entry", JSON.writeValueAsString(entry))
        .update();
  }

  /** Takes a programme out of the plan; an evaluation of it keeps it there. */
  public void remove(YearId year) {
    programmes.changeable(year);
    boolean looked =
        jdbc.sql("select exists (select from fund.evaluation where year = ?)")
            .param(year.value())
            .query(Boolean.class)
            .single();
    if (looked) {
      throw RefusedException.because("fund.refused.evaluated");
    }
    jdbc.sql("delete from fund.sheet where year = ?").param(year.value()).update();
    audit.changed("fund.sheet-removed", year.value(), List.of(), null);
  }

  /**
   * Gives a sheet to each programme of the acting organisation's lists of the year that stands
   * under a heading with a category's mark and has none yet.
   *
   * @return how many were begun
   */
  public int raise(FiscalYear year, Branch branch) {
    int begun = 0;
    for (Edition edition : editions.all(new OrganizationId(Acting.organization()))) {
      if (edition.year().equals(year)) {
        begun += raise(edition, branch);
      }
    }
    return begun;
  }

  private int raise(Edition edition, Branch branch) {
    Map<HeadingId, Category> marked = marked(edition.id());
    int begun = 0;
    for (ProgrammeYear year : programmes.of(edition.id())) {
      Optional<Category> category = category(year, marked);
      boolean fits = category.filter(one -> one.branch() == branch).isPresent();
      if (fits && programmes.mayChange(year.id())) {
        begun += begin(year.id(), beginning(year, category));
      }
    }
    audit.changed("fund.sheets-begun", null, List.of(), Integer.toString(begun));
    return begun;
  }

  /** What pays for each of the programmes, as their financing plans it. */
  @Transactional(readOnly = true)
  public Map<YearId, Costs> costs(Collection<Sheet> sheets) {
    return costsOf(sheets.stream().map(one -> one.year().id()).toList());
  }

  /** What pays for a programme's year, as its financing plans it. */
  @Transactional(readOnly = true)
  public Costs costs(YearId year) {
    return costsOf(List.of(year)).getOrDefault(year, Costs.NONE);
  }

  private Map<YearId, Costs> costsOf(Collection<YearId> years) {
    Map<YearId, Costs> costs = new HashMap<>();
    jdbc.sql(
            """
            select year, sum(national) as national, sum(prefecture) as prefecture,
              sum(operators + other) as others
            from fund.financing where stage = 'PLANNED' and year = any (:years::uuid[]) group by year
            """)
        .param("years", years.stream().map(YearId::value).toArray(UUID[]::new))
        .query(
            (row, _) ->
                costs.put(
                    new YearId(row.getObject("year", UUID.class)),
                    new Costs(
                        row.getLong("national"), row.getLong("prefecture"), row.getLong("others"))))
        .list();
    return costs;
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject("year", UUID.class),
        JSON.readValue(row.getString("entry"), SheetEntry.class),
        row.getInt("version"));
  }
}
