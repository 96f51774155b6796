package tasuki;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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
import tasuki.person.Bases;
import tasuki.person.BasisId;
import tasuki.person.BasisKind;
import tasuki.person.CareTeams;
import tasuki.person.GivenBy;
import tasuki.person.NewBasis;
import tasuki.person.NewPerson;
import tasuki.person.PersonId;
import tasuki.person.Persons;
import tasuki.person.Sex;
import tasuki.person.TeamRole;
import tasuki.record.EntryKind;
import tasuki.record.NewEntry;
import tasuki.record.Timeline;
import tasuki.transition.Admission;
import tasuki.transition.AdmissionResult;
import tasuki.transition.Mode;
import tasuki.transition.Stays;

/**
 * One person with everybody around: who cares for her, who no longer does, who never did, and those
 * whose duty is not to see her. Each signs in; the ids are what addresses are made of.
 */
final class AccessScene {

  private static final Pattern ID = Pattern.compile("\\{([^}]+)}");
  private static final String PASSWORD = "tasuki-no-sash-2026";

  /** Everybody of the hand-written table by name, signed in. */
  final Map<String, Visitor> visitors = new LinkedHashMap<>();

  /** What stands in braces in an address. */
  final Map<String, String> ids = new LinkedHashMap<>();

  private final Map<String, Actor.Member> actors = new LinkedHashMap<>();
  final JdbcClient owner;

  private AccessScene() {
    owner = TestDatabase.asOwner();
  }

  static AccessScene set() {
    AccessScene scene = new AccessScene();
    scene.people();
    PersonId person = scene.person();
    scene.teams(person);
    scene.records(person);
    scene.ids.put("document", scene.document(person, true));
    scene.ids.put("draft", scene.document(person, false));
    new AccessAffairs(scene).begin(person);
    scene.addresses();
    return scene;
  }

  /** Changes the database past every policy. */
  void asOwner(String sql) {
    owner.sql(sql).update();
  }

  private void people() {
    enter("inside", OrganizationKind.CARE_MANAGEMENT_OFFICE, Duty.CARE);
    enter("team", OrganizationKind.HOSPITAL, Duty.CARE);
    enter("emergency", OrganizationKind.HOSPITAL, Duty.CARE);
    enter("withdrawn", OrganizationKind.CLINIC, Duty.CARE);
    enter("expired", OrganizationKind.VISITING_NURSE_STATION, Duty.CARE);
    enter("outside", OrganizationKind.HOSPITAL, Duty.CARE);
    enter("coordinator", OrganizationKind.HOME_CARE_HUB, Duty.COORDINATOR);
    enter("officer", OrganizationKind.PREFECTURE, Duty.OFFICER);
    colleague("administrator", "team", Duty.ADMINISTRATOR);
    colleague("auditor", "team", Duty.AUDITOR);
    account("family", House.bean(Organizations.class).personAndFamily(), Duty.FAMILY);
    colleague("stranger", "family", Duty.FAMILY);
    visitors.put("nobody", Visitor.anybody());
    visitor("nobody").get("/sign-in");
    enter("pharmacy", OrganizationKind.PHARMACY, Duty.CARE);
    visitors.remove("pharmacy");
    colleague("leaver", "team", Duty.CARE);
    visitors.remove("leaver");
  }

  private void enter(String name, OrganizationKind kind, Duty duty) {
    OrganizationId organization =
        House.as(
            Actor.NOBODY,
            () ->
                House.bean(Organizations.class)
                    .add(
                        new NewOrganization(
                            kind,
                            "架空 " + name,
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
    account(name, organization, duty);
  }

  private void colleague(String name, String of, Duty duty) {
    account(name, new OrganizationId(actor(of).organization()), duty);
  }

  private void account(String name, OrganizationId organization, Duty duty) {
    String login = "page-" + name + "-" + UUID.randomUUID().toString().substring(0, 8);
    AccountId account =
        House.as(
            Actor.NOBODY,
            () -> {
              Accounts accounts = House.bean(Accounts.class);
              AccountId opened = accounts.open(login, "架空 " + name, "カクウ", Profession.NURSE, null);
              accounts.join(opened, organization, Set.of(duty));
              return opened;
            });
    House.bean(Credentials.class).give(account, PASSWORD);
    actors.put(
        name, new Actor.Member(account.value(), organization.value(), Duty.sightOf(Set.of(duty))));
    visitors.put(name, Visitor.signedIn(login, PASSWORD));
  }

  private PersonId person() {
    String kana = "ページ" + "アイウエオカキク".charAt((int) (System.nanoTime() % 8));
    return does(
        "inside",
        () ->
            House.bean(Persons.class)
                .register(
                    new NewPerson(
                        "架空", "頁子", "カクウ", kana, Sex.FEMALE, LocalDate.of(1941, 2, 3), false, null),
                    NewBasis.ofPerson(BasisKind.CONTRACT, null),
                    UUID.randomUUID()));
  }

  private void teams(PersonId person) {
    BasisId shared = does("inside", () -> House.bean(Bases.class).of(person).getFirst().id());
    ids.put("own basis", shared.toString());
    ids.put("basis", join(person, "pharmacy", TeamRole.PHARMACY).toString());
    join(person, "withdrawn", TeamRole.ATTENDING_DOCTOR);
    does(
        "inside",
        () ->
            House.bean(CareTeams.class)
                .join(
                    person,
                    new OrganizationId(actor("family").organization()),
                    new AccountId(actor("family").account()),
                    TeamRole.FAMILY,
                    shared));
    access(person, "expired", false, "-2 days", "-1 second");
    access(person, "emergency", true, "-1 minute", "59 minutes");
  }

  private BasisId join(PersonId person, String name, TeamRole role) {
    OrganizationId organization = new OrganizationId(actor(name).organization());
    return does(
        "inside",
        () -> {
          BasisId basis =
              House.bean(Bases.class)
                  .record(
                      person,
                      new NewBasis(
                          BasisKind.WRITTEN_CONSENT,
                          GivenBy.PERSON,
                          organization,
                          null,
                          null,
                          List.of(),
                          "試験",
                          null));
          ids.put(
              "member " + name,
              House.bean(CareTeams.class).join(person, organization, null, role, basis).toString());
          ids.put("basis " + name, basis.toString());
          return basis;
        });
  }

  private void access(
      PersonId person, String name, boolean emergency, String from, @Nullable String until) {
    owner
        .sql(
            """
            insert into person.access (organization, person, id, account, scope, reason, words,
              given_by, valid_from, valid_until)
            values (:organization, :person, gen_random_uuid(), :account::uuid, 'FULL', :reason,
              :words, null, now() + :from::interval, now() + :until::interval)
            """)
        .param("organization", actor(name).organization())
        .param("person", person.value())
        .param("account", emergency ? actor(name).account().toString() : null)
        .param("reason", emergency ? "EMERGENCY" : "TEAM")
        .param("words", emergency ? "試験" : null)
        .param("from", from)
        .param("until", until)
        .update();
  }

  /** A stay, an entry of each; then the doctor's basis is withdrawn, the own entry stays. */
  private void records(PersonId person) {
    ids.put("id", person.toString());
    ids.put("person", person.toString());
    AdmissionResult stay =
        does(
            "inside",
            () ->
                House.bean(Stays.class)
                    .admit(
                        new Admission(
                            person,
                            new OrganizationId(actor("team").organization()),
                            LocalDate.now(tasuki.calendar.JapanTime.ZONE).minusDays(2),
                            null,
                            "3階",
                            null,
                            Mode.TELEPHONE,
                            "長女",
                            NewBasis.ofPerson(BasisKind.CONTRACT, null),
                            null),
                        UUID.randomUUID()));
    ids.put("stay", ((AdmissionResult.Opened) stay).stay().toString());
    ids.put(
        "step",
        owner
            .sql("select id from transition.step where stay = ? limit 1")
            .param(UUID.fromString(ids.get("stay")))
            .query(UUID.class)
            .single()
            .toString());
    write("withdrawn", person);
    ids.put("entry", write("inside", person));
    does(
        "inside",
        () -> {
          House.bean(Bases.class)
              .withdraw(new BasisId(UUID.fromString(ids.get("basis withdrawn"))), "試験");
          return true;
        });
  }

  /** The form of the stay, from the care manager to the hospital. */
  private String document(PersonId person, boolean sent) {
    UUID id = UUID.randomUUID();
    owner
        .sql(
            """
            insert into transition.document (id, stay, person, definition, version, origin,
              organization, account, recipient, opened_at, saved_at, saved_by, sent_at, sent_by)
            values (:id, :stay, :person, 'admission-information', 1, 'TYPED', :author, :account,
              :recipient, now(), now(), :account, case when :sent then now() end,
              case when :sent then :account end)
            """)
        .param("id", id)
        .param("stay", UUID.fromString(ids.get("stay")))
        .param("person", person.value())
        .param("author", actor("inside").organization())
        .param("account", actor("inside").account())
        .param("recipient", actor("team").organization())
        .param("sent", sent)
        .update();
    for (String one : List.of("OPEN", "HIDDEN_FROM_PERSON", "NOT_ON_FAX", "SECRET_ADDRESS")) {
      owner
          .sql(
              "insert into transition.document_values (document, item_class, person, answers)"
                  + " values (?, ?, ?, '{}')")
          .params(id, one, person.value())
          .update();
    }
    return id.toString();
  }

  private String write(String name, PersonId person) {
    return does(
        name,
        () ->
            House.bean(Timeline.class)
                .write(person, NewEntry.of(EntryKind.NOTE, "試験の記録"), UUID.randomUUID())
                .toString());
  }

  private void addresses() {
    ids.put("member", ids.get("member pharmacy"));
    ids.put("own organization", actor("team").organization().toString());
    ids.put("other organization", actor("outside").organization().toString());
    ids.put("colleague", actor("leaver").account().toString());
    ids.put("unknown", UUID.randomUUID().toString());
    ids.put(
        "area",
        owner
            .sql("select area from transition.area_rule order by id limit 1")
            .query(UUID.class)
            .single()
            .toString());
  }

  /** The path with what stands in braces filled in. */
  String address(String path) {
    return ID.matcher(path)
        .replaceAll(id -> Objects.requireNonNull(ids.get(id.group(1)), id.group(1)));
  }

  /** Who stands in the table under this name. */
  Visitor visitor(String name) {
    return Objects.requireNonNull(visitors.get(name), name);
  }

  Actor.Member actor(String name) {
    return Objects.requireNonNull(actors.get(name), name);
  }

  <T> T does(String name, Supplier<T> work) {
    return Acting.as(actor(name), work::get);
  }
}
