package tasuki.transition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.identity.Viewer;
import tasuki.person.PersonId;

/** Everything the page of a case shows, read in one transaction and noted as one look. */
@Component
class Cases {

  /** Whose case it is; null names where only own records are seen. */
  record Whose(String name, String kana, LocalDate birth) {}

  /** A planned day of discharge, as it was named once. */
  record Planned(
      @Nullable LocalDate day, @Nullable String note, UUID organization, OffsetDateTime at) {}

  /** The case around a stay. */
  record Case(
      Stay stay,
      @Nullable Whose whose,
      boolean mayWrite,
      Side side,
      Circle.Home home,
      List<Stay> chain,
      boolean continues,
      List<Step> log,
      Map<UUID, List<Corrections.Change>> corrections,
      List<RunningClock> clocks,
      List<Parties.Party> parties,
      List<Planned> planned,
      Map<OrganizationId, Organization> organizations,
      Map<UUID, String> accounts) {

    String name(UUID organization) {
      Organization found = organizations.get(new OrganizationId(organization));
      return found == null ? "" : found.name();
    }

    /** Whether the plan owner works in Tasuki. */
    boolean officeJoins() {
      return home.office() != null && home.office().member();
    }

    /** Whether the hospital does. */
    boolean hospitalJoins() {
      Organization hospital = organizations.get(stay.hospital());
      return hospital != null && hospital.member();
    }
  }

  private final JdbcClient jdbc;
  private final StayRows rows;
  private final StepLog log;
  private final Corrections corrections;
  private final Clocks clocks;
  private final Parties parties;
  private final Refresh refresh;
  private final Organizations organizations;
  private final AuditLog audit;

  Cases(
      JdbcClient jdbc,
      StayRows rows,
      StepLog log,
      Corrections corrections,
      Clocks clocks,
      Parties parties,
      Refresh refresh,
      Organizations organizations,
      AuditLog audit) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.log = log;
    this.corrections = corrections;
    this.clocks = clocks;
    this.parties = parties;
    this.refresh = refresh;
    this.organizations = organizations;
    this.audit = audit;
  }

  /**
   * The case around a stay, for the acting organisation.
   *
   * @throws tasuki.kernel.AbsentException when there is none for it
   */
  @Transactional(readOnly = true)
  public Case of(StayId id, Viewer viewer) {
    Stay stay = rows.get(id);
    audit.viewed("stay.case", List.of(stay.person().value()), id.value());
    Circle.Home home = refresh.home(stay);
    List<Step> steps = log.of(id);
    List<Stay> chain = rows.chain(stay.chain());
    List<Parties.Party> seated = parties.of(id);
    List<Planned> planned = planned(id);
    Map<UUID, List<Corrections.Change>> corrected = corrections.of(id);
    Organization own = viewer.organization();
    return new Case(
        stay,
        whose(stay.person()),
        mayWrite(stay.person()),
        Parties.sideOf(own.id(), own.kind(), stay, home),
        home,
        chain,
        rows.chainRow(stay.chain()).map(found -> found.follows() != null).orElse(false),
        steps,
        corrected,
        clocks.of(id).stream()
            .filter(clock -> clock.side() != Side.HOSPITAL || clock.isOf(stay, home))
            .toList(),
        seated,
        planned,
        names(steps, chain, seated, planned, corrected),
        accounts(steps, seated));
  }

  @Nullable Whose whose(PersonId person) {
    return jdbc.sql("select * from person.person where id = ?")
        .param(person.value())
        .query(
            (row, _) ->
                new Whose(
                    row.getString("family_name") + " " + row.getString("given_name"),
                    row.getString("family_kana") + " " + row.getString("given_kana"),
                    row.getObject("birth_date", LocalDate.class)))
        .optional()
        .orElse(null);
  }

  private boolean mayWrite(PersonId person) {
    return jdbc.sql("select person.seen_in_full(?) and not kernel.in_portal()")
        .param(person.value())
        .query(Boolean.class)
        .single();
  }

  private List<Planned> planned(StayId stay) {
    return jdbc.sql(
            "select * from transition.planned_discharge where stay = ? order by at desc, id")
        .param(stay.value())
        .query(Cases::planned)
        .list();
  }

  private static Planned planned(ResultSet row, int number) throws SQLException {
    return new Planned(
        row.getObject("planned_on", LocalDate.class),
        row.getString("note"),
        row.getObject("organization", UUID.class),
        row.getObject("at", OffsetDateTime.class));
  }

  private Map<OrganizationId, Organization> names(
      List<Step> steps,
      List<Stay> chain,
      List<Parties.Party> seated,
      List<Planned> planned,
      Map<UUID, List<Corrections.Change>> corrected) {
    Set<UUID> ids = steps.stream().map(Step::organization).collect(Collectors.toSet());
    corrected.values().stream()
        .flatMap(List::stream)
        .filter(change -> change.what() == Corrections.What.HOSPITAL)
        .flatMap(change -> Stream.of(change.was(), change.became()))
        .filter(Objects::nonNull)
        .forEach(hospital -> ids.add(UUID.fromString(hospital)));
    chain.forEach(stay -> ids.add(stay.hospital().value()));
    seated.forEach(party -> ids.add(party.organization()));
    planned.forEach(one -> ids.add(one.organization()));
    return organizations.byId(ids.stream().map(OrganizationId::new).toList());
  }

  private Map<UUID, String> accounts(List<Step> steps, List<Parties.Party> seated) {
    Set<UUID> ids = steps.stream().map(Step::account).collect(Collectors.toSet());
    for (Parties.Party party : seated) {
      if (party.account() != null) {
        ids.add(party.account());
      }
      if (party.standIn() != null) {
        ids.add(party.standIn());
      }
    }
    return accountNames(ids);
  }

  private Map<UUID, String> accountNames(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select id, name from identity.account where id in (:ids)")
        .param("ids", ids)
        .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
