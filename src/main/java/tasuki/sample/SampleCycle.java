package tasuki.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tasuki.calendar.FiscalYear;
import tasuki.directory.OrganizationId;
import tasuki.fund.Branch;
import tasuki.fund.planning.EvaluationEntry;
import tasuki.fund.planning.EvaluationEntry.Achieved;
import tasuki.fund.planning.Evaluations;
import tasuki.fund.planning.Opinions;
import tasuki.fund.planning.PlanId;
import tasuki.fund.planning.PlanTexts;
import tasuki.fund.planning.Plans;
import tasuki.fund.planning.Sheet;
import tasuki.fund.planning.SheetEntry;
import tasuki.fund.planning.Sheets;
import tasuki.fund.planning.Stakeholder;
import tasuki.fund.proposing.CallEntry;
import tasuki.fund.proposing.Calls;
import tasuki.fund.proposing.Handling;
import tasuki.fund.proposing.ProposalEntry;
import tasuki.fund.proposing.ProposalEntry.Cost;
import tasuki.fund.proposing.ProposalEntry.Outcome;
import tasuki.fund.proposing.ProposalEntry.Output;
import tasuki.fund.proposing.ProposalId;
import tasuki.fund.proposing.Proposals;
import tasuki.fund.proposing.Standard;
import tasuki.fund.schedule.Schedules;
import tasuki.fund.schedule.Step;
import tasuki.identity.Duty;
import tasuki.indicator.Goals;
import tasuki.indicator.Indicators;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.programme.Editions;
import tasuki.programme.Series;

/** The fund's year of the sample: a call with proposals on their way, and two plans. */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
class SampleCycle {

  private static final long THOUSAND = 1_000;

  private final SampleKeys keys;
  private final SampleParts parts;
  private final Editions editions;
  private final Calls calls;
  private final Proposals proposals;
  private final Handling handling;
  private final Plans plans;
  private final Sheets sheets;
  private final Opinions opinions;
  private final Evaluations evaluations;
  private final Schedules schedules;
  private final Indicators indicators;
  private final Goals goals;

  SampleCycle(
      SampleKeys keys,
      SampleParts parts,
      Editions editions,
      Calls calls,
      Proposals proposals,
      Handling handling,
      Plans plans,
      Sheets sheets,
      Opinions opinions,
      Evaluations evaluations,
      Schedules schedules,
      Indicators indicators,
      Goals goals) {
    this.keys = keys;
    this.parts = parts;
    this.editions = editions;
    this.calls = calls;
    this.proposals = proposals;
    this.handling = handling;
    this.plans = plans;
    this.sheets = sheets;
    this.opinions = opinions;
    this.evaluations = evaluations;
    this.schedules = schedules;
    this.indicators = indicators;
    this.goals = goals;
  }

  void play(LocalDate today) {
    FiscalYear now = FiscalYear.of(today);
    by("prefecture", Duty.OFFICER, "fund-call", () -> call(now.next(), today));
    by("hospital", Duty.ADMINISTRATOR, "fund-proposals", () -> propose(now.next()));
    by("association", Duty.COORDINATOR, "fund-confirmed", this::confirm);
    by("prefecture", Duty.OFFICER, "fund-plan-before", () -> decided(now.previous(), today));
    by("prefecture", Duty.OFFICER, "fund-plan-now", () -> asked(now, today));
    by("city", Duty.OFFICER, "fund-opinion", () -> opine(today));
    by("prefecture", Duty.OFFICER, "fund-schedule", () -> date(now, today));
  }

  private void by(String organization, Duty duty, String part, Runnable work) {
    Actor actor =
        new Actor.Member(
            keys.account(SampleAccounts.worker(organization, duty)).value(),
            keys.organization(organization).value(),
            Actor.Sight.NONE);
    Acting.run(actor, () -> parts.once(part, work));
  }

  private void date(FiscalYear now, LocalDate today) {
    FiscalYear next = now.next();
    schedules.date(Branch.MEDICAL, now.previous(), Map.of(Step.EVALUATION, today.plusDays(12)));
    schedules.date(Branch.MEDICAL, now, Map.of(Step.PLAN, today.minusDays(3)));
    schedules.date(
        Branch.MEDICAL,
        next,
        Map.of(
            Step.DECISION, today.plusDays(90),
            Step.REQUEST, next.firstDay().plusDays(29),
            Step.PLAN, next.firstDay().plusMonths(6)));
  }

  private void call(FiscalYear year, LocalDate today) {
    Series fund = editions.series().stream().filter(Series::numbered).findFirst().orElseThrow();
    CallEntry entry =
        new CallEntry(
            Branch.MEDICAL,
            year,
            year.label(Locale.JAPANESE) + "基金事業(医療分) 新規事業提案募集",
            "地域の医療と介護を支えるために必要な事業の提案を、広く募集します。",
            "1 課題が示され、提案の内容と合っていること\n2 区分と標準事業例に合い、標準単価で経費を積んでいること\n"
                + "3 実施目標と成果目標が数値であること\n4 今ある事業では実現できないこと\n5 報酬やほかの補助金の対象ではないこと",
            new CallEntry.Period(today.minusDays(60), today.minusDays(20)),
            new CallEntry.Period(today.minusDays(19), today.plusDays(40)),
            fund.id(),
            List.of("I-1", "II", "IV"),
            List.of(
                new Standard(5, "II", "在宅医療の実施に係る拠点・支援体制の整備", null, null),
                new Standard(7, "II", "在宅医療に係る人材の育成", "1人", 100 * THOUSAND),
                new Standard(40, "IV", "看護職員の資質の向上を図るための研修", "1人", 60 * THOUSAND)));
    calls.publish(calls.write(entry), true);
  }

  private void propose(FiscalYear year) {
    OrganizationId body = keys.organization("association");
    var call =
        calls.all().stream()
            .filter(one -> one.entry().year().equals(year))
            .findFirst()
            .orElseThrow()
            .id();
    ProposalId night = proposals.begin(call, entry("夜間の訪問看護を担う看護師の育成", year, 12));
    proposals.write(night, entry("夜間の訪問看護を担う看護師の育成", year, 12), body, 0);
    handling.send(night);
    ProposalId back = proposals.begin(call, entry("退院前の合同カンファレンスの支援", year, 30));
    proposals.write(back, entry("退院前の合同カンファレンスの支援", year, 30), body, 0);
    handling.send(back);
    proposals.begin(call, entry("在宅での栄養と口の相談", year, 8));
  }

  private static ProposalEntry entry(String title, FiscalYear year, int people) {
    return new ProposalEntry(
        title,
        "II",
        "中央圏域では、夜間や退院直後に対応できる職種が足りず、住み慣れた家での療養をあきらめる人がいる。",
        "病院と訪問看護ステーションの職員が互いの現場で学ぶ研修と同行訪問を行う。",
        "中央圏域",
        "みほん中央病院",
        year.year(),
        year.year() + 2,
        List.of(
            new Cost("研修と同行訪問", 7, 80 * THOUSAND, BigDecimal.valueOf(people)),
            new Cost("調整の人件費", null, 2_400 * THOUSAND, BigDecimal.ONE)),
        400 * THOUSAND,
        new Output("研修を終えた人", "人", BigDecimal.valueOf(people)),
        new Outcome(
            null,
            "夜間に対応する訪問看護ステーション",
            "か所",
            BigDecimal.valueOf(3),
            BigDecimal.valueOf(8),
            year.year() + 2),
        "研修を終えた人が当番に入り、対応できる事業所が増える。",
        "今ある研修は病院の中だけで、互いの現場で学ぶものがない。",
        true);
  }

  private void confirm() {
    proposals.through().forEach(this::confirm);
  }

  private void confirm(tasuki.fund.proposing.Proposal proposal) {
    if (proposal.entry().title().startsWith("夜間")) {
      handling.endorse(proposal.id(), "郡市医師会として、地域の課題を解く内容であることを確かめました。");
    } else {
      handling.giveBack(proposal.id(), "数量の根拠と、ほかの会議との違いを書き足してください。");
    }
  }

  private PlanId plan(FiscalYear year) {
    String label = year.label(Locale.JAPANESE);
    String goalsOf = goals.all(false).stream().map(one -> one.plan()).findFirst().orElse(null);
    PlanId id =
        plans.begin(
            year,
            Branch.MEDICAL,
            label + "見本県計画(医療分)",
            new PlanTexts(
                "二次医療圏を単位とする5区域を医療介護総合確保区域とする。",
                "望む場所で療養を続けられるよう、退院支援、在宅医療、人材の確保を進める。",
                label + "の1年間",
                "翌年度に、事業ごとに達成状況、有効性、効率性を評価して公表する。",
                goalsOf));
    sheets.raise(year, Branch.MEDICAL);
    for (Sheet sheet : sheets.of(year, Branch.MEDICAL)) {
      if (sheet.entry().category().equals("II")) {
        sheets.write(sheet.year().id(), filled(sheet.entry(), year), sheet.version());
      }
    }
    return id;
  }

  /** The outcome is the rate that Tasuki counts by itself. */
  private SheetEntry filled(SheetEntry entry, FiscalYear year) {
    UUID discharge =
        indicators.all(false).stream()
            .filter(one -> one.definitions().getLast().name().equals("退院調整率"))
            .map(one -> one.id().value())
            .findFirst()
            .orElse(null);
    return new SheetEntry(
        entry.category(),
        "退院した人の一部で、計画担当への連絡が退院に間に合っていない。",
        List.of(new Output("圏域の会議の開催", "回", BigDecimal.valueOf(20))),
        List.of(
            new Outcome(discharge, "退院調整率", "%", null, BigDecimal.valueOf(85), year.year() + 1)),
        "圏域の会議で連絡もれの理由を確かめ、手順を改める。",
        0);
  }

  private void decided(FiscalYear year, LocalDate today) {
    PlanId id = plan(year);
    plans.ask(id);
    opinions.say(
        id, Stakeholder.SCHOLAR, "架空医療審議会 委員", year.lastDay().minusMonths(8), "成果は圏域ごとに示してほしい。");
    plans.decide(id, year.lastDay().minusMonths(6), "架空医療審議会の答申、知事決裁");
    for (Sheet sheet : sheets.of(year, Branch.MEDICAL)) {
      if (!sheet.entry().outputs().isEmpty()) {
        EvaluationEntry entry =
            new EvaluationEntry(
                List.of(new Achieved(BigDecimal.valueOf(18))),
                List.of(),
                true,
                null,
                "会議で連絡もれの理由を共有し、手順を改めた圏域で率が上がった。",
                "オンラインと対面を合わせ、旅費を抑えた。",
                null);
        evaluations.write(sheet, FiscalYear.of(today), entry, false, -1);
      }
    }
  }

  private void asked(FiscalYear year, LocalDate today) {
    PlanId id = plan(year);
    plans.ask(id);
    opinions.say(id, Stakeholder.INSURER, "架空保険者協議会", today.minusDays(6), "重複する研修がないか確かめてほしい。");
  }

  private void opine(LocalDate today) {
    plans.all().stream()
        .filter(one -> one.state() == tasuki.fund.planning.PlanState.ASKING)
        .forEach(
            one ->
                opinions.say(
                    one.id(), Stakeholder.MAYOR, "みほん市", today.minusDays(2), "市の連携推進事業と日程を合わせたい。"));
  }
}
