package tasuki.form;

import java.util.Set;

/** For whom a form is shown or printed. */
public enum Audience {
  /** Those who care for the person, on screen. */
  PROFESSIONAL,
  /** The person and the family. */
  PERSON,
  /** A fax, which may lie about in the wrong office. */
  FAX;

  /**
   * Whether this audience reads the item.
   *
   * @param secretAddress whether the person's address is secret (支援措置)
   * @param released items that a named decision released to the person
   */
  public boolean reads(FormItem item, boolean secretAddress, Set<String> released) {
    Set<ItemClass> classes = item.classes();
    boolean secret = secretAddress && classes.contains(ItemClass.SECRET_ADDRESS);
    return switch (this) {
      case PROFESSIONAL -> true;
      case PERSON ->
          !secret
              && (!classes.contains(ItemClass.HIDDEN_FROM_PERSON) || released.contains(item.id()));
      case FAX -> !secret && !classes.contains(ItemClass.NOT_ON_FAX);
    };
  }

  /** The answers this audience reads; all others are left out. */
  public FormValues filter(
      FormDefinition definition, FormValues values, boolean secretAddress, Set<String> released) {
    return values.only(
        item ->
            definition
                .find(item)
                .map(found -> reads(found, secretAddress, released))
                .orElse(false));
  }
}
