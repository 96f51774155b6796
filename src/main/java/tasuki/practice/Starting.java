package tasuki.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.programme.InstrumentKind;

/** Leads from a case to a new programme of the same shape. */
final class Starting {

  /** As much as an address carries without trouble, and more than most cases say. */
  private static final int LONGEST = 600;

  private Starting() {}

  /** The address under which a programme is started with the name, purpose and means of the case. */
  static String address(Content content) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/programmes/start")
            .queryParam("name", "{name}")
            .queryParam("purpose", "{purpose}")
            .queryParam("content", "{content}");
    List<Object> values = new ArrayList<>();
    values.add(content.name());
    values.add(cut(content.purpose()));
    values.add(cut(String.join("、", content.approach())));
    for (Instrument instrument : content.instruments()) {
      kind(instrument).ifPresent(kind -> address.queryParam("instrument", kind));
    }
    return address.encode().buildAndExpand(values.toArray()).toUriString();
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }

  /** Through what such a programme works; indicators and funds are no means of their own. */
  private static Optional<InstrumentKind> kind(Instrument instrument) {
    return switch (instrument) {
      case TRAINING -> Optional.of(InstrumentKind.TRAINING);
      case GRANT -> Optional.of(InstrumentKind.GRANT);
      case COUNCIL -> Optional.of(InstrumentKind.COUNCIL);
      case MATCHING -> Optional.of(InstrumentKind.MATCHING);
      case PUBLICATION -> Optional.of(InstrumentKind.PUBLICATION);
      case CONSULTATION -> Optional.of(InstrumentKind.CONSULTATION);
      case TRANSITION -> Optional.of(InstrumentKind.TRANSITION);
      case REGISTRY -> Optional.of(InstrumentKind.DIRECTORY);
      case COVERAGE -> Optional.of(InstrumentKind.COVERAGE);
      case SURVEY -> Optional.of(InstrumentKind.SURVEY);
      case RECORD -> Optional.of(InstrumentKind.RECORD);
      case ROTA -> Optional.of(InstrumentKind.ROTA);
      case FORECAST -> Optional.of(InstrumentKind.FORECAST);
      case LOAN -> Optional.of(InstrumentKind.LOAN);
      case TELEHEALTH -> Optional.of(InstrumentKind.TELEHEALTH);
      case DISASTER -> Optional.of(InstrumentKind.DISASTER);
      case ADVANCE -> Optional.of(InstrumentKind.ADVANCE_PLANNING);
      case ANALYTICS -> Optional.of(InstrumentKind.CLAIMS_ANALYSIS);
      case INDICATOR, FUNDING -> Optional.empty();
    };
  }
}
