package tasuki.offer;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.area.AreaId;

/**
 * What somebody says of an organisation's offer.
 *
 * @param capabilities codes of the catalogue
 * @param days when it visits or takes people in
 * @param acceptsNew whether persons come who were not cared for there before
 * @param ownPatients whether only those are visited who are its patients already; told to those who
 *     work together, not to the public
 * @param note conditions for those who work together, not for the public
 * @param units base units it goes to
 * @param areas areas it goes to, with every base unit they have on the day asked for
 */
public record NewOffer(
    Set<String> capabilities,
    Set<HalfDay> days,
    Reach night,
    Reach holiday,
    boolean acceptsNew,
    boolean ownPatients,
    @Nullable String note,
    Set<String> languages,
    Set<String> units,
    Set<AreaId> areas) {

  /** What an organisation offers of which nobody has said anything. */
  static final NewOffer NOTHING = can(Set.of());

  /** What somebody can do of whom nothing else is known. */
  static NewOffer can(Set<String> capabilities) {
    return new NewOffer(
        capabilities,
        Set.of(),
        Reach.NONE,
        Reach.NONE,
        false,
        false,
        null,
        Set.of(),
        Set.of(),
        Set.of());
  }

  /** The same with other capabilities. */
  NewOffer with(Set<String> others) {
    return new NewOffer(
        others, days, night, holiday, acceptsNew, ownPatients, note, languages, units, areas);
  }

  public NewOffer {
    capabilities = Set.copyOf(capabilities);
    days = Set.copyOf(days);
    languages = Set.copyOf(languages);
    units = Set.copyOf(units);
    areas = Set.copyOf(areas);
  }

  /** Whether somebody new may come without having been its patient. */
  public boolean opensToNew() {
    return acceptsNew && !ownPatients;
  }
}
