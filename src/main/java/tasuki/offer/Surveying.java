package tasuki.offer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.SearchChanges;
import tasuki.kernel.Ruling;
import tasuki.notice.NoticeBox;
import tasuki.notice.Recipient;

/**
 * Lets a survey say what organisations can do, as a version like any other. What anybody said after
 * the day of the answer stays.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Surveying {

  /** The version in force as a survey sees it. */
  private record Standing(LocalDate said, @Nullable Survey survey) {

    /** The day for which it speaks; null for a survey that does not tell. */
    @Nullable LocalDate day() {
      return survey == null ? said : survey.day();
    }
  }

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Offers offers;
  private final OfferWriting writing;
  private final SearchChanges changes;
  private final AuditLog audit;
  private final NoticeBox box;

  Surveying(
      JdbcClient jdbc,
      Clock clock,
      Offers offers,
      OfferWriting writing,
      SearchChanges changes,
      AuditLog audit,
      NoticeBox box) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.offers = offers;
    this.writing = writing;
    this.changes = changes;
    this.audit = audit;
    this.box = box;
  }

  /** Whether an answer goes before what stands there. */
  Ruling mayTake(OrganizationId organization, Survey survey) {
    return standing(organization)
        .map(standing -> OfferRules.mayAnswer(standing.survey(), standing.day(), survey))
        .orElse(Ruling.ALLOWED);
  }

  private Optional<Standing> standing(OrganizationId organization) {
    return jdbc.sql(
            """
            select entry.said_at, inside.survey, inside.surveyed_on
            from offer.entry entry join offer.inside inside on inside.entry = entry.id
            where entry.organization = ? and entry.replaced_at is null
            """)
        .param(organization.value())
        .query(
            (row, _) -> {
              @Nullable String survey = row.getString("survey");
              return new Standing(
                  JapanTime.at(row.getObject("said_at", OffsetDateTime.class).toInstant())
                      .toLocalDate(),
                  survey == null
                      ? null
                      : new Survey(survey, row.getObject("surveyed_on", LocalDate.class)));
            })
        .optional();
  }

  /**
   * Says what an organisation answered.
   *
   * @param work the import
   * @param can codes of what it said it can do
   * @param cannot codes of what it said it cannot do; what was not asked stays as it is
   */
  void take(
      UUID work, Organization organization, Survey survey, Set<String> can, Set<String> cannot) {
    OrganizationId id = organization.id();
    writing.oneAfterAnother(id, "entry");
    if (mayTake(id, survey) instanceof Ruling.Refused) {
      return;
    }
    Optional<NewOffer> former = offers.of(id).map(Offer::content);
    NewOffer before = former.orElse(NewOffer.NOTHING);
    Set<String> all = new HashSet<>(before.capabilities());
    all.removeAll(cannot);
    all.addAll(can);
    NewOffer now = before.with(all);
    if (former.isEmpty() && all.isEmpty() || former.isPresent() && now.equals(before)) {
      return;
    }
    writing.write(
        id, now, new OfferWriting.Cause(null, null, survey, work), OffsetDateTime.now(clock));
    audit.changed("offer.said", id.value(), List.of(), null);
    changes.note(List.of(id));
    if (organization.member()) {
      box.tell(
          OfferNoticeKinds.SURVEYED,
          new Recipient.Inbox(id.value()),
          id.value(),
          null,
          survey.name());
    }
  }

  /** Puts back what stood there before an import, unless somebody has said something since. */
  void takeBack(UUID work, OrganizationId organization) {
    writing.oneAfterAnother(organization, "entry");
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql("update offer.inside set undone_at = ? where organization = ? and import = ?")
        .params(now, organization.value(), work)
        .update();
    Optional<OfferWriting.Standing> standing =
        writing.standing(organization).filter(one -> isOf(one.id(), work));
    if (standing.isPresent()) {
      UUID id = standing.get().id();
      writing.end(standing.get(), now);
      former(id).ifPresent(writing::reinstate);
      audit.changed("offer.put-back", organization.value(), List.of(), null);
      changes.note(List.of(organization));
    }
  }

  private boolean isOf(UUID entry, UUID work) {
    return jdbc.sql("select import = ? from offer.inside where entry = ? and import is not null")
        .params(work, entry)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** The last version before this one that was not taken back too. */
  private Optional<UUID> former(UUID entry) {
    return jdbc.sql(
            """
            with recursive earlier as (
              select former, 1 as steps from offer.inside where entry = :entry
              union all
              select inside.former, earlier.steps + 1
              from earlier join offer.inside inside on inside.entry = earlier.former
              where inside.undone_at is not null
            )
            select earlier.former from earlier
            join offer.inside inside on inside.entry = earlier.former
            where inside.undone_at is null order by earlier.steps limit 1
            """)
        .param("entry", entry)
        .query(UUID.class)
        .optional();
  }
}
