package tasuki.transition;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tasuki.House;
import tasuki.area.AreaId;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.directory.NewOrganization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.AccountId;
import tasuki.identity.Accounts;
import tasuki.identity.Credentials;
import tasuki.identity.Duty;
import tasuki.identity.Profession;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.person.BasisKind;
import tasuki.person.CareLevel;
import tasuki.person.CareManager;
import tasuki.person.Certification;
import tasuki.person.CertificationStatus;
import tasuki.person.Certifications;
import tasuki.person.NewBasis;
import tasuki.person.NewPerson;
import tasuki.person.NewPlanOwner;
import tasuki.person.PersonId;
import tasuki.person.Persons;
import tasuki.person.PlanOwnerKind;
import tasuki.person.PlanOwners;
import tasuki.person.Sex;

/** A hospital, a care office and their people, made for one test. */
final class Scene {

  static final String PASSWORD = "tasuki-no-sash-2026";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** Somebody who works somewhere. */
  record Staff(AccountId account, OrganizationId organization, String login, Duty duty) {

    Actor.Member actor() {
      return new Actor.Member(account.value(), organization.value(), Duty.sightOf(Set.of(duty)));
    }

    <T extends @Nullable Object> T does(Supplier<T> work) {
      return Acting.as(actor(), work::get);
    }

    void does(Runnable work) {
      Acting.run(actor(), work);
    }
  }

  private Scene() {}

  static Staff staff(OrganizationKind kind, @Nullable String baseUnit) {
    return staff(kind, baseUnit, Duty.CARE);
  }

  static Staff staff(OrganizationKind kind, @Nullable String baseUnit, Duty duty) {
    return colleague(organization(kind, baseUnit, true), duty);
  }

  /** An organisation that does not work in Tasuki. */
  static OrganizationId outside(OrganizationKind kind) {
    return organization(kind, null, false);
  }

  /** Somebody of the prefecture who keeps every area's rule. */
  static Actor officer() {
    return staff(OrganizationKind.PREFECTURE, null, Duty.OFFICER).actor();
  }

  private static OrganizationId organization(
      OrganizationKind kind, @Nullable String baseUnit, boolean member) {
    int number = NUMBER.incrementAndGet();
    return House.as(
        Actor.NOBODY,
        () ->
            House.bean(Organizations.class)
                .add(
                    new NewOrganization(
                        kind,
                        "架空" + number,
                        "カクウ",
                        null,
                        "000-000-0000",
                        null,
                        null,
                        "見本県",
                        baseUnit,
                        member,
                        false,
                        LocalDate.of(2020, 4, 1))));
  }

  /** The name under which one finds the organisation. */
  static String name(OrganizationId organization) {
    return House.as(Actor.NOBODY, () -> House.bean(Organizations.class).get(organization).name());
  }

  static Staff colleague(OrganizationId organization, Duty duty) {
    String login = "stayer" + NUMBER.incrementAndGet();
    AccountId account =
        House.as(
            Actor.NOBODY,
            () -> {
              Accounts accounts = House.bean(Accounts.class);
              AccountId opened = accounts.open(login, "架空 " + login, "カクウ", Profession.NURSE, null);
              accounts.join(opened, organization, Set.of(duty));
              return opened;
            });
    return new Staff(account, organization, login, duty);
  }

  static void givePassword(Staff staff) {
    House.bean(Credentials.class).give(staff.account(), PASSWORD);
  }

  /** A base unit of its own, inside a transition-rule area of its own. */
  static AreaId area(String unit) {
    return House.as(
        Actor.NOBODY,
        () -> {
          Areas areas = House.bean(Areas.class);
          areas.add(
              new BaseUnit(unit, BaseUnit.Kind.MUNICIPALITY, unit, null, "架空市", "カクウシ", "Kaku"),
              LocalDate.of(2000, 4, 1));
          return areas.found(
              AreaKind.TRANSITION_RULE_AREA,
              unit,
              "架空圏域" + unit,
              "Area " + unit,
              LocalDate.of(2000, 4, 1),
              Set.of(unit));
        });
  }

  static String unit() {
    return "T%04d".formatted(NUMBER.incrementAndGet());
  }

  /** A person registered by a care office, which is the plan owner. */
  static PersonId client(Staff office, CareLevel level) {
    String kana = "ニュウイン" + "アイウエオカキクケコ".charAt(NUMBER.incrementAndGet() % 10);
    return office.does(
        () -> {
          PersonId person =
              House.bean(Persons.class)
                  .register(
                      new NewPerson(
                          "架空",
                          "入院" + NUMBER.get(),
                          "カクウ",
                          kana,
                          Sex.FEMALE,
                          LocalDate.of(1940, 1, 1).plusDays(NUMBER.incrementAndGet()),
                          false,
                          null),
                      NewBasis.ofPerson(BasisKind.CONTRACT, null),
                      UUID.randomUUID());
          House.bean(PlanOwners.class)
              .set(
                  person,
                  new NewPlanOwner(
                      YearMonth.of(2024, 4),
                      level.prevention()
                          ? PlanOwnerKind.DESIGNATED_OFFICE
                          : PlanOwnerKind.CARE_MANAGEMENT_OFFICE,
                      office.organization(),
                      null,
                      new CareManager("架空", null, office.account())));
          House.bean(Certifications.class)
              .record(
                  person,
                  new Certification(
                      CertificationStatus.CERTIFIED,
                      level,
                      null,
                      LocalDate.of(2024, 4, 1),
                      LocalDate.of(2030, 3, 31)));
          return person;
        });
  }

  static Stays stays() {
    return House.bean(Stays.class);
  }

  static LocalDate today() {
    return LocalDateTime.now(ZoneId.of("Asia/Tokyo")).toLocalDate();
  }

  /** A report with consent, so that the hospital is let in. */
  static Admission report(PersonId person, OrganizationId hospital, LocalDate on) {
    return new Admission(
        person,
        hospital,
        on,
        LocalTime.of(0, 1),
        "5階東",
        null,
        Mode.TELEPHONE,
        "長女",
        NewBasis.ofPerson(BasisKind.CONTRACT, null),
        null);
  }

  static StayId admitted(Staff by, PersonId person, OrganizationId hospital, LocalDate on) {
    AdmissionResult result =
        by.does(() -> stays().admit(report(person, hospital, on), UUID.randomUUID()));
    return switch (result) {
      case AdmissionResult.Opened(StayId stay) -> stay;
      case AdmissionResult.Joined(StayId stay) -> stay;
      case AdmissionResult.Asked(Stay stay) -> throw new AssertionError("asked about " + stay);
    };
  }
}
