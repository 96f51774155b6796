package tasuki.offer;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.AreaId;
import tasuki.directory.OrganizationId;
import tasuki.kernel.Ids;

/** Writes the versions of offers: each word is a new row, and none is rewritten. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class OfferWriting {

  /** The version in force. */
  record Standing(UUID id, int number) {}

  /**
   * Why and by what a version is written, beside who acts.
   *
   * @param putBack the older version that it puts back
   * @param survey the survey that says it
   * @param work the import of that survey
   */
  record Cause(
      @Nullable String reason,
      @Nullable UUID putBack,
      @Nullable Survey survey,
      @Nullable UUID work) {

    static Cause byHand(@Nullable String reason, @Nullable UUID putBack) {
      return new Cause(reason, putBack, null, null);
    }
  }

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Capabilities capabilities;

  OfferWriting(JdbcClient jdbc, Ids ids, Capabilities capabilities) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.capabilities = capabilities;
  }

  /** Whoever writes for the same organisation at the same moment comes after. */
  void oneAfterAnother(OrganizationId organization, String what) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
        .param("what", "offer." + what + ":" + organization)
        .query((_, _) -> true)
        .single();
  }

  Optional<Standing> standing(OrganizationId organization) {
    return jdbc.sql(
            """
            select id, number from offer.entry where organization = ? and replaced_at is null
            """)
        .param(organization.value())
        .query((row, _) -> new Standing(row.getObject("id", UUID.class), row.getInt("number")))
        .optional();
  }

  /** Ends the version in force. */
  void end(Standing standing, OffsetDateTime now) {
    jdbc.sql("update offer.entry set replaced_at = ? where id = ?")
        .params(now, standing.id())
        .update();
  }

  /** Lets a version be in force again, as whoever said it said it, after none is. */
  void reinstate(UUID version) {
    jdbc.sql("update offer.entry set replaced_at = null where id = ?").param(version).update();
  }

  /** Writes a version instead of the one in force. */
  UUID write(OrganizationId organization, NewOffer offer, Cause cause, OffsetDateTime now) {
    Optional<Standing> standing = standing(organization);
    standing.ifPresent(former -> end(former, now));
    UUID id = insert(organization, offer, now);
    insertInside(id, organization, offer, cause, standing.map(Standing::id).orElse(null));
    return id;
  }

  private UUID insert(OrganizationId organization, NewOffer offer, OffsetDateTime now) {
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into offer.entry (id, organization, number, capabilities, days, night, holiday,
              accepts_new, languages, units, areas, said_at)
            values (:id, :organization,
              (select coalesce(max(number), 0) + 1 from offer.entry
                where organization = :organization),
              :capabilities, :days, :night, :holiday, :new, :languages, :units, :areas, :now)
            """)
        .param("id", id)
        .param("organization", organization.value())
        .param("capabilities", sorted(capabilities.open(offer.capabilities())))
        .param("days", Offers.codes(offer.days()))
        .param("night", offer.night().name())
        .param("holiday", offer.holiday().name())
        .param("new", offer.acceptsNew())
        .param("languages", sorted(offer.languages()))
        .param("units", sorted(offer.units()))
        .param("areas", offer.areas().stream().map(AreaId::value).sorted().toArray(UUID[]::new))
        .param("now", now)
        .update();
    return id;
  }

  private void insertInside(
      UUID id, OrganizationId organization, NewOffer offer, Cause cause, @Nullable UUID former) {
    Set<String> inner = new HashSet<>(offer.capabilities());
    inner.removeAll(capabilities.open(offer.capabilities()));
    Survey survey = cause.survey();
    var insert =
        survey == null
            ? jdbc.sql(BY_HAND).param("reason", cause.reason())
            : jdbc.sql(BY_SURVEY)
                .param("survey", survey.name())
                .param("day", survey.day())
                .param("work", cause.work())
                .param("former", former);
    insert
        .param("id", id)
        .param("organization", organization.value())
        .param("capabilities", sorted(inner))
        .param("own", offer.ownPatients())
        .param("note", offer.note())
        .param("putBack", cause.putBack())
        .update();
  }

  private static final String BY_HAND =
      """
      insert into offer.inside (entry, organization, capabilities, own_patients, note, reason,
        put_back)
      values (:id, :organization, :capabilities, :own, :note, :reason, :putBack::uuid)
      """;

  private static final String BY_SURVEY =
      """
      insert into offer.inside (entry, organization, capabilities, own_patients, note, put_back,
        survey, surveyed_on, import, former)
      values (:id, :organization, :capabilities, :own, :note, :putBack::uuid, :survey,
        :day::date, :work, :former::uuid)
      """;

  private static String[] sorted(Set<String> codes) {
    return codes.stream().sorted().toArray(String[]::new);
  }
}
