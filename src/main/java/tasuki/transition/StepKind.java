package tasuki.transition;

import java.util.EnumSet;
import java.util.Set;

/** What is done between admission and the second week at home, by which sides, and when. */
public enum StepKind {
  /** 入院の把握・連絡. */
  ADMISSION_KNOWN(Span.ANY, true, Side.HOSPITAL, Side.CARE_MANAGER, Side.HOME_TEAM),
  /** 計画担当への入院の連絡. */
  CONTACTED(Span.ANY, true, Side.HOSPITAL),
  /** 入院時情報提供書の送付. */
  FORM_SENT(Span.ANY, true, Side.CARE_MANAGER),
  /** 入院時情報提供書の受領. */
  FORM_RECEIVED(Span.ANY, true, Side.HOSPITAL),
  /** 入院時情報提供書の確認. */
  READ(Span.ANY, true, Side.HOSPITAL),
  /** 退院困難な要因のスクリーニング. */
  SCREENED(Span.INSIDE, true, Side.HOSPITAL),
  /** 患者・家族との面談. */
  TALKED(Span.INSIDE, true, Side.HOSPITAL),
  /** 院内の多職種カンファレンス. */
  TEAM_CONFERENCE(Span.INSIDE, true, Side.HOSPITAL),
  /** 聞き取り(情報の受け渡し). */
  HEARING(Span.UNTIL_WEEK_AFTER, true, Side.HOSPITAL, Side.CARE_MANAGER),
  /** 退院前カンファレンス. */
  CONFERENCE(Span.INSIDE, true, Side.HOSPITAL, Side.CARE_MANAGER, Side.HOME_TEAM),
  /** 退院予定日. */
  DISCHARGE_PLANNED(Span.INSIDE, false, Side.HOSPITAL, Side.CARE_MANAGER),
  /** 退院・転院・死亡. */
  DISCHARGED(Span.ANY, false, Side.HOSPITAL, Side.CARE_MANAGER),
  /** 初回訪問. */
  FIRST_HOME_VISIT(Span.AFTER, true, Side.CARE_MANAGER, Side.HOME_TEAM),
  /** 退院後2週間の確認. */
  TWO_WEEK_CHECK(Span.AFTER, true, Side.CARE_MANAGER, Side.HOME_TEAM),
  /** 入院の記録の訂正. */
  CORRECTED(Span.ANY, false, Side.HOSPITAL, Side.CARE_MANAGER),
  /** 外泊. */
  LEFT_FOR_LEAVE(Span.INSIDE, false, Side.HOSPITAL, Side.CARE_MANAGER),
  /** 帰院. */
  RETURNED(Span.INSIDE, false, Side.HOSPITAL, Side.CARE_MANAGER),
  /** 問い合わせ. */
  ASKED(Span.ANY, true, Side.HOSPITAL, Side.CARE_MANAGER, Side.HOME_TEAM),
  /** 催促: by who watches the area, who does not see the person. */
  REMINDED(Span.ANY, false, Side.COORDINATOR);

  /** When a step can have happened. */
  enum Span {
    /** Between admission and discharge. */
    INSIDE,
    /** Between admission and the seventh day after discharge, as the fee counts hearings. */
    UNTIL_WEEK_AFTER,
    /** After the person has gone home. */
    AFTER,
    /** At any time; before admission too. */
    ANY
  }

  private static final Set<StepKind> TELL_OF_DISCHARGE =
      EnumSet.of(HEARING, CONFERENCE, DISCHARGE_PLANNED);

  private final Span span;
  private final boolean byHand;
  private final Set<Side> sides;

  StepKind(Span span, boolean byHand, Side first, Side... others) {
    this.span = span;
    this.byHand = byHand;
    this.sides = EnumSet.of(first, others);
  }

  Span span() {
    return span;
  }

  /** Whether it is logged as such; the others follow from a change of the stay. */
  public boolean byHand() {
    return byHand;
  }

  /** Whether the side can say that it did this. */
  public boolean isOf(Side side) {
    return sides.contains(side);
  }

  /** Whether by it the hospital tells the home side of the discharge beforehand. */
  public boolean tellsOfDischarge() {
    return TELL_OF_DISCHARGE.contains(this);
  }

  /** What the other side does when this has happened: what one sends, the other receives. */
  Set<StepKind> mirrors() {
    return switch (this) {
      case FORM_SENT -> EnumSet.of(FORM_RECEIVED, READ);
      case FORM_RECEIVED, READ -> EnumSet.of(FORM_SENT);
      case CONTACTED -> EnumSet.of(ADMISSION_KNOWN);
      case ADMISSION_KNOWN -> EnumSet.of(ADMISSION_KNOWN, CONTACTED);
      case SCREENED,
          TALKED,
          TEAM_CONFERENCE,
          HEARING,
          CONFERENCE,
          DISCHARGE_PLANNED,
          DISCHARGED,
          FIRST_HOME_VISIT,
          TWO_WEEK_CHECK,
          CORRECTED,
          LEFT_FOR_LEAVE,
          RETURNED,
          ASKED,
          REMINDED ->
          EnumSet.of(this);
    };
  }

  /** Whether it is one side's own work, which nobody else has to confirm. */
  boolean needsNoCounterpart() {
    return switch (this) {
      case SCREENED,
          TALKED,
          TEAM_CONFERENCE,
          FIRST_HOME_VISIT,
          TWO_WEEK_CHECK,
          CORRECTED,
          LEFT_FOR_LEAVE,
          RETURNED,
          ASKED,
          REMINDED ->
          true;
      case ADMISSION_KNOWN,
          CONTACTED,
          FORM_SENT,
          FORM_RECEIVED,
          READ,
          HEARING,
          CONFERENCE,
          DISCHARGE_PLANNED,
          DISCHARGED ->
          false;
    };
  }
}
