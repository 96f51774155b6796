package tasuki.fund.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.SharedData;
import tasuki.fund.Branch;
import tasuki.fund.Categories;
import tasuki.fund.Category;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.programme.Edition;
import tasuki.programme.Figures;
import tasuki.programme.ProgrammeYear;

/** What is asked of the state, as a prefecture printed it, and what its answer means. */
class RequestTest {

  /** A line of the printed table. */
  private record Printed(String mark, long thousands, int programmes, String percent) {}

  private static final Pattern LINE =
      Pattern.compile("区分(\\S+)\\s+([\\d,]+)\\s+\\((\\d+)\\)\\s+([\\d.]+)%");
  private static final Pattern TOTAL =
      Pattern.compile("\\t計\\s+([\\d,]+)\\s+\\((\\d+)\\)\\s+([\\d.]+)%");
  private static final long THOUSAND = 1_000;

  private final Fund fund = new Fund();
  private final Requests requests = House.bean(Requests.class);
  private final Allocations allocations = House.bean(Allocations.class);

  /** Every printed share is the computed one rounded half up, and they add up to 100.0. */
  @Test
  void the_printed_request_of_a_prefecture_is_computed_from_its_programmes() {
    String source = SharedData.reference("003_kumamoto_fund.txt");
    List<Printed> printed = printed(source);
    assertThat(printed).hasSize(5);
    Edition edition = fund.keeping.list(2025, true);
    int number = 1;
    for (Printed line : printed) {
      number = plan(edition, line, number);
    }
    RequestTable table = computed(2025);
    assertThat(table.lines())
        .extracting(
            one ->
                new Printed(
                    one.category().mark(),
                    one.fund() / THOUSAND,
                    one.programmes(),
                    share(table, one.fund())))
        .containsExactlyElementsOf(printed);
    Matcher total = TOTAL.matcher(source);
    assertThat(total.find()).isTrue();
    assertThat(table.fund() / THOUSAND).isEqualTo(number(total.group(1)));
    assertThat(table.programmes()).isEqualTo(Integer.parseInt(total.group(2)));
    assertThat(share(table, table.fund())).isEqualTo(total.group(3));
    assertThat(
            printed.stream()
                .map(one -> new BigDecimal(one.percent()))
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(total.group(3));
  }

  private static List<Printed> printed(String source) {
    return LINE.matcher(source)
        .results()
        .map(
            one ->
                new Printed(
                    one.group(1),
                    number(one.group(2)),
                    Integer.parseInt(one.group(3)),
                    one.group(4)))
        .toList();
  }

  /** As many programmes as the line has, which together ask for its amount. */
  private int plan(Edition edition, Printed line, int first) {
    String code =
        House.as(
                fund.nurse,
                () ->
                    House.bean(Categories.class).all().stream()
                        .filter(one -> one.mark().equals(line.mark()))
                        .findFirst()
                        .orElseThrow())
            .code();
    long left = line.thousands();
    for (int at = 0; at < line.programmes(); at++) {
      long part = at == line.programmes() - 1 ? left : line.thousands() / (line.programmes() + at);
      left -= part;
      ProgrammeYear year = fund.keeping.add(edition, first + at, fund.keeping.nursing, false);
      fund.finance(year, Fund.planned(2025, code, part * THOUSAND));
    }
    return first + line.programmes();
  }

  private static long number(String printed) {
    return Long.parseLong(printed.replace(",", ""));
  }

  private static String share(RequestTable table, long yen) {
    return table.share(yen).map(Figures::percent).orElse("");
  }

  private RequestTable computed(int year) {
    return House.as(fund.nurse, () -> requests.computed(Branch.MEDICAL, Fund.year(year)));
  }

  @Test
  void only_money_of_the_year_is_asked_for_but_the_whole_cost_stands_beside_it() {
    ProgrammeYear year = fund.programme(2025);
    fund.finance(
        year,
        Fund.planned(2022, "II", 100),
        Financing.shared(Stage.PLANNED, Fund.year(2025), Fund.category("II"), 600, 250, 50),
        Fund.settled(2022, "IV", 0));
    RequestTable.Line line = computed(2025).of(Fund.category("II")).orElseThrow();
    assertThat(line.fund()).isEqualTo(600);
    assertThat(line.national()).isEqualTo(400);
    assertThat(line.cost()).isEqualTo(1_000);
    assertThat(line.programmes()).isEqualTo(1);
    assertThat(computed(2024).fund()).isZero();
    assertThat(computed(2024).share(0)).as("of nothing there is no part").isEmpty();
  }

  @Test
  void each_version_that_was_sent_stays_as_it_was() {
    ProgrammeYear year = fund.programme(2025);
    assertThatThrownBy(() -> file(2025)).hasMessageContaining("nothing");
    fund.finance(year, Fund.planned(2025, "II", 3_000));
    assertThat(file(2025)).isEqualTo(1);
    assertThatThrownBy(() -> file(2025))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("unchanged");
    fund.finance(year, Fund.planned(2025, "II", 6_000));
    assertThat(file(2025)).isEqualTo(2);
    List<Filed> filed = House.as(fund.nurse, () -> requests.filed(Branch.MEDICAL, Fund.year(2025)));
    assertThat(filed).extracting(one -> one.table().fund()).containsExactly(6_000L, 3_000L);
    assertThat(filed.getFirst().account()).isEqualTo(fund.compiler.account());
    assertThatThrownBy(
            () -> House.as(fund.nurse, () -> requests.file(Branch.MEDICAL, Fund.year(2025), null)))
        .isInstanceOf(AbsentException.class);
  }

  private int file(int year) {
    return House.as(fund.compiler, () -> requests.file(Branch.MEDICAL, Fund.year(year), "架空の提出"));
  }

  @Test
  void what_the_state_said_last_counts_and_what_it_said_before_stays() {
    LocalDate may = LocalDate.of(2025, 5, 30);
    assertThat(say(5_000, may)).isEqualTo(1);
    assertThat(say(5_000, may)).as("the same again").isZero();
    assertThat(say(4_000, may.plusMonths(1))).isEqualTo(1);
    assertThat(House.as(fund.nurse, () -> allocations.of(Fund.year(2025))).get("II"))
        .satisfies(one -> assertThat(one.yen()).isEqualTo(4_000));
    List<Allocation> all =
        House.as(fund.nurse, () -> new ArrayList<>(allocations.history(Fund.year(2025))));
    assertThat(all).extracting(Allocation::yen).containsExactly(4_000L, 5_000L);
    assertThatThrownBy(() -> say(-1, may)).isInstanceOf(RefusedException.class);
  }

  private int say(long yen, LocalDate on) {
    Map<Category, Long> said = Map.of(Fund.category("II"), yen);
    return House.as(fund.compiler, () -> allocations.say(Fund.year(2025), said, on));
  }
}
