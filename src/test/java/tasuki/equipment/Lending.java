package tasuki.equipment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.area.AreaId;
import tasuki.calendar.JapanTime;
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

/** An association that lends and those who borrow, made for one test. */
final class Lending {

  private static final String PASSWORD = "tasuki-no-sash-2026";
  private static final AtomicInteger NUMBER = new AtomicInteger();

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

  private Lending() {}

  static Staff association() {
    return staff(OrganizationKind.MEDICAL_ASSOCIATION, "99101", Duty.COORDINATOR);
  }

  static Staff clinic() {
    return staff(OrganizationKind.CLINIC, "99101", Duty.CARE);
  }

  static Staff staff(OrganizationKind kind, @Nullable String baseUnit, Duty duty) {
    int number = NUMBER.incrementAndGet();
    return House.as(
        Actor.NOBODY,
        () -> {
          OrganizationId organization =
              House.bean(Organizations.class)
                  .add(
                      new NewOrganization(
                          kind,
                          "架空の貸し借り" + number,
                          "カクウノカシカリ",
                          null,
                          "000-000-0000",
                          null,
                          null,
                          "見本県",
                          baseUnit,
                          true,
                          false,
                          LocalDate.of(2020, 4, 1)));
          String login = "lend-" + number + "-" + UUID.randomUUID().toString().substring(0, 8);
          Accounts accounts = House.bean(Accounts.class);
          AccountId account =
              accounts.open(login, "架空 貸子", "カクウ カシコ", Profession.OFFICE_STAFF, null);
          accounts.join(account, organization, Set.of(duty));
          return new Staff(account, organization, login, duty);
        });
  }

  /** A thing for everybody, up to two weeks. */
  static NewThing thing() {
    return thing(EnumSet.noneOf(OrganizationKind.class), null, null);
  }

  static NewThing thing(
      Set<OrganizationKind> lentTo, @Nullable AreaId area, @Nullable LocalDate inspection) {
    return new NewThing(
        ThingKind.ULTRASOUND,
        "架空エコー" + NUMBER.incrementAndGet(),
        "T-" + NUMBER.get(),
        "事務局",
        null,
        inspection,
        lentTo,
        area,
        14,
        null);
  }

  static ThingId lent(Staff owner, NewThing thing) {
    return owner.does(() -> House.bean(Things.class).add(thing));
  }

  static LoanId booked(Staff borrower, ThingId thing, Days days) {
    return borrower.does(() -> House.bean(Loans.class).book(thing, days, "試験", UUID.randomUUID()));
  }

  static LocalDate today() {
    return JapanTime.today(House.bean(Clock.class));
  }

  /** From that many days after today on, for so many days. */
  static Days days(int ahead, int count) {
    LocalDate first = today().plusDays(ahead);
    return new Days(first, first.plusDays(count - 1));
  }

  /** How many notices of the kind about the subject an organisation has. */
  static int told(Staff staff, String kind, UUID subject) {
    return TestDatabase.asOwner()
        .sql(
            """
            select count(*) from notice.notice
            where organization = ? and kind = ? and subject = ?
            """)
        .params(staff.organization().value(), kind, subject)
        .query(Integer.class)
        .single();
  }
}
