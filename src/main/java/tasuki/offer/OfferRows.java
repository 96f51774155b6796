package tasuki.offer;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tasuki.area.AreaId;
import tasuki.directory.OrganizationId;

/** Puts the two parts of a version together again; without the inner one the public part alone. */
final class OfferRows {

  /** A version with its inner part as far as the reader may see it. */
  static final String SELECT =
      """
      select entry.id, entry.organization, entry.number, entry.capabilities, entry.days,
        entry.night, entry.holiday, entry.accepts_new, entry.languages, entry.units, entry.areas,
        entry.said_at, inside.capabilities as inner_capabilities,
        coalesce(inside.own_patients, false) as own_patients, inside.note
      from offer.entry entry
      left join offer.inside inside on inside.entry = entry.id
      """;

  /** A version with who said it and why; for staff alone. */
  static final String SELECT_VERSION =
      """
      select entry.id, entry.organization, entry.number, entry.capabilities, entry.days,
        entry.night, entry.holiday, entry.accepts_new, entry.languages, entry.units, entry.areas,
        entry.said_at, inside.capabilities as inner_capabilities, inside.own_patients, inside.note,
        inside.said_for, inside.reason, inside.survey, inside.surveyed_on,
        former.number as put_back_number, account.name as account_name
      from offer.entry entry
      join offer.inside inside on inside.entry = entry.id
      left join identity.account account on account.id = inside.account
      left join offer.entry former on former.id = inside.put_back
      """;

  private OfferRows() {}

  static Offer offer(ResultSet row, int number) throws SQLException {
    Set<String> capabilities = new HashSet<>(strings(row.getArray("capabilities")));
    Array inner = row.getArray("inner_capabilities");
    if (inner != null) {
      capabilities.addAll(strings(inner));
    }
    return new Offer(
        row.getObject("id", UUID.class),
        new OrganizationId(row.getObject("organization", UUID.class)),
        row.getInt("number"),
        row.getObject("said_at", OffsetDateTime.class),
        new NewOffer(
            capabilities,
            strings(row.getArray("days")).stream()
                .flatMap(code -> HalfDay.of(code).stream())
                .collect(Collectors.toSet()),
            Reach.valueOf(row.getString("night")),
            Reach.valueOf(row.getString("holiday")),
            row.getBoolean("accepts_new"),
            row.getBoolean("own_patients"),
            row.getString("note"),
            Set.copyOf(strings(row.getArray("languages"))),
            Set.copyOf(strings(row.getArray("units"))),
            areas(row.getArray("areas"))));
  }

  static OfferVersion version(ResultSet row, int number) throws SQLException {
    @Nullable Integer putBack = row.getObject("put_back_number", Integer.class);
    @Nullable UUID saidFor = row.getObject("said_for", UUID.class);
    @Nullable String survey = row.getString("survey");
    return new OfferVersion(
        offer(row, number),
        row.getString("account_name"),
        saidFor == null ? null : new OrganizationId(saidFor),
        row.getString("reason"),
        putBack,
        survey == null ? null : new Survey(survey, row.getObject("surveyed_on", LocalDate.class)));
  }

  /** A word about room, judged by the moment before which it is stale. */
  static RoomLeft room(ResultSet row, OffsetDateTime staleBefore) throws SQLException {
    OffsetDateTime saidAt = row.getObject("said_at", OffsetDateTime.class);
    return new RoomLeft(
        new OrganizationId(row.getObject("organization", UUID.class)),
        row.getString("help"),
        row.getInt("places"),
        saidAt,
        row.getString("account_name"),
        new OrganizationId(row.getObject("said_for", UUID.class)),
        row.getString("reason"),
        !saidAt.isBefore(staleBefore));
  }

  static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static Set<AreaId> areas(Array array) throws SQLException {
    return List.of((UUID[]) array.getArray()).stream()
        .map(AreaId::new)
        .collect(Collectors.toUnmodifiableSet());
  }
}
