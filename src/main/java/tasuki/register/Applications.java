package tasuki.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.file.StoredFile;
import tasuki.form.FormValues;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Idempotency;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** Applications to stand in a register: handed in, completed, taken back. */
@Service
@Transactional
public class Applications {

  /**
   * What is handed in.
   *
   * @param renews the entry that is to hold on; null for a new one
   * @param files what was sent, by the item that asks for it
   */
  public record Sent(
      @Nullable UUID renews,
      @Nullable Professional professional,
      FormValues answers,
      Map<FileId, String> files) {}

  /** A file of an application, and the item that asked for it. */
  record Attached(String item, StoredFile file) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final Idempotency idempotency;
  private final Registers registers;
  private final Entries entries;
  private final Organizations organizations;
  private final FileStore files;
  private final History history;
  private final RegisterNotices notices;

  Applications(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      AuditLog audit,
      Idempotency idempotency,
      Registers registers,
      Entries entries,
      Organizations organizations,
      FileStore files,
      History history,
      RegisterNotices notices) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.idempotency = idempotency;
    this.registers = registers;
    this.entries = entries;
    this.organizations = organizations;
    this.files = files;
    this.history = history;
    this.notices = notices;
  }

  /**
   * Hands in an application of the acting organisation.
   *
   * @param key the same key hands in once, however often it is sent
   * @throws RefusedException when it may not stand there, does so already or has applied before
   */
  public UUID apply(Register register, Sent sent, UUID key) {
    return idempotency.once(key, () -> enter(register, sent));
  }

  private UUID enter(Register register, Sent sent) {
    OrganizationId own = new OrganizationId(Acting.organization());
    Professional professional = sent.professional();
    UUID renews = sent.renews();
    if (renews == null) {
      EntryPolicy.mayApply(
              register,
              organizations.get(own),
              professional,
              entries.stands(register.code(), own, professional),
              pending(register.code(), own, professional),
              today())
          .orThrow();
    } else {
      Entry entry = entries.get(renews);
      if (!entry.organization().equals(own) || !entry.register().equals(register.code())) {
        throw new AbsentException("entry");
      }
      professional = entry.professional();
      boolean pending = pending(register.code(), own, professional);
      EntryPolicy.mayRenew(entry, register, pending, today()).orThrow();
    }
    UUID id = insert(register, sent, professional);
    attach(id, sent.files());
    Application made = get(id);
    history.add(made, renews, EventKind.APPLIED, null);
    audit.changed("register.applied", id, List.of(), register.code());
    notices.applied(made, register);
    return id;
  }

  private UUID insert(Register register, Sent sent, @Nullable Professional professional) {
    UUID id = ids.next();
    int made =
        jdbc.sql(
                """
                insert into register.application (id, register, version, renews, holder_name,
                  holder_kana, profession, answers, applied_on)
                values (:id, :register, :version, :renews::uuid, :name, :kana, :profession,
                  :answers::jsonb, :on)
                on conflict do nothing
                """)
            .param("id", id)
            .param("register", register.code())
            .param("version", register.version())
            .param("renews", sent.renews())
            .param("name", professional == null ? null : professional.name())
            .param("kana", professional == null ? null : professional.kana())
            .param("profession", professional == null ? null : professional.profession().name())
            .param("answers", sent.answers().json())
            .param("on", today())
            .update();
    if (made == 0) {
      throw RefusedException.because("register.refused.pending");
    }
    return id;
  }

  private void attach(UUID application, Map<FileId, String> sent) {
    if (sent.isEmpty()) {
      return;
    }
    sent.forEach(
        (file, item) ->
            jdbc.sql(
                    """
                    insert into register.application_file (application, item, file, at)
                    values (?, ?, ?, ?) on conflict do nothing
                    """)
                .params(application, item, file.value(), OffsetDateTime.now(clock))
                .update());
    files.reference(sent.keySet());
  }

  /** Hands in what was missing; the answers are those of the version in force now. */
  public void complete(UUID id, Register register, FormValues answers, Map<FileId, String> sent) {
    Application application = ofOwn(id);
    EntryPolicy.mayBecome(application, ApplicationState.APPLIED).orThrow();
    jdbc.sql(
            """
            update register.application set state = 'APPLIED', version = :version,
              answers = :answers::jsonb
            where id = :id
            """)
        .param("version", register.version())
        .param("answers", answers.json())
        .param("id", id)
        .update();
    attach(id, sent);
    history.add(application, application.renews(), EventKind.COMPLETED, null);
    audit.changed("register.completed", id, List.of(), register.code());
    notices.applied(application, register);
  }

  /** Takes an application of the acting organisation back. */
  public void takeBack(UUID id) {
    Application application = ofOwn(id);
    EntryPolicy.mayBecome(application, ApplicationState.WITHDRAWN).orThrow();
    jdbc.sql("update register.application set state = 'WITHDRAWN' where id = ?").param(id).update();
    history.add(application, application.renews(), EventKind.TAKEN_BACK, null);
    audit.changed("register.taken-back", id, List.of(), null);
  }

  /**
   * The application, for who handed it in and who decides.
   *
   * @throws AbsentException for everybody else
   */
  @Transactional(readOnly = true)
  public Application get(UUID id) {
    return jdbc.sql("select * from register.application where id = ?")
        .param(id)
        .query(Applications::application)
        .optional()
        .orElseThrow(() -> new AbsentException("application"));
  }

  /**
   * The same, of the acting organisation only.
   *
   * @throws AbsentException when another one handed it in
   */
  @Transactional(readOnly = true)
  public Application ofOwn(UUID id) {
    Application application = get(id);
    if (!application.organization().value().equals(Acting.organization())) {
      throw new AbsentException("application");
    }
    return application;
  }

  /** The applications of the acting organisation, the newest first. */
  @Transactional(readOnly = true)
  public List<Application> own() {
    return jdbc.sql(
            """
            select * from register.application where organization = kernel.organization()
            order by id desc limit 100
            """)
        .query(Applications::application)
        .list();
  }

  /** The open applications of a register, the oldest first. */
  @Transactional(readOnly = true)
  public List<Application> open(String register) {
    return jdbc.sql(
            """
            select * from register.application
            where register = ? and state in ('APPLIED', 'INCOMPLETE', 'CHECKED')
            order by id limit 500
            """)
        .param(register)
        .query(Applications::application)
        .list();
  }

  /** How many applications wait for who decides, by register. */
  @Transactional(readOnly = true)
  public Map<String, Integer> waiting() {
    Map<String, Integer> counts = new HashMap<>();
    jdbc.sql(
            """
            select register, count(*) as n from register.application
            where state in ('APPLIED', 'CHECKED') group by register
            """)
        .query(
            row -> {
              counts.put(row.getString("register"), row.getInt("n"));
            });
    return counts;
  }

  /** Whether an application of the same is still open. */
  @Transactional(readOnly = true)
  public boolean pending(
      String register, OrganizationId organization, @Nullable Professional professional) {
    return jdbc.sql(
            """
            select exists (select from register.application
              where register = ? and organization = ? and coalesce(holder_name, '') = ?
                and state in ('APPLIED', 'INCOMPLETE', 'CHECKED'))
            """)
        .params(register, organization.value(), professional == null ? "" : professional.name())
        .query(Boolean.class)
        .single();
  }

  /** The files of an application. */
  @Transactional(readOnly = true)
  List<Attached> files(UUID application) {
    Map<FileId, String> items = new HashMap<>();
    jdbc.sql("select item, file from register.application_file where application = ?")
        .param(application)
        .query(
            row -> {
              items.put(new FileId(row.getObject("file", UUID.class)), row.getString("item"));
            });
    return files.find(items.keySet()).stream()
        .map(file -> new Attached(items.getOrDefault(file.id(), ""), file))
        .toList();
  }

  private LocalDate today() {
    return JapanTime.today(clock);
  }

  static Application application(ResultSet row, int number) throws SQLException {
    return new Application(
        row.getObject("id", UUID.class),
        row.getString("register"),
        row.getObject("version", UUID.class),
        row.getObject("renews", UUID.class),
        new OrganizationId(row.getObject("organization", UUID.class)),
        Entries.professional(row),
        FormValues.fromJson(row.getString("answers")),
        ApplicationState.valueOf(row.getString("state")),
        row.getObject("applied_on", LocalDate.class),
        row.getString("missing"),
        row.getObject("decided_on", LocalDate.class),
        row.getString("decision"),
        row.getString("reason"),
        row.getObject("entry", UUID.class));
  }
}
