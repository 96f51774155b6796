package tasuki.equipment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.AreaId;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** The register of things that are lent. Everybody of the staff reads it, owners keep their own. */
@Service
@Transactional
public class Things {

  private static final String IN_AREA =
      """
      owner in (select o.id from directory.organization o
        join area.part part on part.base_unit = o.base_unit
        where part.area = :area and part.valid_from <= :date
          and (part.valid_until is null or part.valid_until > :date))
      """;

  private static final String FREE =
      """
      not exists (select from equipment.taken x
        where x.thing = t.id and x.days && :days::daterange)
      """;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final FileStore files;
  private final Organizations organizations;
  private final Steps steps;

  Things(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      AuditLog audit,
      FileStore files,
      Organizations organizations,
      Steps steps) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.files = files;
    this.organizations = organizations;
    this.steps = steps;
  }

  /**
   * Registers a thing of the acting organisation.
   *
   * @throws RefusedException when it lends nothing, or has a thing of this number
   */
  public ThingId add(NewThing entry) {
    OrganizationId own = new OrganizationId(Acting.organization());
    if (!LendingRules.lends(organizations.get(own).kind())) {
      throw RefusedException.because("equipment.refused.no-lender");
    }
    ThingId id = new ThingId(ids.next());
    int made =
        jdbc.sql(
                """
                insert into equipment.thing (id, kind, name, number, kept_at, accessories,
                  inspection_due, lent_to, area, longest_days, picture, registered_at)
                values (:id, :kind, :name, :number, :keptAt, :accessories, :inspection,
                  :lentTo::text[], :area::uuid, :longest, :picture::uuid, :at)
                on conflict (owner, number) do nothing
                """)
            .param("id", id.value())
            .params(columns(entry))
            .param("at", OffsetDateTime.now(clock))
            .update();
    if (made == 0) {
      throw RefusedException.because("equipment.refused.number", entry.number());
    }
    keep(entry.picture());
    steps.write(id, null, StepKind.REGISTERED, null, null);
    audit.changed("equipment.registered", id.value(), List.of(), entry.kind().name());
    return id;
  }

  /**
   * Writes down what became different about a thing of the acting organisation.
   *
   * @param version as it was read
   * @throws RefusedException when somebody changed it meanwhile, or the number is another thing's
   */
  public void change(ThingId id, NewThing entry, int version) {
    Thing before = own(id);
    if (isNumberOfAnother(id, entry.number())) {
      throw RefusedException.because("equipment.refused.number", entry.number());
    }
    int changed =
        jdbc.sql(
                """
                update equipment.thing set kind = :kind, name = :name, number = :number,
                  kept_at = :keptAt, accessories = :accessories, inspection_due = :inspection,
                  lent_to = :lentTo::text[], area = :area::uuid, longest_days = :longest,
                  picture = :picture::uuid, version = version + 1
                where id = :id and version = :version
                """)
            .param("id", id.value())
            .param("version", version)
            .params(columns(entry))
            .update();
    if (changed == 0) {
      throw RefusedException.because("equipment.refused.changed-meanwhile");
    }
    if (entry.picture() != null && !entry.picture().equals(before.picture())) {
      keep(entry.picture());
    }
    steps.write(id, null, StepKind.CHANGED, null, null);
    audit.changed("equipment.changed", id.value(), List.of(), null);
  }

  /**
   * Takes a thing out of the register from today on; its history stays.
   *
   * @throws RefusedException while it is out or booked
   */
  public void retire(ThingId id) {
    Thing thing = own(id);
    LocalDate today = JapanTime.today(clock);
    if (thing.retiredOn() != null) {
      throw RefusedException.because("equipment.refused.retired");
    }
    boolean open =
        jdbc.sql(
                """
                select exists (select from equipment.loan
                  where thing = ? and state in ('BOOKED', 'OUT'))
                """)
            .param(id.value())
            .query(Boolean.class)
            .single();
    if (open) {
      throw RefusedException.because("equipment.refused.still-lent");
    }
    jdbc.sql("update equipment.thing set retired_on = ?, version = version + 1 where id = ?")
        .params(today, id.value())
        .update();
    steps.write(id, null, StepKind.RETIRED, null, null);
    audit.changed("equipment.retired", id.value(), List.of(), null);
  }

  /**
   * The thing.
   *
   * @throws AbsentException when there is none for the one who asks
   */
  @Transactional(readOnly = true)
  public Thing get(ThingId id) {
    return jdbc.sql("select * from equipment.thing where id = ?")
        .param(id.value())
        .query(Things::thing)
        .optional()
        .orElseThrow(() -> new AbsentException("thing"));
  }

  /**
   * The thing, for its owner.
   *
   * @throws AbsentException when the acting organisation lends no such thing
   */
  @Transactional(readOnly = true)
  public Thing own(ThingId id) {
    Thing thing = get(id);
    if (!thing.owner().value().equals(Acting.organization())) {
      throw new AbsentException("thing");
    }
    return thing;
  }

  /**
   * The things looked for that are still lent, in the order of their names.
   *
   * @param most how many at most
   */
  @Transactional(readOnly = true)
  public List<Thing> search(ThingSearch wanted, int most) {
    Map<String, Object> values = new HashMap<>();
    StringBuilder sql =
        new StringBuilder("select * from equipment.thing t where retired_on is null");
    narrow(sql, values, wanted);
    sql.append(" order by name, id limit ").append(most);
    return jdbc.sql(sql.toString()).params(values).query(Things::thing).list();
  }

  private void narrow(StringBuilder sql, Map<String, Object> values, ThingSearch wanted) {
    wanted.kind().ifPresent(kind -> and(sql, values, "kind = :kind", "kind", kind.name()));
    wanted.owner().ifPresent(one -> and(sql, values, "owner = :owner", "owner", one.value()));
    wanted
        .area()
        .ifPresent(
            area -> {
              values.put("date", JapanTime.today(clock));
              and(sql, values, IN_AREA, "area", area.value());
            });
    wanted.free().ifPresent(days -> and(sql, values, FREE, "days", days.range()));
    ThingId after = wanted.after();
    if (after != null) {
      and(
          sql,
          values,
          "(name, id) > (select l.name, l.id from equipment.thing l where l.id = :after)",
          "after",
          after.value());
    }
  }

  private static void and(
      StringBuilder sql, Map<String, Object> values, String condition, String name, Object value) {
    sql.append(" and ").append(condition);
    values.put(name, value);
  }

  /** On which days the things are not to be had, by thing and in the order of the days. */
  @Transactional(readOnly = true)
  public Map<ThingId, List<Taken>> taken(Collection<ThingId> things, Days days) {
    if (things.isEmpty()) {
      return Map.of();
    }
    record Row(ThingId thing, Taken taken) {}
    return jdbc
        .sql(
            """
            select id, thing, lower(days) as first_day, upper(days) - 1 as last_day, away
            from equipment.taken where thing in (:things) and days && :days::daterange
            order by thing, days
            """)
        .param("things", things.stream().map(ThingId::value).toList())
        .param("days", days.range())
        .query(
            (row, _) ->
                new Row(
                    new ThingId(row.getObject("thing", UUID.class)),
                    new Taken(row.getObject("id", UUID.class), days(row), row.getBoolean("away"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(Row::thing, Collectors.mapping(Row::taken, Collectors.toList())));
  }

  /** Whether the thing was handed out and should have come back before the day. */
  @Transactional(readOnly = true)
  public boolean isLate(ThingId thing, LocalDate day) {
    return jdbc.sql(
            """
            select exists (select from equipment.taken
              where thing = ? and away and upper(days) <= ?)
            """)
        .params(thing.value(), day)
        .query(Boolean.class)
        .single();
  }

  private boolean isNumberOfAnother(ThingId id, String number) {
    return jdbc.sql(
            """
            select exists (select from equipment.thing
              where owner = kernel.organization() and number = ? and id <> ?)
            """)
        .params(number, id.value())
        .query(Boolean.class)
        .single();
  }

  /** Whoever could name a stranger's file as a picture could read it. */
  private void keep(@Nullable FileId picture) {
    if (picture == null) {
      return;
    }
    boolean mine =
        jdbc.sql("select file.sent_by_me(?)").param(picture.value()).query(Boolean.class).single();
    if (!mine) {
      throw new AbsentException("file");
    }
    files.reference(List.of(picture));
  }

  private static Map<String, @Nullable Object> columns(NewThing entry) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("kind", entry.kind().name());
    columns.put("name", entry.name());
    columns.put("number", entry.number());
    columns.put("keptAt", entry.keptAt());
    columns.put("accessories", entry.accessories());
    columns.put("inspection", entry.inspectionDue());
    columns.put("lentTo", entry.lentTo().stream().map(Enum::name).toArray(String[]::new));
    columns.put("area", entry.area() == null ? null : entry.area().value());
    columns.put("longest", entry.longestDays());
    columns.put("picture", entry.picture() == null ? null : entry.picture().value());
    return columns;
  }

  static Days days(ResultSet row) throws SQLException {
    return new Days(
        row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class));
  }

  private static Thing thing(ResultSet row, int number) throws SQLException {
    UUID area = row.getObject("area", UUID.class);
    UUID picture = row.getObject("picture", UUID.class);
    return new Thing(
        new ThingId(row.getObject("id", UUID.class)),
        new OrganizationId(row.getObject("owner", UUID.class)),
        ThingKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("number"),
        row.getString("kept_at"),
        row.getString("accessories"),
        row.getObject("inspection_due", LocalDate.class),
        kinds((String[]) row.getArray("lent_to").getArray()),
        area == null ? null : new AreaId(area),
        row.getInt("longest_days"),
        picture == null ? null : new FileId(picture),
        row.getObject("retired_on", LocalDate.class),
        row.getInt("version"));
  }

  private static Set<OrganizationKind> kinds(String[] names) {
    return Arrays.stream(names)
        .map(OrganizationKind::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrganizationKind.class)));
  }
}
