package tasuki.intake;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.table.Heading;
import tasuki.table.ListFile;
import tasuki.table.MappedKind;
import tasuki.table.TableRow;
import tasuki.table.Tables;
import tasuki.table.UnreadableTableException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Remembers, for each organisation, what the columns of its own tables mean. */
@Component
@Transactional
class Mappings {

  private static final int LOOKED_AT = 40;
  private static final int SHOWN = 6;

  private final JdbcClient jdbc;
  private final Clock clock;

  Mappings(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What the columns of a file mean; empty where it is no table at all. Headings that nobody has
   * said anything of yet are noted with the first rows.
   */
  public Optional<Mapping> of(MappedKind list, ListFile file) {
    List<TableRow> first;
    try {
      first = Tables.first(file, LOOKED_AT);
    } catch (UnreadableTableException toldWhenItIsRead) {
      return Optional.empty();
    }
    int heading = heading(first, list);
    String signature = Heading.signature(first.get(heading));
    Optional<Mapping> known = find(list.kind(), signature);
    return known.isPresent() ? known : Optional.of(note(list.kind(), signature, first, heading));
  }

  private static int heading(List<TableRow> rows, MappedKind list) {
    if (Heading.in(rows, list.columns()) instanceof Heading.Found.Here(Heading here)) {
      for (int at = 0; at < rows.size(); at++) {
        if (rows.get(at).number() == here.rowNumber()) {
          return at;
        }
      }
    }
    return fullest(rows);
  }

  /** Titles fill one cell, headings all of them. */
  private static int fullest(List<TableRow> rows) {
    int best = 0;
    long most = 0;
    for (int i = 0; i < rows.size(); i++) {
      long filled = rows.get(i).cells().stream().filter(cell -> !cell.isEmpty()).count();
      if (filled > most) {
        most = filled;
        best = i;
      }
    }
    return best;
  }

  private Mapping note(String kind, String signature, List<TableRow> first, int heading) {
    List<List<String>> shown =
        first.subList(heading, Math.min(first.size(), heading + SHOWN)).stream()
            .map(TableRow::cells)
            .toList();
    jdbc.sql(
            """
            insert into intake.mapping (kind, signature, first_rows, places, at)
            values (:kind, :signature, :rows::jsonb, '{}', :now)
            """)
        .param("kind", kind)
        .param("signature", signature)
        .param("rows", JsonMapper.shared().writeValueAsString(shown))
        .param("now", OffsetDateTime.now(clock))
        .update();
    return new Mapping(kind, signature, shown, Map.of());
  }

  /** What the acting organisation said of such headings. */
  @Transactional(readOnly = true)
  public Optional<Mapping> find(String kind, String signature) {
    return jdbc.sql(
            """
            select first_rows::text as rows, places::text as places from intake.mapping
            where organization = kernel.organization() and kind = :kind and signature = :signature
            """)
        .param("kind", kind)
        .param("signature", signature)
        .query(
            (row, _) ->
                new Mapping(
                    kind, signature, rows(row.getString("rows")), places(row.getString("places"))))
        .optional();
  }

  private static List<List<String>> rows(@Nullable String json) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : JsonMapper.shared().readTree(json)) {
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell.asString()));
      rows.add(cells);
    }
    return rows;
  }

  private static Map<String, Integer> places(@Nullable String json) {
    Map<String, Integer> places = new LinkedHashMap<>();
    JsonMapper.shared()
        .readTree(json)
        .properties()
        .forEach(place -> places.put(place.getKey(), place.getValue().asInt()));
    return places;
  }

  /** From now on such tables are read so. */
  public void say(String kind, String signature, Map<String, Integer> places) {
    jdbc.sql(
            """
            update intake.mapping set places = :places::jsonb, at = :now
            where organization = kernel.organization() and kind = :kind and signature = :signature
            """)
        .param("places", JsonMapper.shared().writeValueAsString(places))
        .param("kind", kind)
        .param("signature", signature)
        .param("now", OffsetDateTime.now(clock))
        .update();
  }
}
