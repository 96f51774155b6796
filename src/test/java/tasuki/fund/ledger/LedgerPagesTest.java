package tasuki.fund.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationKind;
import tasuki.programme.Keeping;
import tasuki.programme.ProgrammeYear;
import tasuki.table.TableReading;
import tasuki.table.Tables;

/** An officer's way through the fund's money on the pages. */
class LedgerPagesTest {

  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]*)\"");
  private static final Pattern CANCEL =
      Pattern.compile("href=\"(/fund/ledger/entries/[0-9a-f-]{36}/cancel)\"");

  private final Fund fund = new Fund();
  private final Visitor officer = Keeping.signedIn(fund.compiler);
  private final int now = FiscalYear.of(JapanTime.today(House.bean(Clock.class))).year();

  @Test
  void an_officer_stores_draws_and_opens_from_each_number_what_stands_behind_it() {
    officer.get("/fund/ledger/new");
    HttpResponse<String> stored = officer.post("/fund/ledger/new", entry("STORED", "９，０００，０００"));
    assertThat(stored.body()).contains("記帳しました", "6,000,000", "3,000,000", "9,000,000");
    ProgrammeYear year = fund.programme(now);
    String address = "/fund/financing/" + year.id();
    assertThat(officer.get("/programmes/years/" + year.id()).body()).contains(address);
    String blank = officer.get(address).body();
    HttpResponse<String> saved =
        officer.post(
            address,
            Map.of(
                "version", first(VERSION, blank),
                "planned0-vintage", "" + now,
                "planned0-category", "II",
                "planned0-fund", "1,500",
                "settled0-vintage", "" + now,
                "settled0-category", "II",
                "settled0-fund", "1,200,000",
                "settled0-national", "900,000",
                "settled0-operators", "30,000"));
    assertThat(saved.body())
        .contains("5件の金額を変えました", "1,000,000", "900,000", "財源が1,500,000円多い")
        .contains("負担割合2/3では800,000円");
    String statement = officer.get("/fund/ledger").body();
    assertThat(statement).contains("1,200,000", "7,800,000");
    String moves = "/fund/ledger/moves?branch=MEDICAL&vintage=" + now + "&category=II";
    assertThat(statement).contains(moves.replace("&", "&amp;"));
    assertThat(officer.get(moves).body()).contains(year.entry().name(), address, "決算");
    assertThat(officer.get("/fund").body()).contains("7,800,000");
  }

  @Test
  void more_than_is_left_is_refused_at_its_row_and_nothing_typed_is_lost() {
    fund.store(now, "II", 1_000_000);
    ProgrammeYear year = fund.programme(now);
    String address = "/fund/financing/" + year.id();
    officer.get(address);
    HttpResponse<String> refused =
        officer.post(
            address,
            Map.of(
                "version", "",
                "settled0-vintage", "" + now,
                "settled0-category", "II",
                "settled0-fund", "1,000,001",
                "reason", "架空の理由"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("② 居宅等における医療の提供に関する事業に残っているのは1,000,000円です", "href=\"#f-settled0-fund\"")
        .contains("1,000,001", "架空の理由");
    Map<String, String> wrong = new HashMap<>();
    wrong.put("version", "");
    wrong.put("planned0-vintage", "");
    wrong.put("planned0-category", "II");
    wrong.put("planned0-fund", "十万");
    wrong.put("planned1-vintage", "" + now);
    wrong.put("planned1-category", "II");
    wrong.put("planned1-fund", "10");
    wrong.put("planned1-national", "11");
    HttpResponse<String> unread = officer.post(address, wrong);
    assertThat(unread.body()).contains("千円の数で書いてください", "選んでください", "国の額は、0から基金の額まで", "十万");
  }

  @Test
  void a_wrong_entry_is_cancelled_with_its_reason() {
    fund.store(now, "IV", 5_000);
    Visitor visitor = officer;
    String cancel = first(CANCEL, visitor.get("/fund/ledger/moves?category=IV").body());
    assertThat(visitor.get(cancel).body()).contains("5,000円");
    HttpResponse<String> missing = visitor.post(cancel, Map.of());
    assertThat(missing.statusCode()).isEqualTo(422);
    assertThat(visitor.post(cancel, Map.of("reason", "桁の誤り")).body()).contains("取り消しを記帳しました");
    assertThat(visitor.get("/fund/ledger/moves").body()).contains("取り消し：桁の誤り", "▲5,000");
    assertThat(visitor.get(cancel).statusCode()).isEqualTo(404);
  }

  @Test
  void what_cannot_be_entered_is_said_at_its_field() {
    officer.get("/fund/ledger/new");
    Map<String, String> typed = entry("INTEREST", "五千");
    typed.put("category", "");
    HttpResponse<String> page = officer.post("/fund/ledger/new", typed);
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("円の整数で入力してください", "選んでください", "五千");
    Map<String, String> returned = entry("RETURNED", "1");
    assertThat(officer.post("/fund/ledger/new", returned).body()).contains("残っているのは0円です");
    Map<String, String> interest = entry("INTEREST", "10");
    interest.put("national", "5");
    assertThat(officer.post("/fund/ledger/new", interest).body()).contains("国の分は、造成のときだけ");
  }

  @Test
  void the_request_is_sent_answered_and_shows_whose_plans_go_beyond_the_answer() {
    ProgrammeYear year = fund.programme(now);
    fund.finance(year, Fund.planned(now, "II", 600_000));
    String address = "/fund/requests/MEDICAL/" + now;
    assertThat(officer.get(address).body()).contains("600", "100.0%");
    assertThat(officer.post(address + "/file", Map.of("note", "架空の提出")).body())
        .contains("第1版として残しました", "架空の提出");
    HttpResponse<String> same = officer.post(address + "/file", Map.of());
    assertThat(same.statusCode()).isEqualTo(422);
    assertThat(same.body()).contains("前の版から何も変わっていません");
    HttpResponse<String> bad =
        officer.post(address + "/allocation", Map.of("allotted-II", "たくさん", "on", "R8.2.30"));
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(bad.body()).contains("千円の数で書いてください", "たくさん");
    HttpResponse<String> answered =
        officer.post(address + "/allocation", Map.of("allotted-II", "450", "on", "R8.7.1"));
    assertThat(answered.body())
        .contains("1件の内示額を記録しました", "75.0%", "予定を150千円減らす必要があります")
        .contains("/fund/financing/" + year.id());
    fund.finance(year, Fund.planned(now, "II", 450_000));
    assertThat(officer.get(address).body()).contains("75.0%").doesNotContain("減らす必要があります");
    assertThat(officer.post(address + "/file", Map.of()).body())
        .contains("第2版", "② 600千円(1件)→450千円(1件)");
  }

  @Test
  void statement_and_request_come_as_excel_with_numbers_as_csv_and_on_paper() {
    fund.store(now, "II", 9_000_000);
    ProgrammeYear year = fund.programme(now);
    fund.finance(year, Fund.planned(now, "II", 549_000));
    String csv = new String(officer.file("/fund/ledger?as=csv").body(), StandardCharsets.UTF_8);
    assertThat(csv).contains("6000000", "3000000", "9000000", "549000", "造成年度");
    assertThat(cells("/fund/ledger?as=xlsx")).contains("9000000", "計");
    String request = "/fund/requests/MEDICAL/" + now;
    assertThat(cells(request + "?as=xlsx")).contains("549", "366", "183", "1");
    for (String paper : List.of("/fund/ledger/paper", request + "/paper")) {
      assertThat(officer.get(paper).headers().firstValue("Content-Type"))
          .hasValue("application/pdf");
    }
  }

  private List<String> cells(String address) {
    return Tables.read(officer.file(address).body(), "架空.xlsx") instanceof TableReading.Rows rows
        ? rows.rows().stream().flatMap(row -> row.cells().stream()).toList()
        : List.of();
  }

  @Test
  void pots_with_too_much_planned_and_old_money_are_pointed_out() {
    fund.store(now - 4, "IV", 1_000);
    fund.store(now - 3, "VI", 1_000);
    fund.store(now, "II", 1_000);
    fund.finance(fund.programme(now), Fund.planned(now, "II", 1_500));
    String hub = officer.get("/fund").body();
    assertThat(hub)
        .contains("④：造成から3年を過ぎて、残額が1,000円あります", "②：予定額1,500円に対し、残額は1,000円です")
        .doesNotContain("⑥：造成から3年");
    assertThat(officer.get("/fund/ledger").body()).contains("古い残額", "不足");
  }

  @Test
  void another_division_reads_everything_and_is_offered_nothing_to_change() {
    fund.store(now, "II", 1_000);
    ProgrammeYear year =
        fund.keeping.add(fund.keeping.list(now, true), 1, fund.keeping.compiling, false);
    Visitor nurse = Keeping.signedIn(fund.nurse);
    assertThat(nurse.get("/fund/ledger").body())
        .contains("1,000")
        .doesNotContain("/fund/ledger/new");
    assertThat(nurse.get("/fund/ledger/new").statusCode()).isEqualTo(404);
    assertThat(nurse.post("/fund/ledger/new", entry("STORED", "1")).statusCode()).isEqualTo(404);
    String request = "/fund/requests/MEDICAL/" + now;
    assertThat(nurse.get(request).body()).doesNotContain("/file\"", "/allocation\"");
    assertThat(nurse.post(request + "/file", Map.of()).statusCode()).isEqualTo(404);
    assertThat(nurse.post(request + "/allocation", Map.of()).statusCode()).isEqualTo(404);
    String address = "/fund/financing/" + year.id();
    assertThat(nurse.get(address).body()).doesNotContain("保存する");
    assertThat(nurse.post(address, Map.of()).statusCode()).isEqualTo(404);
    Visitor city =
        Keeping.signedIn(
            Keeping.officer(Keeping.organization(OrganizationKind.MUNICIPALITY, "架空市"), null));
    for (String page : List.of("/fund/ledger", "/fund/ledger/moves", request, address)) {
      assertThat(city.get(page).statusCode()).as(page).isEqualTo(404);
    }
    assertThat(officer.get("/fund/requests/MEDICAL/1999").statusCode()).isEqualTo(404);
    assertThat(officer.get("/fund/requests/ELSE/2026").statusCode()).isEqualTo(404);
  }

  private Map<String, String> entry(String kind, String yen) {
    Map<String, String> typed = new HashMap<>();
    typed.put("kind", kind);
    typed.put("vintage", "" + now);
    typed.put("category", "II");
    typed.put("year", "" + now);
    typed.put("yen", yen);
    typed.put("national", "");
    return typed;
  }

  private static String first(Pattern pattern, String body) {
    Matcher found = pattern.matcher(body);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(1);
  }
}
