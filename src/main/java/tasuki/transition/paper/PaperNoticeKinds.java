package tasuki.transition.paper;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.notice.How;
import tasuki.notice.NoticeKind;
import tasuki.notice.NoticeKinds;

/** What paper has to tell. */
@Component
class PaperNoticeKinds implements NoticeKinds {

  static final String CONFIRMED = "transition.notice.confirmed-by-code";

  @Override
  public List<NoticeKind> kinds() {
    return List.of(NoticeKind.of(CONFIRMED, "/stays/{subject}", "check", How.NOW));
  }
}
