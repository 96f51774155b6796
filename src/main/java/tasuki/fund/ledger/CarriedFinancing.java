package tasuki.fund.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import tasuki.audit.AuditLog;
import tasuki.kernel.Ids;
import tasuki.programme.ListRolledOver;
import tasuki.programme.YearId;

/**
 * Lets what is planned to pay for programmes go with them into the next year, in the transaction
 * that takes their list over. New money of the former year is new money again; older stays what it
 * is.
 */
@Component
class CarriedFinancing {

  private static final String CARRIED =
      """
      insert into fund.financing (year, stage, vintage, category, national, prefecture, operators,
        other)
      select pair.new, f.stage, case f.vintage when :former then :next else f.vintage end,
        f.category, f.national, f.prefecture, f.operators, f.other
      from unnest(:oldYears::uuid[], :newYears::uuid[]) as pair (old, new)
      join fund.financing f on f.year = pair.old and f.stage = 'PLANNED'
      """;

  private static final String NOTES =
      """
      insert into fund.financing_change
        (id, year, stage, vintage, category, part, after_yen, at)
      select change.id, f.year, f.stage, f.vintage, f.category, f.part, f.yen, :now
      from (select f.*, part.name as part, part.yen,
          row_number() over (order by f.year, f.vintage, f.category, part.name) as number
        from fund.financing f
        cross join lateral (values ('NATIONAL', f.national), ('PREFECTURE', f.prefecture),
          ('OPERATORS', f.operators), ('OTHER', f.other)) as part (name, yen)
        where f.year = any (:newYears::uuid[]) and part.yen <> 0) f
      join unnest(:changes::uuid[]) with ordinality as change (id, number)
        on change.number = f.number
      """;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;

  CarriedFinancing(JdbcClient jdbc, Ids ids, Clock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void rolledOver(ListRolledOver event) {
    if (!event.budgetToo()) {
      return;
    }
    List<Map.Entry<YearId, YearId>> pairs = List.copyOf(event.years().entrySet());
    Map<String, Object> values = new HashMap<>();
    values.put("oldYears", pairs.stream().map(one -> one.getKey().value()).toArray(UUID[]::new));
    values.put("newYears", pairs.stream().map(one -> one.getValue().value()).toArray(UUID[]::new));
    values.put("former", event.year().previous().year());
    values.put("next", event.year().year());
    int carried = jdbc.sql(CARRIED).params(values).update();
    if (carried > 0) {
      note(carried, values);
      audit.changed(
          "fund.financing-carried",
          event.next().value(),
          List.of(),
          event.year().year() + " (" + carried + ")");
    }
  }

  /** Notes the amounts as if each had been typed. */
  private void note(int rows, Map<String, Object> values) {
    UUID[] changes = new UUID[rows * FinancingPart.values().length];
    Arrays.setAll(changes, _ -> ids.next());
    values.put("changes", changes);
    values.put("now", OffsetDateTime.now(clock));
    jdbc.sql(NOTES).params(values).update();
  }
}
