package tasuki;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tasuki.PageForm.Field;
import tasuki.PageTags.Tag;

/**
 * Looks at answers to bad input: never a failure, always in the house's look and the user's words.
 */
final class AnswerJudge {

  private static final Pattern DEVELOPERS =
      Pattern.compile(
          "Exception|java\\.lang|org\\.spring|org\\.postgres|SQLState|Whitelabel|HTTP Status|"
              + "Failed to convert|Bad Request|must not be|\\?\\?\\w+");
  private static final Pattern UNTOLD = Pattern.compile("\\bnull\\b|\\{\\d}|\\bundefined\\b");
  private static final Pattern JAPANESE =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
  private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,}( [a-z']{2,}){2}");

  /** Names of the sample and of test organisations stand in messages in either language. */
  private static final Pattern NAME =
      Pattern.compile("(架空|みほん)[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー・（）]*");

  /** What is wrong, each kind once. */
  final Set<String> complaints = new LinkedHashSet<>();

  /** How often something was asked; an answer that was never given proves nothing. */
  int asked;

  /** How many pages told of errors at fields. */
  int told;

  /** What holds for every answer there is. */
  synchronized void anything(String what, HttpResponse<String> answer) {
    asked++;
    int status = answer.statusCode();
    if (status >= 500) {
      complain(what, "answers " + status);
      return;
    }
    if (!isPage(answer)) {
      if (status >= 400 && !kind(answer).contains("json")) {
        complain(what, status + " without a page: " + kind(answer));
      }
      return;
    }
    String body = answer.body();
    if (!body.contains("class=\"brand\"") && !body.contains("class=\"sheet")) {
      complain(what, status + " without the house's look");
    }
    Matcher developers = DEVELOPERS.matcher(body);
    if (status >= 400 && developers.find()) {
      complain(what, status + " with a developer's word: " + around(body, developers.start()));
    }
  }

  /** A page of errors: each told at its field, in the language of the page, nothing lost. */
  void form(
      String what,
      PageForm form,
      Map<String, String> sent,
      String written,
      HttpResponse<String> answer) {
    anything(what, answer);
    if (answer.statusCode() == 422) {
      told++;
      List<Tag> tags = PageTags.of(answer.body());
      summary(what, tags, sent.values());
      if (!written.isEmpty()) {
        kept(what, form, sent, answer);
      }
    } else if (isPage(answer) && form.post() && !written.isEmpty()) {
      lost(what, answer, written);
    }
  }

  /** A text that was refused elsewhere than at its field is gone. */
  private void lost(String what, HttpResponse<String> answer, String written) {
    int status = answer.statusCode();
    boolean refused =
        status == 400 || status == 409 || status == 413 || answer.body().contains("notice error");
    if (refused) {
      complain(what, status + ", and what was typed (" + written + ") is lost: " + title(answer));
    }
  }

  private void summary(String what, List<Tag> tags, Iterable<String> sent) {
    List<String> links = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    boolean inside = false;
    int depth = 0;
    for (Tag tag : tags) {
      if (tag.has("data-error-summary")) {
        inside = true;
        depth = 0;
      }
      if (inside) {
        depth += tag.name().equals("div") ? 1 : tag.name().equals("/div") ? -1 : 0;
        inside = depth > 0;
        if (tag.name().equals("a")) {
          links.add(tag.attribute("href", ""));
        }
        said.append(tag.text()).append('\n');
      }
    }
    if (said.isEmpty()) {
      complain(what, "422 without a summary of errors");
      return;
    }
    Set<String> ids = tags.stream().map(tag -> tag.attribute("id", "")).collect(Collectors.toSet());
    links.stream()
        .filter(link -> !link.startsWith("#") || !ids.contains(link.substring(1)))
        .forEach(link -> complain(what, "the summary links to " + link + ", which is not there"));
    language(what, language(tags), without(said.toString(), sent));
  }

  private void language(String what, String language, String said) {
    Matcher untold = UNTOLD.matcher(said);
    if (untold.find()) {
      complain(what, "not said in words: " + around(said, untold.start()));
    }
    if (language.equals("ja") && ENGLISH.matcher(said).find()) {
      complain(what, "English in a Japanese page: " + said.strip());
    }
    Matcher japanese = JAPANESE.matcher(said);
    if (language.equals("en") && japanese.find()) {
      complain(what, "Japanese in an English page: " + around(said, japanese.start()));
    }
  }

  private static String without(String said, Iterable<String> sent) {
    String left = NAME.matcher(said).replaceAll("");
    for (String value : sent) {
      String shown = plain(value).strip();
      if (shown.length() > 1) {
        left = left.replace(shown, "");
      }
    }
    return left;
  }

  private static String language(List<Tag> tags) {
    return tags.stream()
        .filter(tag -> tag.name().equals("html"))
        .findFirst()
        .map(tag -> tag.attribute("lang", ""))
        .orElse("");
  }

  private void kept(
      String what, PageForm form, Map<String, String> sent, HttpResponse<String> answer) {
    Optional<PageForm> again =
        PageForm.of(answer.body(), form.action()).stream()
            .filter(one -> one.fields().keySet().containsAll(writtenOf(form)))
            .findFirst();
    if (again.isEmpty()) {
      complain(what, "the form does not come again with all its fields");
      return;
    }
    for (String name : writtenOf(form)) {
      if (sent.containsKey(name)) {
        List<String> values = Objects.requireNonNull(again.get().fields().get(name)).values();
        String shown = values.isEmpty() ? "" : values.getFirst();
        String typed = plain(sent.get(name));
        if (!plain(shown).equals(typed) && !typed.isBlank()) {
          complain(what, "%s: typed %s, shown again %s".formatted(name, cut(typed), cut(shown)));
        }
      }
    }
  }

  static List<String> writtenOf(PageForm form) {
    return form.fields().values().stream()
        .filter(field -> field.kind().isWritten())
        .map(Field::name)
        .toList();
  }

  /** Without what no page can show and no keyboard types. */
  private static String plain(String text) {
    return text.replaceAll("\r\n?", "\n").replaceAll("[\\p{Cc}\\p{Cs}\uFFFE\uFFFF&&[^\n\t]]", "");
  }

  synchronized void complain(String what, String why) {
    complaints.add(what + ": " + cut(why));
  }

  static boolean isPage(HttpResponse<String> answer) {
    return kind(answer).toLowerCase(Locale.ROOT).startsWith("text/html");
  }

  private static String kind(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("nothing");
  }

  static String title(HttpResponse<String> answer) {
    Matcher title = Pattern.compile("<title>([^<]*)").matcher(answer.body());
    return title.find() ? title.group(1) : "";
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 30), Math.min(text.length(), at + 60)).strip();
  }

  private static String cut(String text) {
    String line = text.replace('\n', ' ');
    return line.length() > 160 ? line.substring(0, 160) + "…" : line;
  }
}
