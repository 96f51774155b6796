package tasuki.transition;

import java.util.EnumSet;
import java.util.Set;

/** How two sides met or one told the other. */
public enum Mode {
  /** Inside Tasuki. */
  SYSTEM,
  /** 対面. */
  MEETING,
  /** オンライン. */
  VIDEO,
  TELEPHONE,
  FAX,
  /** 訪問. */
  VISIT,
  /** 郵送・メール. */
  MAIL,
  /** 手渡し. */
  HANDED_OVER;

  private static final Set<Mode> FACE_TO_FACE = EnumSet.of(MEETING, VIDEO, VISIT);

  /** Whether a hearing held this way counts for the fee: face to face or by video. */
  public boolean faceToFace() {
    return FACE_TO_FACE.contains(this);
  }
}
