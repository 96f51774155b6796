package tasuki.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.SearchChanges;
import tasuki.form.Questions;
import tasuki.form.Words;
import tasuki.identity.Profession;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** Which registers there are, and how each is from which day on. */
@Service
@Transactional
public class Registers {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final SearchChanges search;
  private final Clock clock;

  Registers(JdbcClient jdbc, Ids ids, AuditLog audit, SearchChanges search, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.search = search;
    this.clock = clock;
  }

  /** Those in force today, in the order in which lists show them. */
  @Transactional(readOnly = true)
  public List<Register> inForce() {
    return jdbc.sql(
            """
            select version.* from register.register register
            cross join lateral register.in_force(register.code, :today) version
            order by register.place, register.code
            """)
        .param("today", today())
        .query(Registers::register)
        .list();
  }

  /** Those in force today, by code. */
  @Transactional(readOnly = true)
  public Map<String, Register> byCode() {
    return inForce().stream().collect(Collectors.toMap(Register::code, Function.identity()));
  }

  /** The register of the code, if one is in force today. */
  @Transactional(readOnly = true)
  public Optional<Register> find(String code) {
    return jdbc.sql("select * from register.in_force(?, ?)")
        .params(code, today())
        .query(Registers::register)
        .optional();
  }

  /**
   * The register of the code.
   *
   * @throws AbsentException when none is in force today
   */
  @Transactional(readOnly = true)
  public Register get(String code) {
    return find(code).orElseThrow(() -> new AbsentException("register"));
  }

  /** A version as it was when something was written under it. */
  @Transactional(readOnly = true)
  public Register version(UUID id) {
    return jdbc.sql("select * from register.version where id = ?")
        .param(id)
        .query(Registers::register)
        .optional()
        .orElseThrow(() -> new AbsentException("register"));
  }

  /** All versions, the one that begins last first. */
  @Transactional(readOnly = true)
  public List<Register> versions(String code) {
    return jdbc.sql(
            """
            select * from register.version where register = ?
            order by valid_from desc, at desc, id desc
            """)
        .param(code)
        .query(Registers::register)
        .list();
  }

  /**
   * Sets up a new register, or how one is from a day on.
   *
   * @param isNew whether there must be none of this code yet
   * @throws RefusedException when the settings contradict each other or the past
   */
  public void setUp(Register wanted, boolean isNew) {
    RegisterPolicy.mayBeCalled(wanted.code()).orThrow();
    RegisterPolicy.sound(wanted).orThrow();
    List<Register> before = versions(wanted.code());
    if (isNew && !before.isEmpty()) {
      throw RefusedException.because("register.refused.code-taken", wanted.code());
    }
    RegisterPolicy.mayFollow(before.isEmpty() ? null : before.getFirst(), wanted, today())
        .orThrow();
    if (before.isEmpty()) {
      jdbc.sql("insert into register.register (code) values (?)").param(wanted.code()).update();
    }
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into register.version (id, register, valid_from, name_ja, name_en, purpose_ja,
              purpose_en, criteria_ja, criteria_en, source, verified, decider, concerns, kinds,
              professions, fields, validity, validity_count, remind_days, report_month, open,
              decided_by, numbering, words, call_from, call_until, within, at)
            values (:id, :code, :validFrom, :nameJa, :nameEn, :purposeJa, :purposeEn, :criteriaJa,
              :criteriaEn, :source, :verified, :decider, :concerns, :kinds, :professions,
              :fields::jsonb, :validity, :count, :remind::smallint[], :reportMonth::smallint, :open,
              :decidedBy::uuid, :numbering, :words, :callFrom::date, :callUntil::date, :within, :at)
            """)
        .params(columns(wanted))
        .param("id", id)
        .param("at", OffsetDateTime.now(clock))
        .update();
    audit.changed("register.set-up", id, List.of(), wanted.code());
    search.note(standing(wanted.code()));
  }

  private static Map<String, @Nullable Object> columns(Register wanted) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("code", wanted.code());
    columns.put("validFrom", wanted.validFrom());
    columns.put("nameJa", wanted.name().ja());
    columns.put("nameEn", wanted.name().en());
    columns.put("purposeJa", wanted.purpose().ja());
    columns.put("purposeEn", wanted.purpose().en());
    columns.put("criteriaJa", wanted.criteria().ja());
    columns.put("criteriaEn", wanted.criteria().en());
    columns.put("source", wanted.source());
    columns.put("verified", wanted.verified());
    columns.put("decider", wanted.decider().name());
    columns.put("concerns", wanted.concerns().name());
    columns.put("kinds", names(wanted.kinds()));
    columns.put("professions", names(wanted.professions()));
    columns.put("fields", Questions.json(wanted.fields()));
    columns.put("validity", wanted.validity().unit().name());
    columns.put("count", wanted.validity().count());
    columns.put("remind", wanted.remindDays().toArray(Integer[]::new));
    columns.put("reportMonth", wanted.reportMonth());
    columns.put("open", wanted.open());
    columns.put("decidedBy", wanted.decidedBy() == null ? null : wanted.decidedBy().value());
    columns.put("numbering", wanted.numbering() == null ? null : wanted.numbering().pattern());
    columns.put("words", wanted.words().toArray(String[]::new));
    columns.put("callFrom", wanted.callFrom());
    columns.put("callUntil", wanted.callUntil());
    columns.put("within", wanted.within());
    return columns;
  }

  private static String[] names(Set<? extends Enum<?>> constants) {
    return constants.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  private List<OrganizationId> standing(String code) {
    return jdbc.sql("select distinct organization from register.entry where register = ?")
        .param(code)
        .query((row, _) -> new OrganizationId(row.getObject("organization", UUID.class)))
        .list();
  }

  LocalDate today() {
    return JapanTime.today(clock);
  }

  static Register register(ResultSet row, int number) throws SQLException {
    String numbering = row.getString("numbering");
    UUID decidedBy = row.getObject("decided_by", UUID.class);
    Number month = (Number) row.getObject("report_month");
    return new Register(
        row.getObject("id", UUID.class),
        row.getString("register"),
        row.getObject("valid_from", LocalDate.class),
        words(row, "name"),
        words(row, "purpose"),
        words(row, "criteria"),
        row.getString("source"),
        row.getBoolean("verified"),
        Decider.valueOf(row.getString("decider")),
        Concerns.valueOf(row.getString("concerns")),
        constants(row, "kinds", OrganizationKind::valueOf),
        constants(row, "professions", Profession::valueOf),
        Questions.read(row.getString("fields")),
        new Validity(
            Validity.Unit.valueOf(row.getString("validity")), row.getInt("validity_count")),
        Arrays.stream((Number[]) row.getArray("remind_days").getArray())
            .map(Number::intValue)
            .toList(),
        month == null ? null : month.intValue(),
        row.getBoolean("open"),
        decidedBy == null ? null : new OrganizationId(decidedBy),
        numbering == null ? null : Numbering.parse(numbering).orElse(null),
        List.of((String[]) row.getArray("words").getArray()),
        row.getObject("call_from", LocalDate.class),
        row.getObject("call_until", LocalDate.class),
        row.getString("within"));
  }

  private static Words words(ResultSet row, String column) throws SQLException {
    return new Words(row.getString(column + "_ja"), row.getString(column + "_en"));
  }

  private static <T> Set<T> constants(ResultSet row, String column, Function<String, T> named)
      throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .map(named)
        .collect(Collectors.toSet());
  }
}
