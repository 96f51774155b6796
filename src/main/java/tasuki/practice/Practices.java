package tasuki.practice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.directory.OrganizationId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The cases of the library: the organisation that wrote one changes, publishes and withdraws it.
 */
@Service
@Transactional
public class Practices {

  private final JdbcClient jdbc;
  private final PracticeRows rows;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  Practices(JdbcClient jdbc, PracticeRows rows, AuditLog audit, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The case of the code.
   *
   * @throws AbsentException when it is not published and another organisation's
   */
  @Transactional(readOnly = true)
  public Practice get(String code) {
    return rows.byCode(code).orElseThrow(() -> new AbsentException("practice"));
  }

  /** What the acting organisation wrote, the newest first. */
  @Transactional(readOnly = true)
  public List<Practice> own() {
    return rows.of(new OrganizationId(Acting.organization()));
  }

  /** Begins a case of the acting organisation, as a draft. */
  public Practice add(Content content) {
    UUID id = ids.next();
    Practice practice =
        new Practice(
            id,
            id.toString(),
            new OrganizationId(Acting.organization()),
            PracticeState.DRAFT,
            1,
            null,
            OffsetDateTime.now(clock),
            content);
    write(practice, Step.CREATED, null);
    return practice;
  }

  /**
   * Changes what a case tells; one that is published is changed for everybody.
   *
   * @param version the one that was shown when the change was typed
   * @throws RefusedException when it was changed meanwhile, or would say too little for the public
   */
  public void change(String code, int version, Content content) {
    Practice before = own(code);
    if (before.state() == PracticeState.PUBLISHED) {
      PracticePolicy.mayBePublished(content).orThrow();
    }
    Practice after = next(before, version, before.state(), content);
    write(after, Step.CHANGED, null);
    if (before.state() == PracticeState.PUBLISHED) {
      rows.nextEdition();
    }
  }

  /**
   * Shows a case to everybody.
   *
   * @throws RefusedException when it says too little, or was changed meanwhile
   */
  public void publish(String code, int version) {
    Practice before = own(code);
    PracticePolicy.mayBecome(before.state(), PracticeState.PUBLISHED).orThrow();
    PracticePolicy.mayBePublished(before.content()).orThrow();
    write(next(before, version, PracticeState.PUBLISHED, before.content()), Step.PUBLISHED, null);
    rows.nextEdition();
  }

  /**
   * Takes a case back from everybody.
   *
   * @throws RefusedException when it is not published, or was changed meanwhile
   */
  public void withdraw(String code, int version, String reason) {
    Practice before = own(code);
    PracticePolicy.mayBecome(before.state(), PracticeState.WITHDRAWN).orThrow();
    write(next(before, version, PracticeState.WITHDRAWN, before.content()), Step.WITHDRAWN, reason);
    rows.nextEdition();
  }

  /** What a case of the acting organisation was at each step, the newest first. */
  @Transactional(readOnly = true)
  public List<Version> versions(UUID practice) {
    return jdbc.sql(
            """
            select version.*, account.name as account_name from practice.version version
            join identity.account account on account.id = version.account
            where version.practice = ? order by version.version desc
            """)
        .param(practice)
        .query(
            (row, _) ->
                new Version(
                    row.getInt("version"),
                    Step.valueOf(row.getString("step")),
                    JsonMapper.shared().readValue(row.getString("content"), Content.class),
                    row.getString("reason"),
                    row.getString("account_name"),
                    row.getObject("at", OffsetDateTime.class)))
        .list();
  }

  /** What others wrote is theirs: for whoever would change it, it is not there. */
  private Practice own(String code) {
    Practice practice = get(code);
    OrganizationId organization = practice.organization();
    if (organization == null || !organization.value().equals(Acting.organization())) {
      throw new AbsentException("practice");
    }
    return practice;
  }

  private Practice next(Practice before, int version, PracticeState state, Content content) {
    if (before.version() != version) {
      throw RefusedException.because("practice.refused.changed");
    }
    return new Practice(
        before.id(),
        before.code(),
        before.organization(),
        state,
        version + 1,
        before.source(),
        OffsetDateTime.now(clock),
        content);
  }

  private void write(Practice practice, Step step, @Nullable String reason) {
    if (rows.write(List.of(practice), Map.of()) == 0) {
      throw RefusedException.because("practice.refused.changed");
    }
    jdbc.sql(
            """
            insert into practice.version (practice, version, step, content, reason, at)
            values (:practice, :version, :step, :content::jsonb, :reason, :at)
            """)
        .param("practice", practice.id())
        .param("version", practice.version())
        .param("step", step.name())
        .param("content", JsonMapper.shared().writeValueAsString(practice.content()))
        .param("reason", reason)
        .param("at", practice.changedAt())
        .update();
    audit.changed(step.audited(), practice.id(), List.of(), reason);
  }
}
