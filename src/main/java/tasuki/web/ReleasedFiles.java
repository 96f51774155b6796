package tasuki.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Puts a digest of all styles, scripts and pictures into the address of each, so that a new release
 * is never shown with the old ones and browsers need not ask for them again. One digest for all,
 * because scripts name one another by relative addresses.
 */
@Configuration(proxyBeanMethods = false)
class ReleasedFiles implements WebMvcConfigurer, HandlerInterceptor {

  private static final List<String> FOLDERS = List.of("css", "js", "img");
  private static final int DIGITS = 12;
  private static final Pattern VERSION = Pattern.compile("^[0-9a-f]{" + DIGITS + "}/");

  private static final String FOREVER =
      String.valueOf(
          CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable().getHeaderValue());

  /** Asked of a node of another release: what comes then must not be kept under this address. */
  private static final String ONCE = String.valueOf(CacheControl.noCache().getHeaderValue());

  private final String version;

  ReleasedFiles() throws IOException {
    version = digest();
  }

  private static String digest() throws IOException {
    Resource[] files =
        new PathMatchingResourcePatternResolver().getResources("classpath*:static/*/*");
    Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
    MessageDigest digest = sha256();
    for (Resource file : files) {
      try (InputStream content = file.getInputStream()) {
        digest.update(content.readAllBytes());
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    for (String folder : FOLDERS) {
      registry
          .addResourceHandler("/" + folder + "/**")
          .addResourceLocations("classpath:/static/" + folder + "/")
          .resourceChain(true)
          .addResolver(new Versioned(version));
    }
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns(FOLDERS.stream().map(folder -> "/" + folder + "/**").toList());
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    boolean current = request.getRequestURI().contains("/" + version + "/");
    response.setHeader(HttpHeaders.CACHE_CONTROL, current ? FOREVER : ONCE);
    return true;
  }

  /** Writes the version into addresses, and finds the file whichever version is asked for. */
  private static final class Versioned extends AbstractResourceResolver {
    private final String version;

    Versioned(String version) {
      this.version = version;
    }

    @Override
    protected @Nullable Resource resolveResourceInternal(
        @Nullable HttpServletRequest request,
        String path,
        List<? extends Resource> locations,
        ResourceResolverChain chain) {
      return chain.resolveResource(request, VERSION.matcher(path).replaceFirst(""), locations);
    }

    @Override
    protected @Nullable String resolveUrlPathInternal(
        String path, List<? extends Resource> locations, ResourceResolverChain chain) {
      String found = chain.resolveUrlPath(path, locations);
      return found == null ? null : version + "/" + found;
    }
  }
}
