package tasuki.web;

/**
 * A place one can go to, offered by its room.
 *
 * @param href where it is
 * @param label key of its name
 * @param icon name of a picture in {@code img/icons.svg}
 * @param order small numbers stand first
 */
public record Destination(String href, String label, String icon, int order) {}
