package tasuki.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One human being who is or was cared for.
 *
 * @param provisional entered by an organisation that could not find the person (仮登録)
 * @param mergedInto the person this one turned out to be; null for everybody else
 * @param version grows with every change of name, sex, birth date or death
 */
public record Person(
    PersonId id,
    String familyName,
    String givenName,
    String familyKana,
    String givenKana,
    Sex sex,
    LocalDate birthDate,
    boolean provisional,
    @Nullable LocalDate diedOn,
    @Nullable PersonId mergedInto,
    int version) {

  /** Family name and given name. */
  public String name() {
    return familyName + " " + givenName;
  }

  /** The reading of the name in katakana. */
  public String kana() {
    return familyKana + " " + givenKana;
  }
}
