package tasuki.offer;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
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
import tasuki.directory.OrganizationId;
import tasuki.kernel.AbsentException;

/**
 * What organisations offer and how much room is left. Staff and jobs read all of it, the public and
 * families the public part of what holds now.
 */
@Service
@Transactional(readOnly = true)
public class Offers {

  private static final String COMES_THERE =
      """
       and (:unit = any (entry.units) or exists (select from area.part part
         where part.area = any (entry.areas) and part.base_unit = :unit
           and part.valid_from <= :date and (part.valid_until is null or part.valid_until > :date)))
      """;

  private static final String HAS_ROOM =
      """
       and exists (select from offer.room room
         where room.organization = entry.organization and room.help = :help
           and room.replaced_at is null and room.places > 0 and room.said_at >= :fresh)
      """;

  private final JdbcClient jdbc;
  private final Capabilities capabilities;
  private final Clock clock;

  Offers(JdbcClient jdbc, Capabilities capabilities, Clock clock) {
    this.jdbc = jdbc;
    this.capabilities = capabilities;
    this.clock = clock;
  }

  /** What the organisation offers now, if it has said so. */
  public Optional<Offer> of(OrganizationId organization) {
    return Optional.ofNullable(of(List.of(organization)).get(organization));
  }

  /** What these organisations offer now; those that have said nothing are left out. */
  public Map<OrganizationId, Offer> of(Collection<OrganizationId> organizations) {
    return jdbc
        .sql(
            OfferRows.SELECT
                + """
                where entry.replaced_at is null and entry.organization = any (:ids::uuid[])
                """)
        .param("ids", values(organizations))
        .query(OfferRows::offer)
        .list()
        .stream()
        .collect(Collectors.toMap(Offer::organization, Function.identity()));
  }

  /**
   * Those of these organisations that can do what is wanted: those with the most room by a fresh
   * word first, then in the order in which they were asked for.
   */
  public List<Offered> whoCan(List<OrganizationId> organizations, OfferQuery wanted) {
    Map<String, Object> values = new HashMap<>();
    StringBuilder sql = new StringBuilder(OfferRows.SELECT);
    sql.append(" where entry.replaced_at is null and entry.organization = any (:ids::uuid[])");
    values.put("ids", values(organizations));
    narrow(sql, values, wanted);
    List<Offer> found = jdbc.sql(sql.toString()).params(values).query(OfferRows::offer).list();
    Map<OrganizationId, List<RoomLeft>> room =
        room(found.stream().map(Offer::organization).toList());
    Map<OrganizationId, Integer> order = new HashMap<>();
    organizations.forEach(one -> order.putIfAbsent(one, order.size()));
    return found.stream()
        .map(offer -> new Offered(offer, room.getOrDefault(offer.organization(), List.of())))
        .sorted(
            Comparator.comparing(Offered::places)
                .reversed()
                .thenComparing(one -> order.get(one.offer().organization())))
        .toList();
  }

  private void narrow(StringBuilder sql, Map<String, Object> values, OfferQuery wanted) {
    if (!wanted.capabilities().isEmpty()) {
      sql.append(" and entry.capabilities || coalesce(inside.capabilities, '{}') @> :can::text[]");
      values.put("can", wanted.capabilities().toArray(String[]::new));
    }
    if (!wanted.halfDays().isEmpty()) {
      sql.append(" and entry.days && :days::text[]");
      values.put("days", codes(wanted.halfDays()));
    }
    if (wanted.night()) {
      sql.append(" and entry.night <> 'NONE'");
    }
    if (wanted.holiday()) {
      sql.append(" and entry.holiday <> 'NONE'");
    }
    if (wanted.newPersons()) {
      sql.append(" and entry.accepts_new and not coalesce(inside.own_patients, false)");
    }
    @Nullable String unit = wanted.baseUnit();
    if (unit != null) {
      sql.append(COMES_THERE);
      values.put("unit", unit);
      values.put("date", wanted.date());
    }
    @Nullable String help = wanted.help();
    if (help != null) {
      sql.append(HAS_ROOM);
      values.put("help", help);
      values.put("fresh", staleBefore());
    }
  }

  /** How much room the organisation has said to have, by the order of the catalogue's codes. */
  public List<RoomLeft> room(OrganizationId organization) {
    return room(List.of(organization)).getOrDefault(organization, List.of());
  }

  /** How much room these organisations have said to have; for the public nothing. */
  public Map<OrganizationId, List<RoomLeft>> room(Collection<OrganizationId> organizations) {
    OffsetDateTime staleBefore = staleBefore();
    return jdbc
        .sql(
            """
            select room.*, account.name as account_name from offer.room room
            join identity.account account on account.id = room.account
            where room.replaced_at is null and room.organization = any (:ids::uuid[])
            order by room.help
            """)
        .param("ids", values(organizations))
        .query((row, _) -> OfferRows.room(row, staleBefore))
        .list()
        .stream()
        .collect(Collectors.groupingBy(RoomLeft::organization));
  }

  /** What was said of the organisation's room before and now, the newest first. */
  public List<RoomLeft> roomHistory(OrganizationId organization, int most) {
    OffsetDateTime staleBefore = staleBefore();
    return jdbc.sql(
            """
            select room.*, account.name as account_name from offer.room room
            join identity.account account on account.id = room.account
            where room.organization = :organization
            order by room.id desc limit :most
            """)
        .param("organization", organization.value())
        .param("most", most)
        .query((row, _) -> OfferRows.room(row, staleBefore))
        .list();
  }

  /** For how many kinds of help the organisation's last word is too old to rely on. */
  public int stale(OrganizationId organization) {
    return jdbc.sql(
            """
            select count(*) from offer.room
            where organization = :organization and replaced_at is null and said_at < :stale
            """)
        .param("organization", organization.value())
        .param("stale", staleBefore())
        .query(Integer.class)
        .single();
  }

  /** Every version of the organisation's offer that staff may read, the newest first. */
  public List<OfferVersion> history(OrganizationId organization, int most) {
    return jdbc.sql(
            OfferRows.SELECT_VERSION
                + """
                where entry.organization = :organization order by entry.number desc limit :most
                """)
        .param("organization", organization.value())
        .param("most", most)
        .query(OfferRows::version)
        .list();
  }

  /**
   * One version of the organisation's offer.
   *
   * @throws AbsentException when it has none of this id
   */
  public OfferVersion version(OrganizationId organization, UUID id) {
    return jdbc.sql(
            OfferRows.SELECT_VERSION
                + " where entry.organization = :organization and entry.id = :id")
        .param("organization", organization.value())
        .param("id", id)
        .query(OfferRows::version)
        .optional()
        .orElseThrow(() -> new AbsentException("version"));
  }

  /** The moment before which a word about room is too old. */
  OffsetDateTime staleBefore() {
    return OffsetDateTime.now(clock).minus(capabilities.staleAfter());
  }

  private static UUID[] values(Collection<OrganizationId> organizations) {
    return organizations.stream().map(OrganizationId::value).toArray(UUID[]::new);
  }

  static String[] codes(Set<HalfDay> days) {
    return days.stream().sorted().map(HalfDay::code).toArray(String[]::new);
  }
}
