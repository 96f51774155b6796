package tasuki.programme;

import java.util.Collection;
import java.util.List;
import tasuki.identity.Division;
import tasuki.web.Phrases;

/** What fields offer of a list: its headings and the divisions in charge. */
public final class ListChoices {

  private ListChoices() {}

  /** The headings, each as far in as it stands under others. */
  public static List<Phrases.Choice> headings(Collection<Heading> headings) {
    return headings.stream()
        .map(one -> new Phrases.Choice(one.id().toString(), "　".repeat(one.depth()) + one.words()))
        .toList();
  }

  /** The divisions by their names. */
  public static List<Phrases.Choice> divisions(Collection<Division> divisions) {
    return divisions.stream()
        .map(one -> new Phrases.Choice(one.id().toString(), one.name()))
        .toList();
  }
}
