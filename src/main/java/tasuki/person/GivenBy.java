package tasuki.person;

/** Whose word a basis is. */
public enum GivenBy {
  /** ご本人. */
  PERSON,
  /** 代理人(成年後見人など). */
  PROXY,
  /** ご家族. */
  FAMILY,
  /** Nobody's: the basis holds by law or contract between organisations. */
  NOBODY
}
