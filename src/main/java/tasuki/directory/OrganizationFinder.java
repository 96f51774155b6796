package tasuki.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.kernel.Acting;

/**
 * Finds organisations while one types, nearest first. Each of its three questions is bounded by an
 * index (those chosen before, the own area's base units, pieces of the name), so that a directory
 * of a whole prefecture answers as quickly as a small one.
 */
@Repository
class OrganizationFinder {

  /** A kind or a place is meant only by a word this long. */
  private static final int SHORTEST_NAME = 2;

  private static final List<Locale> LANGUAGES = List.of(Locale.JAPANESE, Locale.ENGLISH);

  private final JdbcClient jdbc;
  private final Organizations organizations;
  private final Areas areas;
  private final MessageSource messages;

  OrganizationFinder(
      JdbcClient jdbc, Organizations organizations, Areas areas, MessageSource messages) {
    this.jdbc = jdbc;
    this.organizations = organizations;
    this.areas = areas;
    this.messages = messages;
  }

  List<Organization> find(
      Collection<OrganizationKind> kinds, String words, LocalDate date, int most) {
    Question question = question(kinds, words, date);
    List<Organization> found = new ArrayList<>();
    ask(
        question,
        """
        join directory.chosen before on before.chosen = o.id
          and before.organization = kernel.organization()
        """,
        "order by before.last_at desc, o.id",
        most,
        found);
    List<String> near = near(date);
    if (!near.isEmpty() && found.size() < most) {
      question.values.put("near", near);
      ask(question.and(" and o.base_unit in (:near)"), "", "order by o.kana, o.id", most, found);
    }
    if (found.size() < most) {
      ask(question, "", "order by o.kana, o.id", most, found);
    }
    return found;
  }

  /** What is asked for, as the conditions of a statement and their values. */
  private record Question(String conditions, Map<String, Object> values) {
    Question and(String more) {
      return new Question(conditions + more, values);
    }
  }

  private void ask(
      Question question, String join, String order, int most, List<Organization> found) {
    Map<String, Object> values = new HashMap<>(question.values);
    String others = "";
    if (!found.isEmpty()) {
      others = " and o.id not in (:found)";
      values.put("found", found.stream().map(one -> one.id().value()).toList());
    }
    values.put("most", most - found.size());
    found.addAll(
        jdbc.sql(
                "select o.* from directory.organization o %s where %s%s %s limit :most"
                    .formatted(join, question.conditions, others, order))
            .params(values)
            .query(Organizations::organization)
            .list());
  }

  private Question question(Collection<OrganizationKind> kinds, String words, LocalDate date) {
    Map<String, Object> values = new HashMap<>();
    values.put("kinds", kinds.stream().map(Enum::name).toList());
    values.put("date", date);
    StringBuilder sql =
        new StringBuilder(
            """
            o.kind in (:kinds) and o.opened_on <= :date
              and (o.closed_on is null or o.closed_on > :date)
            """);
    int number = 0;
    for (String word : SearchText.words(words)) {
      values.put("grams" + number, SearchText.piecesOf(word).toArray(String[]::new));
      values.put("word" + number, "%" + word + "%");
      sql.append(
          " and (o.grams @> :grams%1$d::text[] and o.search like :word%1$d".formatted(number));
      List<String> meant =
          kinds.stream().filter(kind -> isNamed(kind, word)).map(Enum::name).toList();
      if (!meant.isEmpty()) {
        values.put("meant" + number, meant);
        sql.append(" or o.kind in (:meant%d)".formatted(number));
      }
      List<String> places = places(word, date);
      if (!places.isEmpty()) {
        values.put("places" + number, places);
        sql.append(" or o.base_unit in (:places%d)".formatted(number));
      }
      sql.append(')');
      number++;
    }
    return new Question(sql.toString(), values);
  }

  private boolean isNamed(OrganizationKind kind, String word) {
    return LANGUAGES.stream()
        .map(language -> messages.getMessage("directory.kind." + kind, null, language))
        .anyMatch(name -> holds(name, word));
  }

  private List<String> places(String word, LocalDate date) {
    return areas.baseUnits(date).stream()
        .filter(
            unit ->
                Stream.of(unit.name(), unit.kana(), unit.nameEnglish())
                    .anyMatch(name -> holds(name, word)))
        .map(BaseUnit::code)
        .toList();
  }

  private static boolean holds(@Nullable String name, String word) {
    return name != null
        && word.codePointCount(0, word.length()) >= SHORTEST_NAME
        && SearchText.normalised(name).replace(" ", "").contains(word);
  }

  /** The base units of the area (二次医療圏) in which the acting organisation lies. */
  private List<String> near(LocalDate date) {
    String own =
        organizations
            .find(new OrganizationId(Acting.organization()))
            .map(Organization::baseUnit)
            .orElse(null);
    if (own == null) {
      return List.of();
    }
    Set<String> units = new java.util.TreeSet<>(Set.of(own));
    areas
        .around(own, AreaKind.SECONDARY_MEDICAL_AREA, date)
        .forEach(area -> areas.parts(area.id(), date).forEach(unit -> units.add(unit.code())));
    return List.copyOf(units);
  }
}
