package tasuki.form;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The areas' own layouts of the national forms, dated. */
@Service
@Transactional
public class FormLayouts {

  private final JdbcClient jdbc;
  private final FormDefinitions definitions;

  FormLayouts(JdbcClient jdbc, FormDefinitions definitions) {
    this.jdbc = jdbc;
    this.definitions = definitions;
  }

  /** The layout an area uses on a day; the national one where it has none of its own. */
  @Transactional(readOnly = true)
  public FormLayout of(@Nullable UUID area, String definition, LocalDate day) {
    if (area == null) {
      return FormLayout.NATIONAL;
    }
    return jdbc.sql(
            """
            select layout::text from form.layout
            where area = :area and definition = :definition and valid_from <= :day
            order by valid_from desc limit 1
            """)
        .param("area", area)
        .param("definition", definition)
        .param("day", day)
        .query(String.class)
        .optional()
        .map(FormLayout::fromJson)
        .orElse(FormLayout.NATIONAL);
  }

  /**
   * Writes down the layout an area uses from a day on. The caller sees to who may and notes it.
   *
   * @param json in the shape of {@link FormLayout#fromJson}
   * @throws IllegalArgumentException naming what is wrong with it
   */
  public void set(UUID area, String definition, LocalDate from, String json) {
    FormDefinition laid = FormLayout.fromJson(json).apply(definitions.inForce(definition, from));
    DefinitionReader.check(laid);
    jdbc.sql(
            """
            insert into form.layout (area, definition, valid_from, layout)
            values (:area, :definition, :from, :layout::jsonb)
            on conflict (area, definition, valid_from) do update set layout = excluded.layout
            """)
        .param("area", area)
        .param("definition", definition)
        .param("from", from)
        .param("layout", json)
        .update();
  }
}
