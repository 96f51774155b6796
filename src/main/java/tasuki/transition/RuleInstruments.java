package tasuki.transition;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.web.InstrumentSource;

/** The rules of areas are instruments of programmes: 入退院支援ルール. */
@Component
class RuleInstruments implements InstrumentSource {

  private static final String KIND = "TRANSITION";
  private static final String PREFIX = "rule:";

  private final Areas areas;
  private final RuleWords words;
  private final StayWords say;

  RuleInstruments(Areas areas, RuleWords words, StayWords say) {
    this.areas = areas;
    this.words = words;
    this.say = say;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Kept> kept() {
    return areas.ofKind(AreaKind.TRANSITION_RULE_AREA, words.today()).stream()
        .map(
            area ->
                new Kept(
                    PREFIX + area.id().value(),
                    KIND,
                    say.of("rule.of", say.area(area)),
                    "/rules/" + area.id().value()))
        .toList();
  }
}
