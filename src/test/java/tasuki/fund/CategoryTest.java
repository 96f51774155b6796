package tasuki.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import tasuki.calendar.FiscalYear;

/** How an amount of the fund is parted between state and prefecture. */
class CategoryTest {

  @Property
  void the_state_pays_its_part_rounded_down_and_never_more(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long yen,
      @ForAll @IntRange(min = 1, max = 10) int whole,
      @ForAll @IntRange(min = 1, max = 10) int part) {
    Category category = category(Math.min(part, whole), whole);
    BigDecimal exact = BigDecimal.valueOf(yen).multiply(BigDecimal.valueOf(category.national()));
    BigDecimal paid =
        BigDecimal.valueOf(category.nationalOf(yen)).multiply(BigDecimal.valueOf(whole));
    long unit = yen % 1_000 == 0 ? 1_000 : 1;
    assertThat(exact.subtract(paid)).isNotNegative();
    assertThat(exact.subtract(paid)).isLessThan(BigDecimal.valueOf(unit * whole));
  }

  @Property
  void full_thousands_are_parted_in_full_thousands(
      @ForAll @LongRange(min = 0, max = 1_000_000_000L) long thousands) {
    long national = category(2, 3).nationalOf(thousands * 1_000);
    assertThat(national % 1_000).isZero();
    assertThat(national / 1_000).isEqualTo(thousands * 2 / 3);
  }

  private static Category category(int national, int ofWhole) {
    return new Category(
        "II", Branch.MEDICAL, "②", "架空", "Sample", national, ofWhole, new FiscalYear(2014));
  }
}
