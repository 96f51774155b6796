package tasuki.matching;

import java.util.Locale;
import java.util.UUID;
import tasuki.directory.OrganizationKind;

/**
 * A kind of request, as one of its versions says it.
 *
 * @param number counts its versions from 1
 * @param ended whether nobody asks by it any more
 */
public record RequestKind(
    UUID version, String code, int number, boolean ended, KindDefinition says) {

  public String name(Locale locale) {
    return says.name().in(locale);
  }

  /** Whether organisations of this kind may ask by it now. */
  public boolean openTo(OrganizationKind asker) {
    return !ended && says.askers().contains(asker);
  }
}
