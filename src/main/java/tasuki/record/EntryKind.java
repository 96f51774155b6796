package tasuki.record;

import java.util.Arrays;
import java.util.List;

/** What an entry of the timeline is. */
public enum EntryKind {
  /** 記録. */
  NOTE(true),
  /** 訪問. */
  VISIT(true),
  /** 申し送り. */
  HANDOVER(true),
  /** 相談. */
  QUESTION(true),
  /** 電話: who was called and whether they answered. */
  TELEPHONE(true),
  /** 入退院, said by Tasuki. */
  TRANSITION(false),
  /** 書類, said by Tasuki. */
  DOCUMENT(false),
  /** 担当チーム, said by Tasuki. */
  TEAM(false),
  /** お知らせ, said by Tasuki. */
  NOTICE(false);

  private final boolean written;

  EntryKind(boolean written) {
    this.written = written;
  }

  /** Whether people write it; the others Tasuki says by itself. */
  public boolean writtenByPeople() {
    return written;
  }

  /** What the composer offers; a call has a form of its own. */
  static List<EntryKind> composed() {
    return Arrays.stream(values()).filter(kind -> kind.written && kind != TELEPHONE).toList();
  }
}
