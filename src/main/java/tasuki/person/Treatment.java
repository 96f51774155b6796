package tasuki.person;

/** What is asked before it is too late to ask. */
public enum Treatment {
  /** 心肺蘇生. */
  RESUSCITATION,
  /** 人工呼吸器. */
  VENTILATOR,
  /** 胃ろう・経管栄養. */
  TUBE_FEEDING,
  /** 点滴・輸液. */
  DRIP,
  /** 急変時の救急搬送・入院. */
  EMERGENCY_HOSPITAL;

  /** The field in which it is answered, and the end of the key of its name. */
  String field() {
    return switch (this) {
      case RESUSCITATION -> "resuscitation";
      case VENTILATOR -> "ventilator";
      case TUBE_FEEDING -> "tubeFeeding";
      case DRIP -> "drip";
      case EMERGENCY_HOSPITAL -> "emergencyHospital";
    };
  }
}
