package tasuki.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.web.InstrumentSource;
import tasuki.web.Phrases;

/** Through what a programme works: what is kept here leads there, anything else is only named. */
class InstrumentsTest {

  private final Keeping keeping = new Keeping();
  private final ProgrammeYear year =
      keeping.add(keeping.list(2026, true), 1, keeping.nursing, false);
  private final String page = "/programmes/years/" + year.id();

  @Test
  void a_register_a_rule_and_a_kind_of_request_that_are_kept_here_are_chosen_and_lead_there() {
    List<InstrumentSource.Kept> kept =
        House.as(
            keeping.nurse,
            () -> House.bean(Phrases.class).inJapanese(House.bean(Instruments.class)::all));
    for (String kind : List.of("DIRECTORY", "TRANSITION", "MATCHING")) {
      InstrumentSource.Kept one =
          kept.stream().filter(of -> of.kind().equals(kind)).findFirst().orElseThrow();
      Visitor nurse = Keeping.signedIn(keeping.nurse);
      nurse.get(page);
      assertThat(
              nurse.post(page + "/instruments", Map.of("instrument-target", one.target())).body())
          .contains("href=\"" + one.href() + "\"", one.name());
      assertThat(nurse.get(one.href()).statusCode()).isEqualTo(200);
    }
    assertThat(
            House.as(
                keeping.nurse, () -> House.bean(Attachments.class).instruments(year.programme())))
        .extracting(Attachments.Instrument::kind)
        .containsExactlyInAnyOrder(
            InstrumentKind.DIRECTORY, InstrumentKind.TRANSITION, InstrumentKind.MATCHING);
  }

  @Test
  void what_is_kept_nowhere_is_named_by_kind_and_words_and_what_does_not_exist_is_refused() {
    Visitor nurse = Keeping.signedIn(keeping.nurse);
    nurse.get(page);
    assertThat(
            nurse
                .post(page + "/instruments", Map.of("instrument-target", "register:unknown"))
                .statusCode())
        .isEqualTo(422);
    assertThat(nurse.post(page + "/instruments", Map.of("instrument", "TRAINING")).body())
        .contains("何をするか:");
    assertThat(
            nurse
                .post(
                    page + "/instruments",
                    Map.of("instrument", "TRAINING", "instrument-name", "架空の同行研修"))
                .body())
        .contains("架空の同行研修", "研修");
  }
}
