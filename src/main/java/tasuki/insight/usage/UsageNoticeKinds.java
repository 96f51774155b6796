package tasuki.insight.usage;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.notice.How;
import tasuki.notice.NoticeKind;
import tasuki.notice.NoticeKinds;

/** What the figures of use have to tell. */
@Component
class UsageNoticeKinds implements NoticeKinds {

  static final String SILENT = "usage.notice.silent";

  @Override
  public List<NoticeKind> kinds() {
    return List.of(NoticeKind.of(SILENT, "/organizations/{subject}", "bell", How.NOW));
  }
}
