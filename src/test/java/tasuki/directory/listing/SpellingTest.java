package tasuki.directory.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tasuki.area.BaseUnit;

class SpellingTest {

  private static final Municipalities MUNICIPALITIES =
      new Municipalities(
          List.of(
              unit("01101", BaseUnit.Kind.WARD, "北海道", "札幌市中央区"),
              unit("01106", BaseUnit.Kind.WARD, "北海道", "札幌市南区"),
              unit("01100", BaseUnit.Kind.MUNICIPALITY, "北海道", "札幌市"),
              unit("01403", BaseUnit.Kind.MUNICIPALITY, "北海道", "古宇郡泊村"),
              unit("01696", BaseUnit.Kind.MUNICIPALITY, "北海道", "国後郡泊村"),
              unit("13101", BaseUnit.Kind.MUNICIPALITY, "東京都", "千代田区"),
              unit("13206", BaseUnit.Kind.MUNICIPALITY, "東京都", "府中市"),
              unit("27140", BaseUnit.Kind.MUNICIPALITY, "大阪府", "堺市"),
              unit("27141", BaseUnit.Kind.WARD, "大阪府", "堺市堺区"),
              unit("34208", BaseUnit.Kind.MUNICIPALITY, "広島県", "府中市"),
              unit("34302", BaseUnit.Kind.MUNICIPALITY, "広島県", "安芸郡府中町"),
              unit("34307", BaseUnit.Kind.MUNICIPALITY, "広島県", "安芸郡熊野町"),
              unit("37341", BaseUnit.Kind.MUNICIPALITY, "香川県", "木田郡三木町"),
              unit("44201", BaseUnit.Kind.MUNICIPALITY, "大分県", "大分市")));

  private static BaseUnit unit(String code, BaseUnit.Kind kind, String prefecture, String name) {
    return new BaseUnit(code, kind, code, prefecture, name, "", name);
  }

  private static AddressText address(String prefecture, String address) {
    return AddressText.of(prefecture, address, MUNICIPALITIES);
  }

  private static @Nullable String unitOf(String prefecture, String address) {
    return address(prefecture, address).unit();
  }

  @Test
  void the_municipality_is_found_with_or_without_prefecture_and_county() {
    assertThat(unitOf("01", "札幌市南区川沿１３条２丁目１番３８号")).isEqualTo("01106");
    assertThat(unitOf("01", "北海道札幌市南区川沿13条")).isEqualTo("01106");
    assertThat(unitOf("37", "木田郡三木町大字池戸１７５０番地１")).isEqualTo("37341");
    assertThat(unitOf("37", "三木町池戸1750-1")).isEqualTo("37341");
    assertThat(unitOf("27", "堺市石津町三丁２番７号")).isEqualTo("27140");
  }

  @Test
  void the_same_name_in_two_prefectures_is_told_by_the_code_and_within_one_by_its_county() {
    assertThat(unitOf("13", "府中市宮西町２－２４")).isEqualTo("13206");
    assertThat(unitOf("34", "府中市府川町３１５")).isEqualTo("34208");
    assertThat(unitOf("34", "府中町大通3-5-1")).isEqualTo("34302");
    assertThat(unitOf("01", "古宇郡泊村大字茅沼村")).isEqualTo("01403");
    assertThat(unitOf("01", "泊村大字茅沼村")).isNull();
  }

  @Test
  void a_prefecture_is_told_from_a_city_that_begins_alike() {
    assertThat(MUNICIPALITIES.prefectureOf(AddressText.spelled("大分県大分市府内町"))).isEqualTo("44");
    assertThat(MUNICIPALITIES.prefectureOf(AddressText.spelled("大分市府内町"))).isNull();
    assertThat(MUNICIPALITIES.prefectureOf("大")).isNull();
  }

  @Test
  void one_address_in_its_many_spellings_is_one() {
    for (List<String> one :
        List.of(
            List.of("札幌市南区川沿１３条２丁目１番３８号", "札幌市南区川沿十三条二丁目1-38", "北海道札幌市南区川沿13条2丁目1番地38 第2ビル３Ｆ"),
            List.of("札幌市中央区南２２条西１４丁目１番２０号", "札幌市中央区南22条西14-1-20"),
            List.of("札幌市中央区本通９丁目南５番１１号", "札幌市中央区本通9-南5-11"))) {
      assertThat(one)
          .extracting(text -> address("01", text).key())
          .containsOnly(address("01", one.getFirst()).key());
    }
    for (List<String> one :
        List.of(
            List.of(
                "安芸郡熊野町萩原６丁目２７番５号",
                "熊野町萩原六丁目27番地の5",
                "熊野町萩原6−27−5 クリニックビル201",
                "広島県安芸郡熊野町 萩原6丁目27番5"),
            List.of("熊野町字出来庭1234番地", "熊野町出来庭１２３４"),
            List.of("熊野町霞ヶ丘二丁目3-1", "熊野町霞が丘2丁目3-1", "熊野町霞ケ丘２ー３ー１"),
            List.of("熊野町堀之内二丁目２９番１４号 ライオンズマンション1階", "熊野町堀ノ内2-29-14"))) {
      assertThat(one)
          .extracting(text -> address("34", text).key())
          .containsOnly(address("34", one.getFirst()).key());
    }
    assertThat(address("27", "堺市堺区石津町三丁２番７号").key())
        .isEqualTo(address("27", "堺市堺区石津町3丁2-7").key())
        .isNotEmpty();
  }

  @Test
  void different_addresses_stay_different() {
    assertThat(address("34", "熊野町萩原6-27-5").key())
        .isNotEqualTo(address("34", "熊野町萩原6-27-6").key())
        .isNotEqualTo(address("34", "熊野町萩原6-27").key())
        .isNotEqualTo(address("34", "熊野町荻原6-27-5").key());
    assertThat(address("13", "千代田区一番町5").key()).isNotEqualTo(address("13", "千代田区二番町5").key());
  }

  @Test
  void a_town_whose_name_counts_keeps_its_name() {
    assertThat(address("13", "千代田区一番町５番地").town()).isEqualTo("一番町");
    assertThat(address("13", "千代田区一番町５番地").numbers()).isEqualTo("5");
    assertThat(address("13", "千代田区三崎町三丁目").key()).endsWith("三崎町/3");
  }

  @Test
  void without_a_number_or_a_municipality_an_address_is_not_exact() {
    assertThat(address("13", "千代田区丸の内").key()).isEmpty();
    assertThat(address("13", "千代田区丸の内").townKey()).isEqualTo("13101/丸ノ内");
    assertThat(address("13", "丸の内1-1-1").key()).isEmpty();
  }

  @Test
  void numbers_in_kanji_are_read() {
    assertThat(tasuki.directory.KanjiNumber.of("十")).isEqualTo(10);
    assertThat(tasuki.directory.KanjiNumber.of("二十三")).isEqualTo(23);
    assertThat(tasuki.directory.KanjiNumber.of("百二")).isEqualTo(102);
    assertThat(tasuki.directory.KanjiNumber.of("一〇五")).isEqualTo(105);
    assertThat(tasuki.directory.KanjiNumber.of("三百四十")).isEqualTo(340);
  }

  private static String name(String name) {
    return NameText.of(name).key();
  }

  @Test
  void a_name_is_the_same_with_and_without_its_corporation() {
    assertThat(name("医療法人社団 めぐみ会 杉並堀ノ内クリニック")).isEqualTo(name("杉並堀ノ内クリニック"));
    assertThat(name("医療法人社団めぐみ会杉並堀ノ内クリニック")).isEqualTo(name("杉並堀ノ内クリニック"));
    assertThat(name("（医社）めぐみ会 杉並堀ノ内クリニック")).isEqualTo(name("杉並堀ノ内クリニック"));
    assertThat(name("医療法人とくいクリニック")).isEqualTo(name("とくい　クリニック"));
    assertThat(name("独立行政法人国立病院機構 北海道医療センター")).isEqualTo(name("北海道医療センター"));
    assertThat(name("㈱さくら介護サービス")).isEqualTo(name("さくら介護サービス"));
    assertThat(name("さくら介護サービス株式会社")).isEqualTo(name("さくら介護サービス"));
    assertThat(name("社会福祉法人 みどり会 みどりの里")).isEqualTo(name("みどりの里"));
  }

  @Test
  void a_name_is_the_same_in_old_kanji_kana_and_width() {
    assertThat(name("髙木小児科医院")).isEqualTo(name("高木小児科医院"));
    assertThat(name("ｻｸﾗ訪問看護ｽﾃｰｼｮﾝ")).isEqualTo(name("さくら訪問看護ステーション"));
    assertThat(name("慶應クリニック")).isEqualTo(name("慶応クリニック"));
    assertThat(name("医療法人 渡邉医院")).isEqualTo(name("渡辺医院"));
  }

  @Test
  void a_name_that_says_nothing_keeps_its_corporation() {
    assertThat(name("医療法人社団 花会 内科クリニック")).isNotEqualTo(name("医療法人社団 月会 内科クリニック"));
    assertThat(name("医療法人社団 花会 内科クリニック")).isNotEqualTo(name("内科クリニック"));
    assertThat(NameText.of("医療法人社団 花会 内科クリニック").operator()).isEqualTo("花会");
    assertThat(NameText.of("訪問看護ステーション").telling()).isFalse();
    assertThat(NameText.of("訪問看護ステーションさくら").telling()).isTrue();
  }

  @Test
  void what_looks_like_a_corporation_but_is_the_name_stays() {
    assertThat(NameText.of("医療法人会田クリニック").core()).isEqualTo("会田クリニック");
    assertThat(NameText.of("医療法人社団 永井医院").core()).isEqualTo("永井医院");
    assertThat(NameText.of("済生会中央病院").operator()).isEmpty();
  }

  @Test
  void check_digits_are_told_by_both_ways_of_counting() {
    assertThat(CheckDigits.isInstitution("01", "0112489")).isTrue();
    assertThat(CheckDigits.isInstitution("13", "2133767")).isTrue();
    assertThat(CheckDigits.isInstitution("13", "2133768")).isFalse();
    assertThat(CheckDigits.isCorporateNumber("7000012050002")).isTrue();
    assertThat(CheckDigits.isCorporateNumber("7000012050003")).isFalse();
  }

  @Test
  void services_are_given_by_their_kind_of_organisation() {
    assertThat(CareService.kind("1370100001", "居宅介護支援", "花").orElseThrow().name())
        .isEqualTo("CARE_MANAGEMENT_OFFICE");
    assertThat(CareService.kind("1300100001", "介護予防支援", "花").orElseThrow().name())
        .isEqualTo("COMMUNITY_SUPPORT_CENTRE");
    assertThat(CareService.kind("1370100001", "介護予防支援", "花").orElseThrow().name())
        .isEqualTo("CARE_MANAGEMENT_OFFICE");
    assertThat(CareService.kind("1360100001", "介護予防訪問看護", "花").orElseThrow().name())
        .isEqualTo("VISITING_NURSE_STATION");
    assertThat(CareService.kind("1390100001", "看護小規模多機能型居宅介護", "花").orElseThrow().name())
        .isEqualTo("SMALL_MULTIFUNCTION_OFFICE");
    assertThat(CareService.kind("1390100001", "定期巡回・随時対応型訪問介護看護", "花").orElseThrow().name())
        .isEqualTo("HOME_SERVICE");
    assertThat(CareService.kind("1370100001", "介護老人福祉施設", "花").orElseThrow().name())
        .isEqualTo("CARE_FACILITY");
    assertThat(CareService.kind("1310100001", "訪問看護", "花医院").orElseThrow().name())
        .isEqualTo("CLINIC");
    assertThat(CareService.kind("1310100001", "訪問看護", "花病院").orElseThrow().name())
        .isEqualTo("HOSPITAL");
    assertThat(CareService.kind("1340100001", "居宅療養管理指導", "花薬局").orElseThrow().name())
        .isEqualTo("PHARMACY");
    assertThat(CareService.kind("1370100001", "占い", "花")).isEmpty();
  }
}
