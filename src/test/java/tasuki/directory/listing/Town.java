package tasuki.directory.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.directory.NewOrganization;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.kernel.Actor;
import tasuki.kernel.Ids;

/**
 * A municipality of its own for each test, in a prefecture that no other test has, with its lists.
 */
final class Town {

  private static final AtomicInteger NUMBER = new AtomicInteger(1);
  private static final String PREFECTURE = "97";

  final String name;
  final String unit;
  final ListDesk desk = new ListDesk();
  private final int number = NUMBER.getAndIncrement();
  private int codes = 1;

  Town() {
    // Letters of the kanji numbers would be read as numbers; 架 and 空 are none.
    name = "試町" + "甲乙丙丁戊己庚辛壬癸".charAt(number / 10 % 10) + "子丑寅卯辰巳午未申酉".charAt(number % 10) + "市";
    unit = PREFECTURE + (200 + number);
    House.as(
        Actor.NOBODY,
        () -> {
          House.bean(Areas.class)
              .add(
                  new BaseUnit(unit, BaseUnit.Kind.MUNICIPALITY, unit, "試験県", name, "", name),
                  LocalDate.of(2020, 4, 1));
          return true;
        });
  }

  /** A code of seven digits that nothing else has. */
  String code() {
    return "%03d%04d".formatted(number, codes++);
  }

  String institution(String code, String name, String address) {
    return PREFECTURE + code + "," + code + "," + name + ",9000001," + this.name + address + "\n";
  }

  static String key(String code) {
    return PREFECTURE + code;
  }

  /** The number under which an institution gives care by the law's fiction (みなし). */
  static String number(String code) {
    return PREFECTURE + "1" + code;
  }

  static final String OFFICES = "都道府県コード又は市町村コード,事業所名,サービスの種類,住所,緯度,経度,電話番号,法人番号,法人の名称,事業所番号,定員\n";

  String office(
      String number, String name, String service, String address, String point, String telephone) {
    return unit + "," + name + "," + service + "," + this.name + address + "," + point + ","
        + telephone + ",,," + number + ",10\n";
  }

  static final String FACILITIES = "ID,正式名称,機関区分,都道府県コード,所在地,所在地座標（緯度）,所在地座標（経度）,合計病床数\n";

  String facility(String name, String kind, String address, String point) {
    return "97%03d%08d,%s,%s,97,試験県%s%s,%s,\n"
        .formatted(number, codes++, name, kind, this.name, address, point);
  }

  Organization enter(
      OrganizationKind kind, String name, @Nullable String code, String address, boolean member) {
    OrganizationId id =
        House.as(
            Actor.NOBODY,
            () ->
                House.bean(Organizations.class)
                    .add(
                        new NewOrganization(
                            kind,
                            name,
                            "シケン",
                            code,
                            "",
                            null,
                            null,
                            "試験県" + this.name + address,
                            unit,
                            member,
                            true,
                            LocalDate.of(2020, 4, 1))));
    return organization(id.value());
  }

  static Organization organization(@Nullable UUID id) {
    return House.bean(Organizations.class)
        .get(new OrganizationId(java.util.Objects.requireNonNull(id)));
  }

  static Organization listed(String list, String key) {
    return organization(ListDesk.organization(list, key));
  }

  static Organization institution(String code) {
    return listed("institutions", key(code));
  }

  static Organization office(String number, String service) {
    return listed("care-offices", number + " " + service);
  }

  /** Somebody who acts for the prefecture. */
  static Actor officer() {
    return new Actor.Member(
        House.bean(Ids.class).next(), House.bean(Ids.class).next(), Actor.Sight.NONE);
  }

  /** The doubts between organisations of this town, as "KIND older/newer". */
  List<String> doubts() {
    return TestDatabase.asOwner()
        .sql(
            """
            select d.kind || ' ' || o.name || '/' || n.name from directory.doubt d
            join directory.organization o on o.id = d.older
            join directory.organization n on n.id = d.newer
            where (o.base_unit = :unit or n.base_unit = :unit) and d.answer is null
            order by 1
            """)
        .param("unit", unit)
        .query((row, _) -> String.valueOf(row.getString(1)))
        .list();
  }

  UUID doubt() {
    return TestDatabase.asOwner()
        .sql(
            """
            select d.id from directory.doubt d join directory.organization n on n.id = d.newer
            where n.base_unit = ?
            """)
        .param(unit)
        .query(UUID.class)
        .single();
  }
}
