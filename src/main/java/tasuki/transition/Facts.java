package tasuki.transition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.Organizations;
import tasuki.indicator.Measures;

/**
 * Keeps the row by which each stay is counted, in the transaction that changes the stay. It holds
 * no person. Nothing in it is added up, so a correction needs no special case.
 */
@Component
class Facts {

  /** By which this room's marks are known to the recount. */
  static final String SOURCE = "transition";

  /** What other stays of the person depend on, and the months in which the row counts. */
  private record Before(
      LocalDate admittedOn,
      @Nullable LocalDate dischargedOn,
      @Nullable String ended,
      @Nullable String reason) {}

  private final JdbcClient jdbc;
  private final StayRows rows;
  private final StepLog log;
  private final Clocks clocks;
  private final Circle circle;
  private final Organizations organizations;
  private final Measures measures;
  private final Clock clock;

  Facts(
      JdbcClient jdbc,
      StayRows rows,
      StepLog log,
      Clocks clocks,
      Circle circle,
      Organizations organizations,
      Measures measures,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.log = log;
    this.clocks = clocks;
    this.circle = circle;
    this.organizations = organizations;
    this.measures = measures;
    this.clock = clock;
  }

  void refresh(Stay stay, Circle.Home home, List<Step> steps) {
    List<Stay> all = rows.of(stay.person());
    Optional<Before> before = before(stay);
    Before now = write(stay, home, steps, all);
    mark(before, now);
    if (!before.equals(Optional.of(now))) {
      // Whether another stay came by transfer or repeats a respite is told by this one.
      for (Stay other : all) {
        Optional<Before> otherBefore = before(other);
        if (!other.id().equals(stay.id()) && otherBefore.isPresent()) {
          mark(otherBefore, write(other, home(other), log.of(other.id()), all));
        }
      }
    }
  }

  private Circle.Home home(Stay stay) {
    LocalDateTime ended = stay.ended();
    LocalDate day = ended == null ? JapanTime.today(clock) : ended.toLocalDate();
    return circle.home(stay.person(), day);
  }

  private Optional<Before> before(Stay stay) {
    return jdbc.sql(
            """
            select admitted_on, discharged_on, ended, reason from transition.fact
            where case_number = ?
            """)
        .param(stay.caseNumber())
        .query(
            (row, _) ->
                new Before(
                    row.getObject("admitted_on", LocalDate.class),
                    row.getObject("discharged_on", LocalDate.class),
                    row.getString("ended"),
                    row.getString("reason")))
        .optional();
  }

  private void mark(Optional<Before> before, Before now) {
    List<YearMonth> months = new ArrayList<>();
    for (Before row : before.map(former -> List.of(former, now)).orElse(List.of(now))) {
      months.add(YearMonth.from(row.admittedOn()));
      LocalDate discharged = row.dischargedOn();
      if (discharged != null) {
        months.add(YearMonth.from(discharged));
      }
    }
    measures.changed(SOURCE, months);
  }

  private Before write(Stay stay, Circle.Home home, List<Step> steps, List<Stay> all) {
    LocalDateTime ended = stay.ended();
    LocalDate admittedOn = stay.admitted().toLocalDate();
    LocalDate endedOn = ended == null ? null : ended.toLocalDate();
    Map<String, @Nullable Object> row = new HashMap<>(said(stay, home, steps));
    row.put("number", stay.caseNumber());
    row.put("chain", chainNumber(stay, all));
    row.put("home", homeUnit(stay, admittedOn));
    Circle.Home atAdmission = circle.home(stay.person(), admittedOn);
    row.put("groupAdmission", atAdmission.group().name());
    row.put("groupDischarge", home.group().name());
    row.put("planOwner", planOwner(stay, home));
    row.put("admitted", admittedOn);
    row.put("discharged", endedOn);
    row.put("ended", stay.state().ended() ? stay.state().name() : null);
    String reason = reason(stay);
    row.put("reason", reason);
    row.put("transfer", byTransfer(stay, all));
    row.put("readmission", readmission(stay, all));
    row.put("unchanged", endedOn != null && unchanged(stay, atAdmission, home, endedOn));
    row.put("respite", "RESPITE".equals(reason) && respiteBefore(stay, all));
    save(row);
    return new Before(
        admittedOn, endedOn, stay.state().ended() ? stay.state().name() : null, reason);
  }

  /** What both sides say, and where they stand. */
  private Map<String, @Nullable Object> said(Stay stay, Circle.Home home, List<Step> steps) {
    Organization hospital = organizations.get(stay.hospital());
    Organization office = home.office();
    boolean officeMember = office != null && office.member();
    List<RunningClock> theirs =
        clocks.of(stay.id()).stream().filter(clock -> clock.isOf(stay, home)).toList();
    StayFact fact = StayFact.of(stay, steps, theirs, hospital.member(), officeMember);
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("hospital", hospital.id().value());
    row.put("office", office == null ? null : office.id().value());
    row.put("hospitalMember", hospital.member());
    row.put("officeMember", officeMember);
    row.put("hospitalUnit", hospital.baseUnit());
    row.put("officeUnit", office == null ? null : office.baseUnit());
    row.put("contact", fact.contact().name());
    row.put("contactInRule", fact.contactInRule());
    row.put("information", fact.information().name());
    row.put("informationDay", fact.informationDay());
    row.put("informationInRule", fact.informationInRule());
    row.put("hospitalRule", fact.hospitalRule());
    row.put("officeRule", fact.officeRule());
    row.put("ruleUsed", fact.ruleUsed());
    row.put("hospitalKnows", fact.hospitalKnows());
    row.put("careKnows", fact.careKnows());
    return row;
  }

  private void save(Map<String, @Nullable Object> row) {
    jdbc.sql(
            """
            insert into transition.fact (case_number, chain_number, hospital, office,
              hospital_member, office_member, hospital_unit, office_unit, home_unit,
              group_admission, group_discharge, plan_owner, admitted_on, discharged_on, ended,
              reason, by_transfer, readmission, support_unchanged, repeated_respite,
              hospital_knows, care_knows, contact, contact_in_rule, information, information_day,
              information_in_rule, hospital_rule, office_rule, rule_used)
            values (:number, :chain, :hospital, :office::uuid, :hospitalMember, :officeMember,
              :hospitalUnit, :officeUnit, :home, :groupAdmission, :groupDischarge, :planOwner,
              :admitted, :discharged::date, :ended, :reason, :transfer, :readmission, :unchanged,
              :respite, :hospitalKnows, :careKnows, :contact, :contactInRule::boolean,
              :information, :informationDay::integer, :informationInRule::boolean,
              :hospitalRule::uuid, :officeRule::uuid, :ruleUsed::boolean)
            on conflict (case_number) do update set chain_number = excluded.chain_number,
              hospital = excluded.hospital, office = excluded.office,
              hospital_member = excluded.hospital_member,
              office_member = excluded.office_member, hospital_unit = excluded.hospital_unit,
              office_unit = excluded.office_unit, home_unit = excluded.home_unit,
              group_admission = excluded.group_admission,
              group_discharge = excluded.group_discharge, plan_owner = excluded.plan_owner,
              admitted_on = excluded.admitted_on, discharged_on = excluded.discharged_on,
              ended = excluded.ended, reason = excluded.reason,
              by_transfer = excluded.by_transfer, readmission = excluded.readmission,
              support_unchanged = excluded.support_unchanged,
              repeated_respite = excluded.repeated_respite,
              hospital_knows = excluded.hospital_knows, care_knows = excluded.care_knows,
              contact = excluded.contact, contact_in_rule = excluded.contact_in_rule,
              information = excluded.information, information_day = excluded.information_day,
              information_in_rule = excluded.information_in_rule,
              hospital_rule = excluded.hospital_rule, office_rule = excluded.office_rule,
              rule_used = excluded.rule_used
            """)
        .params(row)
        .update();
  }

  /** Ids grow with time, so the first stay entered keeps naming the chain. */
  private static String chainNumber(Stay stay, List<Stay> all) {
    return all.stream()
        .filter(other -> other.chain().equals(stay.chain()))
        .min(java.util.Comparator.comparing(other -> other.id().value().toString()))
        .map(Stay::caseNumber)
        .orElse(stay.caseNumber());
  }

  /** Whether another hospital's stay of the same case ended by a transfer to this one. */
  private static boolean byTransfer(Stay stay, List<Stay> all) {
    return all.stream()
        .filter(other -> other.chain().equals(stay.chain()) && !other.id().equals(stay.id()))
        .filter(other -> stay.hospital().equals(other.transferredTo()))
        .anyMatch(
            other -> {
              LocalDateTime ended = other.ended();
              return ended != null
                  && StayPolicy.sameStay(ended.toLocalDate(), stay.admitted().toLocalDate());
            });
  }

  private boolean readmission(Stay stay, List<Stay> all) {
    boolean first =
        all.stream()
            .filter(other -> other.chain().equals(stay.chain()))
            .noneMatch(other -> other.admittedAt().isBefore(stay.admittedAt()));
    return first
        && rows.chainRow(stay.chain())
            .map(StayRows.Chain::follows)
            .filter(Objects::nonNull)
            .isPresent();
  }

  private boolean respiteBefore(Stay stay, List<Stay> all) {
    return all.stream()
        .filter(other -> other.admittedAt().isBefore(stay.admittedAt()))
        .anyMatch(other -> "RESPITE".equals(reason(other)));
  }

  private @Nullable String reason(Stay stay) {
    return rows.reason(stay.id()).map(Enum::name).orElse(null);
  }

  private @Nullable String homeUnit(Stay stay, LocalDate day) {
    return jdbc.sql(
            """
            select base_unit from person.residence
            where person in (select person.same_human(:person)) and valid_from <= :day
            order by valid_from desc, recorded_at desc, id desc limit 1
            """)
        .param("person", stay.person().value())
        .param("day", day)
        .query((row, _) -> Optional.ofNullable(row.getString("base_unit")))
        .optional()
        .flatMap(unit -> unit)
        .orElse(null);
  }

  /** Whether there was a plan owner when the person was admitted, or one was found since. */
  private String planOwner(Stay stay, Circle.Home home) {
    LocalDate month = stay.admitted().toLocalDate().withDayOfMonth(1);
    boolean before =
        jdbc.sql(
                """
                select organization is not null
                  and (from_month < :month or recorded_at <= :admitted)
                from person.plan_owner_of(:person, :month)
                """)
            .param("person", stay.person().value())
            .param("month", month)
            .param("admitted", stay.admittedAt())
            .query(Boolean.class)
            .optional()
            .orElse(false);
    if (before) {
      return "BEFORE";
    }
    return home.undecided() ? "UNDECIDED" : "FOUND";
  }

  /** Whether care level and plan owner are the same as before. */
  private boolean unchanged(
      Stay stay, Circle.Home before, Circle.Home after, LocalDate discharged) {
    Organization former = before.office();
    boolean sameOwner = former == null ? after.office() == null : after.isOffice(former.id());
    return sameOwner
        && Objects.equals(level(stay, stay.admitted().toLocalDate()), level(stay, discharged));
  }

  private @Nullable String level(Stay stay, LocalDate day) {
    return jdbc.sql("select level from person.certification_of(?, ?)")
        .params(stay.person().value(), day)
        .query((row, _) -> Optional.ofNullable(row.getString("level")))
        .optional()
        .flatMap(level -> level)
        .orElse(null);
  }
}
