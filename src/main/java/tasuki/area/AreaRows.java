package tasuki.area;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import tasuki.table.Cells;
import tasuki.table.Fault;
import tasuki.table.ListRows;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the rows of a list of areas: smaller base units first, then the areas made of them. */
final class AreaRows {

  private static final Pattern CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z_.-]{0,29}");
  private static final int LONGEST_NAME = 100;

  private static final List<BaseUnit.Kind> SMALLER =
      List.of(BaseUnit.Kind.FORMER_MUNICIPALITY, BaseUnit.Kind.TOWN, BaseUnit.Kind.LIVING_PART);

  private final AreaGround ground;
  private final LocalDate today;
  private final MessageSource messages;
  private final ListRows rows;

  AreaRows(AreaGround ground, LocalDate today, MessageSource messages, ListRows rows) {
    this.ground = ground;
    this.today = today;
    this.messages = messages;
    this.rows = rows;
  }

  void row(Cells cells) {
    Optional<BaseUnit.Kind> unit =
        SMALLER.stream().filter(kind -> isCalled(cells, kind.name(), "area.unit.")).findFirst();
    Optional<AreaKind> area =
        Arrays.stream(AreaKind.values())
            .filter(kind -> isCalled(cells, kind.name(), "area.kind."))
            .findFirst();
    if (unit.isPresent()) {
      unit(cells, unit.get());
    } else if (area.isPresent()) {
      area(cells, area.get());
    } else {
      cells.reject("kind", "area.fault.kind", cells.plain("kind"));
      reject(cells, null);
    }
  }

  private boolean isCalled(Cells cells, String kind, String words) {
    String typed = plain(cells.plain("kind"));
    return Stream.of(
            kind,
            messages.getMessage(words + kind, null, Locale.JAPANESE),
            messages.getMessage(words + kind, null, Locale.ENGLISH))
        .anyMatch(name -> plain(name).equals(typed));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s", "")
        .toLowerCase(Locale.ROOT);
  }

  private void unit(Cells cells, BaseUnit.Kind kind) {
    String municipality = cells.plain("municipality");
    String code = code(cells);
    if (!ground.knowsUnit(municipality)) {
      cells.reject("municipality", "area.fault.municipality", municipality);
    } else if (!code.startsWith(municipality + "-")) {
      cells.reject("code", "area.fault.unit-code", municipality + "-1");
    }
    ObjectNode content = common(cells, kind.name(), code);
    content.put("kana", cells.plain("kana"));
    content.put("municipality", municipality);
    if (cells.faults().isEmpty()) {
      ground.addUnit(code, municipality);
      String scope = kind + " " + municipality;
      rows.take(cells.row().number(), scope, kind + " " + code, content.toString());
    } else {
      reject(cells, kind + " " + code);
    }
  }

  private static String code(Cells cells) {
    String code = cells.plain("code");
    if (!CODE.matcher(code).matches()) {
      cells.reject("code", "area.fault.code", code);
    }
    return code;
  }

  /** What units and areas have in common, always in this order. */
  private ObjectNode common(Cells cells, String kind, String code) {
    String name = cells.text("name", LONGEST_NAME);
    String english = cells.plain("name_en");
    String from = cells.day("valid_from").map(LocalDate::toString).orElse("");
    String until =
        cells.plain("valid_until").isEmpty()
            ? ""
            : cells.day("valid_until").map(LocalDate::toString).orElse("");
    if (!from.isEmpty() && !until.isEmpty() && until.compareTo(from) <= 0) {
      cells.reject("valid_until", "area.fault.ends-before", until, from);
    }
    ObjectNode content = JsonMapper.shared().createObjectNode();
    content.put("kind", kind);
    content.put("code", code);
    content.put("name", name);
    content.put("name_en", english.isEmpty() ? name : english);
    content.put("valid_from", from);
    content.put("valid_until", until);
    return content;
  }

  private void area(Cells cells, AreaKind kind) {
    String code = code(cells);
    ObjectNode content = common(cells, kind.name(), code);
    Set<String> units = units(cells);
    content.set("base_units", JsonMapper.shared().valueToTree(units));
    String from = content.get("valid_from").asString();
    String key = kind + " " + code + " " + from;
    if (cells.faults().isEmpty()) {
      String until = content.get("valid_until").asString();
      AreaGround.Vintage vintage =
          new AreaGround.Vintage(
              kind.name(),
              code,
              content.get("name").asString(),
              content.get("name_en").asString(),
              LocalDate.parse(from),
              until.isEmpty() ? null : LocalDate.parse(until),
              units);
      judge(cells, kind, vintage);
      if (cells.faults().isEmpty()) {
        ground.add(vintage);
        rows.take(cells.row().number(), kind + " " + from, key, content.toString());
        return;
      }
    }
    reject(cells, from.isEmpty() ? null : key);
  }

  private Set<String> units(Cells cells) {
    Set<String> units = new TreeSet<>();
    for (String unit : cells.plain("base_units").split("[\\s、,;・]+", -1)) {
      if (unit.isEmpty()) {
        continue;
      }
      if (!ground.knowsUnit(unit)) {
        cells.reject("base_units", "area.fault.unit", unit);
      } else if (!units.add(unit)) {
        cells.reject("base_units", "area.fault.unit-twice", unit);
      }
    }
    if (units.isEmpty() && cells.faults().isEmpty()) {
      cells.reject("base_units", "area.fault.no-units");
    }
    return units;
  }

  private void judge(Cells cells, AreaKind kind, AreaGround.Vintage vintage) {
    ground
        .overlapping(vintage)
        .ifPresent(
            other -> cells.reject("valid_from", "area.fault.overlap", other.from().toString()));
    if (!kind.mayOverlap()) {
      ground
          .sharing(vintage)
          .ifPresent(other -> cells.reject("base_units", "area.fault.shared", other.name()));
    }
    if (!vintage.from().isAfter(today)) {
      Optional<AreaGround.Vintage> known = ground.known(vintage);
      if (known.isPresent()
          ? !isSame(known.get(), vintage)
          : ground.isInForce(kind.name(), today)) {
        cells.reject("valid_from", "area.fault.in-force");
      }
    }
  }

  /** Its end may still be said, if it does not lie in the past. */
  private boolean isSame(AreaGround.Vintage known, AreaGround.Vintage vintage) {
    LocalDate until = vintage.until();
    return known.name().equals(vintage.name())
        && known.nameEnglish().equals(vintage.nameEnglish())
        && known.units().equals(vintage.units())
        && (Objects.equals(known.until(), until) || until == null || until.isAfter(today));
  }

  private void reject(Cells cells, @Nullable String key) {
    for (Fault fault : cells.faults()) {
      if (key == null) {
        rows.reject(cells.row().number(), fault, cells.row().cells());
      } else {
        rows.reject(cells.row().number(), key, fault, cells.row().cells());
      }
    }
  }
}
