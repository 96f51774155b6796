package tasuki.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;

/** A printed list that was taken over is undone as a whole, or it is said why not. */
class UndoneListTest {

  private static final Pattern LIST = Pattern.compile("/programmes/lists/([0-9a-f-]{36})");
  private static final Pattern DRAFT = Pattern.compile("/programmes/imports/([0-9a-f-]{36})");
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String FIRST =
      """
      令和8年度架空の一覧
      区分\t事業名\t担当\t財源\t事業費(千円)
      (1)退院支援
      \t架空の調整事業\t架空看護室\t①\t549
      (2)看取り
      \t架空の看取り事業\t架空看護室\t①\t1,122
      """;
  private static final String SECOND =
      """
      令和8年度架空の一覧
      区分\t事業名\t担当\t財源\t事業費(千円)
      (1)退院支援
      \t架空の調整事業\t架空看護室\t②\t600
      (2)看取り
      \t架空の看取り事業\t架空看護室\t①\t1,122
      (3)研修
      \t架空の研修事業\t架空看護室\t①\t300
      """;

  private final Keeping keeping = new Keeping();
  private final Visitor officer = Keeping.signedIn(keeping.compiler);
  private final String name = "架空の取込一覧" + NUMBER.incrementAndGet();
  private final String draft = bring(FIRST);
  private final Edition edition = take(draft, null);

  @Test
  void nothing_of_it_is_left_and_it_can_be_taken_again() {
    assertThat(officer.get(draft).body()).contains("取込を取り消す");
    UUID year = only("架空の調整事業").id().value();
    HttpResponse<String> undone = undo(draft);
    assertThat(undone.body())
        .contains("取込を取り消しました。2件の事業を元に戻しました", "行を取り込む")
        .doesNotContain("取込を取り消す");
    assertThat(officer.get("/programmes/lists/" + edition.id()).statusCode()).isEqualTo(404);
    assertThat(officer.get("/programmes").body()).doesNotContain(name);
    for (String left :
        List.of(
            "select count(*) from programme.series where id = '" + edition.series().id() + "'",
            "select count(*) from programme.heading where edition = '" + edition.id() + "'",
            "select count(*) from programme.programme where series = '%s'"
                .formatted(edition.series().id()),
            "select count(*) from programme.amount_change where year = '" + year + "'")) {
      assertThat(count(left)).as(left).isZero();
    }
    assertThat(
            count(
                "select count(*) from audit.entry where what = 'programme.list-undone' and subject = '%s'"
                    .formatted(edition.id())))
        .isEqualTo(1);
    assertThat(undo(draft).body()).contains("取り込んでいないので");
    Edition again = take(draft, null);
    assertThat(programmes(again)).hasSize(2);
  }

  @Test
  void what_a_later_list_changed_is_as_it_was_and_what_it_added_is_gone() {
    List<ProgrammeYear> before = programmes(edition);
    String later = bring(SECOND);
    take(later, edition);
    assertThat(programmes(edition)).hasSize(3);
    assertThat(undo(draft).body()).contains("そのあとに、同じ年度の一覧がもう一度取り込まれています");
    assertThat(undo(later).body()).contains("2件の事業を元に戻しました");
    List<ProgrammeYear> after = programmes(edition);
    assertThat(after).extracting(ProgrammeYear::entry).isEqualTo(entries(before));
    assertThat(after).extracting(ProgrammeYear::money).isEqualTo(money(before));
    assertThat(
            House.as(
                keeping.compiler, () -> House.bean(Editions.class).headings(edition.id()).size()))
        .isEqualTo(2);
    assertThat(undo(draft).body())
        .as("as it was left, so that it can be undone too")
        .contains("2件の事業を元に戻しました");
    assertThat(officer.get("/programmes/lists/" + edition.id()).statusCode()).isEqualTo(404);
  }

  @Test
  void it_stays_once_somebody_changed_one_of_its_programmes() {
    keeping.plan(only("架空の調整事業"), 700_000);
    assertThat(undo(draft).body()).contains("取り込んだあとに変えられた事業が1件あるので、取り消せません。「架空の調整事業」", "取込を取り消す");
    assertThat(programmes(edition)).hasSize(2);
  }

  @Test
  void it_stays_once_a_programme_went_on_into_the_next_year() {
    ProgrammeYear year = only("架空の看取り事業");
    House.as(
        keeping.compiler,
        () -> House.bean(Rollover.class).next(edition, "令和9年度架空", Set.of(year.id()), true));
    assertThat(undo(draft).body()).contains("引き継がれた事業が1件", "架空の看取り事業");
    assertThat(programmes(edition)).hasSize(2);
  }

  @Test
  void it_stays_while_it_is_published() {
    House.as(
        keeping.compiler,
        () -> {
          House.bean(Editions.class).publish(edition.id(), true);
          return null;
        });
    assertThat(undo(draft).body()).contains("この一覧は公開されています");
    assertThat(programmes(edition)).hasSize(2);
  }

  @Test
  void it_stays_once_the_fund_pays_for_one_of_its_programmes() {
    TestDatabase.asOwner()
        .sql(
            """
            insert into fund.financing (year, organization, stage, vintage, category, national,
              prefecture, operators, other)
            values (?, ?, 'PLANNED', 2026, 'II', 366000, 183000, 0, 0)
            """)
        .params(only("架空の調整事業").id().value(), keeping.prefecture.value())
        .update();
    assertThat(undo(draft).body()).contains("「架空の調整事業」は、基金の財源");
    assertThat(programmes(edition)).hasSize(2);
    assertThat(only("架空の調整事業").money().planned()).isEqualTo(549_000);
  }

  @Test
  void nobody_but_who_compiles_undoes_it_and_what_others_added_stays() {
    Visitor nurse = Keeping.signedIn(keeping.nurse);
    nurse.get("/programmes");
    assertThat(nurse.post(draft + "/undo", Map.of()).statusCode()).isEqualTo(404);
    ProgrammeYear own = keeping.add(edition, 7, keeping.nursing, false);
    assertThat(undo(draft).body()).contains("2件の事業を元に戻しました");
    assertThat(programmes(edition)).extracting(ProgrammeYear::id).containsExactly(own.id());
  }

  private HttpResponse<String> undo(String address) {
    return officer.post(address + "/undo", Map.of());
  }

  private String bring(String text) {
    officer.get("/programmes/imports");
    HttpResponse<String> page = officer.post("/programmes/imports", Map.of("text", text));
    Matcher found = DRAFT.matcher(page.uri().getPath());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group();
  }

  private Edition take(String address, @Nullable Edition known) {
    Map<String, String> target = new HashMap<>();
    target.put("name", name);
    target.put("year", "2026");
    target.put("title", "令和8年度" + name);
    target.put("division", keeping.compiling.toString());
    if (known != null) {
      target.put("series", known.series().id().toString());
    }
    HttpResponse<String> page = officer.post(address + "/take", target);
    Matcher found = LIST.matcher(page.uri().getPath());
    assertThat(found.find()).as(page.body()).isTrue();
    EditionId id = new EditionId(UUID.fromString(found.group(1)));
    return House.as(keeping.compiler, () -> House.bean(Editions.class).get(id));
  }

  private List<ProgrammeYear> programmes(Edition of) {
    return House.as(keeping.compiler, () -> House.bean(Programmes.class).of(of.id()));
  }

  private ProgrammeYear only(String called) {
    return programmes(edition).stream()
        .filter(one -> one.entry().name().equals(called))
        .findFirst()
        .orElseThrow();
  }

  private static List<YearEntry> entries(List<ProgrammeYear> years) {
    return years.stream().map(ProgrammeYear::entry).toList();
  }

  private static List<Money> money(List<ProgrammeYear> years) {
    return years.stream().map(ProgrammeYear::money).toList();
  }

  private static long count(String sql) {
    return TestDatabase.asOwner().sql(sql).query(Long.class).single();
  }
}
