package tasuki.programme;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.directory.OrganizationId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** Programmes and what they are year by year. Whoever may change one is decided by the database. */
@Service
@Transactional
public class Programmes {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final YearRows rows;

  Programmes(JdbcClient jdbc, Ids ids, AuditLog audit, YearRows rows) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.rows = rows;
  }

  /**
   * Puts a new programme on a list.
   *
   * @throws RefusedException when its number is taken
   */
  public ProgrammeYear add(Edition edition, YearEntry entry) {
    ProgrammeId programme = new ProgrammeId(ids.next());
    jdbc.sql("insert into programme.programme (id, series) values (?, ?)")
        .params(programme.value(), edition.series().id().value())
        .update();
    return go(programme, edition, entry);
  }

  /**
   * Puts a programme that exists on the list of another year.
   *
   * @throws RefusedException when it stands there, or its number is taken
   */
  public ProgrammeYear go(ProgrammeId programme, Edition edition, YearEntry entry) {
    YearId id = new YearId(ids.next());
    try {
      jdbc.sql(
              """
              insert into programme.year (id, programme, edition, number, name, purpose, content,
                execution, standing, first_year, last_year, division, division_words, area, remark)
              values (:id, :programme, :edition, :number, :name, :purpose, :content, :execution,
                :standing, :first, :last, :division, :divisionWords, :area::uuid, :remark)
              """)
          .param("id", id.value())
          .param("programme", programme.value())
          .param("edition", edition.id().value())
          .params(columns(entry))
          .update();
    } catch (DuplicateKeyException taken) {
      throw RefusedException.because("programme.refused.number-taken", entry.number());
    }
    lists(id, entry);
    audit.changed("programme.added", id.value(), List.of(), entry.name());
    return get(id);
  }

  /**
   * Says anew what a programme is in a year.
   *
   * @param version as it was read
   * @throws RefusedException when somebody changed it meanwhile, or its number is taken
   */
  public void change(YearId id, YearEntry entry, int version) {
    ProgrammeYear before = get(id);
    try {
      int changed =
          jdbc.sql(
                  """
                  update programme.year set number = :number, name = :name, purpose = :purpose,
                    content = :content, execution = :execution, standing = :standing,
                    first_year = :first, last_year = :last, division = :division,
                    division_words = :divisionWords, area = :area::uuid, remark = :remark,
                    version = version + 1
                  where id = :id and version = :version
                  """)
              .param("id", id.value())
              .param("version", version)
              .params(columns(entry))
              .update();
      if (changed == 0) {
        throw RefusedException.because("programme.refused.changed-meanwhile");
      }
    } catch (DuplicateKeyException taken) {
      throw RefusedException.because("programme.refused.number-taken", entry.number());
    }
    // Its lists belong to whoever is in charge now, which may be another division than before.
    if (before.entry().division().equals(entry.division()) || mayChange(id)) {
      lists(id, entry);
    }
    audit.changed(
        "programme.changed", id.value(), List.of(), YearChanges.between(before.entry(), entry));
  }

  /**
   * Takes a programme out of a year's list that it never belonged to.
   *
   * @throws RefusedException when it had money there, whose changes are kept
   */
  public void leaveOut(YearId id) {
    ProgrammeYear year = get(id);
    boolean paid =
        jdbc.sql("select exists (select from programme.amount_change where year = ?)")
            .param(id.value())
            .query(Boolean.class)
            .single();
    if (paid) {
      throw RefusedException.because("programme.refused.has-money");
    }
    try {
      jdbc.sql("delete from programme.year where id = ?").param(id.value()).update();
    } catch (DataIntegrityViolationException paidFor) {
      throw RefusedException.because("programme.refused.has-money");
    }
    audit.changed("programme.left-out", id.value(), List.of(), year.entry().name());
  }

  /** Says of what a programme is a part; null for nothing. */
  public void under(ProgrammeId programme, @Nullable ProgrammeId parent) {
    boolean circle =
        parent != null
            && jdbc.sql(
                    """
                    with recursive up as (
                      select id, parent from programme.programme where id = :parent
                      union select p.id, p.parent from programme.programme p
                        join up on p.id = up.parent
                    )
                    select exists (select from up where id = :programme)
                    """)
                .param("parent", parent.value())
                .param("programme", programme.value())
                .query(Boolean.class)
                .single();
    if (circle) {
      throw RefusedException.because("programme.refused.circle");
    }
    jdbc.sql("update programme.programme set parent = :parent::uuid where id = :id")
        .param("parent", parent == null ? null : parent.value())
        .param("id", programme.value())
        .update();
    audit.changed("programme.parted", programme.value(), List.of(), null);
  }

  /**
   * A programme in a year.
   *
   * @throws AbsentException when there is none for the reader
   */
  @Transactional(readOnly = true)
  public ProgrammeYear get(YearId id) {
    return rows.where("y.id = ?", id.value()).stream()
        .findFirst()
        .orElseThrow(() -> new AbsentException("programme"));
  }

  /**
   * A programme in a year, for whoever may change it.
   *
   * @throws AbsentException when the acting account may not
   */
  @Transactional(readOnly = true)
  public ProgrammeYear changeable(YearId id) {
    ProgrammeYear year = get(id);
    if (!mayChange(id)) {
      throw new AbsentException("programme");
    }
    return year;
  }

  /** All years of a programme that the reader may see, the latest first. */
  @Transactional(readOnly = true)
  public List<ProgrammeYear> history(ProgrammeId programme) {
    return rows.where("y.programme = ?", programme.value()).reversed();
  }

  /** These years, as far as the reader may see them, by fiscal year and number. */
  @Transactional(readOnly = true)
  public List<ProgrammeYear> of(Collection<YearId> years) {
    return rows.where(
        "y.id = any (?::uuid[])", years.stream().map(YearId::value).toArray(UUID[]::new));
  }

  /** Every programme on a year's list, in the order of its numbers. */
  @Transactional(readOnly = true)
  public List<ProgrammeYear> of(EditionId edition) {
    return rows.where("y.edition = ?", edition.value());
  }

  /** Of what the programme is a part, if the reader may see it. */
  @Transactional(readOnly = true)
  public Optional<ProgrammeId> parent(ProgrammeId programme) {
    return jdbc.sql("select parent from programme.programme where id = ? and parent is not null")
        .param(programme.value())
        .query((row, _) -> new ProgrammeId(row.getObject(1, UUID.class)))
        .optional();
  }

  /** The latest years of a programme's parts. */
  @Transactional(readOnly = true)
  public List<ProgrammeYear> parts(ProgrammeId programme) {
    return rows.where(
        """
        y.id in (select distinct on (l.programme) l.id from programme.year l
          join programme.programme p on p.id = l.programme
          join programme.edition e on e.id = l.edition
          where p.parent = ? order by l.programme, e.fiscal_year desc)
        """,
        programme.value());
  }

  /** Until {@link #renumbered}, two programmes of a list may have the same number. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void renumber() {
    jdbc.sql("set constraints programme.year_edition_number_key deferred").update();
  }

  /**
   * Every number is had once again.
   *
   * @throws RefusedException when it is not so
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void renumbered() {
    try {
      jdbc.sql("set constraints programme.year_edition_number_key immediate").update();
    } catch (DataIntegrityViolationException twice) {
      throw RefusedException.because("programme.refused.numbers-twice");
    }
  }

  /** The first number behind all that are taken. */
  @Transactional(readOnly = true)
  public int nextNumber(EditionId edition) {
    return jdbc.sql("select coalesce(max(number), 0) + 1 from programme.year where edition = ?")
        .param(edition.value())
        .query(Integer.class)
        .single();
  }

  /** Whether the acting account may change what stands in this year. */
  @Transactional(readOnly = true)
  public boolean mayChange(YearId id) {
    return jdbc.sql("select programme.changes(?)").param(id.value()).query(Boolean.class).single();
  }

  private void lists(YearId id, YearEntry entry) {
    for (String table : List.of("placement", "funding", "operator")) {
      jdbc.sql("delete from programme." + table + " where year = ?").param(id.value()).update();
    }
    for (Placement placement : entry.placements()) {
      jdbc.sql(
              """
              insert into programme.placement (year, heading, position, repost, service)
              values (:year, :heading, :position, :repost, :service)
              """)
          .param("year", id.value())
          .param("heading", placement.heading().value())
          .param("position", placement.position())
          .param("repost", placement.repost())
          .param("service", placement.service())
          .update();
    }
    for (Funding funding : entry.funding()) {
      jdbc.sql("insert into programme.funding (year, mark, share) values (:year, :mark, :share)")
          .param("year", id.value())
          .param("mark", funding.mark())
          .param("share", funding.share())
          .update();
    }
    for (Operator operator : entry.operators()) {
      OrganizationId known = operator.organization();
      jdbc.sql(
              """
              insert into programme.operator (year, name, operator)
              values (:year, :name, :known::uuid)
              """)
          .param("year", id.value())
          .param("name", operator.name())
          .param("known", known == null ? null : known.value())
          .update();
    }
  }

  private static Map<String, @Nullable Object> columns(YearEntry entry) {
    Map<String, @Nullable Object> columns = new java.util.HashMap<>();
    columns.put("number", entry.number());
    columns.put("name", entry.name());
    columns.put("purpose", entry.purpose());
    columns.put("content", entry.content());
    columns.put("execution", entry.execution() == null ? null : entry.execution().name());
    columns.put("standing", entry.standing().name());
    columns.put("first", entry.firstYear());
    columns.put("last", entry.lastYear());
    columns.put("division", entry.division().value());
    columns.put("divisionWords", entry.divisionWords());
    columns.put("area", entry.area() == null ? null : entry.area().value());
    columns.put("remark", entry.remark());
    return columns;
  }
}
