package tasuki.kernel;

import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Listens as rooms do, and fails when told to. */
@Component
class BellListener {

  /** Something that happened in a test. */
  record BellRung(UUID id, boolean broken) {}

  static final BlockingQueue<Actor> HEARD = new LinkedBlockingQueue<>();

  @ApplicationModuleListener
  void on(BellRung bell) {
    HEARD.add(Acting.current());
    if (bell.broken()) {
      throw new IllegalStateException("The bell is broken");
    }
  }
}
