package tasuki.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.Areas;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.listing.Municipalities;
import tasuki.directory.listing.Refreshing;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/**
 * Two entries that are one place: an alias that can be taken back. No id is rewritten anywhere; the
 * alias stays, closed, and leads to the organisation it turned out to be, which takes over what
 * lists say of both.
 */
@Service
@Transactional
public class OrganizationMergers {

  /** A row that is gone, or has gone on with a later merger, is joined to nothing any more. */
  private static final String HOLDS =
      """
      m.undone_at is null and (m.list is null or exists (select from directory.listing l
        where l.list = m.list and l.key = m.key and l.organization = m.into_organization
          and l.until is null))
      """;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final Clock clock;
  private final Organizations organizations;
  private final Areas areas;
  private final Refreshing refreshing;
  private final SearchChanges changes;

  OrganizationMergers(
      JdbcClient jdbc,
      Ids ids,
      AuditLog audit,
      Clock clock,
      Organizations organizations,
      Areas areas,
      Refreshing refreshing,
      SearchChanges changes) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
    this.organizations = organizations;
    this.areas = areas;
    this.refreshing = refreshing;
    this.changes = changes;
  }

  /** The organisation that an alias turned out to be; empty for one that stands by itself. */
  @Transactional(readOnly = true)
  public Optional<OrganizationId> mergedInto(OrganizationId id) {
    return jdbc.sql("select merged_into from directory.organization where id = ?")
        .param(id.value())
        .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
        .optional()
        .flatMap(into -> into)
        .map(OrganizationId::new);
  }

  /**
   * Makes one organisation an alias of another.
   *
   * @param succession whether it followed the other one, which goes on under its code
   * @throws RefusedException when the two may not be merged
   */
  UUID merge(OrganizationId alias, OrganizationId into, boolean succession, List<String> reasons) {
    hold(alias, into);
    Organization one = organizations.get(alias);
    Organization other = organizations.get(into);
    MergingRules.mayMerge(
            one,
            other,
            mergedInto(alias).isPresent() || mergedInto(into).isPresent(),
            aliases(alias))
        .orThrow();
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into directory.merger (id, organization, into_organization, succession,
              code_before, reasons, merged_at, merged_by)
            values (:id, :alias, :into, :succession, :code, :reasons::text[], :now, :by)
            """)
        .param("id", id)
        .param("alias", alias.value())
        .param("into", into.value())
        .param("succession", succession)
        .param("code", other.code())
        .param("reasons", reasons.toArray(String[]::new))
        .param("now", now())
        .param("by", Acting.account())
        .update();
    jdbc.sql(
            """
            insert into directory.merged_listing (merger, list, key)
            select ?, list, key from directory.listing where organization = ?
            """)
        .params(id, alias.value())
        .update();
    moveListings(id, into);
    jdbc.sql(
            """
            update directory.organization set merged_into = :into, version = version + 1,
              closed_on = greatest(opened_on, least(closed_on, :today))
            where id = :alias
            """)
        .param("into", into.value())
        .param("alias", alias.value())
        .param("today", today())
        .update();
    withdrawOthers(id, alias);
    if (succession) {
      code(into, one.code() == null ? other.code() : one.code());
    }
    refresh(false, into);
    changes.note(List.of(alias));
    audit.changed("organization.merged", into.value(), List.of(), alias.toString());
    return id;
  }

  /**
   * Takes a merger back: a row that was joined gets an organisation of its own, an alias stands by
   * itself again.
   *
   * @throws AbsentException when there is no such merger (any more)
   */
  public void undo(UUID id) {
    OrganizationMerger merger =
        jdbc.sql("select m.* from directory.merger m where m.id = ? and " + HOLDS + " for update")
            .param(id)
            .query(OrganizationMergers::merger)
            .optional()
            .orElseThrow(() -> new AbsentException("merger"));
    jdbc.sql("update directory.merger set undone_at = ?, undone_by = ? where id = ?")
        .params(now(), Acting.account(), id)
        .update();
    OrganizationId alias = merger.organization();
    OrganizationId apart = alias == null ? detach(merger) : separate(merger, alias);
    differ(id, merger.into(), apart);
    refresh(true, merger.into(), apart);
    audit.changed("organization.merger-undone", merger.into().value(), List.of(), apart.toString());
  }

  /** What else was in question about an alias is so no longer, until it stands by itself again. */
  private void withdrawOthers(UUID merger, OrganizationId alias) {
    jdbc.sql(
            """
            update directory.doubt set answer = 'WITHDRAWN', answered_at = :now, merger = :merger
            where (answer is null or answer = 'LATER') and :alias in (older, newer)
            """)
        .param("now", now())
        .param("merger", merger)
        .param("alias", alias.value())
        .update();
  }

  private OrganizationId separate(OrganizationMerger merger, OrganizationId alias) {
    code(
        merger.into(),
        jdbc.sql("select code_before from directory.merger where id = ?")
            .param(merger.id())
            .query((row, _) -> Optional.ofNullable(row.getString(1)))
            .single()
            .orElse(null));
    jdbc.sql(
            """
            update directory.organization set merged_into = null, version = version + 1,
              closed_on = case when 'closed_on' = any (entered) then closed_on end
            where id = ?
            """)
        .param(alias.value())
        .update();
    jdbc.sql(
            """
            update directory.doubt set answer = null, answered_at = null, merger = null
            where merger = ? and answer = 'WITHDRAWN'
            """)
        .param(merger.id())
        .update();
    moveListings(merger.id(), alias);
    return alias;
  }

  /** A row gets an organisation of its own, with what the row says of it. */
  private OrganizationId detach(OrganizationMerger merger) {
    OrganizationId apart = new OrganizationId(ids.next());
    jdbc.sql(
            """
            insert into directory.organization (id, kind, name, kana, telephone, address, base_unit,
              member, outside_prefecture, opened_on)
            select :id, l.kind, l.name, l.kana, l.telephone, l.address, l.base_unit, false,
              o.outside_prefecture, :today
            from directory.listing l join directory.organization o on o.id = l.organization
            where l.list = :list and l.key = :key
            """)
        .param("id", apart.value())
        .param("today", today())
        .param("list", merger.list())
        .param("key", merger.key())
        .update();
    jdbc.sql(
            """
            update directory.listing set organization = :apart where list = :list and key = :key
            """)
        .param("apart", apart.value())
        .param("list", merger.list())
        .param("key", merger.key())
        .update();
    return apart;
  }

  /** So that nobody asks again whether they are the same. */
  private void differ(UUID merger, OrganizationId into, OrganizationId apart) {
    jdbc.sql(
            """
            update directory.doubt set answer = 'DIFFERENT', answered_at = :now, answered_by = :by,
              merger = null
            where merger = :merger and answer in ('SAME', 'SUCCESSION')
            """)
        .param("now", now())
        .param("by", Acting.account())
        .param("merger", merger)
        .update();
    jdbc.sql(
            """
            insert into directory.doubt (kind, older, newer, reasons, raised_at, answer, answered_at,
              answered_by)
            select 'SAME', :older, :newer, '{}', :now, 'DIFFERENT', :now, :by
            where not exists (select from directory.doubt d
              where (d.older, d.newer) in ((:older, :newer), (:newer, :older)))
            """)
        .param("older", into.value())
        .param("newer", apart.value())
        .param("now", now())
        .param("by", Acting.account())
        .update();
  }

  private void moveListings(UUID merger, OrganizationId to) {
    jdbc.sql(
            """
            update directory.listing l set organization = ? from directory.merged_listing m
            where m.merger = ? and l.list = m.list and l.key = m.key
            """)
        .params(to.value(), merger)
        .update();
  }

  private void code(OrganizationId organization, @Nullable String code) {
    jdbc.sql("update directory.organization set code = :code where id = :id")
        .param("code", code)
        .param("id", organization.value())
        .update();
  }

  private void refresh(boolean undoing, OrganizationId... touched) {
    UUID work = ids.next();
    for (OrganizationId one : touched) {
      refreshing.touch(work, one.value());
    }
    refreshing.refresh(work, undoing, new Municipalities(areas.everywhere()));
    refreshing.close(work, today());
    refreshing.done(work);
    changes.note(List.of(touched));
  }

  /** Both are held in one order, so that two opposite mergers cannot pass each other. */
  private void hold(OrganizationId one, OrganizationId other) {
    jdbc.sql("select id from directory.organization where id in (:ids) order by id for update")
        .param("ids", List.of(one.value(), other.value()))
        .query(UUID.class)
        .list();
  }

  private boolean aliases(OrganizationId id) {
    return jdbc.sql("select exists (select from directory.organization where merged_into = ?)")
        .param(id.value())
        .query(Boolean.class)
        .single();
  }

  /** What was joined to the organisation and holds, the newest first. */
  @Transactional(readOnly = true)
  public List<OrganizationMerger> of(OrganizationId organization) {
    return jdbc.sql(
            """
            select m.* from directory.merger m where m.into_organization = ? and
            """
                + HOLDS
                + " order by m.merged_at desc, m.id desc")
        .param(organization.value())
        .query(OrganizationMergers::merger)
        .list();
  }

  static OrganizationMerger merger(ResultSet row, int number) throws SQLException {
    UUID organization = row.getObject("organization", UUID.class);
    return new OrganizationMerger(
        row.getObject("id", UUID.class),
        organization == null ? null : new OrganizationId(organization),
        new OrganizationId(row.getObject("into_organization", UUID.class)),
        row.getString("list"),
        row.getString("key"),
        row.getBoolean("succession"),
        Listings.words(row.getArray("reasons")),
        row.getObject("merged_at", OffsetDateTime.class));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private LocalDate today() {
    return JapanTime.today(clock);
  }
}
