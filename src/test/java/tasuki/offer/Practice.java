package tasuki.offer;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;
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
import tasuki.notice.NoticeBox;

/** Organisations and staff of a test's own, and what they say of their offers. */
final class Practice {

  static final String PASSWORD = "tasuki-no-sash-2026";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Practice() {}

  /** Somebody who works somewhere. */
  record Staff(AccountId account, OrganizationId organization, String login, Duty duty) {

    Actor.Member actor() {
      return new Actor.Member(account.value(), organization.value(), Duty.sightOf(Set.of(duty)));
    }

    <T extends @Nullable Object> T does(Supplier<T> work) {
      return Acting.as(actor(), work::get);
    }

    /** Says what the own organisation offers, after the version with this number. */
    UUID says(NewOffer offer, int basedOn) {
      return says(organization, offer, basedOn, null);
    }

    UUID says(OrganizationId of, NewOffer offer, int basedOn, @Nullable String reason) {
      return does(() -> House.bean(OfferKeeping.class).say(of, offer, basedOn, reason));
    }

    void saysRoom(String help, int places) {
      saysRoom(organization, help, places, null);
    }

    void saysRoom(OrganizationId of, String help, int places, @Nullable String reason) {
      Acting.run(actor(), () -> House.bean(OfferKeeping.class).sayRoom(of, help, places, reason));
    }

    /** Codes of the notices in the organisation's inbox. */
    List<String> told() {
      return House.as(
          actor(),
          () ->
              House.bean(NoticeBox.class).page(true, null, 100).stream()
                  .map(notice -> notice.kind().code())
                  .toList());
    }

    Visitor visitor() {
      House.bean(Credentials.class).give(account, PASSWORD);
      return Visitor.signedIn(login, PASSWORD);
    }
  }

  static Staff staff(OrganizationKind kind) {
    return staff(organization(kind, true), Duty.CARE);
  }

  static Staff coordinator() {
    return staff(organization(OrganizationKind.HOME_CARE_HUB, true), Duty.COORDINATOR);
  }

  static Staff officer(OrganizationKind kind) {
    return staff(organization(kind, true), Duty.OFFICER);
  }

  static Staff staff(OrganizationId organization, Duty duty) {
    String login = "practice" + NUMBER.incrementAndGet();
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

  /** A daughter, who belongs to the one organisation of families. */
  static Staff family() {
    return staff(House.bean(Organizations.class).personAndFamily(), Duty.FAMILY);
  }

  static OrganizationId organization(OrganizationKind kind, boolean member) {
    int number = NUMBER.incrementAndGet();
    return House.as(
        Actor.NOBODY,
        () ->
            House.bean(Organizations.class)
                .add(
                    new NewOrganization(
                        kind,
                        "架空の実践" + number,
                        "カクウノジッセン",
                        null,
                        "000-000-0000",
                        null,
                        null,
                        "見本県",
                        "99101",
                        member,
                        false,
                        LocalDate.of(2020, 4, 1))));
  }

  /** A clinic's offer: these things, on Monday mornings, by telephone at night, for anybody. */
  static NewOffer offer(String... capabilities) {
    return new NewOffer(
        Set.of(capabilities),
        Set.of(new HalfDay(DayOfWeek.MONDAY, false)),
        Reach.ON_CALL,
        Reach.NONE,
        true,
        false,
        null,
        Set.of(),
        Set.of("99101"),
        Set.of());
  }

  /** The same, with a condition that only those read who work together. */
  static NewOffer inner(NewOffer offer, String note) {
    return new NewOffer(
        offer.capabilities(),
        offer.days(),
        offer.night(),
        offer.holiday(),
        offer.acceptsNew(),
        true,
        note,
        offer.languages(),
        offer.units(),
        offer.areas());
  }

  /** Lets days go by since the last word about the organisation's room. */
  static void age(OrganizationId organization, int days) {
    TestDatabase.asOwner()
        .sql(
            "update offer.room set said_at = said_at - make_interval(days => ?)"
                + " where organization = ?")
        .params(days, organization.value())
        .update();
  }

  static long count(Actor actor, String table, OrganizationId organization) {
    return House.as(
        actor,
        () ->
            House.bean(JdbcClient.class)
                .sql("select count(*) from " + table + " where organization = ?")
                .param(organization.value())
                .query(Long.class)
                .single());
  }
}
