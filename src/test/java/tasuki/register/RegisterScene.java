package tasuki.register;

import java.time.LocalDate;
import java.util.EnumSet;
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
import tasuki.form.FormOption;
import tasuki.form.Question;
import tasuki.form.Words;
import tasuki.identity.AccountId;
import tasuki.identity.Accounts;
import tasuki.identity.Credentials;
import tasuki.identity.Duty;
import tasuki.identity.Profession;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/** Registers, organisations and staff of a test's own, so that tests do not meet each other. */
final class RegisterScene {

  static final String PASSWORD = "tasuki-no-sash-2026";
  static final LocalDate TODAY = LocalDate.now(tasuki.calendar.JapanTime.ZONE);

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private RegisterScene() {}

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

  static Staff staff(OrganizationKind kind, Duty duty) {
    int number = NUMBER.incrementAndGet();
    String login = "registrar-" + number + "-" + UUID.randomUUID().toString().substring(0, 6);
    return House.as(
        Actor.NOBODY,
        () -> {
          OrganizationId organization =
              House.bean(Organizations.class)
                  .add(
                      new NewOrganization(
                          kind,
                          "架空の名簿組織" + number,
                          "カクウノメイボソシキ",
                          "98%08d".formatted(System.nanoTime() % 100_000_000),
                          "000-000-0000",
                          null,
                          null,
                          "見本県",
                          null,
                          true,
                          false,
                          LocalDate.of(2020, 4, 1)));
          Accounts accounts = House.bean(Accounts.class);
          AccountId account = accounts.open(login, "架空 登", "カクウ ノボル", Profession.NURSE, null);
          accounts.join(account, organization, Set.of(duty));
          return new Staff(account, organization, login, duty);
        });
  }

  static Staff officer() {
    return staff(OrganizationKind.PREFECTURE, Duty.OFFICER);
  }

  static String code() {
    return "test-" + UUID.randomUUID().toString().substring(0, 12);
  }

  /** A register of the prefecture for pharmacies and clinics, valid for a year. */
  static Register register(String code) {
    Words words = new Words("架空の名簿", "An imaginary register");
    return new Register(
        new UUID(0, 0),
        code,
        TODAY,
        words,
        words,
        words,
        null,
        false,
        Decider.PREFECTURE,
        Concerns.ORGANIZATION,
        EnumSet.of(OrganizationKind.PHARMACY, OrganizationKind.CLINIC),
        Set.of(),
        List.of(
            new Question(
                "kind",
                Question.Kind.CHOICE,
                words,
                true,
                List.of(
                    new FormOption("甲", new Words("甲", "A")),
                    new FormOption("乙", new Words("乙", "B"))))),
        new Validity(Validity.Unit.YEARS, 1),
        List.of(60, 14),
        null,
        true,
        null,
        new Numbering("T-{n:3}"),
        List.of("架空"),
        null,
        null,
        null);
  }

  static Register with(Register register, Decider decider, @Nullable LocalDate callUntil) {
    return new Register(
        register.version(),
        register.code(),
        register.validFrom(),
        register.name(),
        register.purpose(),
        register.criteria(),
        register.source(),
        register.verified(),
        decider,
        register.concerns(),
        register.kinds(),
        register.professions(),
        decider.takesApplications() ? register.fields() : List.of(),
        register.validity(),
        register.remindDays(),
        register.reportMonth(),
        register.open(),
        register.decidedBy(),
        register.numbering(),
        register.words(),
        null,
        callUntil,
        register.within());
  }

  static Register with(
      Register register,
      Concerns concerns,
      Set<Profession> professions,
      Validity validity,
      List<Integer> remind,
      @Nullable Integer reportMonth,
      boolean open,
      @Nullable String within) {
    return new Register(
        register.version(),
        register.code(),
        register.validFrom(),
        register.name(),
        register.purpose(),
        register.criteria(),
        register.source(),
        register.verified(),
        register.decider(),
        concerns,
        concerns == Concerns.PERSON ? Set.of(OrganizationKind.HOSPITAL) : register.kinds(),
        professions,
        concerns == Concerns.PERSON ? List.of() : register.fields(),
        validity,
        remind,
        reportMonth,
        open,
        register.decidedBy(),
        register.numbering(),
        register.words(),
        register.callFrom(),
        register.callUntil(),
        within);
  }

  /** Sets the register up as an officer would, and reads it back. */
  static Register setUp(Staff officer, Register wanted) {
    officer.does(() -> House.bean(Registers.class).setUp(wanted, true));
    return officer.does(() -> House.bean(Registers.class).get(wanted.code()));
  }
}
