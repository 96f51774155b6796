package tasuki.sample;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Builds a part of the sample once, in a transaction of its own. */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
class SampleParts {

  private final Built built;

  SampleParts(Built built) {
    this.built = built;
  }

  /** Does the work and marks the part, unless it stands already. */
  @Transactional
  public void once(String part, Runnable work) {
    if (!built.stands(part)) {
      work.run();
      built.mark(part, null);
    }
  }
}
