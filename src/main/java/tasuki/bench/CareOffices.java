package tasuki.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import tasuki.area.BaseUnit;

/**
 * Writes care offices in the layout and with the faults of the published ones, in the real
 * municipalities of the country and under names that nobody has. The same every time.
 */
final class CareOffices {

  private static final String HEADING =
      "都道府県コード又は市町村コード,No,都道府県名,市区町村名,事業所名,事業所名カナ,サービスの種類,住所,方書（ビル名等）,緯度,経度,電話番号,FAX番号,法人番号,"
          + "法人の名称,事業所番号,利用可能曜日,利用可能曜日特記事項,定員,URL,高齢者の方と障害者の方が同時一体的に利用できるサービス,"
          + "介護保険の通常の指定基準を満たしている,障害福祉の通常の指定基準を満たしている,備考\r\n";

  /** A service, the third digit of the numbers of those who give it, and what they are called. */
  private record Service(String name, char digit, String called, String kana) {}

  /** About as often as they are given. */
  private static final List<Service> SERVICES =
      List.of(
          new Service("訪問介護", '7', "ヘルパーステーション", "ヘルパーステーション"),
          new Service("通所介護", '7', "デイサービス", "デイサービス"),
          new Service("居宅介護支援", '7', "ケアプランセンター", "ケアプランセンター"),
          new Service("訪問看護", '6', "訪問看護ステーション", "ホウモンカンゴステーション"),
          new Service("訪問看護", '1', "クリニック", "クリニック"),
          new Service("居宅療養管理指導", '4', "薬局", "ヤッキョク"),
          new Service("地域密着型通所介護", '9', "デイサービス", "デイサービス"),
          new Service("福祉用具貸与", '7', "福祉用具", "フクシヨウグ"),
          new Service("認知症対応型共同生活介護", '9', "グループホーム", "グループホーム"),
          new Service("小規模多機能型居宅介護", '9', "小規模多機能ホーム", "ショウキボタキノウホーム"),
          new Service("介護老人福祉施設", '7', "苑", "エン"),
          new Service("地域包括支援センター", '0', "地域包括支援センター", "チイキホウカツシエンセンター"));

  private final Random random = new Random(250_000);
  private final MadeUp madeUp;
  private final BufferedWriter out;

  private CareOffices(List<BaseUnit> everywhere, BufferedWriter out) {
    this.madeUp = new MadeUp(everywhere, random);
    this.out = out;
  }

  static void write(Path file, List<BaseUnit> everywhere, int rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write('\uFEFF');
      out.write(HEADING);
      CareOffices offices = new CareOffices(everywhere, out);
      for (int row = 1, number = 1; row <= rows; number++) {
        row += offices.office(row, number, rows);
      }
    }
  }

  /** Writes one office with its services; answers how many rows that made. */
  private int office(int row, int number, int rows) throws IOException {
    BaseUnit unit = madeUp.unit();
    Service service = SERVICES.get(random.nextInt(SERVICES.size()));
    String word = madeUp.word();
    String code = unit.code().substring(0, 2) + service.digit() + "%07d".formatted(number);
    String name = madeUp.oneIn(2) ? word + service.called() : service.called() + word;
    String shared =
        String.join(
            ",",
            name(name),
            MadeUp.kana(word) + service.kana(),
            "%s",
            madeUp.address(unit),
            madeUp.oneIn(8)
                ? "第" + (1 + random.nextInt(9)) + "ビル" + (1 + random.nextInt(5)) + "Ｆ"
                : "",
            point(unit),
            telephone(),
            madeUp.oneIn(2) ? telephone() : "",
            corporateNumber(),
            madeUp.oneIn(3) ? "株式会社" + word : "社会福祉法人 " + word + "会",
            madeUp.oneIn(300) ? code.substring(1) : code,
            "平日,,",
            madeUp.oneIn(400) ? "若干名" : madeUp.oneIn(2) ? "" : "" + (5 + random.nextInt(90)),
            madeUp.oneIn(60)
                ? "www.example.jp"
                : madeUp.oneIn(2) ? "" : "https://example.jp/" + number);
    int services = service.digit() == '7' && row < rows - 1 && madeUp.oneIn(4) ? 2 : 1;
    for (int at = 0; at < services; at++) {
      String given = at == 0 ? service.name() : "介護予防" + service.name();
      out.write(
          "%s,%d,%s,%s,%s,,,,%n"
              .formatted(
                  madeUp.oneIn(50) ? unit.code() + "9" : unit.code(),
                  row + at,
                  unit.prefecture(),
                  unit.name(),
                  shared.formatted(madeUp.oneIn(2_000) ? "その他のサービス" : given)));
    }
    return services;
  }

  /** Names come with spaces, in half width, and once in a while not at all. */
  private String name(String name) {
    return madeUp.oneIn(5_000)
        ? ""
        : madeUp.oneIn(40) ? name.substring(0, 2) + "　" + name.substring(2) : name;
  }

  /** Somewhere around the middle of its municipality, and the known faults. */
  private String point(BaseUnit unit) {
    MadeUp.Point point = madeUp.point(unit);
    return switch (random.nextInt(100)) {
      case 0, 1, 2, 3 -> "0,0";
      case 4 -> ",";
      case 5 -> "%.4f,%.4f".formatted(point.north() + 4, point.east() + 4);
      case 6 -> "%.1f,%.1f".formatted(point.north(), point.east());
      case 7 -> "%.6f,%.6f".formatted(point.east(), point.north());
      default -> "%.6f,%.6f".formatted(point.north(), point.east());
    };
  }

  private String telephone() {
    String number =
        "0%d-%04d-%04d"
            .formatted(3 + random.nextInt(6), random.nextInt(10_000), random.nextInt(10_000));
    return madeUp.oneIn(200)
        ? number.substring(0, 7)
        : madeUp.oneIn(30) ? number.replace('-', '－') : number;
  }

  private String corporateNumber() {
    StringBuilder digits = new StringBuilder();
    int sum = 0;
    for (int place = 12; place >= 1; place--) {
      int digit = random.nextInt(10);
      digits.append(digit);
      sum += digit * (place % 2 == 1 ? 1 : 2);
    }
    int check = 9 - sum % 9;
    return madeUp.oneIn(20) ? "" : (madeUp.oneIn(500) ? check % 9 + 1 : check) + digits.toString();
  }
}
