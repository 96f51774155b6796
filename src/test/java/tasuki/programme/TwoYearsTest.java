package tasuki.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;

/** A list beside that of the year before: who went on, who is new, who ended, and the sums. */
class TwoYearsTest {

  private final Keeping keeping = new Keeping();
  private final Programmes programmes = House.bean(Programmes.class);
  private final Edition former = keeping.list(2025, true);
  private final ProgrammeYear goingOn = keeping.add(former, 1, keeping.nursing, true);
  private final ProgrammeYear ending = keeping.add(former, 2, keeping.compiling, true);

  @Test
  void a_programme_is_known_by_itself_and_not_by_its_name_and_stands_where_it_stands_now() {
    Edition edition = rollOver();
    ProgrammeYear now = only(edition);
    rename(now, "名前の変わった事業", 1);
    ProgrammeYear added = keeping.add(edition, 2, keeping.compiling, false);
    rename(added, ending.entry().name(), 0);
    TwoYears years = years(edition);

    assertThat(rows(years))
        .containsExactly(
            "(1) 退院支援: NEW 架空の事業2, - 0",
            "(1) 退院支援: ENDED 架空の事業2, 1122000 -",
            "(2) 日常の療養支援: CONTINUED 名前の変わった事業, 549000 549000",
            "(2) 日常の療養支援: CONTINUED 架空の事業1 再掲, 549000 -",
            "(2) 日常の療養支援: ENDED 架空の事業2 再掲, 1122000 -");
  }

  @Test
  void the_sums_of_either_year_are_those_of_its_own_list() {
    Edition edition = rollOver();
    rename(only(edition), "名前の変わった事業", 1);
    TwoYears years = years(edition);
    Report before = report(former);
    assertThat(years.before().gross()).isEqualTo(before.gross());
    assertThat(years.before().reposted()).isEqualTo(before.reposted());
    assertThat(years.before().net()).isEqualTo(before.net());
    assertThat(before.net().money().planned()).isEqualTo(1_671_000);
    assertThat(before.gross().money().planned()).isEqualTo(2 * 1_671_000);
    Report now = report(edition);
    assertThat(years.now().gross()).isEqualTo(now.gross());
    assertThat(years.now().net()).isEqualTo(now.net());
    assertThat(
            years.lines().stream()
                .filter(TwoYears.Head.class::isInstance)
                .mapToLong(line -> ((TwoYears.Head) line).before().money().planned())
                .sum())
        .as("the headings together")
        .isEqualTo(before.gross().money().planned());
  }

  @Test
  void what_ended_stays_under_a_heading_that_only_the_former_year_has() {
    Edition edition = rollOver();
    YearEntry entry = keeping.entry(former, 3, keeping.compiling, false, List.of());
    YearEntry other = keeping.entry(former, 4, keeping.compiling, false, List.of());
    House.as(
        keeping.compiler,
        () -> {
          Editions editions = House.bean(Editions.class);
          HeadingId extra = new HeadingId(UUID.randomUUID());
          HeadingId below = new HeadingId(UUID.randomUUID());
          Heading first = editions.headings(former.id()).getFirst();
          editions.addHeadings(
              former.id(),
              List.of(
                  new Editions.NewHeading(extra, null, "(3)", "看取り"),
                  new Editions.NewHeading(below, first.id(), "ア", "入院の前")));
          programmes.add(former, as(entry, entry.name(), extra));
          programmes.add(former, as(other, other.name(), below));
          return null;
        });
    assertThat(rows(years(edition)))
        .containsSubsequence(
            "(1) 退院支援: ENDED 架空の事業2, 1122000 -",
            "ア 入院の前: ENDED 架空の事業4, 0 -",
            "(2) 日常の療養支援: CONTINUED 架空の事業1 再掲, 549000 549000",
            "(3) 看取り: ENDED 架空の事業3, 0 -");
  }

  @Test
  void the_page_the_table_and_the_paper_show_both_years() {
    Edition edition = rollOver();
    House.as(
        keeping.compiler,
        () ->
            House.bean(Amounts.class)
                .set(goingOn, List.of(Keeping.settled(goingOn, 13, 450_000)), "架空"));
    keeping.plan(only(edition), 500_000);
    Visitor officer = Keeping.signedIn(keeping.nurse);
    String address = "/programmes/lists/" + edition.id();
    assertThat(officer.get(address).body()).contains(address + "/two-years");
    assertThat(officer.get(address + "/two-years").body())
        .contains("令和7年度", "令和8年度", "継続", "終了", "450,000", "82.0%", "▲49", "▲1,122", "純合計")
        .contains("2件→1件");
    assertThat(officer.get(address + "/two-years?as=csv").body())
        .contains("令和7年度 事業費(千円)", "549,450000,0.820,500,,-49", "1122,,,,,-1122")
        .contains("(A)-(B),純合計,,1671,450000,0.269,500,,-1171");
    HttpResponse<String> paper = officer.get(address + "/two-years/paper");
    assertThat(paper.headers().firstValue("Content-Type")).hasValue("application/pdf");
  }

  @Test
  void without_a_list_of_the_year_before_the_page_says_so() {
    Visitor officer = Keeping.signedIn(keeping.nurse);
    String address = "/programmes/lists/" + former.id() + "/two-years";
    assertThat(officer.get(address).body()).contains("令和6年度の一覧がありません");
    assertThat(officer.get(address + "?as=xlsx").statusCode()).isEqualTo(404);
    assertThat(officer.get(address + "/paper").statusCode()).isEqualTo(404);
  }

  /** The list of the next year, into which only the first programme goes on. */
  private Edition rollOver() {
    keeping.plan(goingOn, 549_000);
    keeping.plan(ending, 1_122_000);
    return House.as(
        keeping.compiler,
        () ->
            House.bean(Editions.class)
                .get(
                    House.bean(Rollover.class)
                        .next(former, "令和8年度架空", Set.of(goingOn.id()), true)));
  }

  private ProgrammeYear only(Edition edition) {
    return House.as(keeping.compiler, () -> programmes.of(edition.id())).getFirst();
  }

  /** Calls it otherwise and lets it stand under one heading only. */
  private void rename(ProgrammeYear year, String name, int heading) {
    House.as(
        keeping.compiler,
        () -> {
          HeadingId place = House.bean(Editions.class).headings(year.edition()).get(heading).id();
          programmes.change(year.id(), as(year.entry(), name, place), year.version());
          return null;
        });
  }

  /** The same of another name, under that heading only. */
  private static YearEntry as(YearEntry entry, String name, HeadingId heading) {
    return new YearEntry(
        entry.number(),
        name,
        entry.purpose(),
        entry.content(),
        entry.execution(),
        entry.standing(),
        entry.firstYear(),
        entry.lastYear(),
        entry.division(),
        entry.divisionWords(),
        entry.area(),
        entry.remark(),
        List.of(new Placement(heading, 10, false, null)),
        entry.funding(),
        entry.operators());
  }

  private TwoYears years(Edition edition) {
    return TwoYears.of(report(former), report(edition));
  }

  private Report report(Edition edition) {
    return House.as(keeping.compiler, () -> House.bean(ListPages.class).report(edition));
  }

  private static List<String> rows(TwoYears years) {
    String[] heading = {""};
    return years.lines().stream()
        .map(
            line ->
                switch (line) {
                  case TwoYears.Head head -> {
                    heading[0] = head.heading().words();
                    yield "";
                  }
                  case TwoYears.Row row ->
                      "%s: %s %s%s, %s %s"
                          .formatted(
                              heading[0],
                              row.standing(),
                              row.latest().year().entry().name(),
                              row.latest().placement().repost() ? " 再掲" : "",
                              planned(row.before()),
                              planned(row.now()));
                })
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toList());
  }

  private static String planned(Report.@Nullable Row row) {
    return row == null ? "-" : Long.toString(row.year().money().planned());
  }
}
