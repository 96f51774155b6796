package tasuki.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.FiscalYear;
import tasuki.directory.OrganizationId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** The lists of programmes: which there are, their years, headings and sources of money. */
@Service
@Transactional
public class Editions {

  private static final String EDITIONS =
      """
      select e.id, e.fiscal_year, e.title, e.published, s.id as series_id, s.organization,
        s.name, s.numbered
      from programme.edition e join programme.series s on s.id = e.series
      """;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;

  Editions(JdbcClient jdbc, Ids ids, AuditLog audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
  }

  /** A heading that is to be written, before it has an id. */
  public record NewHeading(HeadingId id, @Nullable HeadingId parent, String mark, String name) {}

  /**
   * Every list that the reader may see, by its keeper and name, the latest year first.
   *
   * @param organization whose lists; null for everybody's
   */
  @Transactional(readOnly = true)
  public List<Edition> all(@Nullable OrganizationId organization) {
    return jdbc.sql(
            EDITIONS
                + """
                where :organization::uuid is null or e.organization = :organization::uuid
                order by s.organization, s.name, e.fiscal_year desc
                """)
        .param("organization", organization == null ? null : organization.value())
        .query(Editions::edition)
        .list();
  }

  /** The lists that the acting organisation keeps, also those of which no year stands yet. */
  @Transactional(readOnly = true)
  public List<Series> series() {
    return jdbc.sql("select * from programme.series where organization = ? order by name")
        .param(Acting.organization())
        .query(
            (row, _) ->
                new Series(
                    new SeriesId(row.getObject("id", UUID.class)),
                    new OrganizationId(row.getObject("organization", UUID.class)),
                    row.getString("name"),
                    row.getBoolean("numbered")))
        .list();
  }

  /**
   * The list of a year.
   *
   * @throws AbsentException when there is none for the reader
   */
  @Transactional(readOnly = true)
  public Edition get(EditionId id) {
    return jdbc.sql(EDITIONS + "where e.id = ?")
        .param(id.value())
        .query(Editions::edition)
        .optional()
        .orElseThrow(() -> new AbsentException("edition"));
  }

  /**
   * The list of a year, for whoever keeps the lists of its organisation.
   *
   * @throws AbsentException when the acting account does not
   */
  @Transactional(readOnly = true)
  public Edition compiled(EditionId id) {
    Edition edition = get(id);
    if (!compilesFor(edition.series().organization())) {
      throw new AbsentException("edition");
    }
    return edition;
  }

  /**
   * A programme's year, for whoever works for the organisation that keeps its list.
   *
   * @throws AbsentException for others, who may read it all the same
   */
  @Transactional(readOnly = true)
  public ProgrammeYear own(ProgrammeYear year) {
    OrganizationId keeper = get(year.edition()).series().organization();
    if (!keeper.value().equals(Acting.organization())) {
      throw new AbsentException("programme");
    }
    return year;
  }

  /** Whether the acting account keeps the lists of that organisation. */
  @Transactional(readOnly = true)
  public boolean compilesFor(OrganizationId organization) {
    return organization.value().equals(Acting.organization()) && compiles();
  }

  /** Whether the acting account keeps the lists of its organisation. */
  @Transactional(readOnly = true)
  public boolean compiles() {
    return jdbc.sql("select programme.compiles()").query(Boolean.class).single();
  }

  /**
   * Goes on for whoever compiles.
   *
   * @param what was not found for everybody else
   * @throws AbsentException when the acting account does not compile
   */
  @Transactional(readOnly = true)
  public void letCompile(String what) {
    if (!compiles()) {
      throw new AbsentException(what);
    }
  }

  /** The list of that year in the same series, if it stands. */
  @Transactional(readOnly = true)
  public Optional<Edition> of(SeriesId series, FiscalYear year) {
    return jdbc.sql(EDITIONS + "where e.series = ? and e.fiscal_year = ?")
        .params(series.value(), year.year())
        .query(Editions::edition)
        .optional();
  }

  /**
   * Begins a list that the acting organisation will keep.
   *
   * @throws RefusedException when it has one of this name
   */
  public SeriesId begin(String name, boolean numbered) {
    SeriesId id = new SeriesId(ids.next());
    try {
      jdbc.sql("insert into programme.series (id, name, numbered) values (?, ?, ?)")
          .params(id.value(), name, numbered)
          .update();
    } catch (DuplicateKeyException taken) {
      throw RefusedException.because("programme.refused.series-taken", name);
    }
    audit.changed("programme.series-begun", id.value(), List.of(), name);
    return id;
  }

  /**
   * Opens the list of a year.
   *
   * @throws RefusedException when the year stands already
   */
  public EditionId open(SeriesId series, FiscalYear year, String title) {
    EditionId id = new EditionId(ids.next());
    try {
      jdbc.sql(
              """
              insert into programme.edition (id, series, fiscal_year, title)
              values (?, ?, ?, ?)
              """)
          .params(id.value(), series.value(), year.year(), title)
          .update();
    } catch (DuplicateKeyException taken) {
      throw RefusedException.because("programme.refused.year-stands");
    }
    audit.changed("programme.edition-opened", id.value(), List.of(), title);
    return id;
  }

  /** Opens the list of a year in a series that begins with it. */
  public EditionId begin(String name, boolean numbered, FiscalYear year, String title) {
    return open(begin(name, numbered), year, title);
  }

  /** Lets everybody read the list, or nobody else any more. */
  public void publish(EditionId id, boolean published) {
    Edition edition = get(id);
    int changed =
        jdbc.sql("update programme.edition set published = ? where id = ?")
            .params(published, id.value())
            .update();
    if (changed == 0) {
      throw new AbsentException("edition");
    }
    audit.changed(
        published ? "programme.published" : "programme.unpublished",
        id.value(),
        List.of(),
        edition.title());
  }

  /** The headings of a list in the order in which they are printed. */
  @Transactional(readOnly = true)
  public List<Heading> headings(EditionId edition) {
    Map<HeadingId, Integer> depths = new LinkedHashMap<>();
    return jdbc.sql("select * from programme.heading where edition = ? order by position")
        .param(edition.value())
        .query(
            (row, _) -> {
              UUID parent = row.getObject("parent", UUID.class);
              HeadingId id = new HeadingId(row.getObject("id", UUID.class));
              HeadingId over = parent == null ? null : new HeadingId(parent);
              int depth = over == null ? 0 : depths.getOrDefault(over, 0) + 1;
              depths.put(id, depth);
              return new Heading(id, over, depth, row.getString("mark"), row.getString("name"));
            })
        .list();
  }

  /** Adds headings behind those that stand, a parent before what stands under it. */
  public void addHeadings(EditionId edition, Collection<NewHeading> headings) {
    int last =
        jdbc.sql("select coalesce(max(position), 0) from programme.heading where edition = ?")
            .param(edition.value())
            .query(Integer.class)
            .single();
    for (NewHeading heading : headings) {
      HeadingId parent = heading.parent();
      jdbc.sql(
              """
              insert into programme.heading (id, edition, parent, position, mark, name)
              values (:id, :edition, :parent::uuid, :position, :mark, :name)
              """)
          .param("id", heading.id().value())
          .param("edition", edition.value())
          .param("parent", parent == null ? null : parent.value())
          .param("position", ++last)
          .param("mark", heading.mark())
          .param("name", heading.name())
          .update();
    }
  }

  /**
   * Takes a heading out.
   *
   * @throws RefusedException while something stands under it
   */
  public void remove(EditionId edition, HeadingId heading) {
    boolean used =
        jdbc.sql(
                """
                select exists (select from programme.placement where heading = :id)
                  or exists (select from programme.heading where parent = :id)
                """)
            .param("id", heading.value())
            .query(Boolean.class)
            .single();
    if (used) {
      throw RefusedException.because("programme.refused.heading-used");
    }
    jdbc.sql("delete from programme.heading where id = ? and edition = ?")
        .params(heading.value(), edition.value())
        .update();
  }

  /** The sources of money of an organisation, in the order of its lists. */
  @Transactional(readOnly = true)
  public List<Source> sources(OrganizationId organization) {
    return jdbc.sql(
            "select mark, name from programme.source where organization = ? order by position")
        .param(organization.value())
        .query((row, _) -> new Source(row.getString("mark"), row.getString("name")))
        .list();
  }

  /** Says which sources of money the acting organisation has; one that is used stays. */
  public void sources(List<Source> sources) {
    for (int at = 0; at < sources.size(); at++) {
      jdbc.sql(
              """
              insert into programme.source (mark, name, position) values (?, ?, ?)
              on conflict (organization, mark)
              do update set name = excluded.name, position = excluded.position
              """)
          .params(sources.get(at).mark(), sources.get(at).name(), at)
          .update();
    }
  }

  private static Edition edition(ResultSet row, int number) throws SQLException {
    return new Edition(
        new EditionId(row.getObject("id", UUID.class)),
        new Series(
            new SeriesId(row.getObject("series_id", UUID.class)),
            new OrganizationId(row.getObject("organization", UUID.class)),
            row.getString("name"),
            row.getBoolean("numbered")),
        new FiscalYear(row.getInt("fiscal_year")),
        row.getString("title"),
        row.getBoolean("published"));
  }
}
