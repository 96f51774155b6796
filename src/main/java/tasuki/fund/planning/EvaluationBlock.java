package tasuki.fund.planning;

import java.util.List;

/** What came of a programme of a plan, in words as it is printed. */
public record EvaluationBlock(
    PlanContent.SheetBlock sheet,
    List<String> outputs,
    List<String> outcomes,
    String whyNot,
    String effectiveness,
    String efficiency,
    String note,
    String state) {}
