package tasuki.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.WebUtils;
import tasuki.audit.AuditLog;
import tasuki.directory.OrganizationId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.Ruling;
import tasuki.kernel.TasukiTime;

/**
 * Shared computers on wards where private phones are banned. An approved one keeps a token in a
 * cookie that scripts cannot read; the database keeps the token's digest.
 */
@Service
@Transactional
class WardComputers {

  static final String COOKIE = "tasuki-computer";
  private static final int LONGEST_YEARS = 1;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;

  WardComputers(JdbcClient jdbc, Ids ids, Clock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /** The approved computer from which the request comes, if it is one and still is. */
  @Transactional(readOnly = true)
  public Optional<WardComputer> at(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null
        ? Optional.empty()
        : jdbc.sql(
                """
                select * from identity.ward_computer
                where digest = ? and withdrawn_at is null and valid_until > ?
                """)
            .params(Tokens.digest(cookie.getValue()), now())
            .query(WardComputers::computer)
            .optional();
  }

  /** Whether the approval still holds. */
  @Transactional(readOnly = true)
  public boolean holds(UUID computer) {
    return jdbc.sql(
            """
            select exists (select from identity.ward_computer
              where id = ? and withdrawn_at is null and valid_until > ?)
            """)
        .params(computer, now())
        .query(Boolean.class)
        .single();
  }

  /** All that were approved and not withdrawn, also those whose time is over. */
  @Transactional(readOnly = true)
  public List<WardComputer> of(OrganizationId organization) {
    return jdbc.sql(
            """
            select * from identity.ward_computer
            where organization = ? and withdrawn_at is null order by label, id
            """)
        .param(organization.value())
        .query(WardComputers::computer)
        .list();
  }

  /** An approval ends on a day to come, within a year. */
  Ruling mayApproveUntil(LocalDate last) {
    LocalDate today = LocalDate.now(clock.withZone(TasukiTime.ZONE));
    if (last.isBefore(today)) {
      return Ruling.refused("identity.refused.computer-past");
    }
    return last.isAfter(today.plusYears(LONGEST_YEARS))
        ? Ruling.refused("identity.refused.computer-long")
        : Ruling.ALLOWED;
  }

  /** Approves a computer up to the end of the day; answers the token that it is to keep. */
  public String approve(Viewer by, String label, LocalDate last, boolean countsAsFactor) {
    mayApproveUntil(last).orThrow();
    String token = Tokens.fresh();
    UUID id = ids.next();
    OffsetDateTime end = last.plusDays(1).atStartOfDay(TasukiTime.ZONE).toOffsetDateTime();
    jdbc.sql(
            """
            insert into identity.ward_computer (id, organization, digest, label, counts_as_factor,
              approved_by, approved_at, valid_until)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(id, by.organization().id().value(), Tokens.digest(token), label, countsAsFactor)
        .params(by.account().id().value(), now(), end)
        .update();
    audit.changed("computer.approved", id, List.of(), countsAsFactor ? "counts-as-factor" : null);
    return token;
  }

  /** Ends the approval at once, and with it the sessions that rest on it. */
  public void withdraw(Viewer by, UUID computer) {
    int withdrawn =
        jdbc.sql(
                """
                update identity.ward_computer set withdrawn_at = :now, withdrawn_by = :by
                where id = :id and organization = :organization and withdrawn_at is null
                """)
            .param("now", now())
            .param("by", by.account().id().value())
            .param("id", computer)
            .param("organization", by.organization().id().value())
            .update();
    if (withdrawn == 0) {
      throw new AbsentException("computer");
    }
    audit.changed("computer.withdrawn", computer, List.of(), null);
  }

  private static WardComputer computer(ResultSet row, int number) throws SQLException {
    return new WardComputer(
        row.getObject("id", UUID.class),
        new OrganizationId(row.getObject("organization", UUID.class)),
        row.getString("label"),
        row.getBoolean("counts_as_factor"),
        Objects.requireNonNull(Staff.japan(row, "approved_at")),
        Objects.requireNonNull(Staff.japan(row, "valid_until")),
        Staff.japan(row, "withdrawn_at"));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
