package tasuki.person;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tasuki.directory.OrganizationId;
import tasuki.identity.AccountId;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** Writes and ends rows of {@code person.access}, in the transaction of what causes it. */
@Repository
class Grants {

  /**
   * Begins by the database's clock where ours runs ahead, since the policies judge by that one; a
   * simulated clock may lie in the past.
   */
  private static final String GIVE =
      """
      insert into person.access (organization, person, id, account, scope, subject, reason, basis,
        merger, valid_from, valid_until)
      values (:organization, :person, :id, :account, :scope, :subject, :reason, :basis, :merger,
        least(:now, now()), :until)
      """;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final People people;

  Grants(JdbcClient jdbc, Ids ids, People people) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.people = people;
  }

  void registered(PersonId target, OrganizationId own, Basis basis) {
    give(target.value(), own, null, "FULL", null, "REGISTERED", basis, null);
  }

  /** Opens every id of the human being, since what was written of a merged person keeps its id. */
  void team(
      PersonId target, OrganizationId organization, @Nullable AccountId account, Basis basis) {
    for (UUID same : people.sameHuman(target)) {
      give(same, organization, account, "FULL", null, "TEAM", basis, basis.validUntil());
    }
  }

  UUID form(PersonId target, OrganizationId organization, UUID subject, @Nullable Basis basis) {
    OffsetDateTime until = basis == null ? null : basis.validUntil();
    return give(target.value(), organization, null, "FORM", subject, "FORM", basis, until);
  }

  UUID commission(
      PersonId target,
      OrganizationId organization,
      AccountId account,
      Basis basis,
      OffsetDateTime until) {
    UUID first = null;
    for (UUID same : people.sameHuman(target)) {
      UUID id = give(same, organization, account, "FULL", null, "COMMISSION", basis, until);
      first = first == null ? id : first;
    }
    return Objects.requireNonNull(first);
  }

  private UUID give(
      UUID person,
      OrganizationId organization,
      @Nullable AccountId account,
      String scope,
      @Nullable UUID subject,
      String reason,
      @Nullable Basis basis,
      @Nullable OffsetDateTime until) {
    UUID id = ids.next();
    jdbc.sql(GIVE)
        .param("organization", organization.value())
        .param("person", person)
        .param("id", id)
        .param("account", account == null ? null : account.value())
        .param("scope", scope)
        .param("subject", subject)
        .param("reason", reason)
        .param("basis", basis == null ? null : basis.id().value())
        .param("merger", null)
        .param("now", people.now())
        .param("until", until)
        .update();
    return id;
  }

  /** Gives whoever sees one of two persons the same of the other; short looks are not passed on. */
  void copy(UUID merger, PersonId from, PersonId to) {
    jdbc.sql(
            """
            insert into person.access (organization, person, id, account, scope, reason, basis,
              merger, valid_from, valid_until)
            select organization, :to, uuidv7(), account, scope, 'MERGED', basis, :merger,
              now(), valid_until
            from person.access
            where person = :from and scope in ('FULL', 'OWN') and merger is distinct from :merger
              and reason not in ('EMERGENCY', 'COMMISSION')
              and valid_from <= now() and (valid_until is null or valid_until > now())
            """)
        .param("merger", merger)
        .param("from", from.value())
        .param("to", to.value())
        .update();
  }

  /** Ends what a merger gave. */
  void endMerger(UUID merger) {
    jdbc.sql(
            """
            update person.access set valid_until = now()
            where merger = :merger and (valid_until is null or valid_until > now())
            """)
        .param("merger", merger)
        .update();
  }

  /** Whether another organisation of care, as a whole, sees the person in full. */
  boolean seenByOthers(PersonId target, OrganizationId organization) {
    return jdbc.sql(
            """
            select exists (select from person.access
              where person = :person and organization <> :organization and scope = 'FULL'
                and account is null and valid_from <= now()
                and (valid_until is null or valid_until > now()))
            """)
        .param("person", target.value())
        .param("organization", organization.value())
        .query(Boolean.class)
        .single();
  }

  /** Ends at once what the organisation, or one account of it, sees; its own stays with it. */
  void close(PersonId target, OrganizationId organization, @Nullable AccountId account) {
    boolean done =
        jdbc.sql("select person.close_access(:person, :organization, :account)")
            .param("person", target.value())
            .param("organization", organization.value())
            .param("account", account == null ? null : account.value(), Types.OTHER)
            .query(Boolean.class)
            .single();
    if (!done) {
      throw RefusedException.because("person.refused.only-short-access");
    }
  }
}
