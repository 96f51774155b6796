package tasuki.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the columns that several services of the room share. */
final class Rows {

  private Rows() {}

  static @Nullable UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  static @Nullable OffsetDateTime moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class);
  }

  static <E extends Enum<E>> @Nullable E constant(ResultSet row, String column, Class<E> type)
      throws SQLException {
    String name = row.getString(column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  static Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        new PersonId(row.getObject("id", UUID.class)),
        row.getString("family_name"),
        row.getString("given_name"),
        row.getString("family_kana"),
        row.getString("given_kana"),
        Sex.valueOf(row.getString("sex")),
        row.getObject("birth_date", LocalDate.class),
        row.getBoolean("provisional"),
        day(row, "died_on"),
        Optional.ofNullable(id(row, "merged_into")).map(PersonId::new).orElse(null),
        row.getInt("version"));
  }
}
