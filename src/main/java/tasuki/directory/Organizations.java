package tasuki.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;

/** The organisations of the prefecture, and those outside it that its people meet. */
@Service
@Transactional
public class Organizations {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;

  Organizations(JdbcClient jdbc, Ids ids, AuditLog audit) {
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
              postcode, address, base_unit, member, outside_prefecture, opened_on)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(id, entry.kind().name(), entry.name(), entry.kana())
        .param(entry.code())
        .param(entry.telephone())
        .param(entry.fax())
        .param(entry.postcode())
        .param(entry.address())
        .param(entry.baseUnit())
        .params(entry.member(), entry.outsidePrefecture(), entry.openedOn())
        .update();
    audit.changed("organization.added", id, List.of(), null);
    return new OrganizationId(id);
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

  private static Organization organization(ResultSet row, int number) throws SQLException {
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
        row.getObject("closed_on", LocalDate.class));
  }
}
