package tasuki.insight.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PeopleTableTest {

  @Test
  void the_years_shown_are_the_last_known_one_and_projections_ten_years_apart() {
    Set<Integer> known = new TreeSet<>(Set.of(2020, 2024, 2025, 2030, 2035, 2040, 2045, 2050));
    assertThat(PeopleTable.years(known, 2026)).containsExactly(2025, 2030, 2040, 2050);
    assertThat(PeopleTable.years(known, 2025)).containsExactly(2025, 2030, 2040, 2050);
    assertThat(PeopleTable.years(known, 2019)).startsWith(2020);
    assertThat(PeopleTable.years(Set.of(), 2026)).isEmpty();
  }

  @Test
  void people_for_each_provider_are_whole_people_and_nobody_divides_by_nothing() {
    assertThat(PeopleTable.each(1000, 3)).isEqualTo(BigDecimal.valueOf(333));
    assertThat(PeopleTable.each(1001, 2)).isEqualTo(BigDecimal.valueOf(501));
    assertThat(PeopleTable.each(0, 2)).isEqualTo(BigDecimal.ZERO);
    assertThat(PeopleTable.each(1000, 0)).isNull();
  }
}
