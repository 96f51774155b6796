package tasuki.directory;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the official lists say of organisations. */
@Service
@Transactional(readOnly = true)
public class Listings {

  private final JdbcClient jdbc;

  Listings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The rows that speak of an organisation, list by list; those that are gone come last. */
  public List<Listing> of(OrganizationId organization) {
    return jdbc.sql(
            """
            select * from directory.listing where organization = ?
            order by until is not null, case list when 'institutions' then 1
              when 'care-offices' then 2 when 'facilities' then 3 else 4 end, service, key
            """)
        .param(organization.value())
        .query(Listings::listing)
        .list();
  }

  private static Listing listing(ResultSet row, int number) throws SQLException {
    return new Listing(
        row.getString("list"),
        row.getString("key"),
        OrganizationKind.valueOf(row.getString("kind")),
        row.getString("code"),
        row.getString("service"),
        row.getString("corporate_number"),
        row.getString("operator"),
        row.getString("name"),
        row.getString("kana"),
        row.getString("telephone"),
        row.getString("fax"),
        row.getString("postcode"),
        row.getString("address"),
        position(row),
        row.getString("website"),
        row.getObject("capacity", Integer.class),
        row.getObject("beds", Integer.class),
        words(row.getArray("notes")),
        row.getObject("since", LocalDate.class),
        row.getObject("until", LocalDate.class));
  }

  private static @Nullable Position position(ResultSet row) throws SQLException {
    String precision = row.getString("position_precision");
    return precision == null
        ? null
        : new Position(
            row.getDouble("latitude"),
            row.getDouble("longitude"),
            Position.Precision.valueOf(precision),
            row.getString("list"));
  }

  static List<String> words(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
