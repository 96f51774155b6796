package tasuki.offer;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.notice.How;
import tasuki.notice.NoticeKind;
import tasuki.notice.NoticeKinds;

/** What this room has to tell an organisation about its own entry. */
@Component
class OfferNoticeKinds implements NoticeKinds {

  static final String STALE = "offer.notice.stale";
  static final String CORRECTED = "offer.notice.corrected";
  static final String SURVEYED = "offer.notice.surveyed";

  @Override
  public List<NoticeKind> kinds() {
    return List.of(
        NoticeKind.of(CORRECTED, "/organizations/{subject}/offer", "draft", How.DIGEST),
        NoticeKind.of(SURVEYED, "/organizations/{subject}/offer", "draft", How.DIGEST),
        NoticeKind.of(STALE, "/offers/own", "clock", How.DIGEST));
  }
}
