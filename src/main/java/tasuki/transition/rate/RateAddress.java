package tasuki.transition.rate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.area.AreaKind;

/**
 * A view of the rates as it stands in the page's address, so that it can be sent to a colleague. A
 * word the address gets wrong is taken for the usual.
 *
 * @param way whose way of counting: empty for the prefecture's, an area's id, or {@code own}
 */
record RateAddress(RateQuery query, String way) {

  static final String OWN_WAY = "own";
  private static final int USUAL_MONTHS = 12;
  private static final int MOST_MONTHS = 60;

  /** Reads an address; the ways of counting that it names are looked up. */
  static RateAddress read(
      MultiValueMap<String, String> typed,
      LocalDate today,
      Function<@Nullable UUID, Standard> standards) {
    String way = word(typed, "way");
    UUID area = id(way);
    Standard known = standards.apply(area);
    boolean own = way.equals(OWN_WAY);
    YearMonth now = YearMonth.from(today);
    YearMonth last = month(typed, "to", now);
    YearMonth first = month(typed, "from", last.minusMonths(USUAL_MONTHS - 1));
    if (first.isAfter(last) || first.isBefore(last.minusMonths(MOST_MONTHS))) {
      first = last.minusMonths(USUAL_MONTHS - 1);
    }
    RateQuery query =
        new RateQuery(
            choice(typed, "rate", Rate.DISCHARGE),
            own ? own(typed, known) : known,
            choice(typed, "kind", AreaKind.SECONDARY_MEDICAL_AREA),
            date(typed, "on", today),
            choice(typed, "side", RateQuery.Side.HOME),
            first,
            last,
            choice(typed, "group", RateQuery.Group.CERTIFIED),
            choice(typed, "where", RateQuery.Where.ANYWHERE),
            id(word(typed, "hospital")),
            id(word(typed, "office")));
    return new RateAddress(query, own ? OWN_WAY : area == null ? "" : area.toString());
  }

  private static Standard own(MultiValueMap<String, String> typed, Standard known) {
    Set<Rate.Exclusion> without = EnumSet.noneOf(Rate.Exclusion.class);
    for (String one : typed.getOrDefault("without", List.of())) {
      for (Rate.Exclusion exclusion : Rate.Exclusion.values()) {
        if (exclusion.name().equals(one)) {
          without.add(exclusion);
        }
      }
    }
    String days = word(typed, "short");
    int shortDays = days.matches("\\d{1,2}") ? Integer.parseInt(days) : 0;
    return new Standard(
        choice(typed, "of", Standard.Cases.KNOWN),
        choice(typed, "words", Standard.Words.CARE),
        without,
        Math.min(shortDays, Standard.MOST_SHORT_DAYS),
        known.names());
  }

  /** An id as an address writes it; null for anything else. */
  static @Nullable UUID id(@Nullable String word) {
    return word != null && word.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? UUID.fromString(word)
        : null;
  }

  private static String word(MultiValueMap<String, String> typed, String name) {
    String value = typed.getFirst(name);
    return value == null ? "" : value.strip();
  }

  private static <E extends Enum<E>> E choice(
      MultiValueMap<String, String> typed, String name, E usual) {
    String word = word(typed, name);
    for (E constant : usual.getDeclaringClass().getEnumConstants()) {
      if (constant.name().equals(word)) {
        return constant;
      }
    }
    return usual;
  }

  private static YearMonth month(
      MultiValueMap<String, String> typed, String name, YearMonth usual) {
    try {
      YearMonth month = YearMonth.parse(word(typed, name));
      return month.getYear() < 1990 || month.getYear() > 2199 ? usual : month;
    } catch (DateTimeException unreadable) {
      return usual;
    }
  }

  private static LocalDate date(MultiValueMap<String, String> typed, String name, LocalDate usual) {
    try {
      LocalDate date = LocalDate.parse(word(typed, name));
      return date.getYear() < 1990 || date.getYear() > 2199 ? usual : date;
    } catch (DateTimeException unreadable) {
      return usual;
    }
  }

  /** The address of the same view with some words exchanged; null takes a word out. */
  String href(String path, @Nullable String... changes) {
    Map<String, List<String>> words = words();
    for (int i = 0; i + 1 < changes.length; i += 2) {
      String value = changes[i + 1];
      words.put(String.valueOf(changes[i]), value == null ? List.of() : List.of(value));
    }
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    words.forEach((name, values) -> values.forEach(value -> address.queryParam(name, value)));
    return address.encode().build().toUriString();
  }

  private Map<String, List<String>> words() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    words.put("rate", List.of(query.rate().name()));
    words.put("from", List.of(query.first().toString()));
    words.put("to", List.of(query.last().toString()));
    words.put("kind", List.of(query.kind().name()));
    words.put("on", List.of(query.date().toString()));
    words.put("side", List.of(query.side().name()));
    words.put("group", List.of(query.group().name()));
    words.put("where", List.of(query.where().name()));
    UUID hospital = query.hospital();
    if (hospital != null) {
      words.put("hospital", List.of(hospital.toString()));
    }
    UUID office = query.office();
    if (office != null) {
      words.put("office", List.of(office.toString()));
    }
    words.put("way", way.isEmpty() ? List.of() : List.of(way));
    if (way.equals(OWN_WAY)) {
      Standard standard = query.standard();
      words.put("of", List.of(standard.of().name()));
      words.put("words", List.of(standard.words().name()));
      words.put("without", new ArrayList<>(standard.without().stream().map(Enum::name).toList()));
      words.put("short", List.of("" + standard.shortDays()));
    }
    return words;
  }

  /** The months of the view, the earliest first. */
  List<YearMonth> months() {
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth month = query.first();
        !month.isAfter(query.last());
        month = month.plusMonths(1)) {
      months.add(month);
    }
    return months;
  }
}
