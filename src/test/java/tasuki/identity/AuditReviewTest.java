package tasuki.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import tasuki.House;
import tasuki.Visitor;
import tasuki.audit.AuditLog;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Actor;

class AuditReviewTest {

  private static final Pattern UP_TO = Pattern.compile("name=\"upTo\" value=\"([^\"]+)\"");
  private static final Pattern NEXT = Pattern.compile("href=\"(/audit\\?[^\"]*before=[^\"]*)\"");

  private final OrganizationId hospital = Sample.organization(OrganizationKind.HOSPITAL);
  private final OrganizationId other = Sample.organization(OrganizationKind.HOSPITAL);
  private final Account auditor = Sample.account(hospital, Duty.AUDITOR);
  private final Account nurse = Sample.account(hospital, Duty.CARE);

  @Test
  void the_auditor_of_one_hospital_sees_nothing_of_another() {
    Account stranger = Sample.account(other, Duty.CARE);
    look(stranger, other);
    look(nurse, hospital);
    Sample.signedIn(stranger);
    Sample.password(Visitor.anybody(), stranger);
    Visitor reviewer = Sample.signedIn(auditor);
    String page = reviewer.get("/audit").body();
    assertThat(page).contains(nurse.name(), "担当チームを見た").doesNotContain(stranger.name());
    assertThat(reviewer.get("/audit?account=" + stranger.id()).body()).contains("この条件の記録はありません");
  }

  @Test
  void refused_sign_ins_of_the_own_staff_stand_in_the_log() {
    Visitor guesser = Visitor.anybody();
    guesser.get("/sign-in");
    guesser.post("/sign-in", Map.of("login", nurse.login(), "password", "a guess, no more"));
    String page = Sample.signedIn(auditor).get("/audit?kind=REFUSED").body();
    assertThat(page).contains(nurse.name(), "パスワードかコードを間違えた").doesNotContain("サインインした");
  }

  @Test
  void what_somebody_did_after_leaving_is_not_shown_to_the_former_organisation() {
    Account boss = Sample.account(hospital, Duty.ADMINISTRATOR);
    assertThat(boss).isNotNull();
    House.as(
        new Actor.Member(boss.id().value(), hospital.value(), Actor.Sight.NONE),
        () -> {
          Sample.accounts().join(nurse.id(), other, Set.of(Duty.CARE));
          Sample.accounts().leave(nurse.id(), hospital);
          return true;
        });
    Visitor guesser = Visitor.anybody();
    guesser.get("/sign-in");
    guesser.post("/sign-in", Map.of("login", nurse.login(), "password", "a guess, no more"));
    assertThat(Sample.signedIn(auditor).get("/audit?kind=REFUSED").body())
        .doesNotContain("パスワードかコードを間違えた");
  }

  @Test
  void the_view_stands_in_the_address_and_goes_on_where_the_page_ends() {
    for (int i = 0; i < 51; i++) {
      look(nurse, hospital);
    }
    Visitor reviewer = Sample.signedIn(auditor);
    String first = reviewer.get("/audit?kind=VIEW&account=" + nurse.id()).body();
    assertThat(rows(first)).isEqualTo(50);
    Matcher next = NEXT.matcher(first);
    assertThat(next.find()).isTrue();
    String address = next.group(1).replace("&amp;", "&");
    assertThat(address).contains("kind=VIEW", nurse.id().toString());
    assertThat(rows(reviewer.get(address).body())).isEqualTo(1);
    assertThat(reviewer.get("/audit?day=2020-01-05").body()).contains("この条件の記録はありません");
    HttpResponse<String> unreadable = reviewer.get("/audit?day=someday&kind=NONSENSE");
    assertThat(unreadable.statusCode()).isEqualTo(422);
    assertThat(unreadable.body()).contains("value=\"someday\"");
  }

  @Test
  void a_review_is_marked_up_to_an_entry_of_the_own_log() {
    look(nurse, hospital);
    Visitor reviewer = Sample.signedIn(auditor);
    String page = reviewer.get("/audit").body();
    assertThat(page).contains("まだ確認した印がありません");
    Matcher upTo = UP_TO.matcher(page);
    assertThat(upTo.find()).isTrue();
    assertThat(reviewer.post("/audit/review", Map.of("upTo", upTo.group(1))).body())
        .contains("確認した印を付けました", "前回の確認", auditor.name());
    assertThat(
            reviewer
                .post("/audit/review", Map.of("upTo", UUID.randomUUID().toString()))
                .statusCode())
        .isEqualTo(404);
    Account elsewhere = Sample.account(other, Duty.AUDITOR);
    assertThat(Sample.signedIn(elsewhere).get("/audit").body()).contains("まだ確認した印がありません");
  }

  @Test
  void checking_the_seals_says_clearly_what_came_of_it() {
    Visitor reviewer = Sample.signedIn(auditor);
    reviewer.get("/audit");
    assertThat(reviewer.post("/audit/seals", Map.of("which", "all")).body())
        .contains("変えられたところはありません");
    assertThat(reviewer.post("/audit/seals", Map.of("which", "newest")).body())
        .contains("変えられたところはありません");
  }

  @Test
  void what_an_administrator_does_is_written_down() {
    Account boss = Sample.account(hospital, Duty.ADMINISTRATOR);
    Visitor administrator = Sample.signedIn(boss);
    administrator.get("/staff");
    administrator.post("/staff/" + nurse.id() + "/link", Map.of());
    administrator.post("/staff/" + nurse.id() + "/removal", Map.of());
    administrator.post("/machines", Map.of("client", "audited-" + System.nanoTime()));
    administrator.post("/computers", Map.of("label", "受付", "until", "R8.12.1"));
    String page = Sample.signedIn(auditor).get("/audit?account=" + boss.id()).body();
    assertThat(page)
        .contains("入るためのリンクを作った", "所属を終えた", "連携プログラムの鍵を作った", "共用コンピューターを承認した", "サインインした");
  }

  @Test
  void every_name_that_the_log_uses_has_words_in_both_languages() throws IOException {
    Pattern used =
        Pattern.compile(
            "(?:\\.(?:changed|viewed|signedIn)|[aA]udit(?:Log)?\\s*\\.refused)\\(\\s*\"([a-z.-]+)\"");
    Set<String> names = new TreeSet<>(Set.of("sign-in", "organization.switched"));
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        used.matcher(Files.readString(source)).results().forEach(m -> names.add(m.group(1)));
      }
    }
    MessageSource messages = House.bean(MessageSource.class);
    List<String> wordless = new ArrayList<>();
    for (String name : names) {
      for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
        if (messages.getMessage("audit.what." + name, null, null, locale) == null) {
          wordless.add(name + " in " + locale);
        }
      }
    }
    assertThat(names).contains("account.opened", "sign-in.wrong");
    assertThat(wordless).isEmpty();
  }

  private static void look(Account account, OrganizationId place) {
    tasuki.kernel.Acting.run(
        new Actor.Member(account.id().value(), place.value(), Actor.Sight.CARE),
        () -> House.bean(AuditLog.class).viewed("person.team", List.of(UUID.randomUUID()), null));
  }

  private static int rows(String page) {
    return page.split("<tr>", -1).length - 2;
  }
}
