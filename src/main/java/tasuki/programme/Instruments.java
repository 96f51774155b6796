package tasuki.programme;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.web.InstrumentSource;
import tasuki.web.InstrumentSource.Kept;
import tasuki.web.Phrases;

/** The instruments that the rooms keep, to be chosen for programmes and led to from them. */
@Component
class Instruments {

  private final List<InstrumentSource> sources;
  private final Phrases say;

  Instruments(List<InstrumentSource> sources, Phrases say) {
    this.sources = sources;
    this.say = say;
  }

  /** All of them, those of a room together. */
  List<Kept> all() {
    return sources.stream().flatMap(source -> source.kept().stream()).toList();
  }

  /** The one known by that; empty where it is no longer kept or cannot be seen. */
  static Optional<Kept> find(List<Kept> all, @Nullable String target) {
    return all.stream().filter(one -> one.target().equals(target)).findFirst();
  }

  /** As a field offers them. */
  List<Phrases.Choice> choices(List<Kept> all) {
    return all.stream()
        .map(
            one ->
                new Phrases.Choice(
                    one.target(), say.of("programme.instrument." + one.kind()) + ": " + one.name()))
        .toList();
  }
}
