package tasuki.directory.listing;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tells to which organisation each row belongs. Only what is certain is joined: the same row as
 * before, another service of the same office number, the same code with a name, address or
 * telephone that agrees, or the same name at the same address with nothing against it and nobody
 * else in question. All else becomes an organisation of its own.
 */
@Repository
class Placing {

  private static final String KNOWN =
      """
      insert into directory.placing (work, key, grp, organization, how, reasons)
      select i.work, i.key, i.grp, l.organization, 'KNOWN', '{}'
      from directory.incoming i
      join directory.listing l on l.list = i.list and l.key = i.key
      where i.work = :work and i.kept
      """;

  /** Other services of an office number of which one has its place. */
  private static final String GROUP =
      """
      insert into directory.placing (work, key, grp, organization, how, reasons)
      select distinct on (i.key) i.work, i.key, i.grp, placed.organization, 'GROUP', '{}'::text[]
      from directory.incoming i
      join (
        select p.grp, p.organization, 0 as later from directory.placing p where p.work = :work
        union all
        select l.code || ' ' || directory.family(l.kind), l.organization, 1
        from directory.listing l
        where l.code in (select n.code from directory.incoming n where n.work = :work)
          and l.list = :list and l.until is null
      ) placed on placed.grp = i.grp
      where i.work = :work and i.kept and not exists (
        select from directory.placing p where p.work = :work and p.key = i.key)
      order by i.key, placed.later, placed.organization
      """;

  private static final String CODE =
      """
      insert into directory.placing (work, key, grp, organization, how, reasons)
      with candidate as (
        select i.grp, o.id as organization, o.name_key, o.address_key, o.telephone_key, i.key
        from directory.incoming i
        join directory.organization o on o.code = i.code and directory.family(o.kind) = i.family
        where i.work = :work and i.kept and o.merged_into is null and o.closed_on is null
        union
        select i.grp, l.organization, l.name_key, l.address_key, l.telephone_key, i.key
        from directory.incoming i
        join directory.listing l on l.code = i.code and directory.family(l.kind) = i.family
        where i.work = :work and i.kept and l.until is null
      ), agreed as (
        select c.grp, min(c.organization::text)::uuid as organization,
          array_remove(array['code',
            case when bool_or(c.name_key = i.name_key) then 'name' end,
            case when bool_or(directory.alike(c.name_key, i.name_key) and c.name_key <> i.name_key)
              then 'alike' end,
            case when bool_or(c.address_key = i.address_key and c.address_key <> '') then 'address' end,
            case when bool_or(c.telephone_key = i.telephone_key and c.telephone_key <> '')
              then 'telephone' end], null) as reasons
        from candidate c
        join directory.incoming i on i.work = :work and i.key = c.key
        group by c.grp
        having count(distinct c.organization) = 1
      )
      select :work, i.key, i.grp, a.organization, 'CODE', a.reasons
      from directory.incoming i join agreed a on a.grp = i.grp
      where i.work = :work and i.kept and cardinality(a.reasons) > 1 and not exists (
        select from directory.placing p where p.work = :work and p.key = i.key)
      """;

  private static final String ADDRESS =
      """
      insert into directory.placing (work, key, grp, organization, how, reasons)
      with leader as materialized (
        select distinct on (i.grp) i.grp, i.list, i.code, i.family, i.name_key, i.operator_key,
          i.address_key, i.town_key, i.telephone_key, i.corporate_number
        from directory.incoming i
        where i.work = :work and i.kept and not exists (
          select from directory.placing p where p.work = :work and p.key = i.key)
        order by i.grp, i.key
      ), candidate as (
        select l.grp, o.id as organization, array_remove(array['name',
            case when o.address_key = l.address_key then 'address' else 'town' end,
            case when o.telephone_key = l.telephone_key and o.telephone_key <> '' then 'telephone' end,
            case when o.corporate_number = l.corporate_number then 'corporate-number' end], null)
            as reasons
        from leader l
        join directory.organization o on o.name_key = l.name_key
          and o.base_unit = split_part(l.town_key, '/', 1)
        where directory.family(o.kind) = l.family and length(l.name_key) >= 3
          and (o.address_key = l.address_key and l.address_key <> ''
            or (o.address_key = '' or l.address_key = '') and o.town_key = l.town_key
              and o.telephone_key = l.telephone_key and o.telephone_key <> '')
          and o.merged_into is null and o.closed_on is null
          and (o.code is null or l.code is null or o.code = l.code)
          and (o.operator_key = '' or l.operator_key = '' or o.operator_key = l.operator_key)
          and (o.corporate_number is null or l.corporate_number is null
            or o.corporate_number = l.corporate_number)
          -- A row of the same list is another place, unless it goes and this is the one with its code.
          and not exists (
            select from directory.listing s
            where s.organization = o.id and s.list = l.list
              and ((s.code is null) = (l.code is null) or not exists (
                select from directory.incoming gone
                where gone.work = :work and not gone.kept and gone.key = s.key)))
      ), alone as (
        select min(c.grp) as grp, c.organization, min(c.reasons) as reasons
        from candidate c
        where (select count(*) from candidate o where o.grp = c.grp) = 1
        group by c.organization
        having count(*) = 1
      )
      select :work, i.key, i.grp, a.organization, 'ADDRESS', a.reasons
      from directory.incoming i join alone a on a.grp = i.grp
      where i.work = :work and i.kept
      """;

  private static final String NEW =
      """
      insert into directory.placing (work, key, grp, organization, how, reasons)
      with leader as materialized (
        select unplaced.grp, uuidv7() as organization
        from (
          -- In the order in which they are written: ids that grow are quick to index.
          select distinct i.grp from directory.incoming i
          where i.work = :work and i.kept and not exists (
            select from directory.placing p where p.work = :work and p.key = i.key)
          order by i.grp
        ) unplaced
      )
      select i.work, i.key, i.grp, l.organization, 'NEW', '{}'
      from directory.incoming i join leader l on l.grp = i.grp
      where i.work = :work and i.kept
      """;

  private static final String LOG =
      """
      insert into directory.merger (into_organization, list, key, reasons, import, merged_at,
        merged_by)
      select p.organization, :list, p.key, p.reasons, :work, :now, kernel.account()
      from directory.placing p where p.work = :work and p.how in ('CODE', 'ADDRESS')
      """;

  /** No foreign key watches each row; all together are read beside the organisations they name. */
  private static final String TAKE =
      """
      insert into directory.listing (list, key, scope, organization, kind, code, service,
        corporate_number, operator, name, kana, telephone, fax, postcode, address, base_unit,
        latitude, longitude, position_precision, website, capacity, beds, notes, name_key,
        operator_key, address_key, town_key, telephone_key, since)
      select i.list, i.key, i.scope, o.id, i.kind, i.code, i.service, i.corporate_number,
        i.operator, i.name, i.kana, i.telephone, i.fax, i.postcode, i.address, i.base_unit,
        i.latitude, i.longitude, i.position_precision, i.website, i.capacity, i.beds, i.notes,
        i.name_key, i.operator_key, i.address_key, i.town_key, i.telephone_key, :today
      from directory.incoming i
      join directory.placing p on p.work = i.work and p.key = i.key
      join directory.organization o on o.id = p.organization
      where i.work = :work and i.kept and p.how <> 'KNOWN'
      """;

  private static final String CHANGE =
      """
      update directory.listing l set scope = i.scope, kind = i.kind, code = i.code,
        service = i.service, corporate_number = i.corporate_number, operator = i.operator,
        name = i.name, kana = i.kana, telephone = i.telephone, fax = i.fax, postcode = i.postcode,
        address = i.address, base_unit = i.base_unit, latitude = i.latitude,
        longitude = i.longitude, position_precision = i.position_precision, website = i.website,
        capacity = i.capacity, beds = i.beds, notes = i.notes, name_key = i.name_key,
        operator_key = i.operator_key, address_key = i.address_key, town_key = i.town_key,
        telephone_key = i.telephone_key,
        since = case when l.until is null then l.since else :today end, until = null
      from directory.incoming i
      where i.work = :work and i.kept and l.list = i.list and l.key = i.key
      """;

  private final JdbcClient jdbc;

  Placing(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void place(UUID work, String list, java.time.OffsetDateTime now) {
    for (String step : new String[] {KNOWN, GROUP, CODE, ADDRESS, NEW}) {
      int placed = jdbc.sql(step).param("work", work).param("list", list).update();
      // Of a table that was found empty the planner believes that it stays so.
      if (placed > 0) {
        jdbc.sql("analyze directory.placing").update();
      }
    }
    jdbc.sql(LOG).param("work", work).param("list", list).param("now", now).update();
  }

  /** Writes what the list says now: rows taken, changed, come back or gone. */
  void write(UUID work, LocalDate today) {
    int changed = jdbc.sql(CHANGE).param("work", work).param("today", today).update();
    int taken = jdbc.sql(TAKE).param("work", work).param("today", today).update();
    int kept =
        jdbc.sql("select count(*) from directory.incoming where work = ? and kept")
            .param(work)
            .query(Integer.class)
            .single();
    if (changed + taken != kept) {
      throw new IllegalStateException(kept - changed - taken + " rows found no organisation");
    }
    jdbc.sql(
            """
            update directory.listing l set until = :today
            from directory.incoming i
            where i.work = :work and not i.kept and l.list = i.list and l.key = i.key
            """)
        .param("work", work)
        .param("today", today)
        .update();
    if (kept > MANY) {
      jdbc.sql(
              """
              analyze directory.listing (list, key, organization, kind, code, base_unit, name_key,
                address_key, town_key, telephone_key, position_precision, since, until)
              """)
          .update();
    }
  }

  /** After so many new rows the planner's figures are of another world. */
  private static final int MANY = 2_000;
}
