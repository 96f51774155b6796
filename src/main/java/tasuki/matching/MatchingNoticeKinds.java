package tasuki.matching;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.notice.How;
import tasuki.notice.NoticeKind;
import tasuki.notice.NoticeKinds;

/** What matching has to tell. */
@Component
class MatchingNoticeKinds implements NoticeKinds {

  static final String WAITS = "matching.notice.waits";
  static final String OFFERED = "matching.notice.offered";
  static final String RAISED = "matching.notice.raised";
  static final String NOBODY = "matching.notice.nobody";
  static final String CHOSEN = "matching.notice.chosen";
  static final String PASSED = "matching.notice.passed";
  static final String MATCHED = "matching.notice.matched";
  static final String HANDED_OVER = "matching.notice.handed-over";
  static final String CALLED_OFF = "matching.notice.called-off";
  static final String ESCALATED = "matching.notice.escalated";

  private static final String REQUEST = "/matching/{subject}";

  @Override
  public List<NoticeKind> kinds() {
    return List.of(
        NoticeKind.of(WAITS, REQUEST, "people", How.NOW),
        NoticeKind.of(OFFERED, REQUEST, "people", How.NOW),
        NoticeKind.of(RAISED, REQUEST, "people", How.NOW),
        NoticeKind.of(NOBODY, REQUEST, "warning", How.NOW),
        NoticeKind.of(CHOSEN, REQUEST, "done", How.NOW),
        NoticeKind.of(PASSED, REQUEST, "info", How.DIGEST),
        NoticeKind.of(MATCHED, REQUEST, "done", How.NOW),
        NoticeKind.of(HANDED_OVER, REQUEST, "done", How.NOW),
        NoticeKind.of(CALLED_OFF, REQUEST, "info", How.NOW),
        NoticeKind.of(ESCALATED, REQUEST, "warning", How.NOW));
  }
}
