package tasuki.transition.rate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.transition.FactHistory;

/** What the raw log of stays says, counted a second time in another language. */
final class RawCases {

  /** What the raw log of a stay says, read without any class of the room. */
  record Raw(
      String number,
      UUID hospital,
      @Nullable UUID office,
      String group,
      LocalDate admitted,
      @Nullable LocalDate discharged,
      String state,
      @Nullable String reason,
      @Nullable String home,
      boolean byTransfer,
      boolean repeatedRespite,
      boolean hospitalKnows,
      boolean careKnows,
      String contact,
      String information,
      @Nullable Integer informationDay) {}

  private static final String RAW =
      """
      with rows as (
        select s.*, (occurred_at at time zone 'Asia/Tokyo')::date as on_day,
          coalesce(stance, 'CONFIRMS') = 'CONFIRMS' as claim,
          exists (select from transition.step w where w.about = s.id and w.stance = 'WITHDRAWS')
            as taken_back,
          exists (select from transition.step d where d.about = s.id and d.stance = 'DENIES'
            and not exists (select from transition.step w where w.about = d.id
              and w.stance = 'WITHDRAWS')) as denied
        from transition.step s),
      stays as (
        select stay.*, (admitted_at at time zone 'Asia/Tokyo')::date as in_day,
          (ended_at at time zone 'Asia/Tokyo')::date as out_day
        from transition.stay stay where hospital in (:hospitals))
      select stays.case_number, hospital, in_day, out_day, state, reason,
        (select base_unit from person.residence r where r.person = stays.person) as home,
        (select case when level like 'CARE%' then 'CARE' else 'PREVENTIVE' end
          from person.certification c where c.person = stays.person) as care_group,
        (select organization from person.plan_owner p where p.person = stays.person) as office,
        exists (select from transition.stay o where o.chain = stays.chain and o.id <> stays.id
          and o.transferred_to = stays.hospital and abs((o.ended_at at time zone 'Asia/Tokyo')::date
            - in_day) <= 3) as by_transfer,
        reason is not distinct from 'RESPITE' and exists (select from transition.stay o
          where o.person = stays.person and o.reason = 'RESPITE'
            and o.admitted_at < stays.admitted_at) as respite_again,
        exists (select from rows where rows.stay = stays.id and side = 'HOSPITAL' and claim
          and not taken_back) as hospital_knows,
        exists (select from rows where rows.stay = stays.id and side = 'CARE_MANAGER' and claim
          and not taken_back) as care_knows
      from stays
      """;

  /** One side's standing word on one thing. */
  private static final String SAID =
      """
      select stay.case_number, s.side, s.kind, s.occurred_at,
        (s.occurred_at at time zone 'Asia/Tokyo')::date as on_day,
        exists (select from transition.step d where d.about = s.id and d.stance = 'DENIES'
          and not exists (select from transition.step w where w.about = d.id
            and w.stance = 'WITHDRAWS')) as denied
      from transition.step s join transition.stay stay on stay.id = s.stay
      where stay.hospital in (:hospitals) and coalesce(s.stance, 'CONFIRMS') = 'CONFIRMS'
        and not exists (select from transition.step w where w.about = s.id
          and w.stance = 'WITHDRAWS')
      """;

  private record Said(String number, String side, String kind, LocalDate day, boolean denied) {}

  private RawCases() {}

  static List<Raw> of(FactHistory history, JdbcClient owner) {
    Map<String, List<Said>> said = new HashMap<>();
    owner
        .sql(SAID)
        .param("hospitals", history.hospitals())
        .query(
            (row, _) ->
                new Said(
                    row.getString("case_number"),
                    row.getString("side"),
                    row.getString("kind"),
                    row.getObject("on_day", LocalDate.class),
                    row.getBoolean("denied")))
        .list()
        .forEach(one -> said.computeIfAbsent(one.number(), _ -> new ArrayList<>()).add(one));
    return owner
        .sql(RAW)
        .param("hospitals", history.hospitals())
        .query(
            (row, _) -> {
              String number = row.getString("case_number");
              LocalDate out = row.getObject("out_day", LocalDate.class);
              LocalDate in = row.getObject("in_day", LocalDate.class);
              boolean joins =
                  row.getObject("hospital", UUID.class).equals(history.hospitals().getFirst());
              List<Said> own = said.getOrDefault(number, List.of());
              Set<String> tells = Set.of("HEARING", "CONFERENCE", "DISCHARGE_PLANNED");
              Set<String> forms = Set.of("FORM_SENT", "FORM_RECEIVED", "READ");
              Optional<LocalDate> first =
                  own.stream()
                      .filter(one -> forms.contains(one.kind()) && !one.denied())
                      .filter(one -> !one.side().equals("HOME_TEAM"))
                      .filter(one -> out == null || !one.day().isAfter(out))
                      .map(Said::day)
                      .min(LocalDate::compareTo);
              return new Raw(
                  number,
                  row.getObject("hospital", UUID.class),
                  row.getObject("office", UUID.class),
                  row.getString("care_group"),
                  in,
                  out,
                  row.getString("state"),
                  row.getString("reason"),
                  row.getString("home"),
                  row.getBoolean("by_transfer"),
                  row.getBoolean("respite_again"),
                  row.getBoolean("hospital_knows"),
                  row.getBoolean("care_knows"),
                  word(own, tells, out, joins),
                  word(own, forms, out, joins),
                  first.map(day -> (int) (day.toEpochDay() - in.toEpochDay()) + 1).orElse(null));
            })
        .list();
  }

  private static String word(
      List<Said> said, Set<String> kinds, @Nullable LocalDate out, boolean joins) {
    boolean hospital = false;
    boolean care = false;
    boolean refused = false;
    for (Said one : said) {
      if (kinds.contains(one.kind()) && (out == null || !one.day().isAfter(out))) {
        boolean ofHospital = one.side().equals("HOSPITAL");
        boolean ofCare = one.side().equals("CARE_MANAGER");
        hospital |= ofHospital && !one.denied();
        care |= ofCare && !one.denied();
        refused |= (ofHospital || ofCare) && one.denied();
      }
    }
    if (hospital) {
      return care ? "BOTH" : "HOSPITAL";
    }
    if (care) {
      return joins ? "CARE" : "CARE_ALONE";
    }
    return refused ? "DENIED" : "NONE";
  }
}
