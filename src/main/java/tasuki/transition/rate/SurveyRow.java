package tasuki.transition.rate;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What offices of an area answered for a month. */
record SurveyRow(Key key, @Nullable Long asked, @Nullable Long answered, long all, long done) {

  /** Which figure it is; a later import with the same key takes the place of an earlier one. */
  record Key(String survey, YearMonth month, Rate rate, UUID area, RateQuery.Group group) {}
}
