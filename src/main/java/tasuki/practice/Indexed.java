package tasuki.practice;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import tasuki.directory.SearchText;

/**
 * A published case, made ready to be searched.
 *
 * @param texts what it says by part, in the one spelling of searches
 * @param all every part
 * @param measured whether it says what was reached
 * @param means a bit for each of its instruments
 * @param pairs the pairs of letters of what it does, each once, in order
 */
record Indexed(
    Practice practice,
    Set<String> problems,
    Map<Part, String> texts,
    String all,
    boolean measured,
    int means,
    int[] pairs) {

  static Indexed of(Practice practice, MessageSource messages) {
    Content content = practice.content();
    Set<String> problems = Problem.of(content);
    Map<Part, String> texts = new EnumMap<>(Part.class);
    texts.put(Part.NAME, plain(content.name(), content.nameEn()));
    texts.put(
        Part.APPROACH,
        plain(content.purpose())
            + " "
            + plain(content.approach())
            + " "
            + plain(content.systems()));
    texts.put(Part.PROBLEM, plain(content.issues()) + " " + plain(content.proposals()));
    texts.put(Part.KIND, plain(kinds(content, problems, messages)));
    texts.put(
        Part.WHO,
        plain(content.prefecture(), content.area())
            + " "
            + plain(content.operators())
            + " "
            + plain(content.actors()));
    texts.put(Part.NUMBERS, plain(numbers(content)));
    String does = content.name() + content.purpose() + String.join("", content.approach());
    return new Indexed(
        practice,
        problems,
        texts,
        String.join(" ", texts.values()),
        content.isMeasured(),
        content.instruments().stream().mapToInt(one -> 1 << one.ordinal()).sum(),
        pairs(SearchText.plain(does)));
  }

  /** What the words of the page call it, in both languages. */
  private static List<String> kinds(Content content, Set<String> problems, MessageSource messages) {
    Stream<String> keys =
        Stream.concat(
            content.instruments().stream().map(one -> "practice.instrument." + one),
            Stream.ofNullable(content.areaType()).map(AreaType::label));
    Function<String, Stream<String>> words =
        key ->
            Stream.of(Locale.JAPANESE, Locale.ENGLISH)
                .map(locale -> messages.getMessage(key, null, locale));
    return Stream.concat(
            keys.flatMap(words),
            Problem.ALL.stream()
                .filter(problem -> problems.contains(problem.code()))
                .flatMap(problem -> Stream.of(problem.name().ja(), problem.name().en())))
        .toList();
  }

  private static List<String> numbers(Content content) {
    return Stream.of(
            content.rules().stream(),
            content.figures().stream().map(Figure::indicator),
            Stream.ofNullable(content.note()),
            content.details().stream().flatMap(detail -> detail.lines().stream()))
        .flatMap(texts -> texts)
        .toList();
  }

  private static String plain(@Nullable String... texts) {
    return plain(Stream.of(texts).flatMap(Stream::ofNullable).toList());
  }

  private static String plain(List<String> texts) {
    return texts.stream().map(SearchText::plain).collect(Collectors.joining(" "));
  }

  private static int[] pairs(String text) {
    return IntStream.range(1, text.length())
        .map(at -> text.charAt(at - 1) << Character.SIZE | text.charAt(at))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Whether a year's plan lies within the bounds, in yen. */
  boolean costs(@Nullable Long least, @Nullable Long most) {
    return practice.content().budget().stream()
        .map(BudgetYear::plannedYen)
        .anyMatch(
            yen -> yen != null && (least == null || yen >= least) && (most == null || yen <= most));
  }
}
