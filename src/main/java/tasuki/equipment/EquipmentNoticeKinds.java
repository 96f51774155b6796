package tasuki.equipment;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.notice.How;
import tasuki.notice.NoticeKind;
import tasuki.notice.NoticeKinds;

/** What lending has to tell. */
@Component
class EquipmentNoticeKinds implements NoticeKinds {

  static final String BOOKED = "equipment.notice.booked";
  static final String CANCELLED = "equipment.notice.cancelled";
  static final String DAMAGED = "equipment.notice.damaged";
  static final String DUE = "equipment.notice.due";
  static final String OVERDUE = "equipment.notice.overdue";
  static final String INSPECTION = "equipment.notice.inspection";

  private static final String LOAN = "/equipment/loans/{subject}";

  @Override
  public List<NoticeKind> kinds() {
    return List.of(
        NoticeKind.of(BOOKED, LOAN, "calendar", How.DIGEST),
        NoticeKind.of(CANCELLED, LOAN, "calendar", How.NOW),
        NoticeKind.of(DAMAGED, LOAN, "warning", How.NOW),
        NoticeKind.of(DUE, LOAN, "clock", How.DIGEST),
        NoticeKind.of(OVERDUE, LOAN, "warning", How.NOW),
        NoticeKind.of(INSPECTION, "/equipment/{subject}", "clock", How.DIGEST));
  }
}
