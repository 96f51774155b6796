package tasuki.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.table.ListChanges;
import tasuki.table.ListFile;
import tasuki.table.ListKind;
import tasuki.table.ListRows;
import tasuki.table.Tables;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Population: the resident register by sex and age (住民基本台帳年齢階級別人口), and the projected totals and
 * shares of the aged (日本の地域別将来推計人口, 結果表 1, 3-3 and 3-4). Which of them a file is, its title says.
 */
@Component
class PopulationList implements ListKind {

  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final Areas areas;

  PopulationList(JdbcClient jdbc, Areas areas) {
    this.jdbc = jdbc;
    this.areas = areas;
  }

  @Override
  public String kind() {
    return "population";
  }

  @Override
  public void read(ListFile file, ListRows rows) {
    PopulationReader reader =
        new PopulationReader(areas.everywhere(), inParts(), file.name(), rows);
    Tables.read(file, reader);
    reader.end();
  }

  /** Where areas are drawn inside municipalities, their parts may be all that is known of them. */
  private Set<String> inParts() {
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct municipality from area.base_unit
                where kind in ('TOWN', 'FORMER_MUNICIPALITY', 'LIVING_PART')
                """)
            .query(String.class)
            .list());
  }

  @Override
  public void project(ListChanges changes) {
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    changes.forEach(
        change -> {
          add(before, change.before());
          add(after, change.after());
          if (before.size() + after.size() >= AT_ONCE) {
            write(before, after);
          }
        });
    write(before, after);
  }

  private static void add(List<String> contents, @Nullable String content) {
    if (content != null) {
      contents.add(content);
    }
  }

  private void write(List<String> before, List<String> after) {
    delete(array(before));
    insert(array(after));
    before.clear();
    after.clear();
  }

  private static String array(List<String> contents) {
    ArrayNode array = JsonMapper.shared().createArrayNode();
    contents.forEach(content -> array.add(JsonMapper.shared().readTree(content)));
    return array.toString();
  }

  private void delete(String contents) {
    jdbc.sql(
            """
            delete from area.population population
            using jsonb_array_elements(:contents::jsonb) content,
              jsonb_each(content -> 'figures') year, jsonb_each_text(year.value) band
            where population.source = content ->> 'source' and population.code = content ->> 'code'
              and population.sex = content ->> 'sex' and population.year = year.key::smallint
              and population.band = band.key
            """)
        .param("contents", contents)
        .update();
    jdbc.sql(
            """
            delete from area.population_group where code in (
              select content ->> 'code' from jsonb_array_elements(:contents::jsonb) content
              where jsonb_exists(content, 'members'))
            """)
        .param("contents", contents)
        .update();
  }

  private void insert(String contents) {
    jdbc.sql(
            """
            insert into area.population (source, code, sex, year, band, value)
            select content ->> 'source', content ->> 'code', content ->> 'sex',
              year.key::smallint, band.key, band.value::numeric
            from jsonb_array_elements(:contents::jsonb) content,
              jsonb_each(content -> 'figures') year, jsonb_each_text(year.value) band
            """)
        .param("contents", contents)
        .update();
    jdbc.sql(
            """
            insert into area.population_group (code, name, members)
            select content ->> 'code', content ->> 'name',
              array(select jsonb_array_elements_text(content -> 'members'))
            from jsonb_array_elements(:contents::jsonb) content
            where jsonb_exists(content, 'members')
            """)
        .param("contents", contents)
        .update();
  }
}
