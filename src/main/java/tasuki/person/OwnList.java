package tasuki.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tasuki.calendar.Ages;
import tasuki.calendar.JapanTime;

/**
 * The persons of the acting organisation, always found from its access rows: from the persons'
 * side, row-level security would have to look at everybody.
 */
@Repository
class OwnList {

  private static final String MINE =
      """
      with mine as (
        select access.person, bool_or(access.scope = 'FULL') as "full",
               case when not bool_or(access.scope = 'FULL' and access.reason <> 'EMERGENCY')
                 then max(access.valid_until) filter (where access.reason = 'EMERGENCY') end
                 as emergency_until
        from person.access access
        where access.organization = kernel.care_organization() and access.scope in ('FULL', 'OWN')
          and (access.account is null or access.account = kernel.account())
          and access.valid_from <= now()
          and (access.valid_until is null or access.valid_until > now())
        group by access.person)
      """;

  private static final String ORDER = "person.family_kana, person.given_kana, person.id";

  /** Only those of the page are looked up further; the others were only sorted. */
  private static final String LINES =
      """
      select person.*, plan.kind as plan_kind, plan.organization as plan_organization,
             office.name as plan_name, level.status, level.level, level.applied_on,
             level.valid_from, level.valid_until
      from page person
      left join lateral person.plan_owner_of(person.id, :month) plan on true
      left join directory.organization office on office.id = plan.organization
      left join lateral person.certification_of(person.id, :today) level on true
      order by\s""";

  private final JdbcClient jdbc;
  private final Clock clock;

  OwnList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  PersonPage page(PersonFilter filter, PersonPage.@Nullable Key from, int most) {
    boolean backwards = from != null && from.backwards();
    String order = backwards ? ORDER.replace(",", " desc,") + " desc" : ORDER;
    String sql = MINE + page(filter, from, order) + LINES + order;
    LocalDate today = JapanTime.today(clock);
    List<PersonLine> found =
        jdbc.sql(sql)
            .param("text", searched(filter.text()))
            .param("month", today.withDayOfMonth(1))
            .param("today", today)
            .param("edge", from == null ? null : from.person())
            .param("most", most + 1)
            .query((row, _) -> line(row, today))
            .list();
    return cut(found, from, backwards, most);
  }

  /** The conditions are constants chosen by the filter: no typed text gets into the statement. */
  private static String page(PersonFilter filter, PersonPage.@Nullable Key from, String order) {
    String edge =
        from == null
            ? ""
            : " and (%s) %s (select edge.family_kana, edge.given_kana, edge.id"
                    .formatted(ORDER, from.backwards() ? "<" : ">")
                + " from person.person edge where edge.id = :edge)";
    return """
        , page as materialized (
          select person.*, mine."full", mine.emergency_until
          from mine join person.person person on person.id = mine.person
          where person.merged_into is null
            and (:text = '' or starts_with(person.family_kana || person.given_kana, :text)
              or starts_with(person.given_kana, :text)
              or starts_with(person.family_name || person.given_name, :text))
            and %s%s
          order by %s limit :most)
        """
        .formatted(condition(filter.which()), edge, order);
  }

  private static String condition(PersonFilter.Which which) {
    return switch (which) {
      case PRESENT -> "mine.\"full\" and person.died_on is null";
      case OWN_PLAN ->
          """
          mine."full" and person.died_on is null
            and person.id in (select coalesce(known.merged_into, known.id)
              from person.plan_owner owner join person.person known on known.id = owner.person
              where owner.organization = kernel.care_organization())
            and exists (select from person.plan_owner_of(person.id, :month) plan
              where plan.organization = kernel.care_organization())
          """;
      case FORMER -> "not mine.\"full\"";
      case DIED -> "mine.\"full\" and person.died_on is not null";
    };
  }

  private static PersonPage cut(
      List<PersonLine> found, PersonPage.@Nullable Key from, boolean backwards, int most) {
    boolean more = found.size() > most;
    List<PersonLine> lines = found.subList(0, Math.min(most, found.size()));
    if (backwards) {
      lines = lines.reversed();
    }
    if (lines.isEmpty()) {
      return new PersonPage(lines, null, null);
    }
    boolean before = backwards ? more : from != null;
    boolean after = backwards || more;
    return new PersonPage(
        List.copyOf(lines),
        before ? new PersonPage.Key(lines.getFirst().person().id().value(), true) : null,
        after ? new PersonPage.Key(lines.getLast().person().id().value(), false) : null);
  }

  /** Others whom the organisation knows by the same name or kana. */
  List<Person> sameName(Person person) {
    // Begins at the names, not at the own list: row-level security lets only the own ones through.
    return jdbc.sql(
            """
            select * from person.person
            where merged_into is null and id <> :id
              and (family_kana = :familyKana and given_kana = :givenKana
                or family_name = :family and given_name = :given)
            order by birth_date, id limit 5
            """)
        .param("id", person.id().value())
        .param("family", person.familyName())
        .param("given", person.givenName())
        .param("familyKana", person.familyKana())
        .param("givenKana", person.givenKana())
        .query(Rows::person)
        .list();
  }

  List<Person> exactly(String familyKana, String givenKana, LocalDate birth, Sex sex) {
    return jdbc.sql(
            """
            select * from person.person
            where merged_into is null and family_kana = :familyKana and given_kana = :givenKana
              and birth_date = :birth and sex = :sex
            order by id limit 5
            """)
        .param("familyKana", familyKana)
        .param("givenKana", givenKana)
        .param("birth", birth)
        .param("sex", sex.name())
        .query(Rows::person)
        .list();
  }

  /** Without spaces, and hiragana as katakana. */
  private static String searched(String typed) {
    StringBuilder text = new StringBuilder();
    Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .codePoints()
        .filter(letter -> !Character.isWhitespace(letter))
        .map(letter -> letter >= 0x3041 && letter <= 0x3096 ? letter + 0x60 : letter)
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  private static PersonLine line(ResultSet row, LocalDate today) throws SQLException {
    Person person = Rows.person(row, 0);
    LocalDate died = person.diedOn();
    LocalDate day = died == null ? today : died;
    return new PersonLine(
        person,
        person.birthDate().isAfter(day) ? 0 : Ages.ageOn(person.birthDate(), day),
        row.getBoolean("full"),
        Rows.moment(row, "emergency_until"),
        Certifications.certification(row),
        Rows.constant(row, "plan_kind", PlanOwnerKind.class),
        row.getString("plan_name"),
        row.getObject("changed_at", OffsetDateTime.class));
  }
}
