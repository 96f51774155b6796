package tasuki.directory;

import java.util.Optional;

/**
 * Lists of organisations that officers keep themselves (独自の一覧). Each is a list of its own, known by
 * its name: what one of them no longer names, another may still name.
 */
public final class OwnLists {

  /** The word on the command line; also that of the one list that has no name. */
  public static final String KIND = "organizations";

  /** What stands for the name of the list without one. */
  public static final String NAMELESS = "-";

  private static final String NAMED = KIND + "/";

  private OwnLists() {}

  /** The word by which the directory knows the list of a name. */
  public static String word(String name) {
    return name.equals(NAMELESS) ? KIND : NAMED + name;
  }

  /** The name of the list of a word; empty where it is none of these or has no name. */
  public static Optional<String> name(String word) {
    return word.startsWith(NAMED) ? Optional.of(word.substring(NAMED.length())) : Optional.empty();
  }
}
