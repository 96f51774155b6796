package tasuki.offer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.directory.SearchChanges;
import tasuki.identity.AccountId;
import tasuki.identity.Accounts;
import tasuki.identity.Viewer;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.notice.NoticeBox;
import tasuki.notice.Recipient;

/**
 * Where organisations say what they offer, and coordinators correct it. Nothing is rewritten: each
 * word is a new row. It takes no idempotency key: what is sent twice says the same a second time,
 * and a key would swallow a second thought sent from the same page.
 */
@Service
@Transactional
public class OfferKeeping {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Offers offers;
  private final OfferWriting writing;
  private final Capabilities capabilities;
  private final Areas areas;
  private final Organizations organizations;
  private final Accounts accounts;
  private final SearchChanges changes;
  private final AuditLog audit;
  private final NoticeBox box;

  OfferKeeping(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      Offers offers,
      OfferWriting writing,
      Capabilities capabilities,
      Areas areas,
      Organizations organizations,
      Accounts accounts,
      SearchChanges changes,
      AuditLog audit,
      NoticeBox box) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.offers = offers;
    this.writing = writing;
    this.capabilities = capabilities;
    this.areas = areas;
    this.organizations = organizations;
    this.accounts = accounts;
    this.changes = changes;
    this.audit = audit;
    this.box = box;
  }

  /**
   * Says what the organisation offers, instead of what was said before.
   *
   * @param basedOn number of the version that the writer had before them, 0 for none
   * @param reason why; a correction by somebody else must have one, and the organisation reads it
   * @return id of the version; of the one in force where that says the same already
   * @throws RefusedException when the writer may not, when it names what such an organisation
   *     cannot offer, or when somebody else changed it meanwhile
   */
  public UUID say(
      OrganizationId organization, NewOffer offer, int basedOn, @Nullable String reason) {
    return write(organization, offer, basedOn, reason, null);
  }

  /**
   * Puts an older version back as the newest one. What the catalogue does not offer any more, and
   * areas that are gone, are left out.
   *
   * @param basedOn number of the version in force when the writer decided
   * @return id of the new version
   * @throws RefusedException as {@link #say}
   */
  public UUID putBack(
      OrganizationId organization, UUID version, int basedOn, @Nullable String reason) {
    NewOffer former = offers.version(organization, version).offer().content();
    LocalDate today = today();
    Organization of = organizations.get(organization);
    NewOffer still =
        new NewOffer(
            common(former.capabilities(), offered(of, today)),
            former.days(),
            former.night(),
            former.holiday(),
            former.acceptsNew(),
            former.ownPatients(),
            former.note(),
            common(former.languages(), languages()),
            common(former.units(), units(today)),
            former.areas().stream()
                .filter(area -> !areas.parts(area, today).isEmpty())
                .collect(Collectors.toSet()));
    return write(organization, still, basedOn, reason, version);
  }

  private UUID write(
      OrganizationId organization,
      NewOffer offer,
      int basedOn,
      @Nullable String reason,
      @Nullable UUID putBack) {
    Organization of = organizations.get(organization);
    boolean own = allowed(of, reason);
    check(of, offer);
    writing.oneAfterAnother(organization, "entry");
    Optional<OfferWriting.Standing> standing = writing.standing(organization);
    if (standing.map(OfferWriting.Standing::number).orElse(0) != basedOn) {
      return standing
          .filter(_ -> offers.of(organization).map(Offer::content).equals(Optional.of(offer)))
          .map(OfferWriting.Standing::id)
          .orElseThrow(() -> RefusedException.because("offer.refused.changed-meanwhile"));
    }
    UUID id =
        writing.write(
            organization,
            offer,
            OfferWriting.Cause.byHand(own ? blank(reason) : reason, putBack),
            OffsetDateTime.now(clock));
    if (putBack == null) {
      audit.changed("offer.said", organization.value(), List.of(), null);
    } else {
      audit.changed("offer.put-back", organization.value(), List.of(), null);
    }
    changes.note(List.of(organization));
    tell(of, own, reason);
    return id;
  }

  /**
   * Says for how many persons more there is room.
   *
   * @param help code of the kind of help
   * @param places how many persons, 0 to 99
   * @param reason why; a correction by somebody else must have one, and the organisation reads it
   * @throws RefusedException when the writer may not, or such an organisation does not give it
   */
  public void sayRoom(
      OrganizationId organization, String help, int places, @Nullable String reason) {
    Organization of = organizations.get(organization);
    boolean own = allowed(of, reason);
    if (capabilities.helpsOf(of.kind()).stream().noneMatch(one -> one.code().equals(help))) {
      throw RefusedException.because("offer.refused.not-for-kind", of.name());
    }
    writing.oneAfterAnother(organization, "room");
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql(
            """
            update offer.room set replaced_at = :now
            where organization = :organization and help = :help and replaced_at is null
            """)
        .param("now", now)
        .param("organization", organization.value())
        .param("help", help)
        .update();
    jdbc.sql(
            """
            insert into offer.room (id, organization, help, places, said_at, reason)
            values (:id, :organization, :help, :places, :now, :reason)
            """)
        .param("id", ids.next())
        .param("organization", organization.value())
        .param("help", help)
        .param("places", places)
        .param("now", now)
        .param("reason", blank(reason))
        .update();
    audit.changed("offer.room-said", organization.value(), List.of(), help);
    changes.note(List.of(organization));
    tell(of, own, reason);
  }

  /** Goes on only for who may; whether it is the organisation itself. */
  private boolean allowed(Organization organization, @Nullable String reason) {
    Viewer viewer =
        accounts
            .viewer(new AccountId(Acting.account()), new OrganizationId(Acting.organization()))
            .orElseThrow(() -> RefusedException.because("offer.refused.not-keeper"));
    OfferRules.maySay(viewer, organization).orThrow();
    OfferRules.open(organization, today()).orThrow();
    boolean own = OfferRules.own(viewer, organization);
    OfferRules.says(own, reason).orThrow();
    return own;
  }

  private void check(Organization organization, NewOffer offer) {
    LocalDate today = today();
    boolean fits =
        offered(organization, today).containsAll(offer.capabilities())
            && languages().containsAll(offer.languages())
            && units(today).containsAll(offer.units())
            && offer.areas().stream().noneMatch(area -> areas.parts(area, today).isEmpty());
    if (!fits) {
      throw RefusedException.because("offer.refused.not-for-kind", organization.name());
    }
  }

  private Set<String> offered(Organization organization, LocalDate day) {
    return capabilities.of(organization.kind(), day).stream()
        .map(Capability::code)
        .collect(Collectors.toSet());
  }

  private Set<String> languages() {
    return capabilities.languages().stream().map(Language::code).collect(Collectors.toSet());
  }

  private Set<String> units(LocalDate day) {
    return areas.baseUnits(day).stream().map(BaseUnit::code).collect(Collectors.toSet());
  }

  private static Set<String> common(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return both;
  }

  /** A correction reaches the organisation with who made it and why. */
  private void tell(Organization organization, boolean own, @Nullable String reason) {
    if (!own && organization.member()) {
      box.tell(
          OfferNoticeKinds.CORRECTED,
          new Recipient.Inbox(organization.id().value()),
          organization.id().value(),
          null,
          organizations.get(new OrganizationId(Acting.organization())).name(),
          String.valueOf(reason));
    }
  }

  private static @Nullable String blank(@Nullable String reason) {
    return reason == null || reason.isBlank() ? null : reason;
  }

  private LocalDate today() {
    return JapanTime.today(clock);
  }
}
