package tasuki.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.kernel.Ids;

/** The areas of the prefecture and the base units they are made of, on any date. */
@Service
@Transactional
public class Areas {

  private final JdbcClient jdbc;
  private final Ids ids;

  Areas(JdbcClient jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  /** Adds a base unit that exists since the date. */
  public void add(BaseUnit unit, LocalDate validFrom) {
    jdbc.sql(
            """
            insert into area.base_unit (code, kind, municipality, prefecture, name, kana, name_en,
              valid_from)
            values (:code, :kind, :municipality, :prefecture, :name, :kana, :english, :from)
            """)
        .param("code", unit.code())
        .param("kind", unit.kind().name())
        .param("municipality", unit.municipality())
        .param("prefecture", unit.prefecture())
        .param("name", unit.name())
        .param("kana", unit.kana())
        .param("english", unit.nameEnglish())
        .param("from", validFrom)
        .update();
  }

  /** Founds an area that consists of these base units since the date. */
  public AreaId found(
      AreaKind kind,
      String code,
      String name,
      String nameEnglish,
      LocalDate validFrom,
      Collection<String> baseUnits) {
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into area.area (id, kind, code, name, name_en, valid_from)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(id, kind.name(), code, name, nameEnglish, validFrom)
        .update();
    for (String unit : baseUnits) {
      jdbc.sql("insert into area.part (area, base_unit, valid_from) values (?, ?, ?)")
          .params(id, unit, validFrom)
          .update();
    }
    return new AreaId(id);
  }

  /** All areas of a kind on the date, in the order of their codes. */
  @Transactional(readOnly = true)
  public List<Area> ofKind(AreaKind kind, LocalDate date) {
    return jdbc.sql(
            """
            select * from area.area
            where kind = :kind and valid_from <= :date
              and (valid_until is null or valid_until > :date)
            order by code
            """)
        .param("kind", kind.name())
        .param("date", date)
        .query(Areas::area)
        .list();
  }

  /** The area, of whatever date. */
  @Transactional(readOnly = true)
  public Optional<Area> find(AreaId id) {
    return jdbc.sql("select * from area.area where id = ?")
        .param(id.value())
        .query(Areas::area)
        .optional();
  }

  /** The areas of a kind in which a base unit lies on the date. */
  @Transactional(readOnly = true)
  public List<Area> around(String baseUnit, AreaKind kind, LocalDate date) {
    return jdbc.sql(
            """
            select area.* from area.area area
            join area.part part on part.area = area.id
            where part.base_unit = :unit and area.kind = :kind
              and part.valid_from <= :date
              and (part.valid_until is null or part.valid_until > :date)
              and area.valid_from <= :date
              and (area.valid_until is null or area.valid_until > :date)
            order by area.code
            """)
        .param("unit", baseUnit)
        .param("kind", kind.name())
        .param("date", date)
        .query(Areas::area)
        .list();
  }

  /** The codes of the base units that share an area of the kind with this one, itself included. */
  @Transactional(readOnly = true)
  public Set<String> neighbours(String baseUnit, AreaKind kind, LocalDate date) {
    Set<String> units = new TreeSet<>(Set.of(baseUnit));
    around(baseUnit, kind, date)
        .forEach(area -> parts(area.id(), date).stream().map(BaseUnit::code).forEach(units::add));
    return units;
  }

  /** The base units of an area on the date, in the order of their codes. */
  @Transactional(readOnly = true)
  public List<BaseUnit> parts(AreaId area, LocalDate date) {
    return jdbc.sql(
            """
            select unit.* from area.base_unit unit
            join area.part part on part.base_unit = unit.code
            where part.area = :area and part.valid_from <= :date
              and (part.valid_until is null or part.valid_until > :date)
            order by unit.code
            """)
        .param("area", area.value())
        .param("date", date)
        .query(Areas::baseUnit)
        .list();
  }

  /**
   * The base units that stand in one of the prefecture's areas on the date, in the order of their
   * codes. Those of other prefectures are known too, but nobody lives or works there for us.
   */
  @Transactional(readOnly = true)
  public List<BaseUnit> baseUnits(LocalDate date) {
    return jdbc.sql(
            """
            select * from area.base_unit unit
            where valid_from <= :date and (valid_until is null or valid_until > :date)
              and exists (select from area.part part
                where part.base_unit = unit.code and part.valid_from <= :date
                  and (part.valid_until is null or part.valid_until > :date))
            order by code
            """)
        .param("date", date)
        .query(Areas::baseUnit)
        .list();
  }

  /** Every municipality and ward of the country that is known, in the order of their codes. */
  @Transactional(readOnly = true)
  public List<BaseUnit> everywhere() {
    return jdbc.sql(
            """
            select * from area.base_unit where kind in ('MUNICIPALITY', 'WARD') order by code
            """)
        .query(Areas::baseUnit)
        .list();
  }

  private static Area area(ResultSet row, int number) throws SQLException {
    return new Area(
        new AreaId(row.getObject("id", UUID.class)),
        AreaKind.valueOf(row.getString("kind")),
        row.getString("code"),
        row.getString("name"),
        row.getString("name_en"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_until", LocalDate.class));
  }

  private static BaseUnit baseUnit(ResultSet row, int number) throws SQLException {
    return new BaseUnit(
        row.getString("code"),
        BaseUnit.Kind.valueOf(row.getString("kind")),
        row.getString("municipality"),
        row.getString("prefecture"),
        row.getString("name"),
        row.getString("kana"),
        row.getString("name_en"));
  }
}
