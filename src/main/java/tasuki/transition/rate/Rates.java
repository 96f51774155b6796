package tasuki.transition.rate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;

/** Counts facts. Row-level security decides which rows the viewer counts at all. */
@Component
@Transactional(readOnly = true)
class Rates {

  /**
   * What was counted in an area or an organisation in a month; null where the place is not known.
   */
  record Counted(@Nullable UUID place, YearMonth month, Tally tally) {}

  /** A case as it may be told to those who see no person. */
  record Case(
      String number,
      String hospital,
      @Nullable String office,
      String group,
      LocalDate admittedOn,
      @Nullable LocalDate dischargedOn,
      @Nullable String ended,
      String word,
      @Nullable Integer informationDay,
      boolean done,
      boolean missed) {}

  /** The last case of a page, after which the next one begins. */
  record After(LocalDate day, String number) {}

  private static final String TALLY =
      """
      count(*) as counted, count(*) filter (where %1$s) as done,
        count(*) filter (where %2$s = 'BOTH') as both_say,
        count(*) filter (where %2$s in ('CARE', 'HOSPITAL')) as one,
        count(*) filter (where %2$s in ('CARE_ALONE', 'HOSPITAL_ALONE')) as alone,
        count(*) filter (where %2$s = 'DENIED') as denied,
        count(*) filter (where %2$s = 'NONE') as none
      """;

  private final JdbcClient jdbc;
  private final AuditLog audit;

  Rates(JdbcClient jdbc, AuditLog audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  private static String tally(RateQuery query) {
    return TALLY.formatted(query.hit(), query.rate().wordColumn());
  }

  /**
   * By area and month. A unit in several areas counts in each: only {@link #total} is the whole.
   */
  public List<Counted> byArea(RateQuery query) {
    return counted(query, "g.area", "left join ground g on g.base_unit = " + query.side().unit());
  }

  /** By month, every case once. */
  public List<Counted> total(RateQuery query) {
    return counted(query, "null::uuid", "");
  }

  /** By hospital or by office, over the whole time. */
  public Map<UUID, Tally> byOrganization(RateQuery query, boolean hospitals) {
    Map<UUID, Tally> tallies = new HashMap<>();
    String column = hospitals ? "f.hospital" : "f.office";
    for (Counted one : counted(query, column, "")) {
      if (one.place() != null) {
        tallies.merge(one.place(), one.tally(), Tally::plus);
      }
    }
    return tallies;
  }

  private List<Counted> counted(RateQuery query, String place, String join) {
    return jdbc.sql(
            RateQuery.GROUND
                + """
                select %s as place, date_trunc('month', %s)::date as month, %s
                from transition.fact f %s
                where %s
                group by 1, 2
                """
                    .formatted(place, query.rate().day(), tally(query), join, query.conditions()))
        .params(query.values())
        .query(Rates::counted)
        .list();
  }

  /**
   * The cases behind a count, the newest first.
   *
   * @param ground only those that touch one of these base units; empty for everywhere
   * @param area only those that count in it; null for all
   * @param done only those that are done, or only those that are not; null for both
   */
  public List<Case> cases(
      RateQuery query,
      Optional<Set<String>> ground,
      @Nullable UUID area,
      @Nullable Boolean done,
      @Nullable After after,
      int most) {
    Map<String, Object> values = query.values();
    StringBuilder narrow = new StringBuilder();
    if (area != null) {
      narrow.append(
          " and %s in (select base_unit from ground where area = :area)"
              .formatted(query.side().unit()));
      values.put("area", area);
    }
    if (ground.isPresent()) {
      narrow.append(
          " and (f.home_unit = any(:own) or f.hospital_unit = any(:own) or f.office_unit ="
              + " any(:own))");
      values.put("own", ground.get().toArray(String[]::new));
    }
    if (done != null) {
      narrow.append(" and coalesce((%s), false) = :done".formatted(query.hit()));
      values.put("done", done);
    }
    if (after != null) {
      narrow.append(" and (%s, f.case_number) < (:day, :number)".formatted(query.rate().day()));
      values.put("day", after.day());
      values.put("number", after.number());
    }
    values.put("most", most);
    audit.viewed("rate.cases", List.of(), null);
    return jdbc.sql(
            RateQuery.GROUND
                + """
                select f.*, hospital.name as hospital_name, office.name as office_name,
                  %s as word, coalesce((%s), false) as done, %s as care_group,
                  exists (select from transition.nameless n where n.case_number = f.case_number
                    and n.settled_at is null) as missed
                from transition.fact f
                join directory.organization hospital on hospital.id = f.hospital
                left join directory.organization office on office.id = f.office
                where %s %s
                order by %s desc, f.case_number desc limit :most
                """
                    .formatted(
                        query.rate().wordColumn(),
                        query.hit(),
                        query.rate().group(),
                        query.conditions(),
                        narrow,
                        query.rate().day()))
        .params(values)
        .query(Rates::aCase)
        .list();
  }

  private static Counted counted(ResultSet row, int number) throws SQLException {
    return new Counted(
        row.getObject("place", UUID.class),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        new Tally(
            row.getLong("counted"),
            row.getLong("done"),
            row.getLong("both_say"),
            row.getLong("one"),
            row.getLong("alone"),
            row.getLong("denied"),
            row.getLong("none")));
  }

  private static Case aCase(ResultSet row, int number) throws SQLException {
    return new Case(
        row.getString("case_number"),
        row.getString("hospital_name"),
        row.getString("office_name"),
        row.getString("care_group"),
        row.getObject("admitted_on", LocalDate.class),
        row.getObject("discharged_on", LocalDate.class),
        row.getString("ended"),
        row.getString("word"),
        row.getObject("information_day", Integer.class),
        row.getBoolean("done"),
        row.getBoolean("missed"));
  }
}
