package tasuki.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.directory.Position;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.table.SheetColumn;
import tasuki.table.TableWriter;
import tasuki.web.Anybody;
import tools.jackson.databind.json.JsonMapper;

/**
 * The directory as open data: one row for each open organisation, streamed, so that a whole country
 * needs no more memory than a town.
 */
@Controller
@Anybody
class OpenDirectoryController {

  /** A column of the open data, its name in the files and the message that explains it. */
  private enum Column {
    ID,
    KIND,
    NAME,
    KANA,
    CODE,
    CORPORATE_NUMBER,
    POSTCODE,
    ADDRESS,
    BASE_UNIT,
    TELEPHONE,
    FAX,
    WEBSITE,
    LATITUDE,
    LONGITUDE,
    PRECISION,
    OPENED_ON;

    String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A line of the data dictionary. */
  record Explained(String name, String meaning) {}

  /** As wide as a column of a sheet; a CSV has no widths. */
  private static final List<SheetColumn> COLUMNS =
      Arrays.stream(Column.values()).map(column -> SheetColumn.text(column.label(), 20)).toList();

  private static final int BATCH = 1_000;
  private static final Duration FRESH = Duration.ofHours(1);

  private final Organizations organizations;
  private final GuideWords say;
  private final Clock clock;

  OpenDirectoryController(Organizations organizations, GuideWords say, Clock clock) {
    this.organizations = organizations;
    this.say = say;
    this.clock = clock;
  }

  @GetMapping("/public/open-data")
  String dictionary(Model model) {
    model.addAttribute(
        "columns",
        Arrays.stream(Column.values())
            .map(column -> new Explained(column.label(), say.of("open-data.column." + column)))
            .toList());
    return "guide/open-data";
  }

  @GetMapping("/open-data/organizations.csv")
  void csv(HttpServletResponse answer) throws IOException {
    file(
        answer,
        "text/csv; charset=UTF-8",
        "organizations.csv",
        out -> rows(TableWriter.lines(new OutputStreamWriter(out, UTF_8), COLUMNS)));
  }

  @GetMapping("/open-data/organizations-ms932.csv")
  void ms932(HttpServletResponse answer) throws IOException {
    file(
        answer,
        "text/csv; charset=windows-31j",
        "organizations-ms932.csv",
        out -> rows(TableWriter.linesInMs932(out, COLUMNS)));
  }

  @GetMapping("/open-data/organizations.json")
  void json(HttpServletResponse answer) throws IOException {
    file(
        answer,
        MediaType.APPLICATION_JSON_VALUE,
        "organizations.json",
        out -> {
          JsonMapper mapper = JsonMapper.shared();
          out.write("[\n".getBytes(UTF_8));
          String[] separator = {""};
          each(
              one -> {
                var node = mapper.createObjectNode();
                for (Column column : Column.values()) {
                  String value = value(one, column);
                  if (value != null) {
                    node.put(column.label(), value);
                  }
                }
                out.write((separator[0] + node).getBytes(UTF_8));
                separator[0] = ",\n";
              });
          out.write("\n]\n".getBytes(UTF_8));
        });
  }

  /** Writes the file on the visitor's own thread; a session it may have is the visitor's. */
  private static void file(
      HttpServletResponse answer, String type, String name, Sink<OutputStream> body)
      throws IOException {
    answer.setContentType(type);
    answer.setHeader("Cache-Control", CacheControl.maxAge(FRESH).cachePublic().getHeaderValue());
    answer.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("Access-Control-Allow-Origin", "*");
    try (OutputStream out = new BufferedOutputStream(answer.getOutputStream())) {
      body.take(out);
    }
  }

  /** Takes one thing after another, and may fail to write it. */
  private interface Sink<T> {
    void take(T one) throws IOException;
  }

  private void rows(TableWriter.Lines lines) throws IOException {
    each(
        one -> {
          List<@Nullable Object> cells = new ArrayList<>();
          for (Column column : Column.values()) {
            cells.add(value(one, column));
          }
          lines.add(cells);
        });
    lines.close();
  }

  private void each(Sink<Organization> sink) throws IOException {
    LocalDate today = JapanTime.today(clock);
    OrganizationId after = new OrganizationId(new java.util.UUID(0, 0));
    while (true) {
      OrganizationId last = after;
      List<Organization> batch = Acting.as(Actor.NOBODY, () -> organizations.after(last, BATCH));
      for (Organization one : batch) {
        if (one.kind() != OrganizationKind.PERSON_AND_FAMILY
            && (one.closedOn() == null || one.closedOn().isAfter(today))) {
          sink.take(one);
        }
      }
      if (batch.size() < BATCH) {
        return;
      }
      after = batch.getLast().id();
    }
  }

  private static @Nullable String value(Organization one, Column column) {
    Position place = one.position();
    return switch (column) {
      case ID -> one.id().toString();
      case KIND -> one.kind().name();
      case NAME -> one.name();
      case KANA -> one.kana();
      case CODE -> one.code();
      case CORPORATE_NUMBER -> one.corporateNumber();
      case POSTCODE -> one.postcode();
      case ADDRESS -> one.address();
      case BASE_UNIT -> one.baseUnit();
      case TELEPHONE -> one.telephone();
      case FAX -> one.fax();
      case WEBSITE -> one.website();
      case LATITUDE -> place == null ? null : String.valueOf(place.latitude());
      case LONGITUDE -> place == null ? null : String.valueOf(place.longitude());
      case PRECISION -> place == null ? null : place.precision().name();
      case OPENED_ON -> one.openedOn().toString();
    };
  }
}
