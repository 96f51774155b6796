package tasuki.equipment;

/** What kind of thing is lent. */
public enum ThingKind {
  /** 携行型エコー. */
  ULTRASOUND,
  /** 吸引器. */
  SUCTION_UNIT,
  /** 輸液ポンプ. */
  INFUSION_PUMP,
  /** シリンジポンプ. */
  SYRINGE_PUMP,
  /** 酸素濃縮器. */
  OXYGEN_CONCENTRATOR,
  /** 生体情報モニター. */
  MONITOR,
  /** 口腔ケア・歯科の携行機器. */
  DENTAL_SET,
  /** 研修用のシミュレーター. */
  SIMULATOR,
  /** タブレット・通信機器. */
  TABLET,
  OTHER
}
