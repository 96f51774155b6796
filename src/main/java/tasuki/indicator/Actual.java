package tasuki.indicator;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.FiscalYear;

/**
 * 実績値: what a series came to.
 *
 * @param year the fiscal year as whose result it stands, also when it was measured years before
 * @param asOf when it was measured; null where nothing was
 * @param value null where there is none
 * @param expected when the next or the final value is expected
 * @param printed as it was printed; empty where it was typed as a number
 * @param baseline whether the plan starts from it
 */
public record Actual(
    @Nullable UUID id,
    FiscalYear year,
    @Nullable AsOf asOf,
    @Nullable BigDecimal value,
    Status status,
    @Nullable AsOf expected,
    String printed,
    @Nullable String source,
    @Nullable String note,
    boolean baseline) {

  /** How much a value can be relied on, or why there is none. */
  public enum Status {
    /** 確定値. */
    FINAL,
    /** 速報値. */
    PROVISIONAL,
    /** 推計値. */
    ESTIMATE,
    /** 未確定: it is expected. */
    PENDING,
    /** 調査なし: nothing was asked for that year. */
    NOT_SURVEYED;

    /** Whether there is a value. */
    public boolean hasValue() {
      return switch (this) {
        case FINAL, PROVISIONAL, ESTIMATE -> true;
        case PENDING, NOT_SURVEYED -> false;
      };
    }
  }

  public Actual {
    if (status.hasValue() != (value != null) || status.hasValue() && asOf == null) {
      throw new IllegalArgumentException(status + " with " + value + " of " + asOf);
    }
  }

  /** Computed from measures on reading. */
  public boolean isAutomatic() {
    return id == null;
  }
}
