package tasuki.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts the frame around every page. */
@ControllerAdvice
class FrameAdvice {

  /** Name of the flash attribute that carries a {@link Frame.Notice} over a redirect. */
  static final String NOTICE = "notice";

  private final @Nullable FrameSource source;
  private final MessageSource messages;
  private final String prefecture;
  private final boolean demo;

  FrameAdvice(
      org.springframework.beans.factory.ObjectProvider<FrameSource> source,
      MessageSource messages,
      @Value("${tasuki.prefecture:}") String prefecture,
      @Value("${tasuki.mode:serve}") String mode) {
    this.source = source.getIfAvailable();
    this.messages = messages;
    this.prefecture = prefecture;
    this.demo = mode.equals("demo");
  }

  @ModelAttribute
  void frame(HttpServletRequest request, Model model, Locale locale) {
    Object notice = model.getAttribute(NOTICE);
    model.addAttribute("frame", frame(request, locale, notice));
    if (source != null) {
      source.draftKey(request).ifPresent(key -> model.addAttribute("draftKey", key));
    }
  }

  /** The frame for a page that no controller made, such as the page of an error. */
  Frame frame(HttpServletRequest request, Locale locale, @Nullable Object notice) {
    return new Frame(
        prefecture.isEmpty() ? messages.getMessage("web.prefecture", null, locale) : prefecture,
        source == null ? null : source.who(request).orElse(null),
        source == null ? List.of() : source.navigation(request),
        List.of(link(request, "ja", "日本語", locale), link(request, "en", "English", locale)),
        demo,
        notice instanceof Frame.Notice found ? found : null,
        source == null ? null : source.unread(request).orElse(null));
  }

  private static Frame.LanguageLink link(
      HttpServletRequest request, String language, String label, Locale locale) {
    String here =
        request.getMethod().equals("GET") ? pathAndQuery(request) : request.getRequestURI();
    String href =
        UriComponentsBuilder.fromPath("/language")
            .queryParam("to", "{to}")
            .queryParam("back", "{back}")
            .encode()
            .buildAndExpand(language, here)
            .toUriString();
    return new Frame.LanguageLink(language, label, href, locale.getLanguage().equals(language));
  }

  private static String pathAndQuery(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  /** The locale in which the request is answered. */
  static Locale locale(HttpServletRequest request) {
    return RequestContextUtils.getLocale(request);
  }
}
