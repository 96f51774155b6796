package tasuki.register;

import static org.assertj.core.api.Assertions.assertThat;
import static tasuki.register.RegisterScene.TODAY;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.directory.OrganizationKind;
import tasuki.form.Question;
import tasuki.form.Questions;
import tasuki.identity.Duty;
import tasuki.kernel.Actor;

/** A register as an officer sets it up, through the pages alone, and an application to its end. */
class RegisterPagesTest {

  private static final Pattern APPLICATION =
      Pattern.compile("/registers/applications/([0-9a-f-]{36})");
  private static final Pattern ENTRY = Pattern.compile("/registers/entries/([0-9a-f-]{36})");

  private static Map<String, String> settings(String code) {
    Map<String, String> fields = new HashMap<>();
    fields.put("code", code);
    fields.put("nameJa", "架空の見守り薬局");
    fields.put("nameEn", "Imaginary watching pharmacy");
    fields.put("purposeJa", "目的");
    fields.put("purposeEn", "Purpose");
    fields.put("criteriaJa", "要件");
    fields.put("criteriaEn", "Criteria");
    fields.put("decider", "PREFECTURE");
    fields.put("concerns", "ORGANIZATION");
    fields.put("kinds", "PHARMACY");
    fields.put("unit", "MONTHS");
    fields.put("count", "6");
    fields.put("remind", "60日、14日");
    fields.put("public", "true");
    fields.put("numbering", "見-{n:3}");
    fields.put("row", "visits");
    fields.put("ja-visits", "訪問の回数");
    fields.put("en-visits", "Visits");
    fields.put("kind-visits", "NUMBER");
    fields.put("must-visits", "true");
    fields.put("validFrom", TODAY.toString());
    fields.put("press", "save");
    return fields;
  }

  private static String id(HttpResponse<String> page, Pattern pattern) {
    Matcher found = pattern.matcher(page.uri().getPath() + page.body());
    assertThat(found.find()).as(page.uri() + " " + page.statusCode()).isTrue();
    return found.group(1);
  }

  @Test
  void an_application_is_completed_accepted_renewed_and_expires() {
    String code = RegisterScene.code();
    RegisterScene.Staff registrar = RegisterScene.officer();
    RegisterScene.Staff pharmacist = RegisterScene.staff(OrganizationKind.PHARMACY, Duty.CARE);
    Visitor officer = registrar.signedIn();
    Visitor holder = pharmacist.signedIn();
    officer.get("/registers/new");
    HttpResponse<String> made = officer.post("/registers/new", settings(code));
    assertThat(made.uri().getPath()).isEqualTo("/registers/" + code);
    assertThat(made.body()).contains("架空の見守り薬局");

    String apply = "/registers/" + code + "/apply";
    assertThat(holder.get(apply).body()).contains("訪問の回数");
    HttpResponse<String> empty = holder.upload(apply, Map.of("i-visits", "たくさん"));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("たくさん");
    HttpResponse<String> sent = holder.upload(apply, Map.of("i-visits", "12"));
    String application = "/registers/applications/" + id(sent, APPLICATION);
    assertThat(holder.get(apply).statusCode()).isEqualTo(200);
    assertThat(holder.upload(apply, Map.of("i-visits", "12")).statusCode()).isEqualTo(422);

    officer.get(application);
    assertThat(officer.post(application + "/missing", Map.of("missing", "図面をつけてください")).body())
        .contains("足りないものがある");
    assertThat(holder.get(application).body()).contains("図面をつけてください");
    assertThat(holder.upload(application + "/edit", Map.of("i-visits", "15")).statusCode())
        .isEqualTo(200);
    officer.get(application);
    officer.post(application + "/check", Map.of());
    HttpResponse<String> unsaid =
        officer.post(application + "/decide", Map.of("outcome", "DECLINE", "on", "" + TODAY));
    assertThat(unsaid.statusCode()).as("a reason is asked for").isEqualTo(422);
    HttpResponse<String> accepted =
        officer.post(
            application + "/decide",
            Map.of("outcome", "ACCEPT", "on", TODAY.toString(), "rests", "決裁 第1号"));
    assertThat(accepted.body()).contains("認めました").contains("決裁 第1号");
    String entry = "/registers/entries/" + id(accepted, ENTRY);
    assertThat(holder.get(entry).body()).contains("見-001").doesNotContain("更新を申請する");

    renewed(UUID.fromString(entry.substring(entry.length() - 36)), holder, officer, entry);
    expired(UUID.fromString(entry.substring(entry.length() - 36)), holder, entry, code);
  }

  /** Thirteen days before the end: a reminder for the holder, who applies for another term. */
  private static void renewed(UUID id, Visitor holder, Visitor officer, String entry) {
    LocalDate last = TODAY.plusDays(13);
    age(id, last);
    House.bean(RegisterBell.class).ring();
    House.bean(RegisterBell.class).ring();
    assertThat(notices(id, "register.notice.ends-soon")).isEqualTo(1);
    assertThat(holder.get("/registers/own").body()).contains("更新を申請する");
    holder.get(entry + "/renew");
    HttpResponse<String> sent = holder.upload(entry + "/renew", Map.of("i-visits", "20"));
    String application = "/registers/applications/" + id(sent, APPLICATION);
    officer.get(application);
    officer.post(application + "/decide", Map.of("outcome", "ACCEPT", "on", TODAY.toString()));
    assertThat(until(id))
        .isEqualTo(new Validity(Validity.Unit.MONTHS, 6).until(last.plusDays(1)).orElseThrow());
  }

  /** The day after the end: it no longer stands in the register, and its holder is told. */
  private static void expired(UUID id, Visitor holder, String entry, String code) {
    age(id, TODAY.minusDays(1));
    assertThat(holder.get(entry).body()).as("judged on reading").contains("期限切れ");
    House.bean(RegisterBell.class).ring();
    assertThat(notices(id, "register.notice.expired")).isEqualTo(1);
    assertThat(holder.get(entry).body()).contains("期限が切れた");
    assertThat(holder.get("/registers/" + code).body()).doesNotContain(entry);
    assertThat(holder.get("/registers/" + code + "?which=ENDED").body()).contains(entry);
  }

  /** As if the entry had been made earlier. */
  private static void age(UUID entry, LocalDate until) {
    TestDatabase.asOwner()
        .sql(
            """
            update register.entry set valid_from = ?::date - 170, valid_until = ? where id = ?
            """)
        .params(until, until, entry)
        .update();
  }

  private static LocalDate until(UUID entry) {
    return TestDatabase.asOwner()
        .sql("select valid_until from register.entry where id = ?")
        .param(entry)
        .query(LocalDate.class)
        .single();
  }

  private static int notices(UUID subject, String kind) {
    return TestDatabase.asOwner()
        .sql("select count(*) from notice.notice where subject = ? and kind = ?")
        .params(subject, kind)
        .query(Integer.class)
        .single();
  }

  @Test
  void whoever_applied_on_paper_is_entered_and_what_does_not_fit_is_told_at_its_field() {
    RegisterScene.Staff registrar = RegisterScene.officer();
    Register register =
        RegisterScene.setUp(registrar, RegisterScene.register(RegisterScene.code()));
    RegisterScene.Staff pharmacist = RegisterScene.staff(OrganizationKind.PHARMACY, Duty.CARE);
    RegisterScene.Staff nurse =
        RegisterScene.staff(OrganizationKind.VISITING_NURSE_STATION, Duty.CARE);
    Visitor officer = registrar.signedIn();
    String list = "/registers/" + register.code();
    String enrol = list + "/enrol";
    assertThat(officer.get(list).body()).contains(enrol);
    assertThat(officer.get(enrol).statusCode()).isEqualTo(200);
    Map<String, String> fields = new HashMap<>();
    fields.put("on", TODAY.plusDays(1).toString());
    HttpResponse<String> bad = officer.post(enrol, fields);
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(bad.body()).contains("f-organization-error", "f-on-error");
    fields.put("on", TODAY.minusDays(3).toString());
    fields.put("organization", nurse.organization().toString());
    assertThat(officer.post(enrol, fields).body()).contains("この名簿に載れる種類の組織ではありません");
    fields.put("organization", pharmacist.organization().toString());
    fields.put("rests", "決裁第12号");
    HttpResponse<String> entered = officer.post(enrol, fields);
    assertThat(entered.uri().getPath()).startsWith("/registers/entries/");
    assertThat(entered.body()).contains("名簿に載せました", "申請なしに載せた", "決裁第12号");
    HttpResponse<String> twice = officer.post(enrol, fields);
    assertThat(twice.statusCode()).isEqualTo(422);
    assertThat(twice.body()).contains("もう載っています", "決裁第12号");
    assertThat(pharmacist.signedIn().get(enrol).statusCode()).isEqualTo(404);
    // What rests on notifications comes in as a list alone.
    assertThat(officer.get("/registers/home-care-support-clinic-1/enrol").statusCode())
        .isNotEqualTo(200);
  }

  @Test
  void settings_that_contradict_each_other_are_told_at_their_field_and_stay_typed() {
    Visitor officer = RegisterScene.officer().signedIn();
    officer.get("/registers/new");
    Map<String, String> fields = settings(RegisterScene.code());
    fields.put("remind", "400");
    HttpResponse<String> again = officer.post("/registers/new", fields);
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("f-remind-error").contains("value=\"400\"");
    fields.put("remind", "30");
    fields.put("decider", "NOTIFICATION");
    assertThat(officer.post("/registers/new", fields).body()).contains("届出の名簿は一覧で取り込むため");
    fields.put("decider", "PREFECTURE");
    fields.put("numbering", "番号");
    assertThat(officer.post("/registers/new", fields).body()).contains("f-numbering-error");
    fields.put("press", "add");
    assertThat(officer.post("/registers/new", fields).body()).contains("ja-q1").contains("訪問の回数");
  }

  @Test
  void a_register_changes_from_a_day_on_and_the_application_keeps_its_questions() {
    String code = RegisterScene.code();
    RegisterScene.Staff registrar = RegisterScene.officer();
    Register before = RegisterScene.setUp(registrar, RegisterScene.register(code));
    Visitor officer = registrar.signedIn();
    HttpResponse<String> page = officer.get("/registers/" + code + "/set-up");
    assertThat(page.body()).contains("架空の名簿").contains("甲 | A");
    Map<String, String> fields = settings(code);
    fields.put("nameJa", "新しい名前");
    fields.put("validFrom", TODAY.plusDays(1).toString());
    officer.post("/registers/" + code + "/set-up", fields);
    assertThat(registrar.does(() -> House.bean(Registers.class).get(code).name().ja()))
        .isEqualTo("架空の名簿");
    assertThat(registrar.does(() -> House.bean(Registers.class).versions(code))).hasSize(2);
    assertThat(registrar.does(() -> House.bean(Registers.class).version(before.version())).fields())
        .extracting(Question::id)
        .containsExactly("kind");
  }

  @Test
  void every_shipped_register_is_sound_and_says_that_nobody_has_verified_it() {
    List<Register> shipped =
        House.as(Actor.NOBODY, () -> House.bean(Registers.class).inForce()).stream()
            .filter(register -> register.validFrom().equals(LocalDate.of(2024, 4, 1)))
            .toList();
    assertThat(shipped).hasSizeGreaterThanOrEqualTo(28);
    for (Register register : shipped) {
      String why = String.valueOf(RegisterPolicy.sound(register));
      // Which association keeps it, and until when a call runs, only the prefecture knows.
      assertThat(why).as(register.code()).matches(".*(Allowed|association-needs|proposal-needs).*");
      assertThat(register.verified()).isFalse();
      assertThat(House.bean(ApplyForm.class).definition(register)).isNotNull();
      assertThat(Questions.read(Questions.json(register.fields()))).isEqualTo(register.fields());
    }
    assertThat(shipped).extracting(Register::decider).contains(Decider.values());
  }

  @Test
  void the_list_goes_out_as_excel_and_the_search_learns_who_stands_in_it() {
    String code = RegisterScene.code();
    RegisterScene.Staff registrar = RegisterScene.officer();
    Register register = RegisterScene.setUp(registrar, RegisterScene.register(code));
    RegisterScene.Staff clinic = RegisterScene.staff(OrganizationKind.CLINIC, Duty.CARE);
    UUID entry = accepted(registrar, clinic, register);
    byte[] sheet =
        registrar
            .signedIn()
            .get("/registers/" + code + "?as=csv")
            .body()
            .getBytes(StandardCharsets.UTF_8);
    assertThat(new String(sheet, StandardCharsets.UTF_8)).contains("T-001");
    Map<tasuki.directory.OrganizationId, Set<String>> facets =
        House.as(
            new Actor.Job("search"),
            () -> House.bean(RegisterFacets.class).of(List.of(clinic.organization())));
    assertThat(facets.get(clinic.organization())).containsExactly("register:" + code);
    assertThat(House.as(Actor.NOBODY, () -> House.bean(RegisterFacets.class).facets()))
        .anyMatch(facet -> facet.code().equals("register:" + code) && facet.open());
    clinic.does(() -> House.bean(Entries.class).end(entry, EntryState.WITHDRAWN, TODAY, "架空の理由"));
    assertThat(
            House.as(
                new Actor.Job("search"),
                () -> House.bean(RegisterFacets.class).of(List.of(clinic.organization()))))
        .isEmpty();
    int noted =
        TestDatabase.asOwner()
            .sql("select count(*) from directory.search_change where organization = ?")
            .param(clinic.organization().value())
            .query(Integer.class)
            .single();
    assertThat(noted).as("the entry and its end").isGreaterThanOrEqualTo(2);
  }

  static UUID accepted(
      RegisterScene.Staff registrar, RegisterScene.Staff holder, Register register) {
    UUID application =
        holder.does(
            () ->
                House.bean(Applications.class)
                    .apply(
                        register,
                        new Applications.Sent(null, null, tasuki.form.FormValues.EMPTY, Map.of()),
                        UUID.randomUUID()));
    return registrar.does(
        () ->
            House.bean(Decisions.class)
                .accept(application, new Decisions.Accepted(TODAY, null, "", null)));
  }

  @Test
  void nobody_but_who_decides_moves_an_application_and_nobody_else_reads_it() {
    RegisterScene.Staff registrar = RegisterScene.officer();
    Register register =
        RegisterScene.setUp(registrar, RegisterScene.register(RegisterScene.code()));
    RegisterScene.Staff clinic = RegisterScene.staff(OrganizationKind.CLINIC, Duty.CARE);
    RegisterScene.Staff other = RegisterScene.staff(OrganizationKind.CLINIC, Duty.CARE);
    UUID application =
        clinic.does(
            () ->
                House.bean(Applications.class)
                    .apply(
                        register,
                        new Applications.Sent(null, null, tasuki.form.FormValues.EMPTY, Map.of()),
                        UUID.randomUUID()));
    assertThat(count(clinic, application)).isEqualTo(1);
    assertThat(count(registrar, application)).isEqualTo(1);
    assertThat(count(other, application)).isZero();
    String update = "update register.application set state = 'CHECKED' where id = ?";
    assertThat(
            House.as(
                other.actor(),
                () -> House.bean(JdbcClient.class).sql(update).param(application).update()))
        .isZero();
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                House.as(
                    clinic.actor(),
                    () -> House.bean(JdbcClient.class).sql(update).param(application).update()))
        .isInstanceOf(org.springframework.dao.DataAccessException.class);
    assertThat(other.signedIn().get("/registers/applications/" + application).statusCode())
        .isEqualTo(404);
  }

  private static int count(RegisterScene.Staff staff, UUID application) {
    return House.as(
        staff.actor(),
        () ->
            House.bean(JdbcClient.class)
                .sql("select count(*) from register.application where id = ?")
                .param(application)
                .query(Integer.class)
                .single());
  }

  @Test
  void the_public_reads_entries_of_public_registers_alone() {
    RegisterScene.Staff registrar = RegisterScene.officer();
    RegisterScene.Staff clinic = RegisterScene.staff(OrganizationKind.CLINIC, Duty.CARE);
    Register open = RegisterScene.setUp(registrar, RegisterScene.register(RegisterScene.code()));
    Register internal =
        RegisterScene.setUp(
            registrar,
            RegisterScene.with(
                RegisterScene.register(RegisterScene.code()),
                Concerns.ORGANIZATION,
                Set.of(),
                Validity.WITHOUT_END,
                List.of(),
                null,
                false,
                null));
    accepted(registrar, clinic, open);
    accepted(registrar, clinic, internal);
    assertThat(House.as(Actor.NOBODY, () -> House.bean(Entries.class).of(clinic.organization())))
        .extracting(Entry::register)
        .containsExactly(open.code());
    RegisterScene.Staff neighbour = RegisterScene.staff(OrganizationKind.HOSPITAL, Duty.CARE);
    assertThat(neighbour.does(() -> House.bean(Entries.class).of(clinic.organization())))
        .extracting(Entry::register)
        .containsExactlyInAnyOrder(open.code(), internal.code());
    assertThat(neighbour.signedIn().get("/organizations/" + clinic.organization()).body())
        .contains("架空の名簿");
  }
}
