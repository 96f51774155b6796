package tasuki.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.TasukiTime;

class WardComputerTest {

  private final OrganizationId hospital = Sample.organization(OrganizationKind.HOSPITAL);
  private final Account boss = Sample.account(hospital, Duty.ADMINISTRATOR);
  private final Account nurse = Sample.account(hospital, Duty.CARE);

  @Test
  void at_an_approved_computer_the_password_is_enough_where_the_administrator_said_so() {
    Visitor computer = approve(true);
    HttpResponse<String> home = Sample.password(computer, nurse);
    assertThat(home.uri().getPath()).isEqualTo("/");
    assertThat(home.body()).contains(nurse.name());
    assertThat(Sample.password(Visitor.anybody(), nurse).uri().getPath())
        .as("elsewhere")
        .isEqualTo("/sign-in/code");
  }

  @Test
  void where_the_administrator_did_not_say_so_a_code_is_asked_for() {
    Visitor computer = approve(false);
    assertThat(Sample.password(computer, nurse).uri().getPath()).isEqualTo("/sign-in/code");
  }

  @Test
  void the_computer_stands_in_for_a_code_only_for_the_staff_of_its_organisation() {
    Visitor computer = approve(true);
    Account stranger = Sample.account(Sample.organization(OrganizationKind.CLINIC), Duty.CARE);
    assertThat(Sample.password(computer, stranger).uri().getPath()).isEqualTo("/sign-in/code");
  }

  @Test
  void without_an_authenticator_a_printed_code_is_asked_for_at_an_approved_computer_alone() {
    String printed =
        House.as(
            new tasuki.kernel.Actor.Arriving(nurse.id().value()),
            () -> {
              SecondFactor factor = House.bean(SecondFactor.class);
              factor.forget(nurse.id().value());
              return factor.print(nurse.id().value()).getFirst();
            });
    assertThat(Sample.password(Visitor.anybody(), nurse).uri().getPath())
        .isEqualTo("/sign-in/enrolment");
    Visitor computer = approve(false);
    assertThat(Sample.password(computer, nurse).uri().getPath()).isEqualTo("/sign-in/code");
    assertThat(computer.post("/sign-in/code", Map.of("code", printed)).uri().getPath())
        .isEqualTo("/");
  }

  @Test
  void withdrawing_the_approval_ends_the_session_that_rests_on_it() {
    Visitor computer = approve(true);
    Sample.password(computer, nurse);
    assertThat(computer.get("/").uri().getPath()).isEqualTo("/");
    WardComputer approved = House.bean(WardComputers.class).of(hospital).getFirst();
    Sample.forgetUsedCodes(boss);
    Visitor administrator = Sample.signedIn(boss);
    administrator.get("/computers");
    assertThat(administrator.post("/computers/" + approved.id() + "/withdrawal", Map.of()).body())
        .contains("承認を取り消しました");
    assertThat(computer.get("/").uri().getPath()).isEqualTo("/sign-in");
    assertThat(Sample.password(computer, nurse).uri().getPath()).isEqualTo("/sign-in/code");
  }

  @Test
  void a_session_that_rests_on_the_computer_gives_out_nothing_that_works_elsewhere() {
    Visitor computer = approve(true);
    OrganizationId clinic = Sample.organization(OrganizationKind.CLINIC);
    Sample.as(
        () -> {
          Sample.accounts().join(nurse.id(), clinic, java.util.Set.of(Duty.CARE));
          return true;
        });
    Sample.password(computer, nurse);
    assertThat(computer.get("/settings").statusCode()).isEqualTo(200);
    assertThat(computer.get("/settings/codes").statusCode()).isEqualTo(409);
    assertThat(computer.get("/settings/authenticator").statusCode()).isEqualTo(409);
    assertThat(computer.post("/organization/" + clinic, Map.of()).statusCode()).isEqualTo(409);
  }

  @Test
  void an_approval_lasts_a_year_at_most_and_what_was_typed_stays() {
    Visitor administrator = Sample.signedIn(boss);
    administrator.get("/computers");
    LocalDate today = LocalDate.now(TasukiTime.ZONE);
    HttpResponse<String> long_ =
        send(administrator, "5階東", today.plusYears(1).plusDays(1).toString());
    assertThat(long_.statusCode()).isEqualTo(422);
    assertThat(long_.body()).contains("1年以内の日", "5階東");
    assertThat(send(administrator, "5階東", today.minusDays(1).toString()).body()).contains("きょう以降");
    assertThat(send(administrator, "5階東", "いつまでも").statusCode()).isEqualTo(422);
    assertThat(send(administrator, "", today.toString()).statusCode()).isEqualTo(422);
    assertThat(House.bean(WardComputers.class).of(hospital)).isEmpty();
  }

  private static HttpResponse<String> send(Visitor visitor, String label, String until) {
    return visitor.post("/computers", Map.of("label", label, "until", until));
  }

  /** A computer at which the administrator was and then signed out. */
  private Visitor approve(boolean factor) {
    Visitor computer = Sample.signedIn(boss);
    computer.get("/computers");
    Map<String, String> fields = new HashMap<>();
    fields.put("label", "5階東 ナースステーション");
    fields.put("until", LocalDate.now(TasukiTime.ZONE).plusDays(30).toString());
    if (factor) {
      fields.put("factor", "true");
    }
    assertThat(computer.post("/computers", fields).body()).contains("承認しました");
    computer.post("/sign-out", Map.of());
    return computer;
  }
}
