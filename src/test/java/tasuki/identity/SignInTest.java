package tasuki.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tasuki.Visitor;

class SignInTest {

  private static final String PASSWORD = "tasuki-no-sash-2026";

  @Test
  void a_nurse_signs_in_with_password_and_code_and_sees_her_hospital() {
    Visitor nurse = Visitor.signedIn("nurse", PASSWORD);
    HttpResponse<String> home = nurse.get("/");
    assertThat(home.statusCode()).isEqualTo(200);
    assertThat(home.body()).contains("青木 美咲", "みほん中央病院");
  }

  @Test
  void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
    Visitor visitor = Visitor.anybody();
    visitor.get("/sign-in");
    HttpResponse<String> wrong =
        visitor.post("/sign-in", Map.of("login", "auditor", "password", "not the password"));
    HttpResponse<String> unknown =
        visitor.post("/sign-in", Map.of("login", "no-one-here", "password", "not the password"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("ログイン名かパスワードが違います");
    assertThat(unknown.body()).contains("ログイン名かパスワードが違います");
  }

  @Test
  void what_was_typed_stays_after_an_error_except_the_password() {
    Visitor visitor = Visitor.anybody();
    visitor.get("/sign-in");
    HttpResponse<String> again =
        visitor.post("/sign-in", Map.of("login", "みほん<script>", "password", "secret words"));
    assertThat(again.body()).contains("みほん&lt;script&gt;").doesNotContain("secret words");
  }

  @Test
  void nobody_reaches_a_page_before_the_second_factor() {
    Visitor visitor = Visitor.anybody();
    visitor.get("/sign-in");
    visitor.post("/sign-in", Map.of("login", "doctor", "password", PASSWORD));
    assertThat(visitor.get("/").uri().getPath()).isEqualTo("/sign-in");
  }
}
