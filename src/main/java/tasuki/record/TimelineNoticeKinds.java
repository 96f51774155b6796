package tasuki.record;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.notice.How;
import tasuki.notice.NoticeKind;
import tasuki.notice.NoticeKinds;

/** What the timeline has to tell. */
@Component
class TimelineNoticeKinds implements NoticeKinds {

  static final String REPLIED = "record.notice.replied";
  static final String ASKED = "record.notice.asked";
  static final String WRITTEN = "record.notice.written";

  private static final String TIMELINE = "/persons/{subject}/timeline";

  @Override
  public List<NoticeKind> kinds() {
    return List.of(
        NoticeKind.of(REPLIED, TIMELINE, "reply", How.NOW),
        NoticeKind.of(ASKED, TIMELINE, "check", How.NOW),
        NoticeKind.of(WRITTEN, TIMELINE, "book", How.DIGEST));
  }
}
