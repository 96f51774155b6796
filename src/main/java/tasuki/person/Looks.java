package tasuki.person;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;

/** Who looked at a person and when, for those who see the person in full, the family too. */
@Service
@Transactional
public class Looks {

  /**
   * One look or change.
   *
   * @param change whether something was changed, and not only seen
   * @param what dotted name of what was seen or done, such as {@code person.overview}
   * @param accountName null where a program looked
   */
  public record Look(
      UUID id,
      OffsetDateTime at,
      boolean change,
      String what,
      @Nullable String accountName,
      @Nullable String organizationName) {}

  private static final UUID NEWEST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  private final JdbcClient jdbc;
  private final People people;
  private final AuditLog audit;

  Looks(JdbcClient jdbc, People people, AuditLog audit) {
    this.jdbc = jdbc;
    this.people = people;
    this.audit = audit;
  }

  /**
   * The looks, the newest first.
   *
   * @param before id of the last look of the page before; null for the first page
   */
  @Transactional(readOnly = true)
  public List<Look> of(PersonId person, @Nullable UUID before, int most) {
    PersonId target = people.get(person).id();
    audit.viewed("person.looks", List.of(target.value()), null);
    return jdbc.sql("select * from person.looks(:person, :before, :most)")
        .param("person", target.value())
        .param("before", before == null ? NEWEST : before)
        .param("most", most)
        .query(
            (row, _) ->
                new Look(
                    row.getObject("id", UUID.class),
                    row.getObject("at", OffsetDateTime.class),
                    row.getString("kind").equals("CHANGE"),
                    row.getString("what"),
                    row.getString("account_name"),
                    row.getString("organization_name")))
        .list();
  }
}
