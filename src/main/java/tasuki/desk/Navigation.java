package tasuki.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import tasuki.web.Destination;
import tasuki.web.Frame.NavigationItem;

/**
 * The main navigation: places by themselves, and groups where one place leads to its neighbours.
 */
final class Navigation {

  private final MessageSource messages;
  private final Locale locale;
  private final String here;

  /**
   * Begins for one page.
   *
   * @param here the path of the page
   */
  Navigation(MessageSource messages, Locale locale, String here) {
    this.messages = messages;
    this.locale = locale;
    this.here = here;
  }

  /** The items of these places, a group where its first place would stand. */
  List<NavigationItem> of(List<Destination> places) {
    Map<Object, List<Destination>> together = new LinkedHashMap<>();
    for (Destination place : places) {
      Destination.Group group = place.group();
      together.computeIfAbsent(group == null ? place : group, _ -> new ArrayList<>()).add(place);
    }
    return together.values().stream().map(this::item).toList();
  }

  private NavigationItem item(List<Destination> places) {
    Destination first = places.getFirst();
    Destination.Group group = first.group();
    if (group == null || places.size() == 1) {
      return item(first);
    }
    List<NavigationItem> within = places.stream().map(this::item).toList();
    boolean current = within.stream().anyMatch(NavigationItem::current);
    return new NavigationItem(
        first.href(), say(group.label()), group.icon(), current, null, within);
  }

  private NavigationItem item(Destination place) {
    boolean current = here.equals(place.href()) || here.startsWith(place.href() + "/");
    return new NavigationItem(
        place.href(), say(place.label()), place.icon(), current, null, List.of());
  }

  private String say(String key) {
    return messages.getMessage(key, null, locale);
  }
}
