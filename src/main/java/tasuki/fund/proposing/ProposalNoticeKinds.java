package tasuki.fund.proposing;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.notice.How;
import tasuki.notice.NoticeKind;
import tasuki.notice.NoticeKinds;

/** What proposals have to tell. */
@Component
class ProposalNoticeKinds implements NoticeKinds {

  /** It came to the association through which it goes. */
  static final String TO_CONFIRM = "fund.notice.to-confirm";

  /** It came to the prefecture. */
  static final String RECEIVED = "fund.notice.received";

  /** A draft is to be talked over. */
  static final String CONSULTED = "fund.notice.consulted";

  /** It came back to the proposer. */
  static final String RETURNED = "fund.notice.returned";

  /** It was adopted or declined. */
  static final String DECIDED = "fund.notice.decided";

  /** The other side wrote something to it. */
  static final String COMMENTED = "fund.notice.commented";

  /** The proposer took it back. */
  static final String WITHDRAWN = "fund.notice.withdrawn";

  private static final String PAGE = "/fund/proposals/{subject}";

  @Override
  public List<NoticeKind> kinds() {
    return List.of(
        NoticeKind.of(TO_CONFIRM, PAGE, "form", How.NOW),
        NoticeKind.of(RECEIVED, PAGE, "form", How.DIGEST),
        NoticeKind.of(CONSULTED, PAGE, "form", How.DIGEST),
        NoticeKind.of(RETURNED, PAGE, "warning", How.NOW),
        NoticeKind.of(DECIDED, PAGE, "form", How.NOW),
        NoticeKind.of(COMMENTED, PAGE, "reply", How.DIGEST),
        NoticeKind.of(WITHDRAWN, PAGE, "form", How.DIGEST));
  }
}
