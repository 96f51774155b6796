package tasuki.transition.document;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.identity.Viewer;
import tasuki.transition.Mode;
import tasuki.transition.StepKind;

/** Puts forms into the words of lists and headings. */
@Component
@Transactional(readOnly = true)
class DocumentWords {

  /**
   * A form in a list.
   *
   * @param chip draft, unseen, received or done, as the parts show it
   * @param about the person; null where the list is about one person
   */
  record Line(
      String href,
      String title,
      String chip,
      String state,
      String what,
      @Nullable String about,
      boolean toReceive,
      UUID key) {}

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private final MessageSource messages;
  private final Organizations organizations;
  private final DocumentRows rows;
  private final Documents documents;
  private final Clock clock;

  DocumentWords(
      MessageSource messages,
      Organizations organizations,
      DocumentRows rows,
      Documents documents,
      Clock clock) {
    this.messages = messages;
    this.organizations = organizations;
    this.rows = rows;
    this.documents = documents;
    this.clock = clock;
  }

  String of(String key, Object... arguments) {
    return Objects.requireNonNull(
        messages.getMessage(
            "transition.document." + key, arguments, LocaleContextHolder.getLocale()));
  }

  String kind(StepKind kind) {
    return Objects.requireNonNull(
        messages.getMessage("transition.kind." + kind, null, LocaleContextHolder.getLocale()));
  }

  String mode(Mode mode) {
    return Objects.requireNonNull(
        messages.getMessage("transition.mode." + mode, null, LocaleContextHolder.getLocale()));
  }

  String moment(OffsetDateTime at) {
    LocalDateTime there = JapanTime.at(at.toInstant());
    return JapaneseDates.dayAndMonth(there.toLocalDate(), LocaleContextHolder.getLocale())
        + " "
        + TIME.format(there);
  }

  /** The time of day, for what was saved just now. */
  String time() {
    return TIME.format(JapanTime.now(clock));
  }

  String title(Document document) {
    return documents.definition(document).title().in(LocaleContextHolder.getLocale());
  }

  String organization(@Nullable OrganizationId id) {
    return id == null ? "" : organizations.find(id).map(found -> found.name()).orElse("");
  }

  String account(UUID id) {
    return rows.accountNames(List.of(id)).getOrDefault(id, "");
  }

  Line line(Document document, Viewer viewer, @Nullable String about, UUID key) {
    boolean ours = viewer.organization().id().equals(document.recipient());
    OffsetDateTime sent = document.sentAt();
    String from = organization(document.organization());
    String what =
        sent == null
            ? of("line.draft", from, account(document.savedBy()), moment(document.savedAt()))
            : document.paper()
                ? of(
                    "line.paper",
                    from,
                    moment(Objects.requireNonNull(document.paperAt())),
                    mode(Objects.requireNonNull(document.paperMode())))
                : of("line.sent", from, account(document.account()), moment(sent));
    return new Line(
        "/documents/" + document.id(),
        (document.revises() == null ? "" : of("revised") + " ") + title(document),
        chip(document),
        of("state." + document.state()),
        what,
        about,
        ours && document.state() == DocumentState.SENT && !document.paper(),
        key);
  }

  static String chip(Document document) {
    return switch (document.state()) {
      case DRAFT, DISCARDED -> "draft";
      case SENT -> document.paper() ? "done" : "unseen";
      case RECEIVED -> "received";
      case READ -> "done";
    };
  }

  /** Who received and read it, by name, as lines. */
  List<String> receipts(Document document) {
    return rows.receipts(document.id()).stream()
        .map(
            one ->
                of(
                    one.read() ? "receipt.read" : "receipt.received",
                    moment(one.at()),
                    organization(one.organization()),
                    account(one.account())))
        .toList();
  }

  /** Where prefilled answers come from, in words. */
  Map<String, String> origins(Document draft) {
    Map<String, String> stored = rows.stored(draft.id()).origins();
    Map<String, String> words = new LinkedHashMap<>();
    DocumentId previous = draft.previous();
    String last =
        stored.containsValue("LAST") && previous != null ? last(previous) : of("origin.LAST.any");
    stored.forEach(
        (item, origin) -> words.put(item, origin.equals("LAST") ? last : of("origin." + origin)));
    return words;
  }

  private String last(DocumentId previous) {
    Document before = rows.get(previous);
    OffsetDateTime sent = before.sentAt();
    return of(
        "origin.LAST",
        sent == null ? "" : moment(sent).replaceAll(" .*", ""),
        organization(before.organization()));
  }
}
