package tasuki.directory.listing;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tasuki.directory.OrganizationKind;

/**
 * The kinds of organisations as people write them in their own tables, in Japanese and English.
 * What is not known is said so: a wrong kind would be worse than none.
 */
final class KindWords {

  /** A kind and the words for it; the first that fits counts, so 歯科医院 comes before 医院. */
  private record Words(OrganizationKind kind, Pattern pattern) {

    static Words of(OrganizationKind kind, String pattern) {
      return new Words(kind, Pattern.compile(pattern));
    }
  }

  private static final List<Words> ALL =
      List.of(
          Words.of(
              OrganizationKind.VISITING_NURSE_STATION,
              "(介護予防)?訪問看護(ステーション|事業所|・介護予防訪問看護)?|訪看(st)?|(訪問)?看護ステーション"
                  + "|(visiting|visit|home)nurs(e|ing)(station|office|s)?"),
          Words.of(
              OrganizationKind.DENTAL_CLINIC,
              "歯科|.{0,10}歯科(医院|診療所|クリニック)|歯医者|dental(clinic)?|dentist"),
          Words.of(
              OrganizationKind.PHARMACY,
              "(保険|調剤|院外|健康サポート|地域連携|専門医療機関連携)*薬局|調剤|pharmacy|drugstore"),
          Words.of(
              OrganizationKind.HOSPITAL,
              "(?!動物).{0,20}病院|地域医療センター|医療センター|hospital|generalhospital"),
          Words.of(
              OrganizationKind.CLINIC,
              "(?!動物).{0,20}(診療所|クリニック)|医院|開業医|clinic|doctor'?s?office|medicalclinic"),
          Words.of(
              OrganizationKind.CONSULTATION_SUPPORT_OFFICE,
              "(指定)?(特定|障害児|一般|計画|障害)*相談支援(事業所|事業者|センター)?|consultationsupport(office)?"),
          Words.of(
              OrganizationKind.COMMUNITY_SUPPORT_CENTRE,
              "(地域)?包括(支援センター)?|地域包括支援|高齢者(総合)?相談センター|communit(y|ies)(general)?supportcent(re|er)"),
          Words.of(
              OrganizationKind.CARE_MANAGEMENT_OFFICE,
              "居宅(介護支援)?(事業所|事業者|センター)?|居宅介護支援(事業所|事業者|センター)?|ケアマネ(ジャー)?|ケアプラン(センター)?"
                  + "|caremanage(ment|r)(office)?"),
          Words.of(
              OrganizationKind.SMALL_MULTIFUNCTION_OFFICE,
              "(看護|介護予防)?小規模多機能(型)?(居宅介護)?(事業所)?|複合型サービス|小多機|看多機|smallmulti-?function(al)?(office|care|home)?"),
          Words.of(
              OrganizationKind.CARE_FACILITY,
              "(介護|福祉|高齢者)?施設|(地域密着型)?(介護老人福祉施設|介護老人保健施設|介護療養型医療施設)(入所者生活介護)?|介護医療院"
                  + "|特別養護老人ホーム|特養|老健|(介護付き?|住宅型|軽費|養護)?(有料)?老人ホーム|ケアハウス|サービス付き高齢者(向け)?住宅|サ高住"
                  + "|グループホーム|認知症対応型共同生活介護|(地域密着型)?特定施設入居者生活介護|carefacility|nursinghome|grouphome"),
          Words.of(
              OrganizationKind.HOME_SERVICE,
              "(居宅|在宅|介護|訪問|通所)サービス(事業所)?|(介護予防|地域密着型|認知症対応型|共生型|夜間対応型)*"
                  + "(訪問(介護|入浴(介護)?|リハビリテーション|リハビリ|リハ)|通所(介護|リハビリテーション|リハビリ|リハ)|短期入所(生活|療養)介護|短期入所)(事業所)?"
                  + "|(特定)?福祉用具(貸与|販売|貸与・販売)?|定期巡回(・?随時対応(型)?(訪問介護看護)?)?|デイ(サービス|ケア)(センター)?|ショートステイ"
                  + "|(ホーム)?ヘルパー(ステーション)?|ホームヘルプ|home(care)?services?|daycare|dayservice|homehelp"),
          Words.of(
              OrganizationKind.HOME_CARE_HUB,
              "(在宅医療)?(・?介護)?連携(拠点|支援センター)|在宅医療(に必要な連携を担う拠点|連携拠点|支援センター)|home-?carehub"),
          Words.of(
              OrganizationKind.MEDICAL_ASSOCIATION, "(郡市区?|地区|市|郡|県|都)?医師会|medicalassociation"),
          Words.of(
              OrganizationKind.PUBLIC_HEALTH_CENTRE,
              "保健所|(福祉)?保健センター|保健福祉(事務所|センター)|publichealth(cent(re|er)|office)"),
          Words.of(
              OrganizationKind.MUNICIPALITY,
              "市区?町村|市|区|町|村|(市|区)役所|(町|村)?役場|municipality|cit(y|ies)|town|village|cityhall"),
          Words.of(OrganizationKind.PREFECTURE, "都道府県|県|(県|都|府|道)庁|prefecture"),
          Words.of(OrganizationKind.CARE_OPERATOR, "運営主体|協議会|(運営)?協議会事務局|careoperator"));

  private KindWords() {}

  /**
   * The kind that a word means; empty for one that is not known.
   *
   * <p>Nobody brings in persons and their families: they are one organisation of the house itself.
   */
  static Optional<OrganizationKind> kind(String word) {
    String plain =
        Normalizer.normalize(word, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\s_]+|\\([^()]*\\)$", "");
    return ALL.stream()
        .filter(words -> words.pattern().matcher(plain).matches())
        .map(Words::kind)
        .findFirst();
  }
}
