package tasuki.matching;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.identity.Viewer;
import tasuki.identity.Waits;
import tasuki.web.Waiting;

/** What waits: an answer of those asked, and a request that nobody has offered yet. */
@Component
class MatchingWaits implements Waits {

  private final Answering answering;
  private final HelpRequests requests;

  MatchingWaits(Answering answering, HelpRequests requests) {
    this.answering = answering;
    this.requests = requests;
  }

  @Override
  public List<Waiting> waitingFor(Viewer viewer) {
    List<Waiting> waiting = new ArrayList<>();
    if (!viewer.readsInbox()) {
      return waiting;
    }
    add(waiting, "offered", "matching.wait.answer", answering.waiting());
    add(waiting, "handled", "matching.wait.offer", requests.toOffer());
    add(waiting, "sent", "matching.wait.go-on", requests.toGoOn());
    return waiting;
  }

  private static void add(List<Waiting> waiting, String tab, String label, int count) {
    if (count > 0) {
      waiting.add(
          new Waiting(
              "/matching?tab=" + tab, label, count, Waiting.Tone.TODAY, 15 + waiting.size()));
    }
  }
}
