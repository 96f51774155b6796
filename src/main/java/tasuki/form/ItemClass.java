package tasuki.form;

import java.util.Collection;

/**
 * Who must not read an item by default. Answers are stored apart by class, so the database can hide
 * them.
 */
public enum ItemClass {
  /** Everybody who may read the form. */
  OPEN,
  /**
   * Suspicion of abuse, carers' ability, disclosure of the diagnosis, the care manager's opinion.
   */
  HIDDEN_FROM_PERSON,
  /** Left out of faxes. */
  NOT_ON_FAX,
  /**
   * Tells where the person lives: closed in the portal and on paper while the address is secret
   * (支援措置).
   */
  SECRET_ADDRESS;

  /** The class under which an item of these classes is stored: the one that protects the most. */
  static ItemClass strongest(Collection<ItemClass> classes) {
    if (classes.contains(HIDDEN_FROM_PERSON)) {
      return HIDDEN_FROM_PERSON;
    }
    if (classes.contains(SECRET_ADDRESS)) {
      return SECRET_ADDRESS;
    }
    return classes.contains(NOT_ON_FAX) ? NOT_ON_FAX : OPEN;
  }
}
