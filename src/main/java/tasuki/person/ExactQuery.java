package tasuki.person;

import java.text.Normalizer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one must know of a person to ask for them: everything of one of two kinds, exactly. */
public sealed interface ExactQuery {

  /** By insurer and insured number; care offices may not. */
  record ByNumber(String insurerNumber, String insuredNumber) implements ExactQuery {}

  /** By reading, birth date and sex, and one of telephone and postcode. */
  record ByPerson(
      String familyKana,
      String givenKana,
      LocalDate birthDate,
      Sex sex,
      @Nullable String telephone,
      @Nullable String postcode)
      implements ExactQuery {}

  /** Binds the named parameters that both functions of the database take. */
  default JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
    ByNumber number = this instanceof ByNumber found ? found : null;
    ByPerson person = this instanceof ByPerson found ? found : null;
    return statement
        .param("insurer", number == null ? null : digits(number.insurerNumber()))
        .param("insured", number == null ? null : digits(number.insuredNumber()))
        .param("familyKana", person == null ? null : person.familyKana())
        .param("givenKana", person == null ? null : person.givenKana())
        .param("birth", person == null ? null : person.birthDate())
        .param("sex", person == null ? null : person.sex().name())
        .param("telephone", person == null ? null : digits(person.telephone()))
        .param("postcode", person == null ? null : digits(person.postcode()));
  }

  private static @Nullable String digits(@Nullable String typed) {
    return typed == null
        ? null
        : Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[^0-9A-Za-z]", "");
  }
}
