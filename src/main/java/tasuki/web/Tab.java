package tasuki.web;

import org.jspecify.annotations.Nullable;

/**
 * A page beside another, as {@code web/parts :: tabs} shows it.
 *
 * @param current whether it is the one looked at
 * @param count how many stand there; null where it is not said
 */
public record Tab(String href, String label, boolean current, @Nullable Integer count) {

  public Tab(String href, String label, boolean current) {
    this(href, label, current, null);
  }
}
