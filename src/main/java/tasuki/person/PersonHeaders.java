package tasuki.person;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.Ages;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;

/** Makes the card at the top of every page about one person. */
@Service
public class PersonHeaders {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private final People people;
  private final OwnList list;
  private final Certifications certifications;
  private final PlanOwners planOwners;
  private final Relatives relatives;
  private final Access access;
  private final Organizations organizations;
  private final AuditLog audit;
  private final MessageSource messages;
  private final Clock clock;

  PersonHeaders(
      People people,
      OwnList list,
      Certifications certifications,
      PlanOwners planOwners,
      Relatives relatives,
      Access access,
      Organizations organizations,
      AuditLog audit,
      MessageSource messages,
      Clock clock) {
    this.people = people;
    this.list = list;
    this.certifications = certifications;
    this.planOwners = planOwners;
    this.relatives = relatives;
    this.access = access;
    this.organizations = organizations;
    this.audit = audit;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * The card of the person, or of the one it was merged into.
   *
   * @throws AbsentException when there is none for the acting organisation
   */
  @Transactional(readOnly = true)
  public PersonHeader of(PersonId id, Viewer viewer) {
    Person person = people.get(id);
    audit.viewed("person.header", List.of(person.id().value()), null);
    LocalDate died = person.diedOn();
    LocalDate today = JapanTime.today(clock);
    List<PersonHeader.Namesake> namesakes =
        list.sameName(person).stream()
            .map(
                other ->
                    new PersonHeader.Namesake(
                        href(other.id()), other.name(), birth(other.birthDate())))
            .toList();
    return new PersonHeader(
        person.id(),
        href(person.id()),
        say("person.word." + viewer.personWord()),
        person.name(),
        person.kana(),
        birth(person.birthDate()),
        age(person.birthDate(), died == null ? today : died),
        say("person.sex." + person.sex()),
        certifications.find(person.id(), today).map(found -> level(found, today)).orElse(null),
        contacts(person.id(), today),
        !namesakes.isEmpty(),
        namesakes,
        died == null ? null : date(died),
        person.provisional(),
        people.full(person.id()),
        banner(person.id()));
  }

  static String href(PersonId id) {
    return "/persons/" + id;
  }

  static @Nullable Integer age(LocalDate birth, LocalDate day) {
    return birth.isAfter(day) ? null : Ages.ageOn(birth, day);
  }

  /** The level or how far the application has come, and whether it has expired. */
  String level(Certification found, LocalDate today) {
    CareLevel level = found.level();
    String state = say("person.status." + found.status());
    String words =
        level == null
            ? state
            : found.status() == CertificationStatus.CHANGE_APPLIED
                ? say("person.level.with", say("person.level." + level), state)
                : say("person.level." + level);
    return found.expiredOn(today) ? say("person.level.with", words, say("person.expired")) : words;
  }

  private List<PersonHeader.Contact> contacts(PersonId id, LocalDate today) {
    List<PersonHeader.Contact> contacts = new ArrayList<>();
    planOwners
        .find(id, YearMonth.from(today))
        .ifPresent(
            owner -> {
              OrganizationId office = owner.organization();
              Optional<Organization> found =
                  office == null ? Optional.empty() : organizations.find(office);
              contacts.add(
                  new PersonHeader.Contact(
                      say("person.planOwner"),
                      found.map(Organization::name).orElseGet(() -> say("person.plan.UNDECIDED")),
                      found.map(Organization::telephone).orElse(null)));
            });
    relatives.list(id).stream()
        .map(Relative::details)
        .filter(Relative.Details::keyPerson)
        .forEach(
            key ->
                contacts.add(
                    new PersonHeader.Contact(
                        say("person.keyPerson"),
                        say("person.relative.named", key.name(), key.relation()),
                        key.telephone())));
    return contacts;
  }

  private PersonHeader.@Nullable EmergencyBanner banner(PersonId id) {
    return access
        .emergency(id)
        .map(
            open -> {
              ZonedDateTime until = open.until().atZoneSameInstant(JapanTime.ZONE);
              return new PersonHeader.EmergencyBanner(
                  until.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                  TIME.format(until),
                  open.words(),
                  href(id) + "/emergency/end");
            })
        .orElse(null);
  }

  private String birth(LocalDate day) {
    String era = JapaneseDates.inFull(day, Locale.JAPANESE).replaceAll("\\(.\\)$", "");
    return say("person.birth.words", era, String.valueOf(day.getYear()), date(day));
  }

  private String date(LocalDate day) {
    return JapaneseDates.inFull(day, locale());
  }

  private String say(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
