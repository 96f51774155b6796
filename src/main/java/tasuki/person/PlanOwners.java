package tasuki.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.AccountId;
import tasuki.identity.Accounts;
import tasuki.identity.Duty;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** Who answers for a person's plan, month by month (計画担当). */
@Service
@Transactional
public class PlanOwners {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final People people;
  private final ApplicationEventPublisher events;
  private final Organizations organizations;
  private final Accounts accounts;

  PlanOwners(
      JdbcClient jdbc,
      Ids ids,
      AuditLog audit,
      People people,
      Organizations organizations,
      Accounts accounts,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.people = people;
    this.events = events;
    this.organizations = organizations;
    this.accounts = accounts;
  }

  /**
   * Says who answers for the plan from a month on. It lets nobody in: see {@link CareTeams#join}.
   *
   * @throws RefusedException when such an organisation cannot answer in this way
   */
  public void set(PersonId person, NewPlanOwner entry) {
    PersonId target = people.inFull(person);
    OrganizationId organization = entry.organization();
    OrganizationId entrusting = entry.entrustedBy();
    PlanOwnerRules.fits(entry, kindOf(organization), kindOf(entrusting)).orThrow();
    CareManager manager = entry.manager();
    AccountId account = manager == null ? null : manager.account();
    if (manager != null && organization == null) {
      throw RefusedException.because("person.refused.manager-undecided");
    }
    if (account != null && organization != null && !isStaff(organization, account)) {
      throw RefusedException.because("person.refused.manager-elsewhere");
    }
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into person.plan_owner (id, person, from_month, kind, organization, entrusted_by,
              account, recorded_at)
            values (:id, :person, :from, :kind, :organization, :entrusting, :account, :now)
            """)
        .param("id", id)
        .param("person", target.value())
        .param("from", entry.from().atDay(1))
        .param("kind", entry.kind().name())
        .param("organization", organization == null ? null : organization.value())
        .param("entrusting", entrusting == null ? null : entrusting.value())
        .param("account", account == null ? null : account.value())
        .param("now", people.now())
        .update();
    if (manager != null && account == null) {
      jdbc.sql(
              """
              insert into person.plan_manager (plan_owner, person, name, telephone)
              values (?, ?, ?, ?)
              """)
          .params(id, target.value(), manager.name())
          .param(manager.telephone())
          .update();
    }
    people.changed("person.plan-owner-set", id, target);
    events.publishEvent(new DetailRecorded(target.value()));
  }

  /** Who makes plans at an office: its staff who work with persons. */
  @Transactional(readOnly = true)
  public List<Accounts.StaffMember> staff(OrganizationId office) {
    return organizations.get(office).kind().ownsPlans()
        ? accounts.staffOf(office).stream()
            .filter(member -> member.duties().contains(Duty.CARE))
            .toList()
        : List.of();
  }

  /** Whether the account makes plans at the office. */
  @Transactional(readOnly = true)
  public boolean isStaff(OrganizationId office, AccountId account) {
    return staff(office).stream().anyMatch(member -> member.account().id().equals(account));
  }

  /** The care manager of the month; empty where the office alone is known. */
  @Transactional(readOnly = true)
  public Optional<CareManager> manager(PersonId person, YearMonth month) {
    return current(person, month).map(owner -> managers(List.of(owner)).get(owner.id()));
  }

  /** The care managers of these entries, by entry; those of whom none is known are left out. */
  Map<UUID, CareManager> managers(List<PlanOwner> owners) {
    Map<UUID, CareManager> found = new HashMap<>();
    if (!owners.isEmpty()) {
      jdbc.sql(
              """
              select owner.id, owner.account, coalesce(typed.name, account.name) as name,
                typed.telephone
              from person.plan_owner owner
              left join person.plan_manager typed on typed.plan_owner = owner.id
              left join identity.account account on account.id = owner.account
              where owner.id in (:ids) and (typed.name is not null or account.id is not null)
              """)
          .param("ids", owners.stream().map(PlanOwner::id).toList())
          .query(
              row -> {
                UUID account = Rows.id(row, "account");
                found.put(
                    row.getObject("id", UUID.class),
                    new CareManager(
                        row.getString("name"),
                        row.getString("telephone"),
                        account == null ? null : new AccountId(account)));
              });
    }
    return found;
  }

  private @Nullable OrganizationKind kindOf(@Nullable OrganizationId id) {
    return id == null ? null : organizations.get(id).kind();
  }

  /** Who answers in the month; empty where nobody ever said. 未定 is an answer too. */
  @Transactional(readOnly = true)
  public Optional<PlanOwner> current(PersonId person, YearMonth month) {
    PersonId target = people.get(person).id();
    audit.viewed("person.plan-owner", List.of(target.value()), null);
    return find(target, month);
  }

  Optional<PlanOwner> find(PersonId target, YearMonth month) {
    return jdbc.sql("select * from person.plan_owner_of(?, ?)")
        .params(target.value(), month.atDay(1))
        .query(PlanOwners::owner)
        .optional();
  }

  /** Every entry, the latest month and the latest entry first. */
  @Transactional(readOnly = true)
  public List<PlanOwner> history(PersonId person) {
    PersonId target = people.get(person).id();
    audit.viewed("person.plan-owners", List.of(target.value()), null);
    return jdbc.sql(
            """
            select * from person.plan_owner where person in (select person.same_human(:person))
            order by from_month desc, recorded_at desc, id desc
            """)
        .param("person", target.value())
        .query(PlanOwners::owner)
        .list();
  }

  private static PlanOwner owner(ResultSet row, int number) throws SQLException {
    UUID organization = Rows.id(row, "organization");
    UUID entrusting = Rows.id(row, "entrusted_by");
    UUID account = Rows.id(row, "account");
    return new PlanOwner(
        row.getObject("id", UUID.class),
        YearMonth.from(row.getObject("from_month", LocalDate.class)),
        PlanOwnerKind.valueOf(row.getString("kind")),
        organization == null ? null : new OrganizationId(organization),
        entrusting == null ? null : new OrganizationId(entrusting),
        account == null ? null : new AccountId(account),
        row.getObject("recorded_at", OffsetDateTime.class));
  }
}
