package tasuki.form;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.kernel.Ids;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The areas' own layouts of the national forms, dated; they are only added. */
@Service
@Transactional
public class FormLayouts {

  /** By which an area goes back to the national layout. */
  public static final String NATIONAL = "{}";

  /**
   * A layout as it was entered.
   *
   * @param organization who entered it; null where a program did
   */
  public record Kept(
      UUID id, LocalDate from, OffsetDateTime at, @Nullable UUID organization, String json) {

    /** Whether it goes back to the national layout. */
    public boolean national() {
      return json.equals(NATIONAL);
    }
  }

  private final JdbcClient jdbc;
  private final FormDefinitions definitions;
  private final Ids ids;
  private final Clock clock;

  FormLayouts(JdbcClient jdbc, FormDefinitions definitions, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.definitions = definitions;
    this.ids = ids;
    this.clock = clock;
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
            order by valid_from desc, at desc, id desc limit 1
            """)
        .param("area", area)
        .param("definition", definition)
        .param("day", day)
        .query(String.class)
        .optional()
        .map(FormLayout::fromJson)
        .orElse(FormLayout.NATIONAL);
  }

  /** Everything that was entered for an area's form, the latest day and entry first. */
  @Transactional(readOnly = true)
  public List<Kept> history(UUID area, String definition) {
    return jdbc.sql(
            """
            select id, valid_from, at, organization, layout::text as layout from form.layout
            where area = :area and definition = :definition
            order by valid_from desc, at desc, id desc
            """)
        .param("area", area)
        .param("definition", definition)
        .query(FormLayouts::kept)
        .list();
  }

  private static Kept kept(ResultSet row, int number) throws SQLException {
    return new Kept(
        row.getObject("id", UUID.class),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("at", OffsetDateTime.class),
        row.getObject("organization", UUID.class),
        row.getString("layout"));
  }

  /** What is wrong in the text of a layout; empty where it can be used from the day on. */
  public List<LayoutProblem> problems(String definition, LocalDate from, String json) {
    return LayoutCheck.of(json, definitions.inForce(definition, from));
  }

  /**
   * Adds the layout an area uses from a day on. The caller sees to who may, from which day, and
   * notes it.
   *
   * @param json in the shape of {@link FormLayout#fromJson}
   * @throws IllegalArgumentException when it has {@link #problems}
   */
  public UUID keep(UUID area, String definition, LocalDate from, String json) {
    List<LayoutProblem> problems = problems(definition, from, json);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.toString());
    }
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into form.layout (id, area, definition, valid_from, layout, at)
            values (:id, :area, :definition, :from, :layout::jsonb, :at)
            """)
        .param("id", id)
        .param("area", area)
        .param("definition", definition)
        .param("from", from)
        .param("layout", json)
        .param("at", OffsetDateTime.now(clock))
        .update();
    return id;
  }

  /** A layout that changes nothing, with every section and item in its place, to begin from. */
  public String start(String definition, LocalDate day) {
    FormDefinition form = definitions.inForce(definition, day);
    ObjectNode layout = JsonMapper.shared().createObjectNode();
    layout.putObject("title").put("ja", form.title().ja()).put("en", form.title().en());
    layout.put("paper", FormPaper.USUAL.size().name());
    layout.put("columns", FormPaper.USUAL.columns());
    ArrayNode sections = layout.putArray("sections");
    for (FormSection section : form.sections()) {
      ObjectNode one = sections.addObject();
      one.put("id", section.id());
      one.put("ja", section.title().ja()).put("en", section.title().en());
      ArrayNode items = one.putArray("items");
      section.items().forEach(item -> items.add(item.id()));
    }
    layout.putArray("omit");
    layout.putObject("labels");
    layout.putArray("extra");
    ObjectNode fax = layout.putObject("fax");
    fax.putArray("leaveOut");
    fax.putArray("send");
    return pretty(layout.toString());
  }

  /** The text with a line for each item, as errors name lines. */
  public static String pretty(String json) {
    JsonMapper mapper = JsonMapper.shared();
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    return mapper.writer().with(printer).writeValueAsString(mapper.readTree(json));
  }
}
