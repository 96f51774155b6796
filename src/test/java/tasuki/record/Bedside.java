package tasuki.record;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.identity.AccountId;
import tasuki.identity.Accounts;
import tasuki.identity.Credentials;
import tasuki.identity.Duty;
import tasuki.identity.Profession;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
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

/** A person and those who care for them, of one test's own. */
final class Bedside {

  static final String PASSWORD = "tasuki-no-sash-2026";

  /** The smallest JPEG that its first letters tell apart from anything else. */
  static final byte[] JPEG = {
    (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1
  };

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Bedside() {}

  /** Somebody who works somewhere, or belongs to the family. */
  record Somebody(
      AccountId account,
      OrganizationId organization,
      String login,
      String name,
      Actor.Sight sight) {

    Actor.Member actor() {
      return new Actor.Member(account.value(), organization.value(), sight);
    }

    <T extends @Nullable Object> T does(Supplier<T> work) {
      return Acting.as(actor(), work::get);
    }

    void run(Runnable work) {
      Acting.run(actor(), work);
    }

    EntryId writes(PersonId person, String text) {
      return writes(person, NewEntry.of(EntryKind.NOTE, text));
    }

    EntryId writes(PersonId person, NewEntry entry) {
      return does(() -> timeline().write(person, entry, UUID.randomUUID()));
    }

    java.util.List<Entry> reads(PersonId person) {
      return does(() -> timeline().entries(person, TimelineFilter.ALL, null, 100).entries());
    }

    FileId stores(byte[] bytes, String name) {
      return does(
          () ->
              House.bean(FileStore.class)
                  .store(new ByteArrayInputStream(bytes), name, FileStore.MOST_BYTES));
    }
  }

  static Timeline timeline() {
    return House.bean(Timeline.class);
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
                        "枕元の事業所" + number,
                        "マクラモトノジギョウショ",
                        null,
                        "000-111-%04d".formatted(number),
                        null,
                        null,
                        "見本県",
                        null,
                        true,
                        false,
                        LocalDate.of(2020, 4, 1))));
  }

  /** The one organisation of all persons and families. */
  static OrganizationId families() {
    try {
      return House.as(Actor.NOBODY, () -> House.bean(Organizations.class).personAndFamily());
    } catch (AbsentException notYet) {
      return organization(OrganizationKind.PERSON_AND_FAMILY);
    }
  }

  static Somebody nurse() {
    return somebody(
        organization(OrganizationKind.VISITING_NURSE_STATION), Profession.NURSE, Duty.CARE);
  }

  static Somebody doctor() {
    return somebody(organization(OrganizationKind.CLINIC), Profession.DOCTOR, Duty.CARE);
  }

  static Somebody somebody(OrganizationId organization, Profession profession, Duty duty) {
    int number = NUMBER.incrementAndGet();
    String login = "bedside" + number;
    String name = "枕元 " + number + "号";
    Accounts accounts = House.bean(Accounts.class);
    AccountId account =
        House.as(
            Actor.NOBODY,
            () -> {
              AccountId opened = accounts.open(login, name, "マクラモト", profession, null);
              accounts.join(opened, organization, Set.of(duty));
              return opened;
            });
    return new Somebody(account, organization, login, name, Duty.sightOf(Set.of(duty)));
  }

  static void givePassword(Somebody somebody) {
    House.bean(Credentials.class).give(somebody.account(), PASSWORD);
  }

  static PersonId personOf(Somebody by) {
    return by.does(
        () ->
            House.bean(Persons.class)
                .register(
                    new NewPerson(
                        "枕元",
                        "花子",
                        "マクラモト",
                        "ハナコ",
                        Sex.FEMALE,
                        LocalDate.of(1937, 3, 4),
                        false,
                        null),
                    NewBasis.ofPerson(BasisKind.CONTRACT, null),
                    UUID.randomUUID()));
  }

  /** Lets another organisation into the team; answers with its place there. */
  static UUID letIn(Somebody by, PersonId person, Somebody other, TeamRole role) {
    return by.does(
        () -> {
          BasisId basis =
              House.bean(Bases.class)
                  .record(person, NewBasis.ofPerson(BasisKind.WRITTEN_CONSENT, null));
          return House.bean(CareTeams.class)
              .join(
                  person,
                  other.organization(),
                  role == TeamRole.FAMILY ? other.account() : null,
                  role,
                  basis);
        });
  }

  static void leaves(Somebody by, UUID place) {
    by.run(() -> House.bean(CareTeams.class).leave(place));
  }

  static byte[] jpegOf(int bytes) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(bytes);
    whole.writeBytes(JPEG);
    whole.writeBytes(new byte[bytes - JPEG.length]);
    return whole.toByteArray();
  }
}
