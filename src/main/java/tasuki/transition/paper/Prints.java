package tasuki.transition.paper;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Organization;
import tasuki.directory.Organizations;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.file.StoredFile;
import tasuki.form.Audience;
import tasuki.form.FormDefinition;
import tasuki.form.FormValues;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Idempotency;
import tasuki.kernel.Ids;
import tasuki.print.Paper;
import tasuki.print.QrImage;
import tasuki.print.Sheets;
import tasuki.transition.Stays;
import tasuki.transition.document.Document;
import tasuki.transition.document.DocumentId;
import tasuki.transition.document.Documents;

/** Puts forms on paper and keeps an exact copy of every sheet, with who made it and when. */
@Service
@Transactional
public class Prints {

  /** What a sheet is for. */
  public enum Kind {
    /** Handed over, or kept in a folder. */
    PRINT,
    /** With a cover, and without what does not belong on a fax. */
    FAX
  }

  /**
   * How it is to be printed.
   *
   * @param toName whom a fax goes to
   * @param base where Tasuki is reached, for the code to scan
   */
  public record Order(
      Kind kind,
      Naming naming,
      @Nullable String toName,
      @Nullable String toFax,
      @Nullable String note,
      String base) {}

  /** Somebody without an account said that it arrived. */
  public record Receipt(String name, String office, OffsetDateTime at) {}

  /** A sheet that was made. */
  public record Print(
      UUID id,
      DocumentId document,
      Kind kind,
      Naming naming,
      int pages,
      @Nullable String toName,
      @Nullable String toFax,
      String code,
      FileId file,
      String accountName,
      OffsetDateTime at) {}

  /** A kept copy with its bytes. */
  public record Opened(StoredFile file, InputStream bytes) {}

  private static final long MOST_BYTES = 10L * 1024 * 1024;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Idempotency idempotency;
  private final AuditLog audit;
  private final Documents documents;
  private final Stays stays;
  private final Organizations organizations;
  private final SheetMaker maker;
  private final Paper paper;
  private final FileStore files;
  private final String url;

  Prints(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      Idempotency idempotency,
      AuditLog audit,
      Documents documents,
      Stays stays,
      Organizations organizations,
      SheetMaker maker,
      Paper paper,
      FileStore files,
      @Value("${tasuki.url:}") String url) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.idempotency = idempotency;
    this.audit = audit;
    this.documents = documents;
    this.stays = stays;
    this.organizations = organizations;
    this.maker = maker;
    this.paper = paper;
    this.files = files;
    this.url = url;
  }

  /**
   * Makes the sheets of a form and keeps them. What was printed under the key is not printed twice.
   *
   * @throws AbsentException when there is no such form for the acting organisation
   */
  public UUID print(DocumentId id, Order order, Viewer viewer, UUID key) {
    return idempotency.once(key, () -> make(documents.find(id), order, viewer));
  }

  private UUID make(Document document, Order order, Viewer viewer) {
    String code = ReceiptCodes.next();
    Locale locale = Locale.JAPANESE;
    Map<String, @Nullable Object> model = model(document, order, viewer, code, locale);
    Sheets sheets = paper.pdf("transition/paper/form", model, locale);
    if (order.kind() == Kind.FAX) {
      // The cover names the number of sheets, itself among them, so it is printed once more.
      model.put("pages", sheets.pages());
      sheets = paper.pdf("transition/paper/form", model, locale);
    }
    FormDefinition form = documents.definition(document);
    String caseNumber = stays.get(document.stay()).caseNumber();
    FileId file =
        files.store(
            new ByteArrayInputStream(sheets.bytes()),
            form.title().ja() + "_" + caseNumber + ".pdf",
            MOST_BYTES);
    files.reference(List.of(file));
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into transition.print (id, document, stay, person, definition, kind, named, pages,
              to_name, to_fax, code, file, at)
            values (:id, :document, :stay, :person, :definition, :kind, :named, :pages, :toName,
              :toFax, :code, :file, :at)
            """)
        .param("id", id)
        .param("document", document.id().value())
        .param("stay", document.stay().value())
        .param("person", document.person().value())
        .param("definition", document.definition())
        .param("kind", order.kind().name())
        .param("named", order.naming().name())
        .param("pages", sheets.pages())
        .param("toName", order.toName())
        .param("toFax", order.toFax())
        .param("code", code)
        .param("file", file.value())
        .param("at", OffsetDateTime.now(clock))
        .update();
    audit.changed(
        order.kind() == Kind.FAX ? "document.faxed" : "document.printed",
        document.id().value(),
        List.of(document.person().value()),
        id.toString());
    return id;
  }

  private Map<String, @Nullable Object> model(
      Document document, Order order, Viewer viewer, String code, Locale locale) {
    FormDefinition form = documents.definition(document);
    Audience audience = order.kind() == Kind.FAX ? Audience.FAX : Audience.PROFESSIONAL;
    boolean secret = secretAddress(document);
    FormValues values = order.naming().apply(documents.values(document.id(), audience)).asked(form);
    Organization own = viewer.organization();
    OffsetDateTime now = OffsetDateTime.now(clock);
    String base = url.isEmpty() ? order.base() : url;
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("sheet", maker.sheet(form, values, audience, secret, locale));
    model.put("draft", document.draft());
    model.put("fax", order.kind() == Kind.FAX);
    model.put("naming", order.naming());
    model.put("toName", order.toName());
    model.put("toFax", order.toFax());
    model.put("note", order.note());
    model.put("from", own);
    model.put("fromName", viewer.account().name());
    model.put("author", organizations.get(document.organization()).name());
    model.put(
        "printedAt",
        JapaneseDates.inFull(JapanTime.at(now.toInstant()).toLocalDate(), locale)
            + " %tR".formatted(JapanTime.at(now.toInstant())));
    model.put("code", ReceiptCodes.blocks(code));
    model.put("address", base.replaceFirst("^https?://", "") + "/r");
    model.put("qr", QrImage.address(base + "/r?c=" + code));
    model.put("pages", null);
    return model;
  }

  private boolean secretAddress(Document document) {
    return jdbc.sql(
            """
            select not person.seen_in_full(:person) or person.address_is_secret(:person, :today)
            """)
        .param("person", document.person().value())
        .param("today", JapanTime.today(clock))
        .query(Boolean.class)
        .single();
  }

  /** What the acting organisation has printed of a form, the newest first. */
  @Transactional(readOnly = true)
  public List<Print> of(DocumentId document) {
    return jdbc.sql(SELECT + " where print.document = ? order by print.id desc limit 50")
        .param(document.value())
        .query(Prints::print)
        .list();
  }

  /**
   * A sheet of the acting organisation.
   *
   * @throws AbsentException when there is none
   */
  @Transactional(readOnly = true)
  public Print get(UUID id) {
    return jdbc.sql(SELECT + " where print.id = ?")
        .param(id)
        .query(Prints::print)
        .optional()
        .orElseThrow(() -> new AbsentException("print"));
  }

  /** Who confirmed a sheet by its code. */
  @Transactional(readOnly = true)
  public List<Receipt> receipts(UUID print) {
    return jdbc.sql("select * from transition.print_receipt where print = ? order by at")
        .param(print)
        .query(
            (row, _) ->
                new Receipt(
                    row.getString("said_name"),
                    row.getString("said_office"),
                    row.getObject("at", OffsetDateTime.class)))
        .list();
  }

  /** The kept copy; whoever asks closes the stream. */
  @Transactional(readOnly = true)
  public Opened open(UUID id) {
    Print print = get(id);
    Document document = documents.find(print.document());
    audit.viewed("document.print", List.of(document.person().value()), id);
    return new Opened(files.get(print.file()), files.open(print.file()));
  }

  private static final String SELECT =
      """
      select print.*, account.name as account_name from transition.print print
      join identity.account account on account.id = print.account
      """;

  private static Print print(ResultSet row, int number) throws SQLException {
    return new Print(
        row.getObject("id", UUID.class),
        new DocumentId(row.getObject("document", UUID.class)),
        Kind.valueOf(row.getString("kind")),
        Naming.valueOf(row.getString("named")),
        row.getInt("pages"),
        row.getString("to_name"),
        row.getString("to_fax"),
        row.getString("code"),
        new FileId(row.getObject("file", UUID.class)),
        row.getString("account_name"),
        row.getObject("at", OffsetDateTime.class));
  }
}
