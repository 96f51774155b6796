package tasuki.register;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.JapanTime;
import tasuki.directory.Facet;
import tasuki.directory.FacetSource;
import tasuki.directory.OrganizationId;

/** By which registers one may search organisations. */
@Component
class RegisterFacets implements FacetSource {

  static final String PREFIX = "register:";

  private final JdbcClient jdbc;
  private final Entries entries;
  private final Clock clock;

  RegisterFacets(JdbcClient jdbc, Entries entries, Clock clock) {
    this.jdbc = jdbc;
    this.entries = entries;
    this.clock = clock;
  }

  /** Asked with every search, so it reads no more of a register than a search needs. */
  @Override
  @Transactional(readOnly = true)
  public List<Facet> facets() {
    return jdbc.sql(
            """
            select register.code, version.name_ja, version.name_en, version.words, version.open
            from register.register register
            cross join lateral register.in_force(register.code, :today) version
            where version.concerns <> 'PERSON'
            order by register.place, register.code
            """)
        .param("today", JapanTime.today(clock))
        .query(
            (row, _) ->
                Facet.named(
                    PREFIX + row.getString("code"),
                    row.getString("name_ja"),
                    row.getString("name_en"),
                    List.of((String[]) row.getArray("words").getArray()),
                    row.getBoolean("open")))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<OrganizationId, Set<String>> of(Collection<OrganizationId> organizations) {
    Map<OrganizationId, Set<String>> found = new HashMap<>();
    for (Entry entry : entries.holding(organizations)) {
      found
          .computeIfAbsent(entry.organization(), _ -> new HashSet<>())
          .add(PREFIX + entry.register());
    }
    return found;
  }
}
