package tasuki.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * A page for the moments when no other can be made: the server refuses before any page is asked, or
 * the database is away. Nobody and no language is known then, so it says everything in both.
 */
@Component
class PlainPage {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="ja">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>%1$s | Tasuki</title>
          <link rel="stylesheet" href="/css/tokens.css">
          <link rel="stylesheet" href="/css/base.css">
          <link rel="stylesheet" href="/css/frame.css">
          <link rel="stylesheet" href="/css/layout.css">
          <link rel="stylesheet" href="/css/buttons.css">
        </head>
        <body>
          <header class="site"><div class="wrap site-row">
            <a class="brand" href="/"><span class="brand-name">Tasuki</span></a>
          </div></header>
          <div class="wrap"><div class="page" id="main"><main class="narrow">
            <h1>%1$s</h1>
            <p>%2$s</p>
            <p lang="en"><strong>%3$s</strong><br>%4$s</p>
            <p><a class="button secondary" href="/">%5$s</a></p>
          </main></div></div>
        </body>
      </html>
      """;

  private final MessageSource messages;

  PlainPage(MessageSource messages) {
    this.messages = messages;
  }

  /** Answers with the page for a kind of problem; nobody may keep it. */
  void answer(HttpServletResponse response, HttpStatus status, String kind) throws IOException {
    response.setStatus(status.value());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentType("text/html");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(of(kind));
  }

  /** The page for a kind of problem, as its messages name it. */
  String of(String kind) {
    return PAGE.formatted(
        said("problem." + kind, Locale.JAPANESE),
        said("problem." + kind + ".text", Locale.JAPANESE),
        said("problem." + kind, Locale.ENGLISH),
        said("problem." + kind + ".text", Locale.ENGLISH),
        said("home", Locale.JAPANESE));
  }

  private String said(String key, Locale locale) {
    return HtmlUtils.htmlEscape(messages.getMessage("web." + key, null, locale));
  }
}
