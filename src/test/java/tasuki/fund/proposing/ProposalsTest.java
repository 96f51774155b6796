package tasuki.fund.proposing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.House;
import tasuki.Visitor;
import tasuki.calendar.FiscalYear;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.fund.Branch;
import tasuki.identity.Duty;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;
import tasuki.programme.Edition;
import tasuki.programme.Editions;
import tasuki.programme.Keeping;
import tasuki.programme.ProgrammeYear;
import tasuki.programme.Programmes;

/** A proposal on its way from an institution through its body to the prefecture, and back. */
class ProposalsTest {

  private static final Keeping KEEPING = new Keeping();
  private static final Edition LIST = KEEPING.list(2027, true);
  private static final OrganizationId HOSPITAL =
      Keeping.organization(OrganizationKind.HOSPITAL, "架空提案病院");
  private static final OrganizationId ASSOCIATION =
      Keeping.organization(OrganizationKind.MEDICAL_ASSOCIATION, "架空経由医師会");
  private static final Actor.Member WRITER = Keeping.member(HOSPITAL, null, Duty.ADMINISTRATOR);
  private static final Actor.Member BODY = Keeping.member(ASSOCIATION, null, Duty.COORDINATOR);
  private static final Actor.Member STRANGER =
      Keeping.member(
          Keeping.organization(OrganizationKind.HOSPITAL, "架空の別の病院"), null, Duty.ADMINISTRATOR);

  private static CallId call() {
    LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Tokyo"));
    CallEntry entry =
        new CallEntry(
            Branch.MEDICAL,
            new FiscalYear(2027),
            "令和9年度架空の募集",
            "趣旨",
            "考え方",
            new CallEntry.Period(today.minusDays(9), today.plusDays(9)),
            new CallEntry.Period(today.minusDays(1), today.plusDays(1)),
            LIST.series().id(),
            List.of("II", "IV"),
            List.of(new Standard(7, "II", "人材育成研修", "1人", 100_000L)));
    return House.as(
        KEEPING.compiler,
        () -> {
          Calls calls = House.bean(Calls.class);
          CallId id = calls.write(entry);
          calls.publish(id, true);
          return id;
        });
  }

  private static Map<String, String> typed(Visitor writer, String edit, String title) {
    Map<String, String> typed = new HashMap<>();
    String page = writer.get(edit).body();
    typed.put("version", first("name=\"version\" value=\"(\\d+)\"", page));
    typed.put("title", title);
    typed.put("category", "II");
    typed.put("issue", "夜間に対応できる訪問看護師が足りない");
    typed.put("content", "研修と同行訪問を行う");
    typed.put("implementer", "架空提案病院");
    typed.put("lastYear", "2029");
    typed.put("cost-item-0", "研修");
    typed.put("cost-standard-0", "7");
    typed.put("cost-unit-0", "１００，０００");
    typed.put("cost-quantity-0", "12");
    typed.put("operatorYen", "200000");
    typed.put("output", "研修を受けた人");
    typed.put("outputTarget", "12");
    typed.put("outputUnit", "人");
    typed.put("outcome", "夜間に対応するステーション");
    typed.put("outcomeBaseline", "３");
    typed.put("outcomeTarget", "8");
    typed.put("outcomeUnit", "か所");
    typed.put("outcomeYear", "2029");
    typed.put("link", "受けた人が夜間の当番に入る");
    typed.put("paidByNothingElse", "true");
    typed.put("body", ASSOCIATION.value().toString());
    return typed;
  }

  private static String begin(Visitor writer, String title) {
    CallId call = call();
    writer.get("/fund/calls/" + call);
    HttpResponse<String> begun = writer.post("/fund/calls/" + call + "/proposals", Map.of());
    String edit = begun.uri().getPath();
    assertThat(edit).endsWith("/edit");
    HttpResponse<String> saved = writer.post(edit, typed(writer, edit, title));
    assertThat(saved.body()).contains("保存しました", title);
    return edit.replace("/edit", "");
  }

  private static Visitor sent(Visitor writer, String page) {
    writer.get(page);
    assertThat(writer.post(page + "/send", Map.of()).body()).contains("提案を送りました");
    return Keeping.signedIn(BODY);
  }

  @Test
  void it_goes_through_the_body_is_heard_and_adopted_and_stands_on_the_list() {
    Visitor writer = Keeping.signedIn(WRITER);
    String page = begin(writer, "架空夜間看護師育成");
    Visitor body = sent(writer, page);
    assertThat(body.get("/fund/proposals").body()).contains("架空夜間看護師育成", "団体で確認中");
    body.get(page);
    assertThat(body.post(page + "/endorse", Map.of("endorse", "")).statusCode()).isEqualTo(422);
    assertThat(body.post(page + "/endorse", Map.of("endorse", "郡の課題に合う")).body())
        .contains("県へ提出しました", "郡の課題に合う");

    Visitor officer = Keeping.signedIn(KEEPING.compiler);
    assertThat(officer.get(page).body()).contains("県で受付", "1,000,000");
    officer.post(page + "/division", Map.of("division", KEEPING.nursing.toString()));
    officer.get(page);
    HttpResponse<String> heard =
        officer.post(
            page + "/hearings",
            Map.of("heldOn", "R8.11.2", "attendees", "看護室、病院", "record", "単価を確かめた"));
    assertThat(heard.body()).contains("ヒアリングの記録を残しました", "単価を確かめた");
    assertThat(writer.get(page).body()).doesNotContain("単価を確かめた");

    String heading =
        House.as(
                KEEPING.compiler,
                () -> House.bean(Editions.class).headings(LIST.id()).getFirst().id())
            .value()
            .toString();
    Map<String, String> decision = new HashMap<>();
    decision.put("result", "ADOPTED");
    decision.put("decidedOn", "2027-03-26");
    decision.put("documentNumber", "医政第12号");
    decision.put("decisionWords", "予算の範囲内で行う");
    officer.get(page);
    HttpResponse<String> lacking = officer.post(page + "/decide", decision);
    assertThat(lacking.statusCode()).isEqualTo(422);
    assertThat(lacking.body()).contains("予算の範囲内で行う");
    decision.put("heading", heading);
    decision.put("inCharge", KEEPING.nursing.toString());
    assertThat(officer.post(page + "/decide", decision).body()).contains("採択し、一覧に事業を加えて");

    ProgrammeYear year =
        House.as(
            KEEPING.nurse,
            () ->
                House.bean(Programmes.class).of(LIST.id()).stream()
                    .filter(one -> one.entry().name().equals("架空夜間看護師育成"))
                    .findFirst()
                    .orElseThrow());
    assertThat(year.money().planned()).isEqualTo(1_200_000);
    assertThat(year.entry().division()).isEqualTo(KEEPING.nursing);
    assertThat(year.entry().lastYear()).isEqualTo(2029);
    assertThat(writer.get(page).body()).contains("採択", "医政第12号", "予算の範囲内で行う");
    assertThat(new String(writer.file(page + "/letter").body(), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF");
    assertThat(writer.get("/notices").body()).contains("架空夜間看護師育成");
  }

  @Test
  void what_lacks_something_is_kept_but_not_sent() {
    Visitor writer = Keeping.signedIn(WRITER);
    String page = begin(writer, "架空の足りない提案");
    Map<String, String> less = typed(writer, page + "/edit", "架空の足りない提案");
    less.put("outcomeTarget", "");
    less.put("cost-unit-0", "100,001");
    assertThat(writer.post(page + "/edit", less).body())
        .contains("標準単価100,000円を超えています", "成果目標、その数値と年度");
    HttpResponse<String> refused = writer.post(page + "/send", Map.of());
    assertThat(refused.body()).contains("足りないものが残っています", "下書き");

    Map<String, String> wrong = typed(writer, page + "/edit", "架空の足りない提案");
    wrong.put("outputTarget", "たくさん");
    wrong.put("cost-quantity-0", "0");
    HttpResponse<String> again = writer.post(page + "/edit", wrong);
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("たくさん", "数を入力してください", "0より大きい数");
  }

  @Test
  void it_comes_back_is_mended_and_what_was_sent_first_stays_readable() {
    Visitor writer = Keeping.signedIn(WRITER);
    String page = begin(writer, "架空の直す提案");
    Visitor body = sent(writer, page);
    body.get(page);
    assertThat(body.post(page + "/return", Map.of("return", "数量の根拠を足してください")).body())
        .contains("差し戻しました");
    assertThat(writer.get(page).body()).contains("数量の根拠を足してください", "差戻し");
    Map<String, String> mended = typed(writer, page + "/edit", "架空の直した提案");
    mended.put("cost-quantity-0", "20");
    writer.post(page + "/edit", mended);
    writer.post(page + "/send", Map.of());
    String shown = body.get(page).body();
    assertThat(shown).contains("架空の直した提案", "2,000,000");
    String first = first("href=\"(/fund/proposals/[^\"]*/sent/[^\"]*)\"", shown);
    assertThat(body.get(first).body()).contains("架空の直す提案", "1,200,000");
    assertThat(writer.get(page + "/edit").body()).contains("手もとにない");
    writer.get(page);
    assertThat(writer.post(page + "/withdraw", Map.of("withdraw", "次の年にします")).body())
        .contains("取下げ", "次の年にします");
  }

  @Test
  void the_prefecture_declines_with_a_reason() {
    Visitor writer = Keeping.signedIn(WRITER);
    String page = begin(writer, "架空の見送る提案");
    Visitor body = sent(writer, page);
    body.get(page);
    body.post(page + "/endorse", Map.of("endorse", "よい"));
    Visitor nurse = Keeping.signedIn(KEEPING.nurse);
    nurse.get(page);
    Map<String, String> decision =
        Map.of("result", "DECLINED", "decidedOn", "R9.3.26", "decisionWords", "既存の事業でできる");
    assertThat(nurse.post(page + "/decide", decision).statusCode()).isEqualTo(404);
    Visitor officer = Keeping.signedIn(KEEPING.compiler);
    officer.get(page);
    assertThat(officer.post(page + "/decide", decision).body()).contains("不採択とし");
    assertThat(writer.get(page).body()).contains("不採択", "既存の事業でできる");
  }

  @Test
  void a_programme_that_sounds_alike_is_shown_and_has_to_be_answered() {
    ProgrammeYear there = KEEPING.add(LIST, 900, KEEPING.nursing, false);
    String name = there.entry().name();
    House.as(
        KEEPING.compiler,
        () -> {
          House.bean(Editions.class).publish(LIST.id(), true);
          return true;
        });
    Visitor writer = Keeping.signedIn(WRITER);
    String page = begin(writer, name);
    assertThat(writer.get(page).body()).contains("似ている事業", "100%", "似ている事業が見つかりました");
    Map<String, String> answered = typed(writer, page + "/edit", name);
    answered.put("difference", "対象が夜間である");
    assertThat(writer.post(page + "/edit", answered).body())
        .doesNotContain("似ている事業が見つかりました")
        .contains("対象が夜間である");
  }

  @Test
  void nobody_else_knows_of_it_and_only_the_proposer_writes() {
    Visitor writer = Keeping.signedIn(WRITER);
    String page = begin(writer, "架空の秘めた提案");
    ProposalId id = new ProposalId(UUID.fromString(page.replaceAll(".*/", "")));
    Proposals proposals = House.bean(Proposals.class);
    Handling handling = House.bean(Handling.class);
    for (Actor.Member other : List.of(STRANGER, BODY, KEEPING.compiler)) {
      assertThatThrownBy(() -> House.as(other, () -> proposals.get(id)))
          .isInstanceOf(AbsentException.class);
    }
    sent(writer, page);
    assertThat(House.as(BODY, () -> proposals.get(id)).state()).isEqualTo(ProposalState.WITH_BODY);
    for (Actor.Member other : List.of(STRANGER, KEEPING.compiler)) {
      assertThatThrownBy(() -> House.as(other, () -> proposals.get(id)))
          .isInstanceOf(AbsentException.class);
    }
    Proposal proposal = House.as(BODY, () -> proposals.get(id));
    assertThatThrownBy(
            () ->
                House.as(
                    BODY,
                    () -> {
                      proposals.write(id, proposal.entry(), proposal.body(), proposal.version());
                      return true;
                    }))
        .isInstanceOf(AbsentException.class);
    assertThatThrownBy(() -> House.as(BODY, () -> rewritten(id)))
        .hasMessageContaining("changed by the proposer");
    assertThatThrownBy(
            () ->
                House.as(
                    WRITER,
                    () -> {
                      handling.go(
                          House.bean(Proposals.class).get(id), ProposalState.ADOPTED, null, null);
                      return true;
                    }))
        .isInstanceOf(RefusedException.class);
  }

  private static int rewritten(ProposalId id) {
    return new TransactionTemplate(House.bean(PlatformTransactionManager.class))
        .execute(
            _ ->
                House.bean(JdbcClient.class)
                    .sql("update fund.proposal set yen = 1, state = 'RECEIVED' where id = ?")
                    .param(id.value())
                    .update());
  }

  @Test
  void a_call_is_the_compiling_divisions_and_unseen_until_it_is_published() {
    Visitor officer = Keeping.signedIn(KEEPING.compiler);
    officer.get("/fund/calls/new");
    Map<String, String> typed = new HashMap<>();
    typed.put("title", "令和9年度架空の準備中の募集");
    typed.put("branch", "CARE");
    typed.put("year", "2027");
    typed.put("purpose", "趣旨");
    typed.put("criteria", "考え方");
    typed.put("acceptFrom", "R8.7.1");
    typed.put("acceptUntil", "R8.6.1");
    typed.put("categories", "II");
    typed.put("standards", "7, ⑤, 研修, 1人");
    typed.put("series", LIST.series().id().value().toString());
    HttpResponse<String> wrong = officer.post("/fund/calls/new", typed);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("終わりは始めより後の日", "選んだ医療分・介護分の区分から", "1行目を読めません");
    typed.put("acceptUntil", "R8.7.31");
    typed.put("categories", "V");
    typed.put("standards", "7, ⑤, 研修, 1人, 50,000");
    assertThat(officer.post("/fund/calls/new", typed).statusCode()).isEqualTo(422);
    typed.put("standards", "7、⑤、研修、1人、50000");
    HttpResponse<String> written = officer.post("/fund/calls/new", typed);
    assertThat(written.body()).contains("準備中", "50,000円");
    String page = written.uri().getPath();
    assertThat(Keeping.signedIn(WRITER).get(page).statusCode()).isEqualTo(404);
    Visitor nurse = Keeping.signedIn(KEEPING.nurse);
    assertThat(nurse.get(page).statusCode()).isEqualTo(200);
    assertThat(nurse.get(page + "/edit").statusCode()).isEqualTo(404);
    assertThat(nurse.get("/fund/calls/new").statusCode()).isEqualTo(404);

    Visitor anybody = Visitor.anybody();
    assertThat(anybody.get("/public" + page).statusCode()).isEqualTo(404);
    assertThat(officer.get("/public" + page).statusCode()).isEqualTo(404);
    assertThat(anybody.get("/public/fund/calls").body()).doesNotContain("架空の準備中の募集");
    officer.get(page);
    officer.post(page + "/publication", Map.of("published", "true"));
    assertThat(anybody.get("/public/fund/calls").body()).contains("架空の準備中の募集");
    assertThat(anybody.get("/public" + page).body()).contains("架空の準備中の募集", "50,000円", "サインイン");
  }

  private static String first(String pattern, String page) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
