package tasuki.directory.listing;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.area.Areas;
import tasuki.directory.OrganizationKind;
import tasuki.table.Fault;
import tasuki.table.ListChanges;
import tasuki.table.ListFile;
import tasuki.table.ListKind;
import tasuki.table.ListRows;
import tasuki.table.TableRow;
import tasuki.table.Tables;
import tasuki.table.UnreadableTableException;

/**
 * 保険医療機関 (医科) as the regional bureaus publish them: no heading; prefecture and code (9 digits),
 * code (7), name, postcode, address mostly without its prefecture.
 */
@Component
class InstitutionList implements ListKind {

  private static final List<String> COLUMNS = List.of("都道府県＋コード", "医療機関コード", "名称", "郵便番号", "所在地");

  private static final Pattern KEY = Pattern.compile("[0-9]{9}");
  private static final Pattern CODE = Pattern.compile("[0-9]{7}");

  private static final Pattern CLINIC =
      Pattern.compile("(?:診療所|クリニック|医院|分院|健診センター|医務室|クリニック.{1,3})$");
  private static final Pattern HOSPITAL = Pattern.compile("病院|医療センター$");

  private final Areas areas;
  private final Projection projection;

  InstitutionList(Areas areas, Projection projection) {
    this.areas = areas;
    this.projection = projection;
  }

  @Override
  public String kind() {
    return "institutions";
  }

  @Override
  public void read(ListFile file, ListRows rows) {
    Municipalities municipalities = new Municipalities(areas.everywhere());
    boolean[] seen = new boolean[1];
    Tables.read(
        file,
        row -> {
          seen[0] |= row.cells().size() == COLUMNS.size();
          take(row, municipalities, rows);
        });
    if (!seen[0]) {
      throw new UnreadableTableException("directory.list.no-institutions", file.name());
    }
  }

  private static void take(TableRow row, Municipalities municipalities, ListRows rows) {
    Fault fault = fault(row, municipalities);
    if (fault != null) {
      if (KEY.matcher(row.cell(0)).matches()) {
        rows.reject(row.number(), row.cell(0), fault, row.cells());
      } else {
        rows.reject(row.number(), fault, row.cells());
      }
      return;
    }
    String prefecture = row.cell(0).substring(0, 2);
    Content content = content(row, prefecture, municipalities);
    rows.take(row.number(), prefecture, row.cell(0), content.json());
  }

  private static @Nullable Fault fault(TableRow row, Municipalities municipalities) {
    if (row.cells().size() != COLUMNS.size()) {
      return Fault.at(row, null, "directory.list.columns", COLUMNS.size(), row.cells().size());
    }
    if (!KEY.matcher(row.cell(0)).matches()) {
      return at(row, 0, "directory.list.no-code", 9);
    }
    if (!CODE.matcher(row.cell(1)).matches()) {
      return at(row, 1, "directory.list.no-code", 7);
    }
    if (!municipalities.knows(row.cell(0).substring(0, 2))) {
      return at(row, 0, "directory.list.no-prefecture", row.cell(0).substring(0, 2));
    }
    if (!row.cell(0).substring(2).equals(row.cell(1))) {
      return at(row, 1, "directory.list.codes-differ", row.cell(0), row.cell(1));
    }
    if (row.cell(2).isEmpty() || row.cell(2).length() > Checks.LONGEST_NAME) {
      return at(row, 2, "directory.list.no-name", Checks.LONGEST_NAME);
    }
    if (row.cell(4).isEmpty() || row.cell(4).length() > Checks.LONGEST_ADDRESS) {
      return at(row, 4, "directory.list.no-address", Checks.LONGEST_ADDRESS);
    }
    return null;
  }

  private static Fault at(TableRow row, int column, String reason, Object... arguments) {
    return Fault.at(row, COLUMNS.get(column), reason, arguments);
  }

  private static Content content(TableRow row, String prefecture, Municipalities municipalities) {
    Cleaning cleaning = new Cleaning();
    if (!CheckDigits.isInstitution(prefecture, row.cell(1))) {
      cleaning.note("check-digit");
    }
    cleaning.letters(row.cell(2) + row.cell(4));
    String unit = Checks.unit(prefecture, row.cell(4), municipalities, cleaning);
    return new Content(
        kind(row.cell(2)),
        prefecture + "1" + row.cell(1),
        null,
        null,
        "",
        row.cell(2),
        "",
        "",
        null,
        cleaning.postcode(row.cell(3)),
        row.cell(4),
        unit,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        cleaning.notes());
  }

  /**
   * The list does not say what is a hospital. A clinic may not be called one (医療法 3条), so the name
   * tells it as far as a name can; a list that knows better is believed.
   */
  static OrganizationKind kind(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return HOSPITAL.matcher(plain).find() && !CLINIC.matcher(plain).find()
        ? OrganizationKind.HOSPITAL
        : OrganizationKind.CLINIC;
  }

  @Override
  public Optional<String> word(String field, String value) {
    return Content.word(field, value);
  }

  @Override
  public void project(ListChanges changes) {
    projection.apply(kind(), changes);
  }
}
