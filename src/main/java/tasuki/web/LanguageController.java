package tasuki.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Changes the language and goes back to where one was. */
@Controller
@Anybody
class LanguageController {

  private final LocaleResolver locales;

  LanguageController(LocaleResolver locales) {
    this.locales = locales;
  }

  @GetMapping("/language")
  String change(
      @RequestParam(defaultValue = "ja") String to,
      @RequestParam(defaultValue = "/") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    locales.setLocale(request, response, to.equals("en") ? Locale.ENGLISH : Locale.JAPANESE);
    return "redirect:" + (isOwnPath(back) ? back : "/");
  }

  /** Only a path of our own: never a way to send somebody to a foreign site. */
  private static boolean isOwnPath(String back) {
    return back.startsWith("/")
        && !back.startsWith("//")
        && back.chars().allMatch(letter -> letter > 0x20 && letter < 0x7f && letter != '\\');
  }
}
