package tasuki.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tasuki.Visitor;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Ruling;

class StaffTest {

  private static final Pattern LINK = Pattern.compile("value=\"(http[^\"]+/join/[^\"]+)\"");
  private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7 ]+)</code>");
  private static final String OWN = "a password of my own";

  private final OrganizationId hospital = Sample.organization(OrganizationKind.HOSPITAL);
  private final Account boss = Sample.account(hospital, Duty.ADMINISTRATOR);

  @Test
  void an_invited_nurse_joins_by_a_link_that_works_once() {
    Visitor administrator = Sample.signedIn(boss);
    String link = invite(administrator, "invited-nurse");
    assertThat(administrator.get("/staff").body()).contains("見本 招子", "招待中");

    Visitor nurse = Visitor.anybody();
    HttpResponse<String> page = nurse.get(link);
    assertThat(page.uri().getPath()).as("the address without the link").isEqualTo("/join");
    assertThat(page.body()).contains("見本 招子", "invited-nurse").doesNotContain(tokenOf(link));
    assertThat(choose(nurse, "short").body()).contains("13文字以上");
    assertThat(choose(nurse, "invited-nurse 123").body()).contains("推測されやすい");
    HttpResponse<String> enrolment = choose(nurse, OWN);
    assertThat(enrolment.uri().getPath()).isEqualTo("/sign-in/enrolment");
    HttpResponse<String> home =
        nurse.post("/sign-in/enrolment", Map.of("code", codeOf(enrolment.body())));
    assertThat(home.uri().getPath()).isEqualTo("/");
    assertThat(home.body()).contains("見本 招子");

    HttpResponse<String> second = Visitor.anybody().get(link);
    assertThat(second.statusCode()).isEqualTo(410);
    assertThat(second.body()).contains("このリンクは使えません").doesNotContain("見本 招子");
  }

  @Test
  void a_link_that_nobody_made_leads_to_a_clear_page() {
    HttpResponse<String> page = Visitor.anybody().get("/join/nobody-made-this");
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("このリンクは使えません");
  }

  @Test
  void a_new_link_changes_nothing_until_it_is_used_and_then_ends_every_session() {
    Account nurse = Sample.account(hospital, Duty.CARE);
    Visitor running = Sample.signedIn(nurse);
    Visitor administrator = Sample.signedIn(boss);
    administrator.get("/staff/" + nurse.id());
    String link = linkIn(administrator.post("/staff/" + nurse.id() + "/link", Map.of()));
    assertThat(running.get("/").uri().getPath()).isEqualTo("/");

    Visitor back = Visitor.anybody();
    back.get(link);
    assertThat(choose(back, OWN).uri().getPath()).isEqualTo("/sign-in/enrolment");
    assertThat(running.get("/").uri().getPath()).isEqualTo("/sign-in");
    assertThat(Sample.password(Visitor.anybody(), nurse).statusCode()).isEqualTo(422);
  }

  @Test
  void the_running_session_of_a_removed_member_ends_at_the_next_page() {
    Account nurse = Sample.account(hospital, Duty.CARE);
    Visitor running = Sample.signedIn(nurse);
    Visitor administrator = Sample.signedIn(boss);
    assertThat(administrator.get("/staff/" + nurse.id() + "/removal").body()).contains("所属を終えますか");
    HttpResponse<String> list = administrator.post("/staff/" + nurse.id() + "/removal", Map.of());
    assertThat(list.body()).contains("所属を終えました");
    assertThat(running.get("/").body()).contains("所属が終わったため");
  }

  @Test
  void the_last_administrator_can_neither_leave_nor_lay_the_duty_down() {
    Visitor administrator = Sample.signedIn(boss);
    administrator.get("/staff");
    assertThat(administrator.post("/staff/" + boss.id() + "/removal", Map.of()).body())
        .contains("最後の管理者です");
    HttpResponse<String> duties =
        administrator.post("/staff/" + boss.id() + "/duties", Map.of("duties", "CARE"));
    assertThat(duties.statusCode()).isEqualTo(422);
    assertThat(duties.body()).contains("最後の管理者です");
    assertThat(administrator.get("/staff").statusCode()).isEqualTo(200);
  }

  @Test
  void an_administrator_who_never_signed_up_does_not_count_as_another() {
    Visitor administrator = Sample.signedIn(boss);
    administrator.get("/staff/new");
    administrator.post("/staff", newcomer("never-came", "ADMINISTRATOR"));
    assertThat(administrator.post("/staff/" + boss.id() + "/removal", Map.of()).body())
        .contains("最後の管理者です");
  }

  @Test
  void nobody_opens_pages_of_other_duties() {
    Visitor nurse = Sample.signedIn(Sample.account(hospital, Duty.CARE));
    Visitor auditor = Sample.signedIn(Sample.account(hospital, Duty.AUDITOR));
    Visitor administrator = Sample.signedIn(boss);
    for (String page : new String[] {"/staff", "/staff/new", "/computers", "/machines"}) {
      assertThat(nurse.get(page).statusCode()).as("nurse at " + page).isEqualTo(404);
      assertThat(auditor.get(page).statusCode()).as("auditor at " + page).isEqualTo(404);
      assertThat(administrator.get(page).statusCode()).as(page).isEqualTo(200);
    }
    assertThat(nurse.get("/audit").statusCode()).isEqualTo(404);
    assertThat(administrator.get("/audit").statusCode()).isEqualTo(404);
    assertThat(auditor.get("/audit").statusCode()).isEqualTo(200);
  }

  @Test
  void staff_of_another_organisation_do_not_exist_here() {
    OrganizationId other = Sample.organization(OrganizationKind.CLINIC);
    Account stranger = Sample.account(other, Duty.CARE);
    Visitor administrator = Sample.signedIn(boss);
    administrator.get("/staff");
    assertThat(administrator.get("/staff/" + stranger.id()).statusCode()).isEqualTo(404);
    assertThat(administrator.post("/staff/" + stranger.id() + "/link", Map.of()).statusCode())
        .isEqualTo(404);
    assertThat(administrator.post("/staff/" + stranger.id() + "/removal", Map.of()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void an_account_from_elsewhere_is_added_but_not_taken_over() {
    Account nurse = Sample.account(Sample.organization(OrganizationKind.CLINIC), Duty.CARE);
    Visitor administrator = Sample.signedIn(boss);
    administrator.get("/staff/existing");
    HttpResponse<String> unknown =
        administrator.post("/staff/existing", Map.of("login", "not-there", "duties", "CARE"));
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("アカウントはありません", "value=\"not-there\"");
    HttpResponse<String> added =
        administrator.post("/staff/existing", Map.of("login", nurse.login(), "duties", "CARE"));
    assertThat(added.body()).contains(nurse.name());
    assertThat(administrator.get("/staff/" + nurse.id()).body()).contains("最も長く所属している組織");
    HttpResponse<String> link = administrator.post("/staff/" + nurse.id() + "/link", Map.of());
    assertThat(link.statusCode()).isEqualTo(409);
    assertThat(link.body()).contains("最も長く所属している組織");
  }

  @Test
  void what_was_typed_stays_when_something_is_missing() {
    Visitor administrator = Sample.signedIn(boss);
    administrator.get("/staff/new");
    HttpResponse<String> again =
        administrator.post("/staff", Map.of("name", "見本 <b>", "login", "日本語", "kana", "みほん"));
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("見本 &lt;b&gt;", "value=\"日本語\"", "英数字と . _ - @", "役割を一つ以上");
  }

  @Test
  void a_login_name_is_given_once() {
    Visitor administrator = Sample.signedIn(boss);
    administrator.get("/staff/new");
    HttpResponse<String> again = administrator.post("/staff", newcomer(boss.login(), "CARE"));
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("すでに使われています");
  }

  @Test
  void duties_follow_from_what_the_organisation_is() {
    assertThat(DutyRules.offered(OrganizationKind.HOSPITAL))
        .containsExactlyInAnyOrder(Duty.CARE, Duty.ADMINISTRATOR, Duty.AUDITOR);
    assertThat(DutyRules.offered(OrganizationKind.MUNICIPALITY))
        .containsExactlyInAnyOrder(
            Duty.COORDINATOR, Duty.OFFICER, Duty.ADMINISTRATOR, Duty.AUDITOR);
    assertThat(DutyRules.offered(OrganizationKind.HOME_CARE_HUB))
        .contains(Duty.CARE, Duty.COORDINATOR);
    for (OrganizationKind kind : OrganizationKind.values()) {
      assertThat(DutyRules.mayGive(kind, java.util.Set.of(Duty.FAMILY)))
          .as("family at " + kind)
          .isInstanceOf(Ruling.Refused.class);
      assertThat(DutyRules.offered(kind).contains(Duty.CARE))
          .as("care at " + kind)
          .isEqualTo(kind.cares() && kind != OrganizationKind.PERSON_AND_FAMILY);
    }
  }

  @Test
  void a_duty_that_is_not_offered_is_refused_even_when_sent_by_hand() {
    OrganizationId town = Sample.organization(OrganizationKind.MUNICIPALITY);
    Account clerk = Sample.account(town, Duty.ADMINISTRATOR);
    Visitor administrator = Sample.signedIn(clerk);
    administrator.get("/staff/new");
    assertThat(administrator.post("/staff", newcomer("sent-by-hand", "CARE")).statusCode())
        .isEqualTo(422);
    assertThat(Sample.accounts().byLogin("sent-by-hand")).isEmpty();
  }

  private static Map<String, String> newcomer(String login, String duty) {
    return Map.of(
        "login", login, "name", "見本 招子", "kana", "みほん しょうこ", "profession", "NURSE", "duties", duty);
  }

  private static String invite(Visitor administrator, String login) {
    administrator.get("/staff/new");
    return linkIn(administrator.post("/staff", newcomer(login, "CARE")));
  }

  private static String linkIn(HttpResponse<String> page) {
    Matcher link = LINK.matcher(page.body());
    assertThat(link.find()).as("a link on " + page.uri()).isTrue();
    return link.group(1);
  }

  private static String tokenOf(String link) {
    return link.substring(link.lastIndexOf('/') + 1);
  }

  private static HttpResponse<String> choose(Visitor visitor, String password) {
    return visitor.post("/join", Map.of("password", password, "again", password));
  }

  /** What an authenticator shows that was set up from the page. */
  private static String codeOf(String page) {
    Matcher secret = SECRET.matcher(page);
    assertThat(secret.find()).as("a secret on the page").isTrue();
    return TestAuthenticator.codeOf(secret.group(1));
  }
}
