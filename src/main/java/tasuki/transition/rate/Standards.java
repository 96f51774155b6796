package tasuki.transition.rate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.indicator.Measures;
import tasuki.kernel.Ids;

/** How the prefecture, or one of its areas, counts its rates. */
@Component
@Transactional
class Standards {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final Measures measures;

  Standards(JdbcClient jdbc, Ids ids, Clock clock, AuditLog audit, Measures measures) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.measures = measures;
  }

  /** The prefecture's way, or the usual one while it has not saved any. */
  @Transactional(readOnly = true)
  public Standard ofPrefecture() {
    return of(null);
  }

  /** The area's way; where it has none, the prefecture's. */
  @Transactional(readOnly = true)
  public Standard of(@Nullable UUID area) {
    return jdbc.sql(
            """
            select options::text from transition.standard
            where area is null or area = :area::uuid
            order by area is null, at desc, id desc limit 1
            """)
        .param("area", area)
        .query(String.class)
        .optional()
        .map(Standard::read)
        .orElse(Standard.USUAL);
  }

  /** Whether the area has a way of its own. */
  @Transactional(readOnly = true)
  public boolean isSaved(UUID area) {
    return jdbc.sql("select exists (select from transition.standard where area = ?)")
        .param(area)
        .query(Boolean.class)
        .single();
  }

  /** Saves a way of counting; what is published is counted anew by it. */
  public void save(@Nullable UUID area, Standard standard) {
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into transition.standard (id, area, options, at)
            values (:id, :area::uuid, :options::jsonb, :at)
            """)
        .param("id", id)
        .param("area", area)
        .param("options", standard.json())
        .param("at", OffsetDateTime.now(clock))
        .update();
    if (area == null) {
      measures.changed(RateMeasures.SOURCE, monthsWithFacts());
    }
    audit.changed("rate.standard-saved", id, List.of(), area == null ? null : area.toString());
  }

  private List<YearMonth> monthsWithFacts() {
    return jdbc
        .sql(
            """
            select date_trunc('month', admitted_on)::date from transition.fact
            union select date_trunc('month', discharged_on)::date from transition.fact
            where discharged_on is not null
            """)
        .query(LocalDate.class)
        .list()
        .stream()
        .map(YearMonth::from)
        .toList();
  }
}
