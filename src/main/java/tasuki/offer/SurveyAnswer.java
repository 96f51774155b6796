package tasuki.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one organisation answered, as the list keeps it; name, address and code as the directory has
 * them, so that whoever looks sees who was meant.
 *
 * @param day of the answer
 * @param can codes of what it can do
 * @param cannot codes of what it cannot do
 */
record SurveyAnswer(
    String name,
    String address,
    @Nullable String code,
    @Nullable String day,
    List<String> can,
    List<String> cannot) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .build();

  SurveyAnswer {
    can = can == null ? List.of() : List.copyOf(can);
    cannot = cannot == null ? List.of() : List.copyOf(cannot);
  }

  @Nullable LocalDate answered() {
    return day == null ? null : LocalDate.parse(day);
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  static SurveyAnswer of(String json) {
    return JSON.readValue(json, SurveyAnswer.class);
  }
}
