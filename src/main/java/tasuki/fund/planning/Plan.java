package tasuki.fund.planning;

import tasuki.calendar.FiscalYear;
import tasuki.directory.OrganizationId;
import tasuki.fund.Branch;

/** 都道府県計画: the prefecture's plan for the fund's money of a year, of one branch. */
public record Plan(
    PlanId id,
    OrganizationId organization,
    Branch branch,
    FiscalYear year,
    String title,
    PlanTexts texts,
    PlanState state,
    int version) {}
