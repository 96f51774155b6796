package tasuki.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Actor;
import tasuki.kernel.Ruling;

class CredentialsTest {

  private static final Pattern PRINTED = Pattern.compile("<code>([A-Z2-9]{4}-[A-Z2-9]{4})</code>");
  private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7 ]{20,})</code>");

  private final OrganizationId hospital = Sample.organization(OrganizationKind.HOSPITAL);
  private final Account nurse = Sample.account(hospital, Duty.CARE);

  @Test
  void of_two_requests_with_the_same_code_at_the_same_moment_one_gets_in() throws Exception {
    Visitor first = Visitor.anybody();
    Visitor second = Visitor.anybody();
    Sample.password(first, nurse);
    Sample.password(second, nurse);
    String code = Sample.code(nurse);
    Callable<String> one = () -> first.post("/sign-in/code", Map.of("code", code)).uri().getPath();
    Callable<String> two = () -> second.post("/sign-in/code", Map.of("code", code)).uri().getPath();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<String> paths =
          threads.invokeAll(List.of(one, two)).stream().map(Future::resultNow).toList();
      assertThat(paths).containsExactlyInAnyOrder("/", "/sign-in/code");
    }
  }

  @Test
  void a_printed_code_opens_once_and_ten_are_made() {
    List<String> codes = print(Sample.signedIn(nurse));
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    Visitor ward = Visitor.anybody();
    Sample.password(ward, nurse);
    String typed = codes.getFirst().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
    assertThat(ward.post("/sign-in/code", Map.of("code", typed)).uri().getPath()).isEqualTo("/");
    assertThat(ward.get("/settings").body()).contains("使えるコード:9個");
    Visitor again = Visitor.anybody();
    Sample.password(again, nurse);
    HttpResponse<String> refused = again.post("/sign-in/code", Map.of("code", codes.getFirst()));
    assertThat(refused.statusCode()).isEqualTo(422);
  }

  @Test
  void printed_codes_are_shown_once() {
    Visitor visitor = Sample.signedIn(nurse);
    print(visitor);
    assertThat(visitor.get("/settings/codes/printed").uri().getPath()).isEqualTo("/settings/codes");
  }

  @Test
  void the_wait_after_wrong_passwords_and_codes_grows_and_is_said() {
    Visitor visitor = Visitor.anybody();
    visitor.get("/sign-in");
    for (int i = 0; i < 6; i++) {
      assertThat(wrong(visitor).body()).contains("ログイン名かパスワードが違います");
    }
    assertThat(Sample.password(visitor, nurse).body()).contains("約1分間は受け付けません");
    letTimePass();
    assertThat(wrong(visitor).body()).contains("違います");
    letTimePass();
    assertThat(wrong(visitor).body()).contains("違います");
    assertThat(Sample.password(visitor, nurse).body()).contains("約2分間は受け付けません");
  }

  @Test
  void guessing_codes_closes_the_account_too() {
    Visitor guesser = Visitor.anybody();
    Sample.password(guesser, nurse);
    for (int i = 0; i < 6; i++) {
      assertThat(guesser.post("/sign-in/code", Map.of("code", "AAAA-AAA" + i)).body())
          .contains("コードが違うか");
    }
    HttpResponse<String> closed = guesser.post("/sign-in/code", Map.of("code", Sample.code(nurse)));
    assertThat(closed.statusCode()).isEqualTo(422);
    assertThat(closed.body()).contains("分間は受け付けません");
  }

  @Test
  void a_password_is_changed_with_the_old_one_and_other_devices_are_signed_out() {
    Visitor other = Sample.signedIn(nurse);
    Sample.forgetUsedCodes(nurse);
    Visitor here = Sample.signedIn(nurse);
    here.get("/settings/password");
    HttpResponse<String> wrong = change(here, "not the old one", "the next long password");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("いまのパスワードが違います");
    assertThat(change(here, Sample.PASSWORD, Sample.PASSWORD).body()).contains("同じです");
    assertThat(change(here, Sample.PASSWORD, "the next long password").body())
        .contains("パスワードを変えました");
    assertThat(here.get("/").uri().getPath()).isEqualTo("/");
    assertThat(other.get("/").uri().getPath()).isEqualTo("/sign-in");
    assertThat(Sample.password(Visitor.anybody(), nurse).statusCode()).isEqualTo(422);
  }

  @Test
  void the_old_authenticator_works_until_the_new_one_has_proved_to() {
    Visitor visitor = Sample.signedIn(nurse);
    assertThat(visitor.get("/settings/authenticator/new").uri().getPath())
        .isEqualTo("/settings/authenticator");
    Sample.forgetUsedCodes(nurse);
    HttpResponse<String> page =
        visitor.post("/settings/authenticator", Map.of("code", Sample.code(nurse)));
    Matcher secret = SECRET.matcher(page.body());
    assertThat(secret.find()).isTrue();
    Sample.forgetUsedCodes(nurse);
    Visitor meanwhile = Visitor.anybody();
    Sample.password(meanwhile, nurse);
    assertThat(meanwhile.post("/sign-in/code", Map.of("code", Sample.code(nurse))).uri().getPath())
        .isEqualTo("/");
    HttpResponse<String> done =
        visitor.post(
            "/settings/authenticator/new",
            Map.of("code", TestAuthenticator.codeOf(secret.group(1))));
    assertThat(done.body()).contains("認証アプリを替えました");
    Sample.forgetUsedCodes(nurse);
    assertThat(Sample.code(nurse)).isEqualTo(TestAuthenticator.codeOf(secret.group(1)));
  }

  @Test
  void one_acts_for_own_organisations_only() {
    OrganizationId clinic = Sample.organization(OrganizationKind.CLINIC);
    OrganizationId strange = Sample.organization(OrganizationKind.CLINIC);
    Sample.as(
        () -> {
          Sample.accounts().join(nurse.id(), clinic, java.util.Set.of(Duty.ADMINISTRATOR));
          return true;
        });
    Visitor visitor = Sample.signedIn(nurse);
    assertThat(visitor.get("/staff").statusCode()).isEqualTo(404);
    visitor.get("/settings");
    assertThat(visitor.post("/organization/" + strange, Map.of()).statusCode()).isEqualTo(404);
    assertThat(visitor.post("/organization/" + clinic, Map.of()).body()).contains("切り替えました");
    assertThat(visitor.get("/staff").statusCode()).isEqualTo(200);
  }

  @Test
  void the_language_chosen_is_spoken_at_once_and_at_the_next_browser() {
    Visitor visitor = Sample.signedIn(nurse);
    visitor.get("/settings");
    assertThat(visitor.post("/settings/language", Map.of("language", "en")).body())
        .contains("The language was changed");
    Sample.forgetUsedCodes(nurse);
    assertThat(Sample.signedIn(nurse).get("/settings").body()).contains("My settings");
  }

  @Test
  void passwords_that_are_short_or_hold_a_name_are_refused() {
    assertRefused("twelve chars", "identity.refused.password-short");
    assertRefused("x".repeat(201), "identity.refused.password-long");
    assertRefused("ababababababab", "identity.refused.password-simple");
    assertRefused("my HANAKO-m and more", "identity.refused.password-simple");
    assertRefused("秘密の見本花子です、これは長い", "identity.refused.password-simple");
    assertThat(acceptable("四つの言葉を並べた長い合言葉")).isInstanceOf(Ruling.Allowed.class);
  }

  private static void assertRefused(String wanted, String reason) {
    assertThat(acceptable(wanted))
        .isInstanceOfSatisfying(
            Ruling.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private static Ruling acceptable(String wanted) {
    return House.bean(Passwords.class).acceptable(wanted, "hanako-m", "見本 花子");
  }

  private List<String> print(Visitor visitor) {
    Sample.forgetUsedCodes(nurse);
    visitor.get("/settings/codes");
    HttpResponse<String> page = visitor.post("/settings/codes", Map.of("code", Sample.code(nurse)));
    return PRINTED.matcher(page.body()).results().map(found -> found.group(1)).toList();
  }

  private HttpResponse<String> wrong(Visitor visitor) {
    return visitor.post("/sign-in", Map.of("login", nurse.login(), "password", "not the one"));
  }

  private static HttpResponse<String> change(Visitor visitor, String old, String wanted) {
    return visitor.post(
        "/settings/password", Map.of("old", old, "password", wanted, "again", wanted));
  }

  private void letTimePass() {
    House.as(
        new Actor.Arriving(nurse.id().value()),
        () ->
            Sample.jdbc()
                .sql("update identity.password set closed_until = ? where account = ?")
                .params(OffsetDateTime.now().minusSeconds(1), nurse.id().value())
                .update());
  }
}
