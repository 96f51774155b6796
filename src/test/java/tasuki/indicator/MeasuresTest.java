package tasuki.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import tasuki.House;
import tasuki.area.AreaId;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.kernel.Actor;

/**
 * An instrument that nobody has heard of counts, and its counts are summed for areas of any kind.
 */
class MeasuresTest {

  private static final MeasureId ID = new MeasureId("umbrella.lent");
  private static final YearMonth JUNE = YearMonth.of(2026, 6);

  /** Lends umbrellas; knows no other room. */
  private static class Umbrellas implements MeasureSource {
    private final List<YearMonth> counted = new ArrayList<>();
    private final List<MeasureRow> rows;

    Umbrellas(List<MeasureRow> rows) {
      this.rows = rows;
    }

    @Override
    public String source() {
      return "umbrella";
    }

    @Override
    public Collection<MeasureDefinition> measures() {
      return List.of(
          new MeasureDefinition(
              ID, "傘", "Umbrellas", "本", MeasureDefinition.Kind.EVENT, Set.of("colour")));
    }

    @Override
    public Map<MeasureId, List<MeasureRow>> count(YearMonth month) {
      counted.add(month);
      return Map.of(ID, rows);
    }
  }

  private static Recount recount(MeasureSource source) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("source", source);
    ObjectProvider<MeasureSource> sources = beans.getBeanProvider(MeasureSource.class);
    return new Recount(
        House.bean(JdbcClient.class),
        House.bean(Measures.class),
        sources,
        House.bean(PlatformTransactionManager.class));
  }

  private static AreaId area(AreaKind kind, LocalDate since, String... units) {
    return House.as(
        Actor.NOBODY,
        () ->
            House.bean(Areas.class)
                .found(kind, "U" + UUID.randomUUID(), "傘区域", "Umbrella", since, List.of(units)));
  }

  private static String unit(String code) {
    House.as(
        Actor.NOBODY,
        () -> {
          House.bean(Areas.class)
              .add(
                  new BaseUnit(code, BaseUnit.Kind.TOWN, code, null, "傘町", "カサマチ", "Umbrella"),
                  LocalDate.of(2000, 4, 1));
          return code;
        });
    return code;
  }

  private static List<MeasureSum> of(AreaId area, LocalDate date, Set<String> by) {
    return House.as(
        Actor.NOBODY, () -> House.bean(Measures.class).of(ID, area, date, JUNE, JUNE, by));
  }

  @Test
  void only_marked_months_are_counted_and_summed_for_any_area_on_the_date() {
    String east = unit("umbrella-east");
    String west = unit("umbrella-west");
    Umbrellas umbrellas =
        new Umbrellas(
            List.of(
                new MeasureRow(east, Map.of("colour", "red", "size", "S"), 2, 5),
                new MeasureRow(east, Map.of("colour", "red", "size", "L"), 1, 1),
                new MeasureRow(west, Map.of("colour", "blue"), 4, 4),
                new MeasureRow("", Map.of("colour", "red"), 0, 7)));
    Recount recount = recount(umbrellas);
    mark("umbrella", JUNE);
    mark("umbrella", JUNE);
    recount.recount();
    recount.recount();
    assertThat(umbrellas.counted).containsExactly(JUNE);
    LocalDate since = LocalDate.of(2020, 4, 1);
    AreaId both = area(AreaKind.HOME_CARE_AREA, since, east, west);
    AreaId alone = area(AreaKind.LIVING_AREA, since, east);
    assertThat(of(both, since, Set.of())).containsExactly(new MeasureSum(JUNE, Map.of(), 7, 10));
    assertThat(of(alone, since, Set.of("colour")))
        .containsExactly(new MeasureSum(JUNE, Map.of("colour", "red"), 3, 6));
    assertThat(of(both, since.minusDays(1), Set.of())).isEmpty();
    List<MeasureSum> everything =
        House.as(
            Actor.NOBODY,
            () -> House.bean(Measures.class).of(ID, null, since, JUNE, JUNE, Set.of("colour")));
    assertThat(everything)
        .containsExactly(
            new MeasureSum(JUNE, Map.of("colour", "blue"), 4, 4),
            new MeasureSum(JUNE, Map.of("colour", "red"), 3, 13));
  }

  private static void mark(String source, YearMonth month) {
    House.as(
        new Actor.Member(UUID.randomUUID(), UUID.randomUUID(), Actor.Sight.CARE),
        () -> {
          House.bean(Measures.class).changed(source, List.of(month));
          return true;
        });
  }

  @Test
  void two_nodes_at_once_count_a_month_once() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Umbrellas slow =
        new Umbrellas(List.of()) {
          @Override
          public String source() {
            return "slow-umbrella";
          }

          @Override
          public Map<MeasureId, List<MeasureRow>> count(YearMonth month) {
            inside.countDown();
            try {
              go.await();
            } catch (InterruptedException stopped) {
              throw new IllegalStateException(stopped);
            }
            return super.count(month);
          }
        };
    mark("slow-umbrella", JUNE);
    try (ExecutorService nodes = Executors.newFixedThreadPool(1)) {
      Future<?> one = nodes.submit(() -> recount(slow).recount());
      inside.await();
      recount(slow).recount();
      assertThat(slow.counted).isEmpty();
      go.countDown();
      one.get();
    }
    assertThat(slow.counted).containsExactly(JUNE);
  }

  @Test
  void a_month_that_cannot_be_counted_stays_marked() {
    Umbrellas broken =
        new Umbrellas(List.of()) {
          @Override
          public String source() {
            return "broken-umbrella";
          }

          @Override
          public Map<MeasureId, List<MeasureRow>> count(YearMonth month) {
            super.count(month);
            throw new IllegalStateException("no rain");
          }
        };
    mark("broken-umbrella", JUNE);
    recount(broken).recount();
    recount(broken).recount();
    assertThat(broken.counted).hasSize(2);
    House.as(
        new Actor.Job("test"),
        () ->
            House.bean(JdbcClient.class)
                .sql("delete from indicator.mark where source = 'broken-umbrella'")
                .update());
  }

  @Test
  void a_mark_belongs_to_the_transaction_of_the_change_and_only_jobs_write_counts() {
    assertThatThrownBy(() -> House.bean(Measures.class).changed("umbrella", List.of(JUNE)))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThatThrownBy(
            () ->
                House.as(
                    Actor.NOBODY,
                    () -> {
                      House.bean(Measures.class)
                          .replace(ID, JUNE, List.of(new MeasureRow("x", Map.of(), 1, 1)));
                      return true;
                    }))
        .isInstanceOf(DataAccessException.class);
  }
}
