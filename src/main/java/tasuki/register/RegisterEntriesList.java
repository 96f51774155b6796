package tasuki.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.directory.OrganizationId;
import tasuki.table.Cells;
import tasuki.table.Column;
import tasuki.table.ListChanges;
import tasuki.table.ListFile;
import tasuki.table.ListKind;
import tasuki.table.ListRows;
import tasuki.table.TableRow;
import tasuki.table.Tables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who stands in the registers that rest on a notification to the regional bureau or on the state's
 * designation: a list of register, institution, number and days. A list speaks for the registers
 * that occur in it.
 */
@Component
class RegisterEntriesList implements ListKind {

  /** What a row says of one institution in one register, always written the same way. */
  private record Row(String number, LocalDate from, @Nullable LocalDate until) {

    static Row read(String content) {
      JsonNode node = JsonMapper.shared().readTree(content);
      return new Row(
          node.path("number").stringValue(),
          LocalDate.parse(node.path("from").stringValue()),
          node.path("until").isString() ? LocalDate.parse(node.path("until").stringValue()) : null);
    }

    String content() {
      var node = JsonMapper.shared().createObjectNode();
      node.put("number", number).put("from", from.toString());
      if (until != null) {
        node.put("until", until.toString());
      }
      return JsonMapper.shared().writeValueAsString(node);
    }
  }

  private static final List<Column> COLUMNS =
      List.of(
          Column.required("register", "名簿の記号", "名簿", "register"),
          Column.required("code", "医療機関番号", "医療機関コード", "事業所番号", "薬局番号", "code"),
          Column.optional("number", "受理番号", "登録番号", "番号", "number"),
          Column.required("from", "算定開始年月日", "有効期間開始日", "有効になる日", "指定年月日", "from"),
          Column.optional("until", "有効期限", "有効期間終了日", "until"));

  private final JdbcClient jdbc;
  private final Registers registers;
  private final Entries entries;
  private final History history;

  RegisterEntriesList(JdbcClient jdbc, Registers registers, Entries entries, History history) {
    this.jdbc = jdbc;
    this.registers = registers;
    this.entries = entries;
    this.history = history;
  }

  @Override
  public String kind() {
    return "register-entries";
  }

  @Override
  @Transactional(readOnly = true)
  public void read(ListFile file, ListRows rows) {
    Map<String, Register> known = registers.byCode();
    Tables.read(file, COLUMNS, cells -> row(cells, known, rows));
  }

  private void row(Cells cells, Map<String, Register> known, ListRows rows) {
    TableRow row = cells.row();
    String name = cells.plain("register").toLowerCase(Locale.ROOT);
    String code = cells.plain("code").replaceAll("[^0-9A-Za-z]", "");
    Register register = known.get(name);
    if (register == null
        || !register.decider().takesLists()
        || register.concerns() != Concerns.ORGANIZATION) {
      cells.reject("register", "register.list.fault.register", cells.plain("register"));
    } else if (organization(register, code).isEmpty()) {
      cells.reject("code", "register.list.fault.organization", cells.plain("code"));
    }
    Optional<LocalDate> from = cells.day("from");
    Optional<LocalDate> until =
        cells.plain("until").isEmpty() ? Optional.empty() : cells.day("until");
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      cells.reject("until", "register.list.fault.days");
    }
    String key = name + "/" + code;
    if (!cells.faults().isEmpty()) {
      rows.reject(row.number(), key, cells.faults().getFirst(), row.cells());
      return;
    }
    Row said = new Row(cells.plain("number"), from.orElseThrow(), until.orElse(null));
    rows.take(row.number(), name, key, said.content());
  }

  private Optional<OrganizationId> organization(Register register, String code) {
    return jdbc.sql(
            """
            select id from directory.organization
            where code = :code and kind = any (:kinds::text[])
            order by closed_on is not null, opened_on desc limit 1
            """)
        .param("code", code)
        .param("kinds", register.kinds().stream().map(Enum::name).toArray(String[]::new))
        .query((row, _) -> new OrganizationId(row.getObject("id", UUID.class)))
        .optional();
  }

  @Override
  @Transactional
  public void project(ListChanges changes) {
    Map<String, Register> known = new HashMap<>(registers.byCode());
    changes.forEach(
        change -> {
          Register register = known.get(change.scope());
          if (register != null) {
            String code = change.key().substring(change.key().indexOf('/') + 1);
            organization(register, code)
                .ifPresent(organization -> project(register, organization, change.after()));
          }
        });
  }

  private void project(Register register, OrganizationId organization, @Nullable String after) {
    Optional<Entry> before = entries.listed(register.code(), organization);
    if (after == null) {
      before
          .filter(entry -> entry.state() == EntryState.VALID)
          .ifPresent(
              entry -> {
                entries.close(entry, EntryState.CANCELLED, entries.today(), null);
                history.add(entry, EventKind.UNLISTED, null);
              });
      return;
    }
    Row row = Row.read(after);
    Term term = new Term(row.from(), row.until());
    UUID id = before.map(Entry::id).orElse(null);
    if (before.isPresent()) {
      entries.hold(before.get(), row.number(), term);
    } else if (!entries.stands(register.code(), organization, null)) {
      id = entries.enter(register.code(), organization, null, row.number(), term, true);
    }
    if (id != null) {
      history.add(register.code(), organization, null, id, EventKind.LISTED, null, term);
    }
  }
}
