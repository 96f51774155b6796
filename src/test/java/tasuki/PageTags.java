package tasuki;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** Cuts a page into its tags, with the text that follows each of them. */
final class PageTags {

  /**
   * A tag.
   *
   * @param name in small letters; with a slash where it ends an element
   * @param text what stands between it and the next tag
   */
  record Tag(String name, Map<String, String> attributes, String text) {

    String attribute(String wanted, String otherwise) {
      return attributes.getOrDefault(wanted, otherwise);
    }

    boolean has(String wanted) {
      return attributes.containsKey(wanted);
    }
  }

  private final String html;
  private final List<Tag> tags = new ArrayList<>();
  private int at;

  private PageTags(String html) {
    this.html = html;
  }

  static List<Tag> of(String html) {
    PageTags page = new PageTags(html);
    page.read();
    return page.tags;
  }

  private void read() {
    while ((at = html.indexOf('<', at)) >= 0) {
      if (html.startsWith("<!--", at)) {
        at = after("-->");
      } else if (at + 1 < html.length() && begins(html.charAt(at + 1))) {
        at++;
        tag();
      } else {
        at++;
      }
    }
  }

  private static boolean begins(char letter) {
    return letter == '/' || letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
  }

  private int after(String end) {
    int found = html.indexOf(end, at);
    return found < 0 ? html.length() : found + end.length();
  }

  private void tag() {
    String name = word(" \t\r\n>").toLowerCase(Locale.ROOT);
    Map<String, String> attributes = new LinkedHashMap<>();
    while (at < html.length() && html.charAt(at) != '>') {
      if (" \t\r\n/".indexOf(html.charAt(at)) >= 0) {
        at++;
      } else {
        String key = word("= \t\r\n>");
        String value = "";
        if (at < html.length() && html.charAt(at) == '=') {
          at++;
          value = value();
        }
        attributes.putIfAbsent(key, value);
      }
    }
    at = Math.min(at + 1, html.length());
    String end =
        switch (name) {
          case "textarea", "script", "style" -> "</" + name;
          default -> "<";
        };
    int until = html.indexOf(end, at);
    String text = html.substring(at, until < 0 ? html.length() : until);
    at = until < 0 ? html.length() : until;
    if (name.equals("textarea") && text.startsWith("\n")) {
      text = text.substring(1);
    }
    tags.add(new Tag(name, attributes, HtmlUtils.htmlUnescape(text)));
  }

  private String value() {
    char quote = at < html.length() ? html.charAt(at) : ' ';
    if (quote != '"' && quote != '\'') {
      return HtmlUtils.htmlUnescape(word(" \t\r\n>"));
    }
    int from = at + 1;
    int until = html.indexOf(quote, from);
    until = until < 0 ? html.length() : until;
    at = Math.min(until + 1, html.length());
    return HtmlUtils.htmlUnescape(html.substring(from, until));
  }

  private String word(String ends) {
    int from = at;
    // The first letter belongs to the word whatever it is, so that reading goes on.
    at = Math.min(at + 1, html.length());
    while (at < html.length() && ends.indexOf(html.charAt(at)) < 0) {
      at++;
    }
    return html.substring(from, at);
  }
}
