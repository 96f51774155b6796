package tasuki.person;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tasuki.House;
import tasuki.directory.NewOrganization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.AccountId;
import tasuki.identity.Accounts;
import tasuki.identity.Duty;
import tasuki.identity.Profession;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/** Organisations, staff and persons of a test's own, so that no test meets another's. */
final class Neighbourhood {

  static final String PASSWORD = "tasuki-no-sash-2026";
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String KANA = "アイウエオカキクケコサシスセソタチツテト";

  private Neighbourhood() {}

  /** Somebody who works somewhere. */
  record Staff(AccountId account, OrganizationId organization, String login, Actor.Sight sight) {

    Actor.Member actor() {
      return new Actor.Member(account.value(), organization.value(), sight);
    }

    /** Calls a service, which opens its own transaction. */
    <T extends @Nullable Object> T does(Supplier<T> work) {
      return Acting.as(actor(), work::get);
    }

    void does(Runnable work) {
      Acting.run(actor(), work);
    }
  }

  static OrganizationId organization(OrganizationKind kind) {
    int number = NUMBER.incrementAndGet();
    return House.as(
        Actor.NOBODY,
        () ->
            House.bean(Organizations.class)
                .add(
                    new NewOrganization(
                        kind,
                        "架空の事業所" + number,
                        "カクウノジギョウショ",
                        null,
                        "000-000-%04d".formatted(number),
                        null,
                        null,
                        "見本県",
                        null,
                        true,
                        false,
                        LocalDate.of(2020, 4, 1))));
  }

  static Staff staff(OrganizationKind kind) {
    return staff(organization(kind), Duty.CARE);
  }

  static Staff staff(OrganizationId organization, Duty duty) {
    String login = "tester" + NUMBER.incrementAndGet();
    Accounts accounts = House.bean(Accounts.class);
    AccountId account =
        House.as(
            Actor.NOBODY,
            () -> {
              AccountId opened = accounts.open(login, "架空 " + login, "カクウ", Profession.NURSE, null);
              accounts.join(opened, organization, Set.of(duty));
              return opened;
            });
    return new Staff(account, organization, login, Duty.sightOf(Set.of(duty)));
  }

  /** A reading that no other test uses. */
  static String kana() {
    int number = NUMBER.incrementAndGet();
    StringBuilder kana = new StringBuilder("テスト");
    for (int rest = number; rest > 0; rest /= KANA.length()) {
      kana.append(KANA.charAt(rest % KANA.length()));
    }
    return kana.toString();
  }

  static NewPerson person() {
    return person(kana(), LocalDate.of(1937, 3, 4));
  }

  static NewPerson person(String kana, LocalDate birth) {
    return new NewPerson(
        "架空",
        kana,
        "カクウ",
        kana,
        Sex.FEMALE,
        birth,
        false,
        new NewResidence(
            LocalDate.of(2020, 4, 1), null, "000-0000", "見本市一丁目", "000-123-4567", false));
  }

  static NewBasis contract() {
    return NewBasis.ofPerson(BasisKind.CONTRACT, null);
  }

  static PersonId registered(Staff by) {
    return registered(by, person());
  }

  static PersonId registered(Staff by, NewPerson person) {
    return by.does(() -> House.bean(Persons.class).register(person, contract(), UUID.randomUUID()));
  }

  /** Lets another organisation in, by a consent for the whole team. */
  static BasisId letIn(Staff by, PersonId person, Staff other) {
    return by.does(
        () -> {
          BasisId basis =
              House.bean(Bases.class)
                  .record(person, NewBasis.ofPerson(BasisKind.WRITTEN_CONSENT, null));
          House.bean(CareTeams.class)
              .join(person, other.organization(), null, TeamRole.HOSPITAL, basis);
          return basis;
        });
  }
}
