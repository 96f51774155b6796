package tasuki.transition;

/** What should come home with a person who leaves hospital. */
public enum PaperKind {
  /** 診療情報提供書. */
  REFERRAL,
  /** 看護サマリー. */
  NURSING_SUMMARY,
  /** リハサマリー. */
  REHABILITATION_SUMMARY,
  /** 訪問看護指示書. */
  NURSING_INSTRUCTION,
  /** お薬手帳の写し. */
  MEDICINE_NOTEBOOK
}
