package tasuki.practice;

import java.util.Locale;

/** What was done to a case. */
public enum Step {
  CREATED,
  CHANGED,
  PUBLISHED,
  WITHDRAWN;

  String audited() {
    return "practice." + name().toLowerCase(Locale.ROOT);
  }
}
