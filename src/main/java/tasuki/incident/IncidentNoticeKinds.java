package tasuki.incident;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.notice.How;
import tasuki.notice.NoticeKind;
import tasuki.notice.NoticeKinds;

/** What an incident has to tell. */
@Component
class IncidentNoticeKinds implements NoticeKinds {

  static final String RECALLED = "incident.notice.recalled";
  static final String INCIDENT = "incident.notice.incident";

  @Override
  public List<NoticeKind> kinds() {
    return List.of(
        NoticeKind.of(RECALLED, "/notices", "warning", How.NOW).always(),
        NoticeKind.of(INCIDENT, "/incidents/{subject}", "warning", How.NOW).always());
  }
}
