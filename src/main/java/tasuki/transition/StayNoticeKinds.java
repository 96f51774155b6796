package tasuki.transition;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tasuki.notice.How;
import tasuki.notice.NoticeKind;
import tasuki.notice.NoticeKinds;

/** What this room has to tell. */
@Component
class StayNoticeKinds implements NoticeKinds {

  static final String ADMITTED = "transition.notice.admitted";
  static final String CONTACTED = "transition.notice.contacted";
  static final String FORM_SENT = "transition.notice.form-sent";
  static final String FORM_RECEIVED = "transition.notice.form-received";
  static final String PLANNED = "transition.notice.planned";
  static final String PLAN_OPEN = "transition.notice.plan-open";
  static final String CONFERENCE = "transition.notice.conference";
  static final String DISCHARGED = "transition.notice.discharged";
  static final String TRANSFERRED = "transition.notice.transferred";
  static final String DIED = "transition.notice.died";
  static final String ASKED = "transition.notice.asked";
  static final String CORRECTED = "transition.notice.corrected";
  static final String NOT_THERE = "transition.notice.not-there";
  static final String DENIED = "transition.notice.denied";
  static final String REMINDED = "transition.notice.reminded";
  static final String OVERDUE = "transition.notice.overdue";

  private static final String STAY = "/stays/{subject}";

  @Override
  public List<NoticeKind> kinds() {
    return Stream.of(
            at(ADMITTED, "hospital").always(),
            at(CONTACTED, "phone"),
            at(FORM_SENT, "form").always(),
            at(FORM_RECEIVED, "check"),
            at(PLANNED, "calendar").always(),
            at(PLAN_OPEN, "calendar"),
            at(CONFERENCE, "people"),
            at(DISCHARGED, "home").always(),
            at(TRANSFERRED, "hospital").always(),
            at(DIED, "info"),
            at(ASKED, "reply"),
            at(CORRECTED, "draft").always(),
            NoticeKind.of(NOT_THERE, "/stays", "warning", How.NOW).always(),
            at(DENIED, "warning"),
            at(REMINDED, "bell"),
            at(OVERDUE, "clock"))
        .toList();
  }

  private static NoticeKind at(String code, String icon) {
    return NoticeKind.of(code, STAY, icon, How.NOW);
  }
}
