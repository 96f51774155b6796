package tasuki.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.practice.AreaType;
import tasuki.practice.BudgetYear;
import tasuki.practice.Content;
import tasuki.practice.Figure;
import tasuki.practice.Funding;
import tasuki.practice.Instrument;
import tasuki.practice.Practice;
import tasuki.practice.Practices;

/** The prefecture of the sample has written two cases of its own: one is published, one a draft. */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
@Transactional(propagation = Propagation.MANDATORY)
class SamplePractices {

  private final Practices practices;
  private final SampleClock clock;

  SamplePractices(Practices practices, SampleClock clock) {
    this.practices = practices;
    this.clock = clock;
  }

  /** Writes both. */
  void write() {
    Practice published = practices.add(bedRota());
    practices.publish(published.code(), published.version());
    practices.add(draft());
  }

  private Content bedRota() {
    int year = FiscalYear.of(JapanTime.today(clock)).year() - 1;
    return new Content(
        "長野県",
        "架空の後方支援病床当番事業",
        "Imaginary rota of backup beds",
        null,
        List.of("架空の郡市医師会"),
        "郡市医師会",
        AreaType.MEDICAL_ASSOCIATION_DISTRICT,
        "在宅で療養する人の急変時に、当番の病院が必ず1床を空けて受け入れる。",
        List.of("病院の当番表を月ごとに決める", "かかりつけ医からの依頼を1本の電話で受ける", "受け入れまでの時間を測る"),
        Set.of(Instrument.ROTA, Instrument.GRANT, Instrument.INDICATOR),
        List.of("1日1床、14日まで"),
        List.of(
            new BudgetYear(year - 1, 4_200_000L, 3_950_000L, Funding.FUND, null),
            new BudgetYear(year, 4_800_000L, null, Funding.FUND, null)),
        List.of(
            new Figure(
                "受け入れた件数",
                "架空の3地区",
                year - 1 + "年度",
                new BigDecimal("38"),
                "件",
                Figure.Kind.ACTUAL,
                null),
            new Figure(
                "受け入れた件数",
                "架空の3地区",
                year + "年度",
                new BigDecimal("60"),
                "件",
                Figure.Kind.TARGET,
                null)),
        List.of("夜間の看護師の確保"),
        List.of("空床の確保を診療報酬で評価してほしい"),
        List.of("病院", "かかりつけ医"),
        List.of(),
        "架空の事例です。",
        List.of());
  }

  private static Content draft() {
    return new Content(
        "長野県",
        "架空の退院前カンファレンス推進事業",
        null,
        null,
        List.of(),
        null,
        null,
        "",
        List.of("退院前の会議をオンラインで開く"),
        Set.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of());
  }
}
