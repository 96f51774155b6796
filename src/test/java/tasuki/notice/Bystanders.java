package tasuki.notice;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tasuki.House;
import tasuki.directory.NewOrganization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.AccountId;
import tasuki.identity.Accounts;
import tasuki.identity.Credentials;
import tasuki.identity.Duty;
import tasuki.identity.Profession;
import tasuki.kernel.Actor;

/** Organisations and people made for the tests of this room. */
final class Bystanders {

  static final String PASSWORD = "tasuki-no-sash-2026";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** Somebody who works somewhere. */
  record Staff(UUID account, UUID organization, String login, String mail, Duty duty) {

    Actor.Member actor() {
      return new Actor.Member(account, organization, Duty.sightOf(Set.of(duty)));
    }

    Recipient.Person alone() {
      return new Recipient.Person(account, organization);
    }

    Recipient.Inbox inbox() {
      return new Recipient.Inbox(organization);
    }
  }

  private Bystanders() {}

  static OrganizationId organization() {
    return House.as(
        Actor.NOBODY,
        () ->
            House.bean(Organizations.class)
                .add(
                    new NewOrganization(
                        OrganizationKind.CARE_MANAGEMENT_OFFICE,
                        "架空の受け手" + NUMBER.incrementAndGet(),
                        "カクウ",
                        null,
                        "000-000-0000",
                        null,
                        null,
                        "見本県",
                        null,
                        true,
                        false,
                        LocalDate.of(2020, 4, 1))));
  }

  static Staff staff(OrganizationId organization, Duty duty) {
    String login = "bystander" + NUMBER.incrementAndGet();
    String mail = login + "@example.jp";
    Accounts accounts = House.bean(Accounts.class);
    AccountId account =
        House.as(
            Actor.NOBODY,
            () -> {
              AccountId opened = accounts.open(login, "架空 " + login, "カクウ", Profession.NURSE, mail);
              accounts.join(opened, organization, Set.of(duty));
              return opened;
            });
    return new Staff(account.value(), organization.value(), login, mail, duty);
  }

  static Staff staff() {
    return staff(organization(), Duty.CARE);
  }

  static void givePassword(Staff staff) {
    House.bean(Credentials.class).give(new AccountId(staff.account()), PASSWORD);
  }

  static void tell(Staff by, String kind, Recipient to, Object... words) {
    House.as(
        by.actor(),
        () -> {
          House.bean(NoticeBox.class).tell(kind, to, UUID.randomUUID(), null, words);
          return null;
        });
  }

  static int unread(Staff staff) {
    return House.as(staff.actor(), () -> House.bean(NoticeBox.class).unread(true));
  }
}
