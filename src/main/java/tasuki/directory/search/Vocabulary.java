package tasuki.directory.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.calendar.JapanTime;
import tasuki.directory.Facet;
import tasuki.directory.FacetSource;
import tasuki.directory.OrganizationKind;
import tasuki.directory.SearchText;

/** The words that mean a kind, a place or something offered, in both languages. */
@Component
class Vocabulary {

  /** A word shorter than this is too common to mean anything by itself. */
  private static final int SHORTEST = 2;

  private static final int SHORTEST_OF_A_NAME = 5;
  private static final int MOST_NAMES_OF_A_WORD = 4;

  private static final Duration FRESH = Duration.ofSeconds(30);

  private static final List<Locale> LANGUAGES = List.of(Locale.JAPANESE, Locale.ENGLISH);

  private record Known(
      Map<String, Meaning> words, int longest, Set<String> internal, Instant until) {}

  private final Areas areas;
  private final List<FacetSource> sources;
  private final MessageSource messages;
  private final Clock clock;
  private volatile @Nullable Known known;

  Vocabulary(Areas areas, List<FacetSource> sources, MessageSource messages, Clock clock) {
    this.areas = areas;
    this.sources = sources;
    this.messages = messages;
    this.clock = clock;
  }

  /** What a word in one spelling means. */
  public Meaning of(String word) {
    return known().words().getOrDefault(word, Meaning.NOTHING);
  }

  /**
   * A word cut where words with a meaning begin and end, the longest first: 中原区胃ろう is 中原区 and 胃ろう.
   * One part when there is nothing to cut.
   */
  public List<String> parts(String word) {
    Known known = known();
    List<String> parts = new ArrayList<>();
    int from = 0;
    int at = 0;
    while (at < word.length()) {
      String found = longestAt(word, at, known);
      if (found == null) {
        at++;
        continue;
      }
      if (at > from) {
        parts.add(word.substring(from, at));
      }
      parts.add(found);
      at += found.length();
      from = at;
    }
    if (from < word.length()) {
      parts.add(word.substring(from));
    }
    return parts;
  }

  private static @Nullable String longestAt(String word, int at, Known known) {
    for (int end = Math.min(word.length(), at + known.longest()); end >= at + SHORTEST; end--) {
      String piece = word.substring(at, end);
      if (known.words().containsKey(piece)) {
        return piece;
      }
    }
    return null;
  }

  /** Codes of the facets that hold what staff alone may see. */
  public Set<String> internal() {
    return known().internal();
  }

  private Known known() {
    Known now = known;
    if (now == null || clock.instant().isAfter(now.until())) {
      now = collect();
      known = now;
    }
    return now;
  }

  private Known collect() {
    Map<String, Meaning> words = new HashMap<>();
    kinds(words);
    List<Facet> facets = sources.stream().flatMap(source -> source.facets().stream()).toList();
    Set<String> internal =
        facets.stream().filter(facet -> !facet.open()).map(Facet::code).collect(Collectors.toSet());
    facets.forEach(
        facet -> {
          Meaning meaning = meaning(facet);
          LANGUAGES.forEach(language -> put(words, facet.name(messages, language), meaning));
          facet.words().forEach(name -> put(words, name, meaning));
        });
    wordsOfNames(facets, words);
    places(words);
    int longest = words.keySet().stream().mapToInt(String::length).max().orElse(0);
    return new Known(Map.copyOf(words), longest, internal, clock.instant().plus(FRESH));
  }

  /**
   * Names of several words, as English has them, are known by each word that not many names share:
   * stoma for Care of a stoma.
   */
  private void wordsOfNames(List<Facet> facets, Map<String, Meaning> words) {
    Map<String, List<Meaning>> known = new HashMap<>();
    for (Facet facet : facets) {
      Meaning meaning = meaning(facet);
      Arrays.stream(facet.name(messages, Locale.ENGLISH).split("[^\\p{L}]+"))
          .filter(word -> word.length() >= SHORTEST_OF_A_NAME)
          .distinct()
          .forEach(word -> known.computeIfAbsent(word, _ -> new ArrayList<>()).add(meaning));
    }
    known.forEach(
        (word, meanings) -> {
          if (meanings.size() <= MOST_NAMES_OF_A_WORD) {
            meanings.forEach(meaning -> put(words, word, meaning));
          }
        });
  }

  private static Meaning meaning(Facet facet) {
    Set<String> code = Set.of(facet.code());
    return facet.open()
        ? new Meaning(Set.of(), code, Set.of(), Set.of())
        : new Meaning(Set.of(), Set.of(), code, Set.of());
  }

  private void kinds(Map<String, Meaning> words) {
    for (OrganizationKind kind : OrganizationKind.values()) {
      Meaning meaning = new Meaning(Set.of(kind), Set.of(), Set.of(), Set.of());
      names("directory.kind." + kind).forEach(name -> put(words, name, meaning));
      names("directory.kind-words." + kind).stream()
          .flatMap(list -> Arrays.stream(list.split("[,、]")))
          .forEach(name -> put(words, name, meaning));
    }
  }

  private void places(Map<String, Meaning> words) {
    LocalDate today = JapanTime.today(clock);
    for (BaseUnit unit : areas.baseUnits(today)) {
      Meaning meaning = new Meaning(Set.of(), Set.of(), Set.of(), Set.of(unit.code()));
      List.of(unit.name(), unit.kana(), unit.nameEnglish())
          .forEach(name -> put(words, name, meaning));
      // People say 中央区 where the list says みほん市中央区.
      put(words, unit.name().replaceFirst("^.+市(?=.+区$)", ""), meaning);
    }
    for (AreaKind kind : AreaKind.values()) {
      areas
          .ofKind(kind, today)
          .forEach(
              area -> {
                Set<String> units =
                    areas.parts(area.id(), today).stream()
                        .map(BaseUnit::code)
                        .collect(Collectors.toSet());
                Meaning meaning = new Meaning(Set.of(), Set.of(), Set.of(), units);
                put(words, area.name(), meaning);
                put(words, area.nameEnglish(), meaning);
              });
    }
  }

  private Collection<String> names(String key) {
    return LANGUAGES.stream()
        .map(language -> messages.getMessage(key, null, "", language))
        .map(name -> name == null ? "" : name)
        .collect(Collectors.toSet());
  }

  private static void put(Map<String, Meaning> words, String name, Meaning meaning) {
    String word = SearchText.normalised(name).replace(" ", "");
    if (word.codePointCount(0, word.length()) >= SHORTEST) {
      words.merge(word, meaning, Meaning::and);
    }
  }
}
