package tasuki.directory.listing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds organisations that may be one place without it being certain, and those that may have
 * followed one that a list no longer names, and puts them before an officer.
 */
@Repository
class DoubtRaising {

  /** Longer ago than this, a name at an address is likelier somebody else's. */
  private static final int SUCCESSION_DAYS = 400;

  /** 法人化, 移転, 承継: a new code at the name and place of one that is gone from the same list. */
  private static final String SUCCESSION =
      """
      insert into directory.doubt (kind, older, newer, reasons, import, raised_at)
      select distinct on (gone.organization) 'SUCCESSION', gone.organization,
        come.organization, array_remove(array['code-gone',
          case when come.name_key = gone.name_key then 'name' else 'alike' end,
          case when come.address_key = gone.address_key then 'address'
            when come.town_key = gone.town_key then 'town' else 'municipality' end,
          case when come.telephone_key = gone.telephone_key and gone.telephone_key <> ''
            then 'telephone' end,
          case when come.corporate_number = gone.corporate_number then 'corporate-number' end], null),
        :work, :now
      from directory.listing gone
      join directory.listing come on come.list = gone.list and come.until is null
        and come.organization <> gone.organization
        and directory.family(come.kind) = directory.family(gone.kind)
        and (come.name_key, come.base_unit) = (gone.name_key, gone.base_unit)
          and length(gone.name_key) >= 3
      join directory.organization o on o.id = gone.organization and o.merged_into is null
      join directory.organization n on n.id = come.organization and n.merged_into is null
      where gone.list = :list and gone.until > :earliest
        and (gone.key in (select i.key from directory.incoming i where i.work = :work and not i.kept)
          or come.key in (select p.key from directory.placing p
            where p.work = :work and p.how = 'NEW'))
        -- Whoever stood there all along at another address has followed nobody.
        and (come.address_key = gone.address_key and gone.address_key <> ''
          or come.since > gone.since
          or come.key in (select p.key from directory.placing p
            where p.work = :work and p.how = 'NEW'))
        and not exists (select from directory.listing open where open.organization = o.id
          and open.list = gone.list and open.until is null)
      order by gone.organization, come.address_key = gone.address_key desc,
        come.town_key = gone.town_key desc, come.since desc, come.key
      on conflict (older, newer) do update set kind = 'SUCCESSION', reasons = excluded.reasons,
        import = excluded.import, raised_at = excluded.raised_at, answer = null, answered_at = null,
        answered_by = null
      where doubt.answer is null or doubt.answer in ('LATER', 'WITHDRAWN')
      """;

  /** The same where the name has grown by a corporation or a branch, at the same address. */
  private static final String ALIKE_SUCCESSION =
      SUCCESSION
          .replace(
              "(come.name_key, come.base_unit) = (gone.name_key, gone.base_unit)",
              "come.address_key = gone.address_key and gone.address_key <> ''")
          .replace(
              "length(gone.name_key) >= 3",
              "come.name_key <> gone.name_key and directory.alike(come.name_key, gone.name_key)");

  private static final String SAME =
      """
      insert into directory.doubt (kind, older, newer, reasons, import, raised_at)
      with listed as (
        select distinct on (p.organization) p.organization, i.code, i.list
        from directory.placing p
        join directory.incoming i on i.work = p.work and i.key = p.key
        where p.work = :work and p.how = 'NEW'
        order by p.organization, i.key
      ), made as materialized (
        select o.id, directory.family(o.kind) as family, o.name_key, o.operator_key, o.address_key,
          o.town_key, o.telephone_key, o.corporate_number, o.postcode, o.base_unit,
          l.code as listed_code, l.list
        from listed l join directory.organization o on o.id = l.organization
      ), pair as (
        select o.id as older, n.id as newer from made n
        join directory.organization o on o.code = n.listed_code and o.id <> n.id
        union
        select o.id, n.id from made n
        join directory.organization o on o.address_key = n.address_key and o.address_key <> ''
          and o.id <> n.id
          and (o.name_key = n.name_key or directory.alike(o.name_key, n.name_key)
            or o.telephone_key = n.telephone_key and o.telephone_key <> '')
        union
        select o.id, n.id from made n
        join directory.organization o on o.telephone_key = n.telephone_key and o.telephone_key <> ''
          and o.base_unit = n.base_unit and o.id <> n.id
          and (o.name_key = n.name_key or directory.alike(o.name_key, n.name_key))
        union
        select o.id, n.id from made n
        join directory.organization o on o.name_key = n.name_key and o.base_unit = n.base_unit
          and length(o.name_key) >= 4 and o.id <> n.id
          and (o.corporate_number = n.corporate_number or o.town_key = n.town_key
            or o.postcode = n.postcode)
      )
      select 'SAME', o.id, n.id, array_remove(array[
          case when o.code = n.listed_code then 'code' end,
          case when o.name_key = n.name_key then 'name'
            when directory.alike(o.name_key, n.name_key) then 'alike' end,
          case when o.address_key = n.address_key and o.address_key <> '' then 'address'
            when o.town_key = n.town_key and o.town_key <> '' then 'town' end,
          case when o.telephone_key = n.telephone_key and o.telephone_key <> '' then 'telephone' end,
          case when o.corporate_number = n.corporate_number then 'corporate-number' end,
          case when o.code is not null and o.code <> n.listed_code then 'other-code' end,
          case when o.operator_key <> '' and n.operator_key <> '' and o.operator_key <> n.operator_key
            then 'other-operator' end], null),
        :work, :now
      from pair
      join directory.organization o on o.id = pair.older
      join made n on n.id = pair.newer
      where directory.family(o.kind) = n.family
        and o.closed_on is null and o.merged_into is null
        and not (o.id > n.id and o.id in (select made.id from made))
        and not exists (select from directory.doubt d
          where (d.older, d.newer) in ((o.id, n.id), (n.id, o.id)) and d.answer <> 'WITHDRAWN')
        -- Two numbers of one list are two offices, unless nothing else tells them apart.
        and not (exists (select from directory.listing l
            where l.organization = o.id and l.list = n.list and l.until is null)
          and not (o.name_key = n.name_key and o.address_key = n.address_key and o.address_key <> ''
            and (o.operator_key = n.operator_key or o.operator_key = '' or n.operator_key = '')))
      on conflict (older, newer) do update set reasons = excluded.reasons, import = excluded.import,
        raised_at = excluded.raised_at, answer = null, answered_at = null, answered_by = null
      where doubt.answer = 'WITHDRAWN'
      """;

  private final JdbcClient jdbc;

  DoubtRaising(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void raise(UUID work, String list, OffsetDateTime now, LocalDate today) {
    for (String step : new String[] {SUCCESSION, ALIKE_SUCCESSION}) {
      jdbc.sql(step)
          .param("work", work)
          .param("list", list)
          .param("now", now)
          .param("earliest", today.minusDays(SUCCESSION_DAYS))
          .update();
    }
    jdbc.sql(SAME).param("work", work).param("now", now).update();
  }

  /** What was in doubt because of an import is so no longer when that is undone. */
  void withdraw(UUID work, OffsetDateTime now) {
    jdbc.sql(
            """
            update directory.doubt set answer = 'WITHDRAWN', answered_at = :now
            where import = :work and (answer is null or answer = 'LATER')
            """)
        .param("work", work)
        .param("now", now)
        .update();
  }

  /** Doubts about what has closed or is named by a list again are settled by themselves. */
  void settle(OffsetDateTime now) {
    jdbc.sql(
            """
            update directory.doubt d set answer = 'WITHDRAWN', answered_at = :now
            from directory.organization o, directory.organization n
            where (d.answer is null or d.answer = 'LATER') and o.id = d.older and n.id = d.newer
              and (n.closed_on is not null or o.merged_into is not null
                or d.kind = 'SAME' and o.closed_on is not null
                or d.kind = 'SUCCESSION' and exists (
                  select from directory.listing former
                  join directory.listing come on come.list = former.list and come.until is null
                    and come.organization = d.newer
                  where former.organization = d.older and former.until is null))
            """)
        .param("now", now)
        .update();
  }
}
