package tasuki.matching;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.web.InstrumentSource;
import tasuki.web.Phrases;

/** Kinds of request are instruments of programmes: 手挙げ. */
@Component
class MatchingInstruments implements InstrumentSource {

  private static final String PREFIX = "request:";
  private static final String KIND = "MATCHING";

  private final RequestKinds kinds;
  private final Phrases say;

  MatchingInstruments(RequestKinds kinds, Phrases say) {
    this.kinds = kinds;
    this.say = say;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Kept> kept() {
    return kinds.all().stream()
        .filter(kind -> !kind.ended())
        .map(
            kind ->
                new Kept(
                    PREFIX + kind.code(),
                    KIND,
                    kind.name(say.locale()),
                    "/matching/kinds#" + kind.code()))
        .toList();
  }
}
