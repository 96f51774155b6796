package tasuki.web;

import org.jspecify.annotations.Nullable;

/**
 * A place one can go to, offered by its room.
 *
 * @param href where it is
 * @param label key of its name
 * @param icon name of a picture in {@code img/icons.svg}
 * @param order small numbers stand first
 * @param group what it belongs to; the navigation shows the places of a group as one
 */
public record Destination(
    String href, String label, String icon, int order, @Nullable Group group) {

  /** A place that stands in the navigation by itself. */
  public Destination(String href, String label, String icon, int order) {
    this(href, label, icon, order, null);
  }

  /** What places of several rooms have in common. */
  public enum Group {
    /** 数字で見る: rates, coverage, use. */
    FIGURES("web.group.figures", "chart"),
    /** 地域の資源: organisations and what they have, area by area. */
    RESOURCES("web.group.resources", "office"),
    /** 施策: programmes, their money, indicators and examples. */
    PROGRAMMES("web.group.programmes", "form"),
    /** 管理: staff and what an organisation signs in with. */
    ADMINISTRATION("web.group.administration", "settings");

    private final String label;
    private final String icon;

    Group(String label, String icon) {
      this.label = label;
      this.icon = icon;
    }

    /** Key of its name. */
    public String label() {
      return label;
    }

    /** Name of a picture in {@code img/icons.svg}. */
    public String icon() {
      return icon;
    }
  }
}
