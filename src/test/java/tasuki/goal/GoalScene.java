package tasuki.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.calendar.FiscalYear;
import tasuki.directory.NewOrganization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.AccountId;
import tasuki.identity.Accounts;
import tasuki.identity.Credentials;
import tasuki.identity.Duty;
import tasuki.identity.Profession;
import tasuki.indicator.Actual;
import tasuki.indicator.Aim;
import tasuki.indicator.AsOf;
import tasuki.indicator.Definition;
import tasuki.indicator.Direction;
import tasuki.indicator.IndicatorId;
import tasuki.indicator.NewIndicator;
import tasuki.indicator.Relation;
import tasuki.indicator.Target;
import tasuki.kernel.Actor;

/**
 * Organisations, divisions and indicators of a test's own, so that tests do not meet each other.
 */
final class GoalScene {

  static final String PASSWORD = "tasuki-no-sash-2026";
  static final FiscalYear YEAR = new FiscalYear(2024);
  static final UUID NEW = new UUID(0, 0);

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private GoalScene() {}

  /** An officer of an organisation. */
  record Officer(AccountId account, OrganizationId organization, String login) {

    <T extends @Nullable Object> T does(Supplier<T> work) {
      return House.as(
          new Actor.Member(account.value(), organization.value(), Actor.Sight.NONE), work);
    }

    Visitor signedIn() {
      House.bean(Credentials.class).give(account, PASSWORD);
      return Visitor.signedIn(login, PASSWORD);
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
                        "架空の計画組織" + number,
                        "ンカクウノケイカクソシキ",
                        "97%08d".formatted(System.nanoTime() % 100_000_000),
                        "000-000-0000",
                        null,
                        null,
                        "見本県",
                        null,
                        true,
                        false,
                        LocalDate.of(2020, 4, 1))));
  }

  static Officer officer(OrganizationId organization) {
    String login = "planner-" + UUID.randomUUID().toString().substring(0, 10);
    return House.as(
        Actor.NOBODY,
        () -> {
          Accounts accounts = House.bean(Accounts.class);
          AccountId account = accounts.open(login, "架空 計", "カクウ ケイ", Profession.NURSE, null);
          accounts.join(account, organization, Set.of(Duty.OFFICER));
          return new Officer(account, organization, login);
        });
  }

  /** A division of the organisation in which these work. */
  static UUID division(OrganizationId organization, Officer... members) {
    UUID id = UUID.randomUUID();
    TestDatabase.asOwner()
        .sql("insert into identity.division (id, organization, name) values (?, ?, ?)")
        .params(id, organization.value(), "架空課" + id)
        .update();
    for (Officer member : members) {
      TestDatabase.asOwner()
          .sql("insert into identity.division_member (division, account) values (?, ?)")
          .params(id, member.account().value())
          .update();
    }
    return id;
  }

  static Definition definition(String name) {
    return new Definition(
        NEW, LocalDate.of(2020, 4, 1), name, "", "", "%", Direction.HIGHER, 1, "", false, null);
  }

  static IndicatorId setUp(Officer officer, @Nullable UUID division, boolean published) {
    NewIndicator wanted =
        new NewIndicator(officer.organization().value(), division, "全県", published);
    String name = "架空の指標" + UUID.randomUUID();
    return officer.does(
        () -> House.bean(Editing.class).setUp(wanted, definition(name), List.of("")));
  }

  static List<Editing.Said<Target>> target(String value) {
    return List.of(
        new Editing.Said<>(
            "",
            new Target(
                NEW,
                "架空の計画",
                YEAR,
                AsOf.fiscalYear(YEAR),
                new Aim.Bound(Relation.AT_LEAST, new BigDecimal(value)),
                value + "%",
                null)));
  }

  static List<Editing.Said<Actual>> actual(String value) {
    return List.of(
        new Editing.Said<>(
            "",
            new Actual(
                null,
                YEAR,
                AsOf.fiscalYear(YEAR),
                new BigDecimal(value),
                Actual.Status.FINAL,
                null,
                value + "%",
                null,
                null,
                false)));
  }
}
