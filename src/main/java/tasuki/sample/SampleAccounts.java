package tasuki.sample;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tasuki.identity.Duty;
import tasuki.identity.Profession;

/**
 * The accounts printed when the demo is ready, one for each role.
 *
 * @param organization key of an organisation of the sample prefecture
 */
record SampleAccounts(
    String login,
    String name,
    String kana,
    Profession profession,
    String organization,
    Set<Duty> duties) {

  /** One password for all: the demo listens on this machine alone, and every figure is invented. */
  static final String PASSWORD = "tasuki-no-sash-2026";

  static final List<SampleAccounts> PRINTED =
      List.of(
          account("nurse", "青木 美咲", "アオキ ミサキ", Profession.NURSE, "hospital", Duty.CARE),
          account("caremanager", "石田 健", "イシダ ケン", Profession.CARE_MANAGER, "office", Duty.CARE),
          account("doctor", "上野 誠", "ウエノ マコト", Profession.DOCTOR, "clinic", Duty.CARE),
          account(
              "officer", "江口 直子", "エグチ ナオコ", Profession.OFFICE_STAFF, "prefecture", Duty.OFFICER),
          account(
              "administrator",
              "岡 真一",
              "オカ シンイチ",
              Profession.OFFICE_STAFF,
              "hospital",
              Duty.ADMINISTRATOR),
          account("auditor", "加藤 恵", "カトウ メグミ", Profession.OFFICE_STAFF, "hospital", Duty.AUDITOR));

  private static SampleAccounts account(
      String login,
      String name,
      String kana,
      Profession profession,
      String organization,
      Duty duty) {
    return new SampleAccounts(login, name, kana, profession, organization, EnumSet.of(duty));
  }
}
