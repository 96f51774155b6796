package tasuki.person;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page of the list in the order of kana, and where the pages before and after it begin. */
public record PersonPage(List<PersonLine> lines, @Nullable Key previous, @Nullable Key next) {

  /**
   * The line from which one goes on. It names the person by id alone, since it stands in addresses.
   *
   * @param backwards whether the lines before it are wanted
   */
  public record Key(UUID person, boolean backwards) {

    private static final Pattern TEXT =
        Pattern.compile("([+-])([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** As it stands in an address. */
    public String text() {
      return (backwards ? "-" : "+") + person;
    }

    /** Reads what stood in an address; anything else is no key. */
    public static Optional<Key> parse(String text) {
      Matcher found = TEXT.matcher(text.replace(' ', '+'));
      return found.matches()
          ? Optional.of(new Key(UUID.fromString(found.group(2)), found.group(1).equals("-")))
          : Optional.empty();
    }
  }
}
