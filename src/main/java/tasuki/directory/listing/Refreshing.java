package tasuki.directory.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Brings organisations in line with what the lists say of them now. What a person entered is never
 * overwritten; of several lists the first that says something is believed, of positions the most
 * exact.
 */
@Repository
public class Refreshing {

  private static final String MAKE =
      """
      insert into directory.organization (id, kind, name, kana, code, telephone, fax, postcode,
        address, base_unit, member, outside_prefecture, opened_on,
        corporate_number, website, latitude, longitude, position_precision, position_source,
        name_key, operator_key, address_key, town_key, telephone_key)
      select distinct on (i.grp) p.organization, i.kind, i.name, i.kana,
        case when not exists (select from directory.organization o
          where o.kind = i.kind and o.code = i.code and o.closed_on is null) then i.code end,
        i.telephone, i.fax, i.postcode, i.address, i.base_unit, false, i.outside, :today,
        i.corporate_number, i.website, i.latitude, i.longitude, i.position_precision,
        case when i.latitude is not null then i.list end, i.name_key, i.operator_key,
        i.address_key, i.town_key, i.telephone_key
      from directory.incoming i
      join directory.placing p on p.work = i.work and p.key = i.key
      where i.work = :work and p.how = 'NEW'
      order by i.grp, i.key
      """;

  private static final String TOUCH =
      """
      insert into directory.touched (work, organization, made)
      select :work, p.organization, bool_or(p.how = 'NEW')
      from directory.placing p where p.work = :work group by p.organization
      union all
      select distinct :work, l.organization, false
      from directory.incoming i join directory.listing l on l.list = i.list and l.key = i.key
      where i.work = :work and not i.kept and not exists (
        select from directory.placing p where p.work = :work and p.organization = l.organization)
      """;

  /**
   * What all open rows say of each organisation together. A list that lacks something does not
   * erase it; only undoing an import takes away what it had brought.
   */
  private static final String SAID =
      """
      with ranked as (
        select l.*, case l.list when 'institutions' then 1 when 'care-offices' then 2
          when 'facilities' then 3 else 4 end as r
        from directory.listing l
        join directory.touched t on t.work = :work and t.organization = l.organization and not t.made
        where l.until is null
      ), said as (
        select organization,
          (array_agg(kind order by case when list = 'facilities' then 0 when r = 4 then 1 else 2 end, r,
            key))[1] as kind,
          (array_agg(name order by r, key))[1] as name,
          (array_agg(address order by r, key))[1] as address,
          (array_agg(base_unit order by r, key))[1] as base_unit,
          (array_agg(code order by r, key) filter (where code is not null))[1] as code,
          (array_agg(kana order by r, key) filter (where kana <> ''))[1] as kana,
          (array_agg(telephone order by r, key) filter (where telephone <> ''))[1] as telephone,
          (array_agg(fax order by r, key) filter (where fax is not null))[1] as fax,
          (array_agg(postcode order by r, key) filter (where postcode is not null))[1] as postcode,
          (array_agg(corporate_number order by r, key)
            filter (where corporate_number is not null))[1] as corporate_number,
          (array_agg(website order by r, key) filter (where website is not null))[1] as website,
          (array_agg(latitude order by position_precision, r, key)
            filter (where latitude is not null))[1] as latitude,
          (array_agg(longitude order by position_precision, r, key)
            filter (where latitude is not null))[1] as longitude,
          (array_agg(position_precision order by position_precision, r, key)
            filter (where latitude is not null))[1] as position_precision,
          (array_agg(list order by position_precision, r, key)
            filter (where latitude is not null))[1] as position_source
        from (select organization, kind, name, address, base_unit, code, kana, telephone, fax,
            postcode, corporate_number, website, latitude, longitude, list, r, key,
            case position_precision when 'POINT' then '0POINT' when 'TOWN' then '1TOWN'
              when 'MUNICIPALITY' then '2MUNICIPALITY' end as position_precision
          from ranked) ordered
        group by organization
      ), fresh as (
        select o.id,
          case when 'kind' = any (o.entered) or s.kind is null
              or directory.family(o.kind) <> directory.family(s.kind) then o.kind else s.kind end as kind,
          case when 'name' = any (o.entered) or s.name is null then o.name else s.name end as name,
          case when 'address' = any (o.entered) or s.address is null then o.address
            else s.address end as address,
          case when 'base_unit' = any (o.entered) or s.name is null then o.base_unit
            else s.base_unit end as base_unit,
          case when 'code' = any (o.entered) then o.code
            when s.code is null then case when :undoing and s.name is not null then null else o.code end
            when exists (select from directory.organization other where other.kind = o.kind
              and other.code = s.code and other.closed_on is null and other.id <> o.id) then o.code
            else s.code end as code,
          case when 'kana' = any (o.entered) then o.kana
            else coalesce(s.kana, case when :undoing then '' else o.kana end) end as kana,
          case when 'telephone' = any (o.entered) then o.telephone
            else coalesce(s.telephone, case when :undoing then '' else o.telephone end) end as telephone,
          case when 'fax' = any (o.entered) then o.fax
            else coalesce(s.fax, case when :undoing then null else o.fax end) end as fax,
          case when 'postcode' = any (o.entered) then o.postcode
            else coalesce(s.postcode, case when :undoing then null else o.postcode end) end as postcode,
          coalesce(s.corporate_number, case when :undoing then null else o.corporate_number end)
            as corporate_number,
          coalesce(s.website, case when :undoing then null else o.website end) as website,
          case when kept.position then o.latitude else s.latitude end as latitude,
          case when kept.position then o.longitude else s.longitude end as longitude,
          case when kept.position then o.position_precision else substr(s.position_precision, 2) end
            as position_precision,
          case when kept.position then o.position_source else s.position_source end
            as position_source
        from directory.organization o
        join directory.touched t on t.work = :work and t.organization = o.id and not t.made
        left join said s on s.organization = o.id
        cross join lateral (select 'position' = any (o.entered) or s.latitude is null
          and (o.position_source = 'MIDDLE' or s.name is null and not :undoing) as position) kept
      )
      """;

  private static final String CHANGE =
      SAID
          + """
          update directory.organization o set kind = f.kind, name = f.name, address = f.address,
            base_unit = f.base_unit, code = f.code, kana = f.kana, telephone = f.telephone,
            fax = f.fax, postcode = f.postcode, corporate_number = f.corporate_number,
            website = f.website, latitude = f.latitude, longitude = f.longitude,
            position_precision = f.position_precision, position_source = f.position_source,
            name_key = null, version = o.version + 1
          from fresh f
          where o.id = f.id and (o.kind, o.name, o.address, o.base_unit, o.code, o.kana, o.telephone,
              o.fax, o.postcode, o.corporate_number, o.website, o.latitude, o.longitude,
              o.position_precision)
            is distinct from (f.kind, f.name, f.address, f.base_unit, f.code, f.kana, f.telephone,
              f.fax, f.postcode, f.corporate_number, f.website, f.latitude, f.longitude,
              f.position_precision)
          """;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  Refreshing(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  /** After so many new rows the planner's figures are of another world. */
  private static final int MANY = 2_000;

  /** Makes the organisations that are new, and notes which others may differ now. */
  void make(UUID work, LocalDate today) {
    int made = jdbc.sql(MAKE).param("work", work).param("today", today).update();
    jdbc.sql(TOUCH).param("work", work).update();
    jdbc.sql("analyze directory.touched").update();
    if (made > MANY) {
      jdbc.sql(
              """
              analyze directory.organization (id, kind, code, base_unit, name_key, address_key,
                town_key, telephone_key, corporate_number, closed_on, merged_into)
              """)
          .update();
    }
  }

  /** Notes one organisation as touched by some work. */
  public void touch(UUID work, UUID organization) {
    jdbc.sql("insert into directory.touched (work, organization, made) values (?, ?, false)")
        .params(work, organization)
        .update();
  }

  /** Lets every touched organisation say what its lists say. */
  public void refresh(UUID work, boolean undoing, Municipalities municipalities) {
    jdbc.sql(CHANGE).param("work", work).param("undoing", undoing).update();
    spell(municipalities);
  }

  /**
   * Organisations of which no list speaks any more close; those of which one speaks open again.
   * What was just made stands in a list and is open.
   */
  public void close(UUID work, LocalDate today) {
    jdbc.sql(
            """
            update directory.organization o set closed_on = greatest(o.opened_on, :today),
              version = o.version + 1
            from directory.touched t
            where t.work = :work and not t.made and o.id = t.organization and o.closed_on is null
              and o.merged_into is null and not o.member and o.entered = '{}'
              and not exists (select from directory.listing l
                where l.organization = o.id and l.until is null)
              and not exists (select from directory.doubt d where d.older = o.id
                and d.kind = 'SUCCESSION' and (d.answer is null or d.answer = 'LATER'))
            """)
        .param("work", work)
        .param("today", today)
        .update();
    jdbc.sql(
            """
            update directory.organization o set closed_on = null, version = o.version + 1
            from directory.touched t
            where t.work = :work and not t.made and o.id = t.organization
              and o.closed_on is not null
              and o.merged_into is null and 'closed_on' <> all (o.entered)
              and exists (select from directory.listing l
                where l.organization = o.id and l.until is null)
              and not exists (select from directory.organization other where other.kind = o.kind
                and other.code = o.code and other.closed_on is null)
            """)
        .param("work", work)
        .update();
  }

  /** Opens what closed only because no list spoke of it, while somebody has to decide about it. */
  public void reopen(UUID work) {
    jdbc.sql(
            """
            update directory.organization o set closed_on = null, version = o.version + 1
            from directory.touched t
            where t.work = :work and o.id = t.organization and o.closed_on is not null
              and o.merged_into is null and 'closed_on' <> all (o.entered)
              and exists (select from directory.doubt d where d.older = o.id
                and d.kind = 'SUCCESSION' and (d.answer is null or d.answer = 'LATER'))
            """)
        .param("work", work)
        .update();
  }

  /** The work is done; nothing of it need be remembered. */
  public void done(UUID work) {
    for (String table : new String[] {"incoming", "placing", "touched"}) {
      jdbc.sql("delete from directory." + table + " where work = ?").param(work).update();
    }
  }

  private static final int PORTION = 5_000;

  private record Unspelled(
      UUID id, String name, String address, String telephone, @Nullable String baseUnit) {}

  /** Makes the spelling of every organisation that lacks it. */
  public void spell(Municipalities municipalities) {
    while (true) {
      List<Unspelled> some =
          jdbc.sql(
                  """
                  select id, name, address, telephone, base_unit
                  from directory.organization where name_key is null limit :most
                  """)
              .param("most", PORTION)
              .query(
                  (row, _) ->
                      new Unspelled(
                          row.getObject("id", UUID.class),
                          row.getString("name"),
                          row.getString("address"),
                          row.getString("telephone"),
                          row.getString("base_unit")))
              .list();
      if (some.isEmpty()) {
        return;
      }
      write(some, municipalities);
    }
  }

  private void write(List<Unspelled> some, Municipalities municipalities) {
    List<Object[]> rows = new ArrayList<>();
    for (Unspelled one : some) {
      Spelling spelling =
          Spelling.of(one.name(), one.address(), one.telephone(), one.baseUnit(), municipalities);
      rows.add(
          new Object[] {
            spelling.nameKey(),
            spelling.operatorKey(),
            spelling.addressKey(),
            spelling.townKey(),
            spelling.telephoneKey(),
            one.id()
          });
    }
    template.batchUpdate(
        """
        update directory.organization set name_key = ?, operator_key = ?, address_key = ?, town_key = ?,
          telephone_key = ?
        where id = ?
        """,
        rows);
  }
}
