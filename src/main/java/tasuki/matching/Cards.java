package tasuki.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.JapanTime;
import tasuki.kernel.RefusedException;
import tasuki.person.CareLevel;
import tasuki.person.Certification;
import tasuki.person.Certifications;
import tasuki.person.Person;
import tasuki.person.PersonId;
import tasuki.person.Persons;
import tasuki.person.Sex;

/** Makes the nameless card: of the person only what one may know without knowing who it is. */
@Component
@Transactional(readOnly = true)
class Cards {

  private static final int OLDEST = 12;

  private final Persons persons;
  private final Certifications certifications;
  private final Clock clock;

  Cards(Persons persons, Certifications certifications, Clock clock) {
    this.persons = persons;
    this.certifications = certifications;
    this.clock = clock;
  }

  /**
   * The card of a request.
   *
   * @throws RefusedException when what was typed names the person
   */
  Card of(NewRequest wanted) {
    PersonId id = wanted.person();
    if (id == null) {
      return card(wanted, null, null, null);
    }
    Person person = persons.get(id);
    LocalDate today = JapanTime.today(clock);
    int years = Period.between(person.birthDate(), today).getYears();
    CareLevel level = certifications.on(id, today).map(Certification::level).orElse(null);
    Card card = card(wanted, Math.clamp(years / 10, 0, OLDEST), person.sex(), level);
    Nameless.check(card, wanted.kind().says(), person).orThrow();
    return card;
  }

  private static Card card(
      NewRequest wanted, @Nullable Integer decade, @Nullable Sex sex, @Nullable CareLevel level) {
    return new Card(
        wanted.baseUnit(),
        decade,
        sex,
        level,
        wanted.needs(),
        wanted.halfDays(),
        wanted.night(),
        wanted.situation(),
        wanted.answers(),
        wanted.wantedBy());
  }
}
