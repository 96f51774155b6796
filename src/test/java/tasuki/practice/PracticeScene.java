package tasuki.practice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tasuki.House;
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

/** Organisations, officers and cases of a test's own. */
final class PracticeScene {

  private static final String PASSWORD = "tasuki-no-sash-2026";

  private PracticeScene() {}

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

    Visitor signedIn() {
      House.bean(Credentials.class).give(account, PASSWORD);
      return Visitor.signedIn(login, PASSWORD);
    }
  }

  static Staff officer() {
    return staff(OrganizationKind.PREFECTURE, Duty.OFFICER);
  }

  static Staff staff(OrganizationKind kind, Duty duty) {
    String login = "practice-" + UUID.randomUUID().toString().substring(0, 8);
    return House.as(
        Actor.NOBODY,
        () -> {
          OrganizationId organization =
              House.bean(Organizations.class)
                  .add(
                      new NewOrganization(
                          kind,
                          "架空の事例組織",
                          "カクウノジレイソシキ",
                          "97%08d".formatted(System.nanoTime() % 100_000_000),
                          "000-000-0000",
                          null,
                          null,
                          "見本県",
                          null,
                          true,
                          false,
                          LocalDate.of(2020, 4, 1)));
          Accounts accounts = House.bean(Accounts.class);
          AccountId account = accounts.open(login, "架空 例子", "カクウ レイコ", Profession.NONE, null);
          accounts.join(account, organization, Set.of(duty));
          return new Staff(account, organization, login, duty);
        });
  }

  /** A case that says enough to be published. */
  static Content content(String name) {
    return new Content(
        "長野県",
        name,
        "An imaginary programme",
        null,
        List.of("架空の医師会"),
        "郡市医師会",
        AreaType.MEDICAL_ASSOCIATION_DISTRICT,
        "架空の目的を果たす。",
        List.of("架空の会議を開く"),
        Set.of(Instrument.COUNCIL),
        List.of("上限 10万円"),
        List.of(new BudgetYear(2024, 3_186_000L, 3_000_000L, Funding.FUND, null)),
        List.of(
            new Figure(
                "架空の率", "県", "2024年度", new BigDecimal("81.7"), "%", Figure.Kind.ACTUAL, null)),
        List.of("人が足りない"),
        List.of("補助率を上げてほしい"),
        List.of("医師"),
        List.of(),
        null,
        List.of());
  }

  /** The same case under the name, without what the public needs. */
  static Content begun(String name) {
    return new Content(
        "長野県", name, null, null, List.of(), null, null, "", List.of(), Set.of(), List.of(),
        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, List.of());
  }

  static Practices practices() {
    return House.bean(Practices.class);
  }

  static Shelf shelf() {
    return House.bean(Library.class).now();
  }

  /** A case that everybody reads. */
  static Practice published(Staff officer, String name) {
    return officer.does(
        () -> {
          Practice practice = practices().add(content(name));
          practices().publish(practice.code(), 1);
          return practices().get(practice.code());
        });
  }
}
