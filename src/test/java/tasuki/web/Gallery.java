package tasuki.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the design system with sample content into {@code target/gallery}, without a server. */
@NullMarked
public final class Gallery {
  static final Path FOLDER = Path.of("target", "gallery");
  static final List<String> PAGES = List.of("gallery", "desk", "field", "form", "sign-in");
  static final List<Locale> LANGUAGES = List.of(Locale.JAPANESE, Locale.ENGLISH);

  /** Gives sample content in the language of the page. */
  public record Say(boolean english) {
    public String in(String japanese, String english) {
      return this.english ? english : japanese;
    }
  }

  public record Viewer(String name, String organization, String roleLabel) {}

  public record Destination(
      String href,
      String label,
      String icon,
      boolean current,
      @Nullable Integer count,
      List<Destination> within) {

    Destination(String href, String label, String icon, boolean current, @Nullable Integer count) {
      this(href, label, icon, current, count, List.of());
    }
  }

  public record Language(String lang, String label, String href, boolean current) {}

  public record Notice(String kind, String text) {}

  public record Frame(
      String prefecture,
      @Nullable Viewer viewer,
      List<Destination> navigation,
      List<Language> languageLinks,
      boolean demo,
      @Nullable Notice notice,
      @Nullable Integer unread) {}

  private Gallery() {}

  static List<Path> write() throws IOException {
    var written = new ArrayList<Path>();
    Files.createDirectories(FOLDER);
    copyStatic();
    var engine = engine();
    for (var language : LANGUAGES) {
      for (var page : PAGES) {
        var template = page.equals("gallery") ? "gallery" : "gallery-" + page;
        var file = FOLDER.resolve(page + "." + language.getLanguage() + ".html");
        Files.writeString(
            file, engine.process(template, new Context(language, model(page, language))));
        written.add(file);
      }
    }
    return written;
  }

  static ResourceBundleMessageSource words() {
    var words = new ResourceBundleMessageSource();
    words.setBasename("messages/web");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
    return words;
  }

  private static SpringTemplateEngine engine() {
    var templates = new ClassLoaderTemplateResolver();
    templates.setPrefix("templates/");
    templates.setSuffix(".html");
    templates.setCharacterEncoding("UTF-8");
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(templates);
    engine.setTemplateEngineMessageSource(words());
    engine.setEnableSpringELCompiler(true);
    engine.setLinkBuilder(
        new StandardLinkBuilder() {
          @Override
          protected String computeContextPath(
              IExpressionContext context, String base, Map<String, Object> parameters) {
            return "";
          }

          @Override
          protected String processLink(IExpressionContext context, String link) {
            return link.startsWith("/") ? "." + link : link;
          }
        });
    return engine;
  }

  private static Map<String, Object> model(String page, Locale language) {
    var say = new Say(language.equals(Locale.ENGLISH));
    var model = new LinkedHashMap<String, Object>();
    model.put("say", say);
    model.put("frame", frame(page, say));
    model.put("until", Clock.systemUTC().instant().plus(Duration.ofMinutes(42)).toString());
    model.put("draftKey", "c2FtcGxlIGtleSBvZiB0aGUgZ2FsbGVyeQ==");
    return model;
  }

  private static Frame frame(String page, Say say) {
    var navigation =
        List.of(
            new Destination("#", say.in("ホーム", "Home"), "home", page.equals("gallery"), null),
            new Destination("#", say.in("対応一覧", "Worklist"), "list", false, 12),
            new Destination("#", say.in("利用者", "Persons"), "people", page.equals("field"), null),
            new Destination("#", say.in("入退院", "Transitions"), "hospital", page.equals("form"), 3),
            new Destination("#", say.in("連絡もれ一覧", "Missed contacts"), "bell", false, null),
            new Destination("#", say.in("事業所を探す", "Find offices"), "search", false, null),
            new Destination(
                "#",
                say.in("数字", "Figures"),
                "chart",
                page.equals("desk"),
                null,
                List.of(
                    new Destination("#", say.in("率", "Rates"), "chart", true, null),
                    new Destination("#", say.in("利用状況", "Use"), "chart", false, null))));
    var languages =
        List.of(
            new Language("ja", "日本語", page + ".ja.html", !say.english()),
            new Language("en", "English", page + ".en.html", say.english()));
    if (page.equals("sign-in")) {
      return new Frame(say.in("見本県", "Mihon"), null, List.of(), languages, true, null, null);
    }
    return new Frame(
        say.in("見本県", "Mihon"),
        new Viewer(
            say.in("見本 花子", "Hanako Mihon"),
            say.in("見本中央病院 地域連携室", "Mihon Central Hospital"),
            say.in("退院支援看護師", "Discharge nurse")),
        navigation,
        languages,
        true,
        page.equals("desk")
            ? new Notice("success", say.in("入院の連絡を送りました。", "The admission was sent."))
            : null,
        page.equals("desk") ? 4 : 0);
  }

  private static void copyStatic() throws IOException {
    var source = Path.of("src/main/resources/static");
    try (var files = Files.walk(source)) {
      files.filter(Files::isRegularFile).forEach(file -> copy(source, file));
    }
    var htmx = FOLDER.resolve("webjars/htmx.org/dist/htmx.min.js");
    Files.createDirectories(htmx.getParent());
    var jar =
        Gallery.class
            .getClassLoader()
            .getResource("META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");
    if (jar != null) {
      try (var in = jar.openStream()) {
        Files.copy(in, htmx, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void copy(Path source, Path file) {
    try {
      var target = FOLDER.resolve(source.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
