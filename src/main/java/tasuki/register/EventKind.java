package tasuki.register;

/** What can happen to an application and an entry. */
enum EventKind {
  APPLIED,
  INCOMPLETE,
  COMPLETED,
  CHECKED,
  ACCEPTED,
  ENROLLED,
  RENEWED,
  DECLINED,
  TAKEN_BACK,
  LISTED,
  UNLISTED,
  REMINDED,
  REPORTED,
  EXPIRED,
  WITHDRAWN,
  CANCELLED
}
