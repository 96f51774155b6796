package tasuki.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.Areas;
import tasuki.audit.AuditLog;
import tasuki.directory.listing.Municipalities;
import tasuki.directory.listing.Spelling;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.kernel.Ruling;

/** The organisations of the prefecture, and those outside it that its people meet. */
@Service
@Transactional
public class Organizations {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final SearchChanges changes;
  private final Areas areas;

  Organizations(JdbcClient jdbc, Ids ids, AuditLog audit, SearchChanges changes, Areas areas) {
    this.areas = areas;
    this.changes = changes;
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
  }

  /** Enters an organisation. */
  public OrganizationId add(NewOrganization entry) {
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into directory.organization (id, kind, name, kana, code, telephone, fax,
              postcode, address, base_unit, member, outside_prefecture, opened_on, name_key,
              operator_key, address_key, town_key, telephone_key, entered)
            values (:id, :kind, :name, :kana, :code, :telephone, :fax, :postcode, :address,
              :unit, :member, :outside, :opened, :nameKey, :operatorKey, :addressKey, :townKey,
              :telephoneKey, :entered::text[])
            """)
        .param("id", id)
        .params(columns(entry))
        .param("entered", OwnEntry.of(entry).toArray(String[]::new))
        .update();
    audit.changed("organization.added", id, List.of(), entry.kind().name());
    changes.note(List.of(new OrganizationId(id)));
    return new OrganizationId(id);
  }

  /**
   * Writes down what became different about an organisation.
   *
   * @param version as it was read; see {@link #version}
   * @throws RefusedException when somebody else changed it meanwhile
   */
  public void change(OrganizationId id, NewOrganization entry, int version) {
    int changed =
        jdbc.sql(
                """
                update directory.organization set kind = :kind, name = :name, kana = :kana,
                  code = :code, telephone = :telephone, fax = :fax, postcode = :postcode,
                  address = :address, base_unit = :unit, member = :member,
                  outside_prefecture = :outside, opened_on = :opened, name_key = :nameKey,
                  operator_key = :operatorKey, address_key = :addressKey, town_key = :townKey,
                  telephone_key = :telephoneKey, entered = array(select distinct field
                    from unnest(entered || :differing::text[]) field
                    where field <> all (:blank::text[])),
                  version = version + 1
                where id = :id and version = :version
                """)
            .param("id", id.value())
            .param("version", version)
            .params(columns(entry))
            .param("differing", OwnEntry.differing(get(id), entry).toArray(String[]::new))
            .param("blank", OwnEntry.blank(entry).toArray(String[]::new))
            .update();
    if (changed == 0) {
      throw RefusedException.because("directory.refused.changed-meanwhile", get(id).name());
    }
    audit.changed("organization.changed", id.value(), List.of(), null);
    changes.note(List.of(id));
  }

  /**
   * Closes an organisation: from the day on nobody can pick it; what it wrote and what was written
   * to it stays readable.
   *
   * @param day the first day on which it does not exist any more
   * @throws RefusedException when it was closed before or the day lies before its opening
   */
  public void close(OrganizationId id, LocalDate day) {
    Organization organization = get(id);
    mayClose(organization, day).orThrow();
    jdbc.sql(
            """
            update directory.organization set closed_on = ?, version = version + 1,
              entered = entered || '{closed_on}'
            where id = ?
            """)
        .params(day, id.value())
        .update();
    audit.changed("organization.closed", id.value(), List.of(), day.toString());
    changes.note(List.of(id));
  }

  /**
   * Enters where the organisation is, which no list overwrites from then on; null takes back what
   * was entered and leaves it to the lists.
   */
  public void locate(OrganizationId id, @Nullable Position position) {
    jdbc.sql(
            """
            update directory.organization set latitude = :latitude, longitude = :longitude,
              position_precision = :precision, position_source = :source, version = version + 1,
              entered = array_remove(entered, 'position')
                || case when :latitude::double precision is null then '{}'::text[]
                  else '{position}' end
            where id = :id
            """)
        .param("id", id.value())
        .param("latitude", position == null ? null : position.latitude())
        .param("longitude", position == null ? null : position.longitude())
        .param("precision", position == null ? null : position.precision().name())
        .param("source", position == null ? null : position.source())
        .update();
    audit.changed("organization.located", id.value(), List.of(), null);
    changes.note(List.of(id));
  }

  /** Whether the organisation may close on the day. */
  public static Ruling mayClose(Organization organization, LocalDate day) {
    if (organization.kind() == OrganizationKind.PERSON_AND_FAMILY) {
      return Ruling.refused("directory.refused.family-stays");
    }
    if (organization.closedOn() != null) {
      return Ruling.refused("directory.refused.closed-already", organization.name());
    }
    return day.isBefore(organization.openedOn())
        ? Ruling.refused("directory.refused.closes-before-opening")
        : Ruling.ALLOWED;
  }

  /** How often the organisation was changed, to notice that somebody else did meanwhile. */
  @Transactional(readOnly = true)
  public int version(OrganizationId id) {
    return jdbc.sql("select version from directory.organization where id = ?")
        .param(id.value())
        .query(Integer.class)
        .optional()
        .orElseThrow(() -> new AbsentException("organization"));
  }

  /** The open organisation of a kind with this code: there may be only one. */
  @Transactional(readOnly = true)
  public Optional<Organization> byCode(OrganizationKind kind, String code) {
    return jdbc.sql(
            """
            select * from directory.organization
            where kind = ? and code = ? and closed_on is null
            """)
        .params(kind.name(), code)
        .query(Organizations::organization)
        .optional();
  }

  private Map<String, @Nullable Object> columns(NewOrganization entry) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("kind", entry.kind().name());
    columns.put("name", entry.name());
    columns.put("kana", entry.kana());
    columns.put("code", entry.code());
    columns.put("telephone", entry.telephone());
    columns.put("fax", entry.fax());
    columns.put("postcode", entry.postcode());
    columns.put("address", entry.address());
    columns.put("unit", entry.baseUnit());
    columns.put("member", entry.member());
    columns.put("outside", entry.outsidePrefecture());
    columns.put("opened", entry.openedOn());
    Spelling spelling =
        Spelling.of(
            entry.name(),
            entry.address(),
            entry.telephone(),
            entry.baseUnit(),
            new Municipalities(areas.everywhere()));
    columns.put("nameKey", spelling.nameKey());
    columns.put("operatorKey", spelling.operatorKey());
    columns.put("addressKey", spelling.addressKey());
    columns.put("townKey", spelling.townKey());
    columns.put("telephoneKey", spelling.telephoneKey());
    return columns;
  }

  /** The open organisations of a kind with this name, letter for letter. */
  @Transactional(readOnly = true)
  public List<Organization> named(OrganizationKind kind, String name) {
    return jdbc.sql(
            """
            select * from directory.organization
            where kind = ? and name = ? and closed_on is null order by id
            """)
        .params(kind.name(), name)
        .query(Organizations::organization)
        .list();
  }

  /** The next organisations in the order of their ids, whether open or not. */
  @Transactional(readOnly = true)
  public List<Organization> after(OrganizationId id, int most) {
    return jdbc.sql("select * from directory.organization where id > ? order by id limit ?")
        .params(id.value(), most)
        .query(Organizations::organization)
        .list();
  }

  /** The organisation, if there is one. */
  @Transactional(readOnly = true)
  public Optional<Organization> find(OrganizationId id) {
    return jdbc.sql("select * from directory.organization where id = ?")
        .param(id.value())
        .query(Organizations::organization)
        .optional();
  }

  /**
   * The organisation.
   *
   * @throws AbsentException when there is none
   */
  @Transactional(readOnly = true)
  public Organization get(OrganizationId id) {
    return find(id).orElseThrow(() -> new AbsentException("organization"));
  }

  /** Those of the ids that exist, by id. */
  @Transactional(readOnly = true)
  public Map<OrganizationId, Organization> byId(Collection<OrganizationId> wanted) {
    if (wanted.isEmpty()) {
      return Map.of();
    }
    Set<UUID> values = wanted.stream().map(OrganizationId::value).collect(Collectors.toSet());
    return jdbc
        .sql("select * from directory.organization where id in (:ids)")
        .param("ids", values)
        .query(Organizations::organization)
        .list()
        .stream()
        .collect(Collectors.toMap(Organization::id, Function.identity()));
  }

  /** Open organisations of these kinds on the date, in the order of their kana. */
  @Transactional(readOnly = true)
  public List<Organization> ofKinds(Collection<OrganizationKind> kinds, LocalDate date) {
    return jdbc.sql(
            """
            select * from directory.organization
            where kind in (:kinds) and opened_on <= :date
              and (closed_on is null or closed_on > :date)
            order by kana, id
            """)
        .param("kinds", kinds.stream().map(Enum::name).toList())
        .param("date", date)
        .query(Organizations::organization)
        .list();
  }

  /**
   * The one organisation to which every portal account belongs.
   *
   * @throws AbsentException before the installation was set up
   */
  @Transactional(readOnly = true)
  public OrganizationId personAndFamily() {
    return jdbc.sql("select id from directory.organization where kind = 'PERSON_AND_FAMILY'")
        .query(UUID.class)
        .optional()
        .map(OrganizationId::new)
        .orElseThrow(() -> new AbsentException("organization"));
  }

  static Organization organization(ResultSet row, int number) throws SQLException {
    return new Organization(
        new OrganizationId(row.getObject("id", UUID.class)),
        OrganizationKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("kana"),
        row.getString("code"),
        row.getString("telephone"),
        row.getString("fax"),
        row.getString("postcode"),
        row.getString("address"),
        row.getString("base_unit"),
        row.getBoolean("member"),
        row.getBoolean("outside_prefecture"),
        row.getObject("opened_on", LocalDate.class),
        row.getObject("closed_on", LocalDate.class),
        row.getString("corporate_number"),
        row.getString("website"),
        position(row));
  }

  private static @Nullable Position position(ResultSet row) throws SQLException {
    String precision = row.getString("position_precision");
    return precision == null
        ? null
        : new Position(
            row.getDouble("latitude"),
            row.getDouble("longitude"),
            Position.Precision.valueOf(precision),
            row.getString("position_source"));
  }
}
