package tasuki.transition.rate;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.Area;
import tasuki.area.AreaId;
import tasuki.area.Areas;
import tasuki.audit.AuditLog;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Figures of surveys: taken in file by file, each file as a whole, and each can be undone. */
@Component
@Transactional
class Surveys {

  /** A file that was taken in, or is waiting to be. */
  record Import(
      UUID id,
      String name,
      int rowsRead,
      OffsetDateTime at,
      @Nullable OffsetDateTime appliedAt,
      @Nullable OffsetDateTime undoneAt,
      int rows) {

    boolean waiting() {
      return appliedAt == null && undoneAt == null;
    }

    boolean counts() {
      return appliedAt != null && undoneAt == null;
    }
  }

  /** A rejected row with its reason in both languages. */
  record Refused(String place, String reason, String cells, boolean blocks) {}

  /** A figure of an import and what stood there before; null where nothing did. */
  record Difference(SurveyRow row, @Nullable SurveyRow before) {

    boolean isSame() {
      return row.equals(before);
    }
  }

  /** A survey's figure beside what was counted in the same month. */
  record Beside(
      String survey,
      String month,
      String area,
      String answers,
      String all,
      String percent,
      String eventAll,
      String eventPercent) {}

  /** What became of a file. */
  record Taken(UUID id, int in, int kept, int changed, int rejected) {}

  private static final int YEARS_BESIDE = 5;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final SurveyFile file;
  private final Rates rates;
  private final Areas areas;
  private final MessageSource messages;
  private final RateWords say;

  Surveys(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      AuditLog audit,
      SurveyFile file,
      Rates rates,
      Areas areas,
      MessageSource messages,
      RateWords say) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.file = file;
    this.rates = rates;
    this.areas = areas;
    this.messages = messages;
    this.say = say;
  }

  /** Reads a file and keeps what it says, without letting it count yet. */
  public Taken check(byte[] bytes, String name) {
    SurveyFile.Read read = file.read(bytes, name);
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into transition.survey_import (id, name, rows_read, rejected, at)
            values (:id, :name, :read, :rejected::jsonb, :at)
            """)
        .param("id", id)
        .param("name", name.length() > 200 ? name.substring(0, 200) : name)
        .param("read", read.rows())
        .param("rejected", json(read.rejected()))
        .param("at", now())
        .update();
    if (read.isSound()) {
      read.taken().forEach(row -> insert(id, row));
    }
    Map<SurveyRow.Key, SurveyRow> before = current();
    int same = (int) read.taken().stream().filter(row -> row.equals(before.get(row.key()))).count();
    int refused =
        (int)
            read.rejected().stream()
                .map(one -> one.fault().row() + "" + one.cells())
                .distinct()
                .count();
    return read.isSound()
        ? new Taken(id, read.rows(), same, read.taken().size() - same, refused)
        : new Taken(id, read.rows(), 0, 0, refused);
  }

  private void insert(UUID id, SurveyRow row) {
    jdbc.sql(
            """
            insert into transition.survey_rate (import, survey, month, rate, area, care_group,
              asked, answered, denominator, numerator)
            values (:import, :survey, :month, :rate, :area, :group, :asked::integer,
              :answered::integer, :all, :done)
            """)
        .param("import", id)
        .param("survey", row.key().survey())
        .param("month", row.key().month().atDay(1))
        .param("rate", row.key().rate().name())
        .param("area", row.key().area())
        .param("group", row.key().group().name())
        .param("asked", row.asked())
        .param("answered", row.answered())
        .param("all", row.all())
        .param("done", row.done())
        .update();
  }

  private String json(List<SurveyFile.Rejected> rejected) {
    ArrayNode array = JsonMapper.shared().createArrayNode();
    for (SurveyFile.Rejected one : rejected) {
      ObjectNode node = array.addObject();
      for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
        ObjectNode words = node.putObject(locale.getLanguage());
        words.put("place", one.fault().place(messages, locale));
        words.put("reason", one.fault().because(messages, locale));
      }
      node.put("cells", String.join(" | ", one.cells()));
      node.put("blocks", one.blocks());
    }
    return JsonMapper.shared().writeValueAsString(array);
  }

  /**
   * Lets an import count.
   *
   * @throws RefusedException when a row of it was in error, or it counts or was undone already
   */
  public void apply(UUID id) {
    Import found = get(id);
    if (!found.waiting() || refused(id).stream().anyMatch(Refused::blocks) || found.rows() == 0) {
      throw RefusedException.because("rate.survey.refused.apply");
    }
    jdbc.sql("update transition.survey_import set applied_at = ? where id = ?")
        .params(now(), id)
        .update();
    audit.changed("rate.survey-imported", id, List.of(), found.name());
  }

  /** Takes an import back: what stood before it counts again. One that waits is laid aside. */
  public void undo(UUID id) {
    Import found = get(id);
    if (found.undoneAt() != null) {
      throw RefusedException.because("rate.survey.refused.undone");
    }
    jdbc.sql("update transition.survey_import set undone_at = ? where id = ?")
        .params(now(), id)
        .update();
    audit.changed("rate.survey-undone", id, List.of(), found.name());
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  @Transactional(readOnly = true)
  public Import get(UUID id) {
    return imports("where i.id = :id", id).stream()
        .findFirst()
        .orElseThrow(() -> new AbsentException("import"));
  }

  /** The imports, the latest first. */
  @Transactional(readOnly = true)
  public List<Import> all() {
    return imports("", null);
  }

  private List<Import> imports(String where, @Nullable UUID id) {
    return jdbc.sql(
            """
            select i.*, (select count(*) from transition.survey_rate r where r.import = i.id) as size
            from transition.survey_import i %s order by i.at desc, i.id desc limit 200
            """
                .formatted(where))
        .param("id", id)
        .query(
            (row, _) ->
                new Import(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getInt("rows_read"),
                    row.getObject("at", OffsetDateTime.class),
                    row.getObject("applied_at", OffsetDateTime.class),
                    row.getObject("undone_at", OffsetDateTime.class),
                    row.getInt("size")))
        .list();
  }

  /** The rejected rows of an import, with reasons in the page's language. */
  @Transactional(readOnly = true)
  public List<Refused> refused(UUID id) {
    String json =
        jdbc.sql("select rejected::text from transition.survey_import where id = ?")
            .param(id)
            .query(String.class)
            .optional()
            .orElseThrow(() -> new AbsentException("import"));
    String language = RateWords.locale().getLanguage().equals("en") ? "en" : "ja";
    List<Refused> refused = new ArrayList<>();
    for (JsonNode node : JsonMapper.shared().readTree(json)) {
      JsonNode words = node.get(language);
      refused.add(
          new Refused(
              words.get("place").asString(),
              words.get("reason").asString(),
              node.get("cells").asString(),
              node.get("blocks").asBoolean()));
    }
    return refused;
  }

  /** What an import says, beside what counts now without it. */
  @Transactional(readOnly = true)
  public List<Difference> differences(UUID id) {
    Map<SurveyRow.Key, SurveyRow> before = current(id);
    return rows("where r.import = :id", id).stream()
        .map(row -> new Difference(row, before.get(row.key())))
        .sorted(Comparator.comparing((Difference one) -> one.isSame()))
        .toList();
  }

  private Map<SurveyRow.Key, SurveyRow> current() {
    return current(new UUID(0, 0));
  }

  /** What counts now: of each figure the one applied last and not undone. */
  private Map<SurveyRow.Key, SurveyRow> current(UUID without) {
    Map<SurveyRow.Key, SurveyRow> current = new HashMap<>();
    rows(
            """
            join transition.survey_import i on i.id = r.import
            where i.applied_at is not null and i.undone_at is null and i.id <> :id
            order by i.applied_at, i.id
            """,
            without)
        .forEach(row -> current.put(row.key(), row));
    return current;
  }

  private List<SurveyRow> rows(String rest, UUID id) {
    return jdbc.sql("select r.* from transition.survey_rate r " + rest)
        .param("id", id)
        .query(Surveys::row)
        .list();
  }

  private static SurveyRow row(ResultSet row, int number) throws SQLException {
    return new SurveyRow(
        new SurveyRow.Key(
            row.getString("survey"),
            YearMonth.from(row.getObject("month", LocalDate.class)),
            Rate.valueOf(row.getString("rate")),
            row.getObject("area", UUID.class),
            RateQuery.Group.valueOf(row.getString("care_group"))),
        longOf(row, "asked"),
        longOf(row, "answered"),
        row.getLong("denominator"),
        row.getLong("numerator"));
  }

  private static @Nullable Long longOf(ResultSet row, String column) throws SQLException {
    Integer value = row.getObject(column, Integer.class);
    return value == null ? null : value.longValue();
  }

  /** The name of an area, of whatever date. */
  String areaName(UUID area) {
    return areas.find(new AreaId(area)).map(say::name).orElse("");
  }

  /**
   * The figures of surveys that ask for the same as the view counts: the same rate, the same
   * people, the cases that plan owners know of. Nothing else may stand beside it.
   */
  @Transactional(readOnly = true)
  public List<Beside> beside(RateQuery query, RateTable.View view) {
    boolean alike =
        query.rate().askedInSurveys()
            && query.standard().of() == Standard.Cases.KNOWN
            && query.where() == RateQuery.Where.ANYWHERE
            && query.hospital() == null
            && query.office() == null
            && Acting.current() instanceof Actor.Member;
    if (!alike) {
      return List.of();
    }
    List<UUID> shown = view.areas().stream().map(Area::id).map(AreaId::value).toList();
    YearMonth since = query.last().minusYears(YEARS_BESIDE);
    List<SurveyRow> rows =
        current().values().stream()
            .filter(row -> row.key().rate() == query.rate() && row.key().group() == query.group())
            .filter(row -> shown.contains(row.key().area()))
            .filter(row -> row.key().month().isAfter(since))
            .filter(row -> !row.key().month().isAfter(query.last()))
            .sorted(
                Comparator.comparing((SurveyRow row) -> row.key().month())
                    .reversed()
                    .thenComparing(row -> shown.indexOf(row.key().area())))
            .toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<List<Object>, Tally> events = new HashMap<>();
    RateQuery months = query.between(rows.getLast().key().month(), rows.getFirst().key().month());
    for (Rates.Counted one : rates.byArea(months)) {
      if (one.place() != null) {
        events.put(List.of(one.place(), one.month()), one.tally());
      }
    }
    return rows.stream()
        .map(
            row ->
                line(
                    row,
                    events.getOrDefault(
                        List.<Object>of(row.key().area(), row.key().month()), Tally.NOTHING)))
        .toList();
  }

  private Beside line(SurveyRow row, Tally event) {
    Long asked = row.asked();
    Long answered = row.answered();
    BigDecimal answers = asked == null || answered == null ? null : Tally.share(answered, asked);
    return new Beside(
        row.key().survey(),
        say.month(row.key().month()),
        areaName(row.key().area()),
        answers == null ? "" : "%s%% (%d/%d)".formatted(Tally.percent(answers), answered, asked),
        say.number(row.done()) + " / " + say.number(row.all()),
        Tally.percent(Tally.share(row.done(), row.all())),
        event.all() == 0 ? "" : say.number(event.done()) + " / " + say.number(event.all()),
        Tally.percent(event.share()));
  }
}
