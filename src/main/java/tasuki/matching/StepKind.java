package tasuki.matching;

/** What happened to a request. */
enum StepKind {
  SENT,
  OFFERED,
  SEEN,
  RAISED,
  DECLINED,
  LAPSED,
  ESCALATED,
  CHOSEN,
  REOPENED,
  HANDED_OVER,
  WITHDRAWN,
  UNFILLED
}
