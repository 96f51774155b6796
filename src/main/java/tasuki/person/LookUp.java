package tasuki.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.identity.AccountId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/**
 * 照会: whether somebody is registered and which office answers for the plan, and nothing more. The
 * database keeps the limits of 20 an hour for an account and 100 for an organisation.
 */
@Service
@Transactional
public class LookUp {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  /**
   * What was answered.
   *
   * @param office the office that answers for the plan; null where nobody is registered, the plan
   *     owner is undecided, or nobody said
   */
  public record Answer(UUID inquiry, boolean registered, @Nullable Organization office) {}

  /**
   * An inquiry that was made.
   *
   * @param client whom it met; only for the office named in the answer, while it sees the client
   */
  public record Inquiry(
      UUID id,
      OrganizationId organization,
      String organizationName,
      AccountId account,
      @Nullable String accountName,
      OffsetDateTime at,
      String purpose,
      boolean emergency,
      boolean registered,
      @Nullable OrganizationId office,
      @Nullable String officeName,
      @Nullable PersonId client) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final People people;
  private final Organizations organizations;
  private final ApplicationEventPublisher events;
  private final PersonNotices told;

  LookUp(
      JdbcClient jdbc,
      Ids ids,
      AuditLog audit,
      People people,
      Organizations organizations,
      ApplicationEventPublisher events,
      PersonNotices told) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.people = people;
    this.organizations = organizations;
    this.events = events;
    this.told = told;
  }

  /** Whether the acting organisation may ask by insurance number. */
  @Transactional(readOnly = true)
  public boolean mayAskByNumber() {
    return jdbc.sql("select person.may_ask_by_number()").query(Boolean.class).single();
  }

  /**
   * Asks. The office named in the answer is told who asked and why.
   *
   * @param purpose why, in the words of who asks
   * @throws RefusedException when too much was asked this hour, or by a number without the right
   */
  public Answer ask(ExactQuery query, String purpose) {
    UUID id = ids.next();
    Answer answer =
        query
            .bind(
                jdbc.sql(
                    """
                    select * from person.look_up(:id, :now, :month, :purpose, :insurer, :insured,
                      :familyKana, :givenKana, :birth, :sex, :telephone, :postcode)
                    """))
            .param("id", id)
            .param("now", people.now())
            .param("month", YearMonth.from(people.now().atZoneSameInstant(JapanTime.ZONE)).atDay(1))
            .param("purpose", purpose)
            .query((row, _) -> answer(id, row))
            .single();
    audit.changed("person.inquiry-made", id, List.of(), null);
    if (answer.office() != null) {
      told.inquired(id, answer.office().id().value());
      events.publishEvent(new PersonInquired(id));
    }
    return answer;
  }

  private Answer answer(UUID id, ResultSet row) throws SQLException {
    UUID office = Rows.id(row, "office");
    return switch (row.getString("outcome")) {
      case "REGISTERED" ->
          new Answer(
              id, true, office == null ? null : organizations.get(new OrganizationId(office)));
      case "UNKNOWN" -> new Answer(id, false, null);
      case "LIMITED" -> throw limited(Objects.requireNonNull(Rows.moment(row, "again_at")));
      case "NUMBER" -> throw RefusedException.because("person.refused.number");
      default -> throw new AbsentException("page");
    };
  }

  static RefusedException limited(OffsetDateTime again) {
    return RefusedException.because(
        "person.refused.inquiry-limit",
        TIME.format(again.plusSeconds(59).atZoneSameInstant(JapanTime.ZONE)));
  }

  /** What the acting organisation asked, the newest first. */
  @Transactional(readOnly = true)
  public List<Inquiry> made(int most) {
    return list("inquiry.organization = :own", most);
  }

  /** What others asked about the acting organisation's clients, the newest first. */
  @Transactional(readOnly = true)
  public List<Inquiry> received(int most) {
    List<Inquiry> found =
        list("inquiry.answered_office = :own and inquiry.organization <> :own", most);
    audit.viewed(
        "person.inquiries-received",
        found.stream()
            .map(Inquiry::client)
            .filter(Objects::nonNull)
            .map(client -> Objects.requireNonNull(client).value())
            .distinct()
            .toList(),
        null);
    return found;
  }

  /** What is behind {@link PersonInquired}; empty for whoever neither asked nor was named. */
  @Transactional(readOnly = true)
  public Optional<Inquiry> inquiry(UUID id) {
    return jdbc.sql(SELECT + " where inquiry.id = :id")
        .param("id", id)
        .query(LookUp::inquiry)
        .optional();
  }

  private static final String SELECT =
      """
      select inquiry.id, inquiry.organization, inquiry.account, inquiry.at, inquiry.purpose,
        inquiry.emergency, inquiry.registered, inquiry.answered_office,
        organization.name as organization_name, account.name as account_name,
        office.name as office_name, person.client_of(inquiry.id) as client
      from person.inquiry inquiry
      join directory.organization organization on organization.id = inquiry.organization
      left join identity.account account on account.id = inquiry.account
      left join directory.organization office on office.id = inquiry.answered_office
      """;

  private List<Inquiry> list(String condition, int most) {
    return jdbc.sql(SELECT + " where " + condition + " order by inquiry.id desc limit :most")
        .param("own", Acting.organization())
        .param("most", most)
        .query(LookUp::inquiry)
        .list();
  }

  private static Inquiry inquiry(ResultSet row, int number) throws SQLException {
    UUID office = Rows.id(row, "answered_office");
    UUID client = Rows.id(row, "client");
    return new Inquiry(
        row.getObject("id", UUID.class),
        new OrganizationId(row.getObject("organization", UUID.class)),
        row.getString("organization_name"),
        new AccountId(row.getObject("account", UUID.class)),
        row.getString("account_name"),
        row.getObject("at", OffsetDateTime.class),
        row.getString("purpose"),
        row.getBoolean("emergency"),
        row.getBoolean("registered"),
        office == null ? null : new OrganizationId(office),
        row.getString("office_name"),
        client == null ? null : new PersonId(client));
  }
}
