package tasuki.sample;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Builds parts of the sample once, each in a transaction of its own. */
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
    onceMade(
        part,
        () -> {
          work.run();
          return null;
        });
  }

  /** Makes something and marks the part with its id, unless it stands already. */
  @Transactional
  public void onceMade(String part, Supplier<@Nullable UUID> work) {
    if (!built.stands(part)) {
      built.mark(part, work.get());
    }
  }
}
