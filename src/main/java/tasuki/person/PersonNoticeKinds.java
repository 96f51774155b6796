package tasuki.person;

import static tasuki.person.PersonNotices.EMERGENCY;
import static tasuki.person.PersonNotices.EMERGENCY_FAMILY;
import static tasuki.person.PersonNotices.EMERGENCY_HERE;
import static tasuki.person.PersonNotices.INQUIRED;
import static tasuki.person.PersonNotices.MERGED;
import static tasuki.person.PersonNotices.WITHDRAWN;
import static tasuki.person.PersonNotices.WITHDRAWN_FAMILY;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.notice.How;
import tasuki.notice.NoticeKind;
import tasuki.notice.NoticeKinds;

/** What this room has to tell. */
@Component
class PersonNoticeKinds implements NoticeKinds {

  @Override
  public List<NoticeKind> kinds() {
    String person = "/persons/{subject}";
    return List.of(
        NoticeKind.of(EMERGENCY, person, "emergency", How.NOW).always(),
        NoticeKind.of(EMERGENCY_HERE, "/audit", "emergency", How.DIGEST).always(),
        NoticeKind.of(INQUIRED, "/inquiries", "search", How.NOW),
        NoticeKind.of(WITHDRAWN, person, "lock", How.NOW).always(),
        NoticeKind.of(MERGED, person, "people", How.DIGEST),
        NoticeKind.of(EMERGENCY_FAMILY, "/my/{subject}", "eye", How.NOW).toFamily(),
        NoticeKind.of(WITHDRAWN_FAMILY, "/my/{subject}", "lock", How.NOW).toFamily());
  }
}
