package tasuki.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.Visitor.Upload;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.identity.Credentials;
import tasuki.identity.Duty;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Actor;
import tasuki.person.Neighbourhood.Staff;

class BasisEvidenceTest {

  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n%%EOF".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern LINK =
      Pattern.compile("(/persons/[0-9a-f-]+/basis/[^\"]+/files/[^\"]+)\"");
  private static final Pattern KEPT = Pattern.compile("name=\"kept\"[^>]*value=\"([0-9a-f-]+)\"");

  private final Staff office = Neighbourhood.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE);
  private final Staff hospital = Neighbourhood.staff(OrganizationKind.HOSPITAL);
  private final Staff pharmacy = Neighbourhood.staff(OrganizationKind.PHARMACY);
  private final Staff outside = Neighbourhood.staff(OrganizationKind.CLINIC);
  private final Bases bases = House.bean(Bases.class);
  private final Evidence evidence = House.bean(Evidence.class);

  private static FileId sent(Staff by) {
    return by.does(
        () ->
            House.bean(FileStore.class)
                .store(new ByteArrayInputStream(PDF), "同意書.pdf", FileStore.MOST_BYTES));
  }

  private BasisId recorded(PersonId person, FileId paper) {
    return office.does(
        () ->
            bases.record(
                person,
                new NewBasis(
                    BasisKind.WRITTEN_CONSENT,
                    GivenBy.PERSON,
                    null,
                    null,
                    null,
                    List.of(paper),
                    null,
                    null)));
  }

  @Test
  void the_team_reads_the_paper_until_the_consent_is_withdrawn_and_who_recorded_it_always() {
    PersonId person = Neighbourhood.registered(office);
    Neighbourhood.letIn(office, person, hospital);
    FileId paper = sent(office);
    BasisId basis = recorded(person, paper);
    assertThat(read(hospital, person, basis, paper)).isEqualTo(PDF);

    office.does(() -> bases.withdraw(basis, "試験"));
    assertThat(hospital.does(() -> House.bean(Persons.class).seenInFull(person))).isTrue();
    assertHidden(hospital, person, basis, paper);
    assertThat(read(office, person, basis, paper)).isEqualTo(PDF);
  }

  @Test
  void neither_a_form_s_receiver_nor_outsiders_administrators_or_the_family_read_it() {
    PersonId person = Neighbourhood.registered(office);
    FileId paper = sent(office);
    BasisId basis = recorded(person, paper);
    office.does(
        () ->
            House.bean(Access.class)
                .openForm(person, pharmacy.organization(), UUID.randomUUID(), basis));
    Staff family =
        Neighbourhood.staff(House.bean(Organizations.class).personAndFamily(), Duty.FAMILY);
    AccessTest.access(
        person,
        family.organization(),
        family.account().value(),
        "FULL",
        OffsetDateTime.now().minusDays(1),
        null);
    Staff administrator = Neighbourhood.staff(office.organization(), Duty.ADMINISTRATOR);
    for (Staff other : List.of(pharmacy, outside, family, administrator)) {
      assertHidden(other, person, basis, paper);
    }
    assertThat(
            rows(family.actor(), "select count(*) from person.basis where id = ?", basis.value()))
        .isOne();
  }

  @Test
  void a_paper_that_comes_later_is_added_by_who_recorded_the_basis_and_by_nobody_else() {
    PersonId person = Neighbourhood.registered(office);
    BasisId basis = Neighbourhood.letIn(office, person, hospital);
    FileId late = sent(office);
    office.does(() -> bases.addEvidence(person, basis, List.of(late)));
    assertThat(read(office, person, basis, late)).isEqualTo(PDF);
    FileId theirs = sent(hospital);
    AccessTest.assertRefused(
        () -> hospital.does(() -> bases.addEvidence(person, basis, List.of(theirs))),
        "person.refused.evidence-of-another");
    assertThatThrownBy(() -> insert(hospital, basis, person, theirs))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> insert(office, basis, person, theirs))
        .isInstanceOf(DataAccessException.class);
    List<String> noted =
        TestDatabase.asOwner()
            .sql(
                """
                select what from audit.entry where persons = array[?::uuid]
                  and what like 'person.evidence%' order by id
                """)
            .param(person.value())
            .query(String.class)
            .list();
    assertThat(noted).containsExactly("person.evidence-added", "person.evidence");
  }

  @Test
  void a_bad_file_is_told_at_its_field_and_nothing_else_is_lost() {
    PersonId person = Neighbourhood.registered(office);
    Visitor visitor = signedIn(office);
    String page = "/persons/" + person + "/basis";
    visitor.get(page);
    Map<String, String> typed =
        Map.of("kind", "WRITTEN_CONSENT", "givenBy", "PERSON", "note", "窓口で署名");
    HttpResponse<String> refused =
        visitor.upload(
            page,
            typed,
            new Upload("evidence", "表.pdf", PDF),
            new Upload("evidence", "同意書.jpg", "no picture".getBytes(StandardCharsets.US_ASCII)));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("f-evidence-error", "窓口で署名", "表.pdf");
    Matcher kept = KEPT.matcher(refused.body());
    assertThat(kept.find()).isTrue();

    HttpResponse<String> done =
        visitor.upload(
            page, Map.of("kind", "WRITTEN_CONSENT", "givenBy", "PERSON", "kept", kept.group(1)));
    assertThat(done.statusCode()).isEqualTo(200);
    Matcher link = LINK.matcher(done.body());
    assertThat(link.find()).isTrue();
    HttpResponse<String> paper = visitor.get(link.group(1));
    assertThat(paper.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(paper.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("sandbox");
    assertThat(paper.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(paper.body()).startsWith("%PDF");
    assertThat(signedIn(outside).get(link.group(1)).statusCode()).isEqualTo(404);
  }

  @Test
  void registration_and_the_team_take_the_paper_on_the_way() {
    Visitor visitor = signedIn(office);
    visitor.get("/persons/new");
    HttpResponse<String> made =
        visitor.upload(
            "/persons/new",
            Map.of(
                "key", UUID.randomUUID().toString(),
                "family", "架空",
                "given", "紙子",
                "familyKana", "カクウ",
                "givenKana", Neighbourhood.kana(),
                "sex", "FEMALE",
                "birth", "S12.3.4",
                "kind", "WRITTEN_CONSENT",
                "givenBy", "PERSON"),
            new Upload("evidence", "署名.pdf", PDF));
    assertThat(made.body()).contains("署名.pdf");
    String path = made.uri().getPath();
    PersonId person = new PersonId(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
    BasisId basis = office.does(() -> bases.of(person)).getFirst().id();
    visitor.get(path + "/team");
    HttpResponse<String> joined =
        visitor.upload(
            path + "/team",
            Map.of(
                "organization", hospital.organization().toString(),
                "role", "HOSPITAL",
                "basis", basis.toString()),
            new Upload("evidence", "二枚目.pdf", PDF));
    assertThat(joined.body()).contains("担当チームに加えました");
    assertThat(visitor.get(path + "/basis").body()).contains("署名.pdf", "二枚目.pdf");

    Visitor nurse = signedIn(hospital);
    assertThat(nurse.get(path + "/basis").body()).contains("署名.pdf").doesNotContain("/evidence\"");
    assertThat(nurse.get(path + "/basis/" + basis + "/evidence").statusCode()).isEqualTo(404);
  }

  private static Visitor signedIn(Staff staff) {
    House.bean(Credentials.class).give(staff.account(), Neighbourhood.PASSWORD);
    return Visitor.signedIn(staff.login(), Neighbourhood.PASSWORD);
  }

  private byte[] read(Staff staff, PersonId person, BasisId basis, FileId paper) {
    try (var bytes = staff.does(() -> evidence.open(person, basis, paper)).bytes()) {
      return bytes.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void assertHidden(Staff staff, PersonId person, BasisId basis, FileId paper) {
    assertThatThrownBy(() -> staff.does(() -> evidence.open(person, basis, paper)))
        .isInstanceOf(AbsentException.class);
    assertThat(
            rows(
                staff.actor(),
                "select count(*) from person.basis_evidence where basis = ?",
                basis.value()))
        .isZero();
    assertThat(rows(staff.actor(), "select count(*) from file.file where id = ?", paper.value()))
        .isZero();
  }

  private static int rows(Actor actor, String sql, UUID id) {
    return House.as(
        actor, () -> House.bean(JdbcClient.class).sql(sql).param(id).query(Integer.class).single());
  }

  private static int insert(Staff staff, BasisId basis, PersonId person, FileId file) {
    return House.as(
        staff.actor(),
        () ->
            House.bean(JdbcClient.class)
                .sql(
                    "insert into person.basis_evidence (basis, person, file, at)"
                        + " values (?, ?, ?, now())")
                .params(basis.value(), person.value(), file.value())
                .update());
  }
}
