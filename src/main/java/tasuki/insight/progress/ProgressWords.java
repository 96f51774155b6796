package tasuki.insight.progress;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.goal.OffTrack;
import tasuki.indicator.Verdict;
import tasuki.programme.Figures;
import tasuki.programme.Money;
import tasuki.programme.Totals;

/** Says figures of a year's progress. */
@Component
class ProgressWords {

  private static final int WHOLE = 100;

  /** What programmes sum up to. */
  record SumLine(
      @Nullable String href,
      String label,
      int programmes,
      String planned,
      String available,
      String settled,
      @Nullable String execution,
      Optional<BigDecimal> share) {}

  /** A bar of a chart. */
  record Bar(String label, int percent, String text, boolean strong) {}

  /** A programme of which too little is spent. */
  record LagLine(
      String href, String name, String division, String available, String settled, String share) {}

  private final OffTrack offTrack;

  ProgressWords(OffTrack offTrack) {
    this.offTrack = offTrack;
  }

  static SumLine whole(Progress progress) {
    return line(null, "", progress.whole());
  }

  static List<SumLine> lists(Progress progress) {
    return progress.lists().stream()
        .map(
            one ->
                line(
                    "/programmes/lists/" + one.list().id() + "/figures",
                    one.list().title(),
                    one.total()))
        .toList();
  }

  static List<SumLine> divisions(Progress progress) {
    return progress.divisions().stream().map(one -> line(null, one.label(), one.total())).toList();
  }

  private static SumLine line(@Nullable String href, String label, Totals.Total total) {
    Money money = total.money();
    return new SumLine(
        href,
        label,
        total.programmes(),
        Figures.thousands(money.planned()),
        Figures.thousands(money.available()),
        settled(money),
        money.execution().map(Figures::percent).orElse(null),
        money.execution());
  }

  private static String settled(Money money) {
    Long settled = money.settled();
    return settled == null ? "" : Figures.yen(settled);
  }

  /** Rates of execution from 0 to 100; nothing is drawn of what has none. */
  static List<Bar> bars(List<SumLine> lines) {
    return lines.stream()
        .flatMap(
            one ->
                one.share().stream()
                    .map(
                        share ->
                            new Bar(
                                one.label(),
                                Math.min(WHOLE, share.movePointRight(2).intValue()),
                                Figures.percent(share),
                                false)))
        .toList();
  }

  static LagLine lagging(Totals.Lagging one) {
    return new LagLine(
        "/programmes/years/" + one.id(),
        one.name(),
        one.division(),
        Figures.thousands(one.money().available()),
        settled(one.money()),
        Figures.percent(one.money().execution().orElse(BigDecimal.ZERO)));
  }

  /** How many indicators were judged in which way, as bars against the largest count. */
  List<Bar> verdicts(Progress progress) {
    int most = progress.indicators().counts().values().stream().max(Integer::compare).orElse(0);
    return most == 0
        ? List.of()
        : Arrays.stream(Verdict.Kind.values())
            .map(
                kind -> {
                  int count = progress.indicators().counts().getOrDefault(kind, 0);
                  return new Bar(
                      offTrack.mark(kind).text(),
                      count * WHOLE / most,
                      "" + count,
                      kind == Verdict.Kind.MISSED);
                })
            .toList();
  }

  /** How a verdict is called. */
  String verdict(Verdict.Kind kind) {
    return offTrack.mark(kind).text();
  }
}
