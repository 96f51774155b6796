package tasuki;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tasuki.PageForm.Field;
import tasuki.PageForm.Kind;
import tasuki.PageWalk.Found;
import tasuki.PageWalk.Opened;

/**
 * Bad input in every field of every form and in every address: an error in the user's words at the
 * field, nothing lost of what was typed, never a failure. A longer run is had by {@code
 * -Dtasuki.bad-input.rounds=20}, another one by {@code -Dtasuki.bad-input.seed=1}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadInputTest {

  private static final long SEED = Long.getLong("tasuki.bad-input.seed", 20261124);
  private static final int ROUNDS = Integer.getInteger("tasuki.bad-input.rounds", 1);

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** What ends something comes last, so that the others still find it. */
  private static final Pattern ENDS =
      Pattern.compile(
          "discard|death|merge|leave|withdraw|remov|discharge|transfer|/end|close|undo|give-up"
              + "|send|recall|review");

  /** What holds for the whole prefecture is never really changed: other tests live in it too. */
  private static final Pattern SHARED = Pattern.compile("^/(rules|rates|registers|imports)/.*");

  private static final String NO_DAY = "2026-02-30";

  private static AccessScene scene;
  private static PageWalk walk;
  private static FailureLog log;
  private static final AnswerJudge WALKED = new AnswerJudge();

  @BeforeAll
  static void walk() {
    House.url();
    log = FailureLog.listen();
    scene = AccessScene.set();
    walk = PageWalk.through(scene, WALKED);
  }

  @Test
  @Order(1)
  void every_page_opens_and_has_its_forms() {
    assertThat(WALKED.complaints).isEmpty();
    assertThat(walk.pages).hasSizeGreaterThan(100);
    assertThat(walk.forms).hasSizeGreaterThan(60);
  }

  @Test
  @Order(2)
  void nothing_in_an_address_breaks_a_page() {
    AnswerJudge judge = new AnswerJudge();
    // Opening pages changes nothing, so several are opened at once.
    List<Opened> pages = List.copyOf(walk.pages.values());
    IntStream.range(0, pages.size()).parallel().forEach(at -> ids(judge, pages.get(at), at));
    parameters().entrySet().parallelStream()
        .forEach(entry -> queries(judge, entry.getKey(), entry.getValue()));
    assertThat(judge.complaints).isEmpty();
    assertThat(judge.asked).isGreaterThan(500);
  }

  private static void ids(AnswerJudge judge, Opened page, int turn) {
    for (Matcher id = ID.matcher(page.address()); id.find(); ) {
      for (int i = 0; i < 5; i++) {
        String bad = NastyInput.IDS.get((turn * 5 + i) % NastyInput.IDS.size());
        String address =
            page.address().substring(0, id.start()) + bad + page.address().substring(id.end());
        judge.anything(
            page.person() + " opens " + address, scene.visitor(page.person()).get(address));
      }
    }
  }

  private static void queries(AnswerJudge judge, String path, Set<String> names) {
    Opened page = walk.pages.get(path);
    if (page == null) {
      page =
          walk.pages.values().stream()
              .filter(one -> PageWalk.pathOf(one.address()).equals(path))
              .findFirst()
              .orElse(null);
    }
    if (page == null) {
      return;
    }
    Visitor visitor = scene.visitor(page.person());
    String plain = page.address().replaceAll("\\?.*", "");
    List<String> fields = List.copyOf(names);
    int size = NastyInput.ALL.size();
    for (int round = 0; round < size; round++) {
      StringBuilder query = new StringBuilder();
      for (int at = 0; at < fields.size(); at++) {
        String value = NastyInput.ALL.get((round + at * 7) % size);
        String shorter = value.substring(0, Math.min(value.length(), 300));
        query
            .append(at == 0 ? '?' : '&')
            .append(fields.get(at))
            .append('=')
            .append(encode(shorter));
      }
      judge.anything(page.person() + " opens " + plain + query, visitor.get(plain + query));
    }
    for (String bad : List.of("=%C0%80", "=%ED%A0%80", "[]=1", "=1&" + fields.getFirst() + "=2")) {
      String address = plain + "?" + fields.getFirst() + bad;
      judge.anything(page.person() + " opens " + address, visitor.get(address));
    }
  }

  /**
   * The names of parameters by path: those that stand in links and forms, and those of handlers.
   */
  private static Map<String, Set<String>> parameters() {
    Map<String, Set<String>> parameters = new LinkedHashMap<>(walk.queries);
    House.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              Set<String> names = new TreeSet<>();
              for (var parameter : handler.getMethod().getParameters()) {
                RequestParam asked =
                    AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class);
                if (asked != null && !Map.class.isAssignableFrom(parameter.getType())) {
                  names.add(asked.name().isEmpty() ? parameter.getName() : asked.name());
                }
              }
              for (String path : mapping.getPatternValues()) {
                if (!names.isEmpty()) {
                  String plain = path.replaceAll("\\{[^}]*}", "{}");
                  parameters.computeIfAbsent(plain, _ -> new TreeSet<>()).addAll(names);
                }
              }
            });
    return parameters;
  }

  @Test
  @Order(3)
  void bodies_that_no_form_makes_break_nothing() {
    AnswerJudge judge = new AnswerJudge();
    int turn = 0;
    for (Found found : walk.forms) {
      Visitor visitor = scene.visitor(found.person());
      String action = found.form().action();
      for (int i = 0; i < 3; i++) {
        String body = NastyInput.BODIES.get(turn++ % NastyInput.BODIES.size());
        String what = found.person() + " sends " + body + " to " + action;
        judge.anything(what, raw(visitor, action, "_csrf=" + encode(visitor.token()) + "&" + body));
      }
      judge.anything("nothing but a token to " + action, visitor.post(action, Map.of()));
      String twice =
          filled(found.form()).keySet().stream()
              .map(name -> (encode(name) + "=x&").repeat(9))
              .collect(Collectors.joining("", "_csrf=" + encode(visitor.token()) + "&", ""));
      judge.anything("each field nine times to " + action, raw(visitor, action, twice));
    }
    assertThat(judge.complaints).isEmpty();
    assertThat(log.failures()).isEmpty();
  }

  @Test
  @Order(4)
  void bad_input_in_every_field_is_told_at_the_field_and_nothing_typed_is_lost() {
    Random random = new Random(SEED);
    AnswerJudge judge = new AnswerJudge();
    List<Found> order = new ArrayList<>(walk.forms);
    order.sort(Comparator.comparing(found -> ENDS.matcher(found.form().action()).find()));
    long begun = System.nanoTime();
    for (int round = 0; round < ROUNDS; round++) {
      for (Found found : order) {
        all(judge, found, random);
        oneByOne(judge, found, random);
      }
    }
    System.out.printf(
        "Bad input, seed %d: %d forms, %d answers, %d pages of errors, %d s%n",
        SEED, order.size(), judge.asked, judge.told, (System.nanoTime() - begun) / 1_000_000_000);
    assertThat(judge.complaints).isEmpty();
    assertThat(judge.told).isGreaterThan(500);
    assertThat(log.failures()).isEmpty();
  }

  /** Each field gets each of the values once, all fields at the same time. */
  private static void all(AnswerJudge judge, Found found, Random random) {
    List<Field> fields =
        found.form().fields().values().stream()
            .filter(one -> !Set.of(Kind.HIDDEN, Kind.FILE, Kind.BUTTON).contains(one.kind()))
            .toList();
    if (fields.isEmpty()) {
      return;
    }
    int size = NastyInput.SMALL.size();
    int begin = random.nextInt(size);
    for (int round = 0; round < size; round++) {
      if (round == size / 2) {
        speak(found, "en");
      }
      Map<String, String> sent = filled(found.form());
      int at = 0;
      for (Field field : fields) {
        String value = NastyInput.SMALL.get((begin + round + 5 * at++) % size);
        // Several of them would be more than any form may bring.
        boolean longest = value.equals(NastyInput.LONG) && sent.containsValue(value);
        sent.put(field.name(), longest ? value.substring(0, 3_000) : value);
      }
      send(judge, found, sent, "all fields");
    }
    speak(found, "ja");
  }

  /** Each field gets some of the values while the others are filled in as they should be. */
  private static void oneByOne(AnswerJudge judge, Found found, Random random) {
    for (Field field : found.form().fields().values()) {
      if (field.kind() != Kind.FILE) {
        Map<String, String> sent = filled(found.form());
        sent.put(field.name(), NastyInput.ALL.get(random.nextInt(NastyInput.ALL.size())));
        send(judge, found, sent, field.kind().isWritten() ? field.name() : "");
      }
    }
  }

  private static void send(
      AnswerJudge judge, Found found, Map<String, String> sent, String written) {
    PageForm form = found.form();
    if (SHARED.matcher(form.action()).matches()) {
      form.fields().values().stream()
          .filter(field -> field.hint().equals("date"))
          .forEach(field -> sent.computeIfPresent(field.name(), (_, day) -> noDay(day)));
    }
    Visitor visitor = scene.visitor(found.person());
    HttpResponse<String> answer =
        form.multipart()
            ? visitor.upload(form.action(), sent)
            : raw(visitor, form.action(), body(visitor, form, sent));
    String what =
        "%s %s %s=%s"
            .formatted(
                found.person(),
                PageForm.pattern(form.action()),
                written,
                sent.getOrDefault(written, "")
                    .chars()
                    .limit(30)
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
    judge.form(what, form, sent, written, answer);
  }

  /** What a form brings unseen under one name several times, it brings as often again. */
  private static String body(Visitor visitor, PageForm form, Map<String, String> sent) {
    StringBuilder body = new StringBuilder("_csrf=" + encode(visitor.token()));
    sent.forEach(
        (name, value) -> {
          Field field = form.fields().get(name);
          List<String> brought =
              field != null && field.kind() == Kind.HIDDEN && field.values().contains(value)
                  ? field.values()
                  : List.of(value);
          for (String one : brought) {
            body.append('&').append(encode(name)).append('=').append(encode(one));
          }
        });
    return body.toString();
  }

  private static String noDay(String text) {
    boolean bad = NastyInput.ALL.contains(text) && !text.matches("(2199|1873).*");
    return bad ? text : NO_DAY;
  }

  /** The form as somebody fills it in who does everything right. */
  static Map<String, String> filled(PageForm form) {
    Map<String, String> sent = new LinkedHashMap<>();
    for (Field field : form.fields().values()) {
      if (field.kind() == Kind.FILE) {
        continue;
      }
      String there = field.values().stream().filter(one -> !one.isBlank()).findFirst().orElse("");
      sent.put(field.name(), there.isEmpty() ? right(field) : there);
    }
    return sent;
  }

  private static String right(Field field) {
    return switch (field.kind()) {
      case HIDDEN, FILE -> "";
      case PASSWORD -> "架空の長い合言葉 2026";
      case SELECT, RADIO, CHECKBOX ->
          field.options().stream().filter(one -> !one.isBlank()).findFirst().orElse("");
      // The last one is what the form is for; those before it look something up or add a line.
      case BUTTON -> field.options().getLast();
      case TEXT, AREA ->
          switch (field.hint()) {
            case "date" -> "2026-11-20";
            case "number" -> "5";
            case "kana" -> "カクウ";
            case "telephone", "tel" -> "000-000-0000";
            case "email" -> "kakuu@example.invalid";
            default -> "試験";
          };
    };
  }

  private static void speak(Found found, String language) {
    scene.visitor(found.person()).get("/language?to=" + language + "&back=/health");
  }

  private static HttpResponse<String> raw(Visitor visitor, String path, String body) {
    return visitor.send(
        "POST",
        path,
        Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
