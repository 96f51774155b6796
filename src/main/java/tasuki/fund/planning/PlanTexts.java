package tasuki.fund.planning;

import org.jspecify.annotations.Nullable;

/**
 * What the plan says in words.
 *
 * @param areas the areas for which it is made (医療介護総合確保区域の設定)
 * @param aims what it wants
 * @param period how long it runs (計画期間)
 * @param evaluation how it will be evaluated (事業の評価方法)
 * @param goalsOf the plan whose goals stand in it, as goals name it; null for none
 */
public record PlanTexts(
    String areas, String aims, String period, String evaluation, @Nullable String goalsOf) {}
