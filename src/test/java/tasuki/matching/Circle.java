package tasuki.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tasuki.House;
import tasuki.Visitor;
import tasuki.directory.NewOrganization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.form.FormValues;
import tasuki.identity.AccountId;
import tasuki.identity.Accounts;
import tasuki.identity.Credentials;
import tasuki.identity.Duty;
import tasuki.identity.Profession;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.person.BasisKind;
import tasuki.person.NewBasis;
import tasuki.person.NewPerson;
import tasuki.person.NewResidence;
import tasuki.person.PersonId;
import tasuki.person.Persons;
import tasuki.person.Sex;

/** A hospital that asks, a coordinator who handles it and clinics that are asked, for one test. */
final class Circle {

  private static final String PASSWORD = "tasuki-no-sash-2026";
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ";

  /** Somebody who works somewhere. */
  record Staff(AccountId account, OrganizationId organization, String login, Duty duty) {

    <T extends @Nullable Object> T does(Supplier<T> work) {
      return Acting.as(actor(), work::get);
    }

    void does(Runnable work) {
      Acting.run(actor(), work);
    }

    Actor.Member actor() {
      return new Actor.Member(account.value(), organization.value(), Duty.sightOf(Set.of(duty)));
    }

    Visitor visitor() {
      House.bean(Credentials.class).give(account, PASSWORD);
      return Visitor.signedIn(login, PASSWORD);
    }
  }

  final Staff officer = staff(OrganizationKind.PREFECTURE, Duty.OFFICER);
  final Staff nurse = staff(OrganizationKind.HOSPITAL, Duty.CARE);
  final Staff coordinator = staff(OrganizationKind.MEDICAL_ASSOCIATION, Duty.COORDINATOR);
  final List<Staff> clinics =
      List.of(
          staff(OrganizationKind.CLINIC, Duty.CARE),
          staff(OrganizationKind.CLINIC, Duty.CARE),
          staff(OrganizationKind.CLINIC, Duty.CARE));

  static Staff staff(OrganizationKind kind, Duty duty) {
    int number = NUMBER.incrementAndGet();
    return House.as(
        Actor.NOBODY,
        () -> {
          OrganizationId organization =
              House.bean(Organizations.class)
                  .add(
                      new NewOrganization(
                          kind,
                          "架空の手挙げ" + number,
                          "カクウノテアゲ",
                          null,
                          "000-000-0000",
                          null,
                          null,
                          "見本県",
                          "99101",
                          true,
                          false,
                          LocalDate.of(2020, 4, 1)));
          String login = "hand" + number;
          Accounts accounts = House.bean(Accounts.class);
          AccountId account = accounts.open(login, "架空 " + login, "カクウ", Profession.NURSE, null);
          accounts.join(account, organization, Set.of(duty));
          return new Staff(account, organization, login, duty);
        });
  }

  /** A kind of its own, by which hospitals ask clinics. */
  RequestKind kind(Second second, Way way) {
    String code = "test-" + NUMBER.incrementAndGet();
    KindDefinition says = FitTest.says(second, 0);
    KindDefinition own =
        new KindDefinition(
            says.name(),
            says.purpose(),
            true,
            says.askers(),
            says.asked(),
            true,
            way,
            5,
            60,
            24,
            true,
            second,
            says.mainRole(),
            says.secondRole(),
            true,
            null,
            0,
            List.of(),
            says.reasons());
    return officer.does(
        () -> {
          House.bean(RequestKinds.class).setUp(code, 0, false, own);
          return House.bean(RequestKinds.class).get(code);
        });
  }

  /** Somebody whom the hospital knows. */
  PersonId person() {
    int number = NUMBER.incrementAndGet();
    String kana = "テアゲ" + KANA.charAt(number % 30) + KANA.charAt(number / 30 % 30);
    NewPerson entry =
        new NewPerson(
            "架空",
            kana,
            "カクウ",
            kana,
            Sex.FEMALE,
            LocalDate.of(1940, 5, 6),
            false,
            new NewResidence(
                LocalDate.of(2020, 4, 1), "99101", "000-0000", "見本市一丁目", "000-123-4567", false));
    return nurse.does(
        () ->
            House.bean(Persons.class)
                .register(
                    entry, NewBasis.ofPerson(BasisKind.HOSPITAL_NOTICE, null), UUID.randomUUID()));
  }

  NewRequest wanted(RequestKind kind, @Nullable PersonId person) {
    return new NewRequest(
        kind,
        person,
        coordinator.organization(),
        "99101",
        Set.of("oxygen"),
        Set.of(),
        false,
        "退院後に訪問診療が要ります",
        FormValues.EMPTY,
        null);
  }

  RequestId ask(RequestKind kind, PersonId person) {
    return nurse.does(
        () -> House.bean(HelpRequests.class).ask(wanted(kind, person), UUID.randomUUID()));
  }

  void offer(RequestId request, Way way) {
    coordinator.does(
        () ->
            House.bean(Offering.class)
                .offer(
                    request,
                    new Offering.Wanted(
                        way, 60, clinics.stream().map(Staff::organization).toList())));
  }

  Hand own(Staff clinic, RequestId request) {
    return clinic.does(() -> House.bean(Answering.class).own(request).orElseThrow());
  }

  void raise(Staff clinic, RequestId request) {
    Hand hand = own(clinic, request);
    clinic.does(() -> House.bean(Answering.class).raise(hand.id(), null));
  }

  void decline(Staff clinic, RequestId request) {
    Hand hand = own(clinic, request);
    clinic.does(() -> House.bean(Answering.class).decline(hand.id(), "FULL", "満床"));
  }

  HelpRequest get(Staff staff, RequestId request) {
    return staff.does(() -> House.bean(HelpRequests.class).get(request));
  }
}
