package tasuki.transition.rate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tasuki.calendar.JapanTime;
import tasuki.table.SheetColumn;
import tasuki.table.TableWriter;
import tasuki.web.Anybody;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The published rates as open data. */
@Controller
@Anybody
class OpenRatesController {

  private final PublicSheets sheets;
  private final RateWords say;

  OpenRatesController(PublicSheets sheets, RateWords say) {
    this.sheets = sheets;
    this.say = say;
  }

  @GetMapping("/open-data/rates.csv")
  ResponseEntity<byte[]> csv(
      @RequestParam(defaultValue = "") String year,
      @RequestParam(defaultValue = "") String version) {
    List<List<@Nullable Object>> lines = new ArrayList<>();
    List<SheetColumn> columns = new ArrayList<>();
    columns.add(SheetColumn.text(say.of("rate"), 16));
    Optional<Publications.Published> published = sheets.published(year, version);
    for (Rate rate : published.isEmpty() ? List.<Rate>of() : PublicRates.RATES) {
      tasuki.table.Sheet sheet = sheets.table(sheets.sheet(rate, published.get()));
      if (columns.size() == 1) {
        columns.addAll(sheet.columns());
      }
      for (List<@Nullable Object> row : sheet.rows()) {
        List<@Nullable Object> line = new ArrayList<>(row);
        line.addFirst(rate.name().toLowerCase(Locale.ROOT));
        lines.add(line);
      }
    }
    byte[] bytes =
        TableWriter.csv(new tasuki.table.Sheet("rates", "rates", List.of(), columns, lines));
    return taken(new MediaType("text", "csv", StandardCharsets.UTF_8), bytes);
  }

  private static ResponseEntity<byte[]> taken(MediaType type, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
        .body(bytes);
  }

  @GetMapping("/open-data/rates.json")
  ResponseEntity<byte[]> json(
      @RequestParam(defaultValue = "") String year,
      @RequestParam(defaultValue = "") String version) {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode all = mapper.createObjectNode();
    ArrayNode list = all.putArray("rates");
    Optional<Publications.Published> found = sheets.published(year, version);
    if (found.isPresent()) {
      Publications.Published published = found.get();
      Standard standard = published.standard();
      all.put("fiscalYear", published.year().year());
      all.put("version", published.version());
      all.put("publishedOn", JapanTime.at(published.at().toInstant()).toLocalDate().toString());
      all.put("reason", published.reason());
      all.put("note", say.of("public.rule") + " " + say.of("public.former.rule"));
      for (Rate rate : PublicRates.RATES) {
        PublicSheets.Sheet sheet = sheets.sheet(rate, published);
        ObjectNode one = list.addObject();
        one.put("rate", rate.name().toLowerCase(Locale.ROOT));
        one.put("name", say.name(rate, standard.names()));
        one.put("definition", say.definition(rate, standard) + " " + say.leftOut(standard));
        one.put("areaKind", PublicRates.KIND.name());
        put(one.putArray("areas"), sheets.areaRows(sheet));
        put(one.putArray("months"), sheets.monthRows(sheet));
      }
    }
    return taken(MediaType.APPLICATION_JSON, mapper.writeValueAsBytes(all));
  }

  private static void put(ArrayNode array, List<PublicSheets.Named> rows) {
    for (PublicSheets.Named row : rows) {
      row.shown()
          .forEach(
              (group, shown) ->
                  array
                      .addObject()
                      .put("code", row.code())
                      .put("name", row.label())
                      .put("group", group)
                      .put("cases", shown.all())
                      .put("done", shown.done())
                      .put("share", shown.share())
                      .put("former", shown.former()));
    }
  }
}
