package tasuki.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The definitions against the list of the field's own items, written down by hand. */
class FormDefinitionsTest {

  private static final String ADMISSION =
      """
      記入日 入院日 情報提供日 医療機関名 ご担当者名 居宅介護支援事業所名 ケアマネジャー氏名 TEL FAX
      患者氏名 フリガナ 年齢 性別 生年月日 住所 電話
      住居の種類 階建て 居室の階 エレベーター 住環境の特記事項
      認定の状況 要介護度 有効期間の開始 有効期間の終了 申請日 区分変更の申請日
      障害高齢者の日常生活自立度 認知症高齢者の日常生活自立度 障害の自立度の判断 認知症の自立度の判断
      介護保険の自己負担割合 障害など認定 認定された障害 年金などの種類 その他の年金など
      世帯構成 主介護者氏名 続柄(主介護者) 年齢(主介護者) 同居・別居(主介護者) TEL(主介護者)
      キーパーソン氏名 続柄(キーパーソン) 年齢(キーパーソン) 連絡先(キーパーソン)
      本人の趣味・興味・関心領域等 本人の生活歴 入院前の本人の生活に対する意向 入院前の家族の生活に対する意向
      本人の意向の参照先 家族の意向の参照先 同封の書類 その他の同封書類
      在宅生活に必要な要件 退院後の世帯状況 家族構成員数 世帯に対する配慮 退院後の主介護者 介護力
      家族や同居者等による虐待の疑い 展望の特記事項
      「院内の多職種カンファレンス」への参加 「退院前カンファレンス」への参加 退院前カンファレンスへの具体的な要望
      「退院前訪問指導」を実施する場合の同行
      麻痺の状況 褥瘡の有無 移動 移動(室内) 移動(屋外) 移乗 更衣 起居動作 整容 入浴 食事
      食事回数 朝食の時刻 昼食の時刻 夕食の時刻 食事制限 食事形態 UDF等の食形態区分 摂取方法 水分とろみ 水分制限
      嚥下機能 義歯 義歯の種類 口腔清潔 口臭 排尿 排便 ポータブルトイレ オムツ/パッド
      睡眠の状態 眠剤の使用 喫煙 喫煙の本数 飲酒 飲酒の量
      視力 眼鏡 聴力 補聴器 言語 意思疎通 コミュニケーションの特記事項
      精神面における療養上の問題 疾患歴 最近半年間での入院 入院の理由 入院期間の初日 入院期間の末日 入院頻度
      入院前に実施している医療処置
      内服薬 居宅療養管理指導 居宅療養管理指導の職種 薬剤管理 薬剤の管理者 薬剤管理の方法 服薬状況 お薬に関する特記事項
      かかりつけ医機関名 電話番号(かかりつけ医) 医師名 フリガナ(医師名) 診察方法 頻度
      """;

  private static final String DISCHARGE =
      """
      記入日 氏名 フリガナ 年齢 性別 退院(所)時の要介護度 要区分変更
      入院原因疾患(入所目的等) 施設名 棟・室 入院(所)日 退院(所)予定日 今後の医学管理の医療機関名 今後の医学管理の方法
      現在治療中の疾患① 疾患①の状況 現在治療中の疾患② 疾患②の状況 現在治療中の疾患③ 疾患③の状況
      移動手段 排泄方法 カテーテル・パウチの内容 入浴方法 食事形態 UDF等の食形態区分 嚥下機能(むせ)
      義歯 義歯の種類 義歯の入院(所)中の使用 口腔清潔 口腔ケア 睡眠 眠剤使用 認知・精神
      本人への病名告知 本人の、病気・障害・後遺症等の受け止め方 本人の、退院後の生活に関する意向
      家族の、病気・障害・後遺症等の受け止め方 家族の、退院後の生活に関する意向
      医療処置の内容 看護の視点 リハビリの視点 禁忌事項の有無 禁忌の内容・留意点 症状・病状の予後・予測
      退院に際しての日常生活の阻害要因(心身状況・環境等) 在宅復帰のために整えなければならない要件
      聞き取り日(1回目) 情報提供を受けた職種(1回目) 情報提供を受けた職種の氏名(1回目) 会議出席(1回目)
      聞き取り日(2回目) 情報提供を受けた職種(2回目) 情報提供を受けた職種の氏名(2回目) 会議出席(2回目)
      聞き取り日(3回目) 情報提供を受けた職種(3回目) 情報提供を受けた職種の氏名(3回目) 会議出席(3回目)
      """;

  private static Set<String> labels(FormDefinition form) {
    return form.items().map(item -> item.label().ja()).collect(Collectors.toSet());
  }

  private static List<String> options(FormDefinition form, String item) {
    return form.find(item).orElseThrow().options().stream()
        .map(option -> option.label().ja())
        .toList();
  }

  @Test
  void the_admission_form_asks_everything_the_field_asks_in_nine_sections() {
    assertThat(labels(TestForms.ADMISSION)).contains(ADMISSION.strip().split("\\s+"));
    assertThat(TestForms.ADMISSION.sections().stream().map(FormSection::number).toList())
        .containsExactly(null, "1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertThat(TestForms.ADMISSION.statement()).isNotNull();
  }

  @Test
  void the_discharge_record_asks_everything_the_field_asks() {
    assertThat(labels(TestForms.DISCHARGE)).contains(DISCHARGE.strip().split("\\s+"));
  }

  @Test
  void the_options_are_those_of_the_field() {
    FormDefinition form = TestForms.ADMISSION;
    assertThat(options(form, "transfer")).containsExactly("自立", "見守り", "一部介助", "全介助");
    assertThat(options(form, "food")).containsExactly("普通", "きざみ", "嚥下障害食", "ミキサー");
    assertThat(options(form, "swallowing")).containsExactly("むせない", "時々むせる", "常にむせる");
    assertThat(options(form, "mental"))
        .containsExactly(
            "なし", "幻視・幻聴", "興奮", "焦燥・不穏", "妄想", "暴力・攻撃性", "介護への抵抗", "不眠", "昼夜逆転", "徘徊", "危険行為",
            "不潔行為", "その他");
    assertThat(options(form, "illnesses"))
        .containsExactly("なし", "悪性腫瘍", "認知症", "急性呼吸器感染症", "脳血管障害", "骨折", "その他");
    assertThat(options(form, "treatments"))
        .containsExactly(
            "なし",
            "点滴",
            "酸素療法",
            "喀痰吸引",
            "気管切開",
            "胃ろう",
            "経鼻栄養",
            "経腸栄養",
            "褥瘡",
            "尿道カテーテル",
            "尿路ストーマ",
            "消化管ストーマ",
            "痛みコントロール",
            "排便コントロール",
            "自己注射",
            "その他");
    assertThat(options(TestForms.DISCHARGE, "treatments")).isEqualTo(options(form, "treatments"));
    assertThat(options(TestForms.DISCHARGE, "nursing")).hasSize(17);
    assertThat(options(TestForms.DISCHARGE, "rehabilitation")).hasSize(19);
    assertThat(options(form, "carers-ability"))
        .containsExactly("十分", "一部見込める", "見込めない", "家族や支援者はいない");
  }

  @Test
  void codes_are_those_of_life() {
    FormDefinition form = TestForms.ADMISSION;
    assertThat(codes(form, "care-level"))
        .containsExactly("01", "06", "12", "13", "21", "22", "23", "24", "25");
    assertThat(codes(form, "disability-degree"))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertThat(codes(form, "dementia-degree")).startsWith("1").endsWith("9");
    assertThat(codes(TestForms.DISCHARGE, "hearing-1-professions"))
        .contains(
            "010", "020", "030", "040", "060", "080", "090", "100", "130", "150", "160", "170",
            "190");
  }

  private static List<String> codes(FormDefinition form, String item) {
    return form.find(item).orElseThrow().options().stream().map(FormOption::code).toList();
  }

  @Test
  void the_factors_that_make_discharge_hard_carry_their_mark() {
    assertThat(TestForms.ADMISSION.items().filter(FormItem::factor).map(item -> item.label().ja()))
        .contains(
            "介護力",
            "家族や同居者等による虐待の疑い",
            "排尿",
            "排便",
            "ポータブルトイレ",
            "オムツ/パッド",
            "疾患歴",
            "最近半年間での入院",
            "入院頻度",
            "入院前に実施している医療処置")
        .doesNotContain("移動", "食事");
  }

  @Test
  void what_the_person_must_not_read_is_closed_and_the_address_is_apart() {
    assertThat(stored(TestForms.ADMISSION, ItemClass.HIDDEN_FROM_PERSON))
        .containsExactlyInAnyOrder(
            "requirements",
            "later-household",
            "later-household-size",
            "later-household-other",
            "consideration",
            "consideration-what",
            "later-carer",
            "carers-ability",
            "abuse",
            "abuse-what",
            "outlook-note");
    assertThat(stored(TestForms.DISCHARGE, ItemClass.HIDDEN_FROM_PERSON))
        .containsExactlyInAnyOrder("disclosure", "family-view", "prognosis");
    assertThat(stored(TestForms.ADMISSION, ItemClass.SECRET_ADDRESS))
        .contains("address", "telephone");
  }

  private static List<String> stored(FormDefinition form, ItemClass wanted) {
    return form.items().filter(item -> item.storedAs() == wanted).map(FormItem::id).toList();
  }

  @Test
  void audiences_read_what_is_theirs_and_a_release_opens_one_item() {
    FormDefinition form = TestForms.ADMISSION;
    FormValues all =
        FormValues.EMPTY
            .with("name", "架空 花子")
            .with("address", "架空市1-1")
            .with("abuse", "1")
            .with("requirements", "見守り")
            .with("carers-ability", "3");
    assertThat(Audience.PROFESSIONAL.filter(form, all, true, Set.of())).isEqualTo(all);
    assertThat(Audience.PERSON.filter(form, all, false, Set.of()).items())
        .containsExactlyInAnyOrder("name", "address");
    assertThat(Audience.PERSON.filter(form, all, true, Set.of("requirements")).items())
        .containsExactlyInAnyOrder("name", "requirements");
    assertThat(Audience.FAX.filter(form, all, false, Set.of()).items())
        .containsExactlyInAnyOrder("name", "address", "requirements");
    assertThat(Audience.FAX.filter(form, all, true, Set.of()).items())
        .containsExactlyInAnyOrder("name", "requirements");
  }

  @Test
  void only_what_changed_is_told_and_the_order_of_boxes_is_no_change() {
    FormValues before =
        FormValues.EMPTY
            .with("illnesses", List.of("02", "05"))
            .with("name", "架空 花子")
            .with("move", "1");
    FormValues after =
        FormValues.EMPTY
            .with("illnesses", List.of("05", "02"))
            .with("name", "架空 花子")
            .with("move", "2")
            .with("life", "大工");
    assertThat(FormDifference.between(TestForms.ADMISSION, before, after).items())
        .containsExactly("life", "move");
    assertThat(FormDifference.between(TestForms.ADMISSION, after, after).isEmpty()).isTrue();
  }

  @Test
  void every_item_of_both_forms_has_words_in_both_languages() {
    for (FormDefinition form : TestForms.DEFINITIONS.all()) {
      form.items()
          .forEach(
              item -> {
                assertThat(item.label().en()).as(item.id()).matches("[\\p{ASCII}①②③ō]+");
                assertThat(item.options())
                    .allSatisfy(option -> assertThat(option.label().en()).isNotBlank());
              });
    }
  }

  @Test
  void an_area_lays_the_form_out_in_its_own_way() {
    FormLayout layout =
        FormLayout.fromJson(
            """
            {"title": {"ja": "架空圏域 入院連絡票", "en": "Area form"}, "paper": "A3", "columns": 1,
             "sections": [{"id": "doctor", "ja": "主治医", "en": "Doctor", "items": ["doctor-name"]}],
             "omit": ["wishes", "smoking"],
             "labels": {"name": {"ja": "氏名", "en": "Full name"}},
             "extra": [{"section": "basics", "after": "name", "id": "x-nickname", "kind": "TEXT",
               "ja": "呼び名", "en": "Called"}]}
            """);
    FormDefinition laid = layout.apply(TestForms.ADMISSION);
    assertThat(laid.title().ja()).isEqualTo("架空圏域 入院連絡票");
    assertThat(laid.paper()).isEqualTo(new FormPaper(FormPaper.Size.A3, 1));
    assertThat(laid.sections().getFirst().title().ja()).isEqualTo("主治医");
    assertThat(laid.sections().getFirst().items().getFirst().id()).isEqualTo("doctor-name");
    assertThat(laid.items().map(FormItem::id))
        .doesNotContain("interests", "smoking", "cigarettes")
        .containsSubsequence("name", "x-nickname", "kana");
    assertThat(laid.find("name").orElseThrow().label().ja()).isEqualTo("氏名");
    assertThat(FormLayout.NATIONAL.apply(TestForms.ADMISSION)).isEqualTo(TestForms.ADMISSION);
  }

  @Test
  void a_definition_that_contradicts_itself_is_refused_with_the_item() {
    String form =
        """
        {"id": "f", "version": 1, "validFrom": "2024-04-01", "ja": "例", "en": "Example",
         "sections": [{"id": "s", "ja": "例", "en": "Example", "items": [%s]}]}
        """;
    String text = "{\"id\": \"a\", \"kind\": \"TEXT\", \"ja\": \"あ\", \"en\": \"A\"}";
    assertThatThrownBy(() -> DefinitionReader.read(form.formatted(text + "," + text)))
        .hasMessage("a: the item stands twice");
    String follows = text.replace("}", ", \"when\": {\"item\": \"b\", \"codes\": [\"1\"]}}");
    assertThatThrownBy(() -> DefinitionReader.read(form.formatted(follows)))
        .hasMessage("a: it follows no item before it");
    assertThatThrownBy(() -> DefinitionReader.read(form.formatted(text.replace("TEXT", "CHOICE"))))
        .hasMessageContaining("no options");
  }
}
