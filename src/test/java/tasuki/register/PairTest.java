package tasuki.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tasuki.register.RegisterScene.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.AccountId;
import tasuki.identity.Accounts;
import tasuki.identity.Duty;
import tasuki.identity.Profession;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;
import tasuki.person.Bases;
import tasuki.person.BasisId;
import tasuki.person.BasisKind;
import tasuki.person.CareTeams;
import tasuki.person.NewBasis;
import tasuki.person.NewPerson;
import tasuki.person.PersonId;
import tasuki.person.Persons;
import tasuki.person.Sex;
import tasuki.person.TeamRole;

/**
 * Patients and the hospital that takes them in: seen by those who see the patient, and no other.
 */
class PairTest {

  private static final RegisterScene.Staff REGISTRAR = RegisterScene.officer();
  private static final RegisterScene.Staff CLINIC =
      RegisterScene.staff(OrganizationKind.CLINIC, Duty.CARE);
  private static final RegisterScene.Staff HOSPITAL =
      RegisterScene.staff(OrganizationKind.HOSPITAL, Duty.CARE);

  private static Register pairs;

  @BeforeAll
  static void setUp() {
    String hospitals = RegisterScene.code();
    Register of =
        RegisterScene.setUp(
            REGISTRAR,
            RegisterScene.with(RegisterScene.register(hospitals), Decider.NOTIFICATION, null));
    REGISTRAR.does(
        () ->
            House.as(
                REGISTRAR.actor(),
                () ->
                    House.bean(Entries.class)
                        .enter(
                            of.code(),
                            HOSPITAL.organization(),
                            null,
                            "1",
                            new Term(TODAY.minusDays(100), null),
                            true)));
    pairs =
        RegisterScene.setUp(
            REGISTRAR,
            RegisterScene.with(
                RegisterScene.register(RegisterScene.code()),
                Concerns.PERSON,
                Set.of(),
                new Validity(Validity.Unit.MONTHS, 3),
                List.of(14, 3),
                null,
                false,
                hospitals));
  }

  private static PersonId person() {
    return CLINIC.does(
        () ->
            House.bean(Persons.class)
                .register(
                    new NewPerson(
                        "架空",
                        "待子",
                        "カクウ",
                        "マチコ",
                        Sex.FEMALE,
                        LocalDate.of(1939, 5, 6),
                        false,
                        null),
                    NewBasis.ofPerson(BasisKind.CONTRACT, null),
                    UUID.randomUUID()));
  }

  private static UUID agree(PersonId person, RegisterScene.Staff hospital, LocalDate from) {
    return CLINIC.does(
        () ->
            House.bean(Pairs.class)
                .agree(
                    pairs,
                    person,
                    new Pairs.Agreed(hospital.organization(), "架空 医師", null, from),
                    UUID.randomUUID()));
  }

  @Test
  void a_pair_is_seen_by_who_sees_the_patient_and_by_no_other_not_even_the_hospital() {
    UUID pair = agree(person(), HOSPITAL, TODAY);
    assertThat(CLINIC.does(() -> House.bean(Pairs.class).get(pair)).hospital())
        .isEqualTo(HOSPITAL.organization());
    assertThat(CLINIC.does(() -> House.bean(Pairs.class).mine(1000)))
        .anyMatch(line -> line.pair().id().equals(pair));
    for (RegisterScene.Staff stranger : List.of(HOSPITAL, REGISTRAR)) {
      assertThatThrownBy(() -> stranger.does(() -> House.bean(Pairs.class).get(pair)))
          .isInstanceOf(AbsentException.class);
      assertThat(stranger.does(() -> House.bean(Pairs.class).mine(1000)))
          .noneMatch(line -> line.pair().id().equals(pair));
    }
  }

  @Test
  void a_patient_has_one_hospital_of_the_register_at_a_time() {
    PersonId person = person();
    RegisterScene.Staff other = RegisterScene.staff(OrganizationKind.HOSPITAL, Duty.CARE);
    assertThatThrownBy(() -> agree(person, other, TODAY))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("hospital-not-in-register");
    UUID first = agree(person, HOSPITAL, TODAY);
    assertThatThrownBy(() -> agree(person, HOSPITAL, TODAY))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("paired-already");
    CLINIC.does(() -> House.bean(Pairs.class).end(first, TODAY, "転居のため"));
    assertThat(agree(person, HOSPITAL, TODAY)).isNotEqualTo(first);
  }

  private static RegisterScene.Staff family() {
    OrganizationId families = House.bean(Organizations.class).personAndFamily();
    String login = "family-" + UUID.randomUUID().toString().substring(0, 8);
    AccountId account =
        House.as(
            Actor.NOBODY,
            () -> {
              Accounts accounts = House.bean(Accounts.class);
              AccountId opened = accounts.open(login, "架空 家子", "カクウ", Profession.NURSE, null);
              accounts.join(opened, families, Set.of(Duty.FAMILY));
              return opened;
            });
    return new RegisterScene.Staff(account, families, login, Duty.FAMILY);
  }

  private static RegisterScene.Staff familyOf(PersonId person) {
    RegisterScene.Staff family = family();
    CLINIC.does(
        () -> {
          BasisId agreed = House.bean(Bases.class).of(person).getFirst().id();
          House.bean(CareTeams.class)
              .join(person, family.organization(), family.account(), TeamRole.FAMILY, agreed);
        });
    return family;
  }

  private static String words(String page) {
    return page.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
  }

  @Test
  void the_family_reads_in_plain_words_which_hospital_and_until_when() {
    PersonId person = person();
    Visitor daughter = familyOf(person).signedIn();
    assertThat(words(daughter.get("/my/" + person).body())).contains("まだ決まった病院はありません");
    LocalDate from = TODAY.minusDays(10);
    UUID pair = agree(person, HOSPITAL, from);
    LocalDate until = new Validity(Validity.Unit.MONTHS, 3).until(from).orElseThrow();
    String page = words(daughter.get("/my/" + person).body());
    assertThat(page)
        .contains(
            CLINIC.does(() -> House.bean(Organizations.class).get(HOSPITAL.organization()).name()),
            JapaneseDates.inFull(from, Locale.JAPANESE) + "から受け入れる約束です",
            JapaneseDates.inFull(until, Locale.JAPANESE) + "までに、主治医と病院がもう一度確かめます",
            "約束した医師: 架空 医師");
    assertThat(words(daughter.get("/language?to=en&back=/my/" + person).body()))
        .contains("go over it again by " + JapaneseDates.inFull(until, Locale.ENGLISH));
    CLINIC.does(() -> House.bean(Pairs.class).end(pair, TODAY, "専門家だけの理由"));
    assertThat(words(daughter.get("/language?to=ja&back=/my/" + person).body()))
        .contains("まだ決まった病院はありません")
        .doesNotContain("専門家だけの理由");
  }

  @Test
  void the_family_is_told_when_the_day_to_go_over_it_has_passed() {
    PersonId person = person();
    Visitor daughter = familyOf(person).signedIn();
    agree(person, HOSPITAL, TODAY.minusMonths(4));
    assertThat(words(daughter.get("/my/" + person).body())).contains("を過ぎています。主治医に聞いてください");
  }

  @Test
  void a_family_sees_neither_the_notes_of_professionals_nor_anybody_elses_hospital() {
    PersonId person = person();
    RegisterScene.Staff own = familyOf(person);
    RegisterScene.Staff other = familyOf(person());
    UUID pair = agree(person, HOSPITAL, TODAY.minusDays(3));
    CLINIC.does(() -> House.bean(Pairs.class).renew(pair, pairs, TODAY, "専門家のメモ"));
    assertThat(own.does(() -> House.bean(Pairs.class).get(pair)).running()).isTrue();
    assertThat(own.does(() -> House.bean(Pairs.class).terms(pair))).isEmpty();
    assertThat(CLINIC.does(() -> House.bean(Pairs.class).terms(pair))).hasSize(2);
    assertThatThrownBy(() -> other.does(() -> House.bean(Pairs.class).get(pair)))
        .isInstanceOf(AbsentException.class);
    assertThat(other.signedIn().get("/my/" + person).statusCode()).isEqualTo(404);
    assertThatThrownBy(() -> own.does(() -> House.bean(Pairs.class).end(pair, TODAY, "勝手に")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void who_recorded_it_is_reminded_once_before_the_day_and_goes_over_it() {
    LocalDate from = TODAY.minusMonths(3).plusDays(10);
    UUID pair = agree(person(), HOSPITAL, from);
    House.bean(RegisterBell.class).ring();
    House.bean(RegisterBell.class).ring();
    assertThat(told(pair)).containsExactly(CLINIC.organization().value());
    CLINIC.does(() -> House.bean(Pairs.class).renew(pair, pairs, TODAY, "変わりなし"));
    assertThat(CLINIC.does(() -> House.bean(Pairs.class).get(pair)).term().until())
        .isEqualTo(new Validity(Validity.Unit.MONTHS, 3).until(TODAY).orElseThrow());
    assertThat(CLINIC.does(() -> House.bean(Pairs.class).terms(pair))).hasSize(2);
    House.bean(RegisterBell.class).ring();
    assertThat(told(pair)).hasSize(1);
  }

  private static List<UUID> told(UUID pair) {
    return TestDatabase.asOwner()
        .sql("select organization from notice.notice where subject = ?")
        .param(pair)
        .query((row, _) -> row.getObject("organization", UUID.class))
        .list();
  }
}
