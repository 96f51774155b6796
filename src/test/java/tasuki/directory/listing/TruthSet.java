package tasuki.directory.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tasuki.House;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.kernel.Actor;

/**
 * Lists of a prefecture of which it is known which rows are one place: the same places spelt in the
 * many ways of real lists, beside places that only look like one another.
 */
final class TruthSet {

  /** A row by its list and key, and the place that it truly speaks of. */
  record Row(String list, String key, int place) {}

  private static final String PREFECTURE = "96";
  private static final String[] WORDS = {
    "髙橋", "斎藤", "渡辺", "浜田", "広瀬", "沢井", "桜井", "さかえ", "みなと", "ひばり", "あおぞら", "花園", "緑ヶ丘", "堀之内", "光",
    "大嶋"
  };
  private static final String[] CLINICS = {"クリニック", "医院", "診療所", "内科クリニック", "整形外科", "病院"};
  private static final String[] TOWNS = {"本町", "大字池戸", "栄町", "字堀之内", "緑ヶ丘", "花見東", "萩原", "出来庭"};
  private static final String[] CORPORATIONS = {"恵愛会", "慈光会", "和心会", "青葉会", "めぐみ会"};

  final StringBuilder institutions = new StringBuilder();
  final StringBuilder laterInstitutions = new StringBuilder();
  final StringBuilder offices = new StringBuilder(Town.OFFICES);
  final StringBuilder facilities = new StringBuilder(Town.FACILITIES);
  final List<Row> rows = new ArrayList<>();

  /** The code before and the code after, of places that go on under a new one. */
  final Map<String, String> successions = new HashMap<>();

  private final Random random = new Random(20261128);
  private final List<String> municipalities = new ArrayList<>();
  private int places;
  private int codes = 1;

  TruthSet(int size) {
    House.as(
        Actor.NOBODY,
        () -> {
          for (int number = 0; number < 6; number++) {
            String name = "真町" + "東西南北中央".charAt(number) + "市";
            String code = PREFECTURE + (201 + number);
            municipalities.add(name);
            House.bean(Areas.class)
                .add(
                    new BaseUnit(code, BaseUnit.Kind.MUNICIPALITY, code, "真実県", name, "", name),
                    LocalDate.of(2020, 4, 1));
          }
          return true;
        });
    for (int number = 0; number < size; number++) {
      switch (number % 10) {
        case 0, 1, 2, 3 -> clinic();
        case 4 -> sameBuilding();
        case 5 -> sameNameNearby();
        case 6 -> wrongCode();
        case 7 -> succession();
        case 8 -> sameOwner();
        default -> dentist();
      }
    }
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  private String code() {
    return "%07d".formatted(1_000_000 + codes++);
  }

  /** An address in parts, so that it can be spelt in several ways. */
  private record Address(String municipality, String town, int chome, int ban, int go) {}

  private Address address() {
    return new Address(
        municipalities.get(random.nextInt(municipalities.size())),
        // Each place gets a town of its own number, so that only what is planted looks alike.
        pick(TOWNS) + "第" + places + "区",
        1 + random.nextInt(8),
        1 + random.nextInt(40),
        1 + random.nextInt(40));
  }

  private static final String KANJI = "〇一二三四五六七八九";

  private String spelt(Address at) {
    String town = random.nextBoolean() ? at.town() : at.town().replace("大字", "").replace("字", "");
    if (random.nextBoolean()) {
      town = town.replace("之", "ノ").replace("ヶ", "ケ");
    }
    String numbers =
        switch (random.nextInt(5)) {
          case 0 -> at.chome() + "丁目" + at.ban() + "番" + at.go() + "号";
          case 1 -> KANJI.charAt(at.chome()) + "丁目" + at.ban() + "番地の" + at.go();
          case 2 -> at.chome() + "-" + at.ban() + "-" + at.go();
          case 3 ->
              random.nextInt(8) == 0
                  ? at.chome() + "丁目" + at.ban()
                  : at.chome() + "丁目" + at.ban() + "－" + at.go() + "　第２ビル３Ｆ";
          default -> at.chome() + "−" + at.ban() + "−" + at.go() + " メディカルモール201号室";
        };
    if (random.nextBoolean()) {
      numbers = wide(numbers);
    }
    return (random.nextInt(3) == 0 ? "真実県" : "") + at.municipality() + town + numbers;
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    for (char letter : text.toCharArray()) {
      wide.append(letter >= '0' && letter <= '9' ? (char) (letter + 0xFEE0) : letter);
    }
    return wide.toString();
  }

  private String spelt(String corporation, String name) {
    String other =
        random.nextBoolean()
            ? name.replace("髙", "高").replace("斎", "齋").replace("浜", "濱").replace("広", "廣")
            : name.replace("沢", "澤").replace("桜", "櫻").replace("渡辺", "渡邉");
    if (random.nextInt(40) == 0) {
      // 外字: the list's own letter for 髙, which nobody else can read.
      other = "\uE38B" + other.substring(1);
    }
    return switch (random.nextInt(5)) {
      case 0 -> "医療法人社団 " + corporation + " " + other;
      case 1 -> "医療法人" + corporation + "　" + other;
      case 2 -> "（医社）" + corporation + " " + other;
      case 3 -> other.replace("クリニック", " クリニック");
      default -> other;
    };
  }

  private void institution(
      StringBuilder list, String code, String name, String address, int place) {
    list.append("%s%s,%s,%s,9600001,%s%n".formatted(PREFECTURE, code, code, name, address));
    rows.add(new Row("institutions", PREFECTURE + code, place));
  }

  private void both(String code, String name, String address, int place) {
    institution(institutions, code, name, address, place);
    laterInstitutions.append(
        "%s%s,%s,%s,9600001,%s%n".formatted(PREFECTURE, code, code, name, address));
  }

  private void facility(String name, String kind, String address, int place) {
    String id = "96%011d".formatted(codes++);
    facilities.append("%s,%s,%s,96,%s,,,%n".formatted(id, name, kind, address));
    rows.add(new Row("facilities", id, place));
  }

  private void office(
      String number, String name, String service, String address, String telephone, int place) {
    offices.append(
        "%s,%s,%s,%s,,,%s,,,%s,10%n"
            .formatted(PREFECTURE, name, service, address, telephone, number));
    rows.add(new Row("care-offices", number + " " + service, place));
  }

  private String name() {
    return pick(WORDS) + pick(CLINICS);
  }

  /** A clinic in three lists, with home nursing of its own and a station beside it. */
  private void clinic() {
    int place = places++;
    Address at = address();
    String corporation = pick(CORPORATIONS);
    String name = name();
    String code = code();
    both(code, spelt(corporation, name), spelt(at), place);
    facility(spelt(corporation, name), name.contains("病院") ? "1" : "2", spelt(at), place);
    office(PREFECTURE + "1" + code, spelt(corporation, name), "訪問看護", spelt(at), "", place);
    office(PREFECTURE + "6" + code, name + "訪問看護ステーション", "訪問看護", spelt(at), "", places++);
  }

  /** Two doctors of different corporations behind one door, under names that say nothing. */
  private void sameBuilding() {
    Address at = address();
    both(code(), "医療法人社団 恵愛会 内科クリニック", spelt(at), places++);
    facility("医療法人社団 和心会 内科クリニック", "2", spelt(at), places++);
    both(code(), pick(WORDS) + "第一眼科", spelt(at), places++);
    facility(pick(WORDS) + "第二皮膚科", "2", spelt(at), places++);
  }

  /** Two of one name in one town, a few doors from each other. */
  private void sameNameNearby() {
    Address at = address();
    String name = name();
    Address next = new Address(at.municipality(), at.town(), at.chome(), at.ban(), at.go() + 1);
    both(code(), name, spelt(at), places++);
    facility(name, "2", spelt(next), places++);
  }

  /** An office that wrote the number of a clinic that it has nothing to do with. */
  private void wrongCode() {
    String code = code();
    both(code, name() + "本院", spelt(address()), places++);
    office(PREFECTURE + "1" + code, "ほかの" + places + "病院", "訪問看護", spelt(address()), "", places++);
  }

  /** 法人化 or 移転: the code goes, another comes at the same name and place. */
  private void succession() {
    int place = places++;
    Address at = address();
    String name = name();
    String before = code();
    String after = code();
    institution(institutions, before, name, spelt(at), place);
    institution(laterInstitutions, after, "医療法人社団 慈光会 " + name, spelt(at), place);
    successions.put(PREFECTURE + before, PREFECTURE + after);
  }

  /** Two offices of one owner with one telephone, under like names in one town. */
  private void sameOwner() {
    Address at = address();
    Address other = new Address(at.municipality(), at.town(), at.chome() + 1, at.ban(), at.go());
    String word = pick(WORDS);
    String number = code();
    office(PREFECTURE + "7" + number, word + "ケアセンター", "訪問介護", spelt(at), "000-111-2222", places++);
    office(
        PREFECTURE + "7" + code(),
        word + "ケアセンター東",
        "訪問介護",
        spelt(other),
        "000-111-2222",
        places++);
  }

  /** A dentist and a doctor of one family, at one address under one name. */
  private void dentist() {
    Address at = address();
    String word = pick(WORDS);
    both(code(), word + "医院", spelt(at), places++);
    facility(word + "医院", "3", spelt(at), places++);
    facility(word + "薬局", "5", spelt(at), places++);
  }
}
