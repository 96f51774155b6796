package tasuki.register;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.notice.How;
import tasuki.notice.NoticeKind;
import tasuki.notice.NoticeKinds;

/** What this room has to tell. */
@Component
class RegisterNoticeKinds implements NoticeKinds {

  static final String APPLIED = "register.notice.applied";
  static final String INCOMPLETE = "register.notice.incomplete";
  static final String ACCEPTED = "register.notice.accepted";
  static final String DECLINED = "register.notice.declined";
  static final String ENDS_SOON = "register.notice.ends-soon";
  static final String EXPIRED = "register.notice.expired";
  static final String WITHDRAWN = "register.notice.withdrawn";
  static final String CANCELLED = "register.notice.cancelled";
  static final String REPORT_LATE = "register.notice.report-late";
  static final String PAIR_SOON = "register.notice.pair-soon";

  @Override
  public List<NoticeKind> kinds() {
    return List.of(
        ofApplication(APPLIED, "form"),
        ofApplication(INCOMPLETE, "warning").always(),
        ofApplication(ACCEPTED, "done").always(),
        ofApplication(DECLINED, "info").always(),
        ofEntry(ENDS_SOON, "clock").always(),
        ofEntry(EXPIRED, "warning").always(),
        ofEntry(WITHDRAWN, "info"),
        ofEntry(CANCELLED, "warning").always(),
        ofEntry(REPORT_LATE, "clock"),
        NoticeKind.of(PAIR_SOON, "/registers/pairs/{subject}", "clock", How.DIGEST));
  }

  private static NoticeKind ofApplication(String code, String icon) {
    return NoticeKind.of(code, "/registers/applications/{subject}", icon, How.DIGEST);
  }

  private static NoticeKind ofEntry(String code, String icon) {
    return NoticeKind.of(code, "/registers/entries/{subject}", icon, How.DIGEST);
  }
}
