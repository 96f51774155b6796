package tasuki.transition.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.form.FormDefinition;
import tasuki.form.FormDefinitions;
import tasuki.form.FormDifference;
import tasuki.form.FormLayouts;
import tasuki.form.FormReader;
import tasuki.form.FormReading;
import tasuki.form.FormValues;
import tasuki.kernel.Acting;
import tasuki.kernel.Idempotency;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.person.Persons;
import tasuki.transition.Mode;
import tasuki.transition.NewStep;
import tasuki.transition.Side;
import tasuki.transition.StayFacts;
import tasuki.transition.StayId;
import tasuki.transition.Stays;
import tasuki.transition.StepKind;

/**
 * Writes forms: opens a draft with what is known, saves it as one types, sends it.
 *
 * <p>Sample data and importers write a whole form at once: acting as a member of the care office,
 * {@code DocumentId id = drafts.open(stay, FormDefinitions.ADMISSION_INFORMATION, key)}, then
 * {@code drafts.fill(id, FormValues.of(Map.of("move", List.of("1"), …)))}, then {@code
 * drafts.send(id, Mode.SYSTEM, otherKey)}; acting as the hospital, {@code documents.receive(id,
 * key)} and {@code documents.read(id, key)}. The record is the same with {@code DISCHARGE_RECORD}.
 * Each step of the log is written at the clock's time, so the clock is set first.
 */
@Service
@Transactional
public class Drafts {

  /** How paper goes. */
  static final Set<Mode> PAPER = EnumSet.of(Mode.FAX, Mode.MAIL, Mode.HANDED_OVER);

  /**
   * What became of a saving.
   *
   * @param others what somebody else changed and this page does not show yet
   * @param conflicts what somebody else saved in items that this page changed too; these were not
   *     saved
   */
  public record Saved(
      int edition, Map<String, List<String>> others, Map<String, List<String>> conflicts) {}

  /** Paper to be filed: when it came or went, and how. */
  public record Paper(LocalDate on, @Nullable LocalTime at, Mode mode, Collection<FileId> scans) {}

  private final DocumentRows rows;
  private final Documents documents;
  private final FormDefinitions definitions;
  private final FormLayouts layouts;
  private final FormReader reader;
  private final Prefill prefill;
  private final StayFacts facts;
  private final Stays stays;
  private final Persons persons;
  private final Organizations organizations;
  private final Areas areas;
  private final FileStore files;
  private final Idempotency idempotency;
  private final Ids ids;
  private final AuditLog audit;
  private final Clock clock;

  Drafts(
      DocumentRows rows,
      Documents documents,
      FormDefinitions definitions,
      FormLayouts layouts,
      FormReader reader,
      Prefill prefill,
      StayFacts facts,
      Stays stays,
      Persons persons,
      Organizations organizations,
      Areas areas,
      FileStore files,
      Idempotency idempotency,
      Ids ids,
      AuditLog audit,
      Clock clock) {
    this.rows = rows;
    this.documents = documents;
    this.definitions = definitions;
    this.layouts = layouts;
    this.reader = reader;
    this.prefill = prefill;
    this.facts = facts;
    this.stays = stays;
    this.persons = persons;
    this.organizations = organizations;
    this.areas = areas;
    this.files = files;
    this.idempotency = idempotency;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  /** Which side writes which form: the care manager both; the hospital may begin the record. */
  static boolean mayWrite(Side side, String definition) {
    return side == Side.CARE_MANAGER
        || side == Side.HOSPITAL && definition.equals(FormDefinitions.DISCHARGE_RECORD);
  }

  /**
   * Opens a draft with what is known, or goes on with the one that the own office has open.
   *
   * @throws RefusedException when this side does not write such a form or does not see the person
   */
  public DocumentId open(StayId stay, String definition, UUID key) {
    StayFacts.Facts around = around(stay, definition);
    return new DocumentId(
        idempotency.once(
            key,
            () ->
                rows.openDraft(stay, definition)
                    .map(draft -> draft.id().value())
                    .orElseGet(() -> begin(around, definition, null))));
  }

  /** Opens a draft that corrects a sent form of the own office; the sent one stays as it is. */
  public DocumentId revise(DocumentId id, UUID key) {
    Document sent = rows.get(id);
    if (sent.sentAt() == null
        || sent.paper()
        || !sent.organization().value().equals(Acting.organization())) {
      throw RefusedException.because("transition.document.refused.not-own");
    }
    StayFacts.Facts around = around(sent.stay(), sent.definition());
    return new DocumentId(
        idempotency.once(
            key,
            () ->
                rows.openDraft(sent.stay(), sent.definition())
                    .map(draft -> draft.id().value())
                    .orElseGet(() -> begin(around, sent.definition(), sent))));
  }

  private StayFacts.Facts around(StayId stay, String definition) {
    StayFacts.Facts around = facts.of(stay);
    if (!persons.seenInFull(around.stay().person())) {
      throw RefusedException.because("transition.refused.no-access");
    }
    if (!mayWrite(around.side(), definition)) {
      throw RefusedException.because("transition.document.refused.side");
    }
    return around;
  }

  private UUID begin(StayFacts.Facts around, String definition, @Nullable Document revised) {
    LocalDate today = JapanTime.today(clock);
    Organization hospital = organizations.get(around.stay().hospital());
    UUID area = layoutArea(hospital, today);
    FormDefinition form =
        layouts.of(area, definition, today).apply(definitions.inForce(definition, today));
    Optional<Document> previous =
        revised != null ? Optional.of(revised) : rows.lastSent(around.stay().person(), definition);
    UUID id = ids.next();
    rows.insert(
        new DocumentRows.Opening(
            id,
            around.stay().id(),
            around.stay().person(),
            form,
            area,
            recipient(around, definition),
            previous.map(Document::id).orElse(null),
            revised == null ? null : revised.id(),
            null,
            null));
    Document draft = rows.get(new DocumentId(id));
    rows.write(draft, form, beginning(around, form, previous.orElse(null), revised != null));
    audit.changed("document.opened", id, List.of(draft.person().value()), definition);
    return id;
  }

  /** The last form's answers, with today's facts before them. */
  private DocumentRows.Stored beginning(
      StayFacts.Facts around, FormDefinition form, @Nullable Document previous, boolean revises) {
    FormValues known = prefill.of(form, around);
    FormValues last =
        previous == null
            ? FormValues.EMPTY
            : rows.stored(previous.id())
                .values()
                .only(
                    item ->
                        form.find(item)
                            .map(one -> revises || !Prefill.ofTheDay(one))
                            .orElse(false));
    FormValues values = revises ? known.and(last) : last.and(known);
    Map<String, String> origins = new HashMap<>();
    String from = previous == null || hospitalWrote(previous, around) ? "HOSPITAL" : "LAST";
    last.items().forEach(item -> origins.put(item, from));
    known.items().stream()
        .filter(item -> values.all(item).equals(known.all(item)))
        .forEach(item -> origins.put(item, item.startsWith("hearing-") ? "LOG" : "FACT"));
    return new DocumentRows.Stored(values, origins, Trail.EMPTY, Set.of());
  }

  private static boolean hospitalWrote(Document previous, StayFacts.Facts around) {
    return previous.stay().equals(around.stay().id())
        && previous.organization().equals(around.stay().hospital());
  }

  private @Nullable UUID layoutArea(Organization hospital, LocalDate day) {
    String unit = hospital.baseUnit();
    return unit == null
        ? null
        : areas.around(unit, AreaKind.TRANSITION_RULE_AREA, day).stream()
            .findFirst()
            .map(area -> area.id().value())
            .orElse(null);
  }

  /** The information goes to the hospital, the hospital's half of the record to the office. */
  private static @Nullable OrganizationId recipient(StayFacts.Facts around, String definition) {
    if (definition.equals(FormDefinitions.ADMISSION_INFORMATION)) {
      return around.stay().hospital();
    }
    Organization office = around.office();
    return around.side() == Side.HOSPITAL && office != null ? office.id() : null;
  }

  /**
   * Saves what a page shows.
   *
   * @param edition the one the page was loaded from
   * @param typed every item of the page, read but perhaps with errors
   */
  public Saved save(DocumentId id, int edition, FormValues typed) {
    Document draft = rows.lockDraft(id);
    FormDefinition form = documents.definition(draft);
    DocumentRows.Stored stored = rows.stored(id);
    int next = draft.edition() + 1;
    Merging merged =
        Merging.of(
            form,
            stored.values(),
            stored.trail(),
            new Merging.Page(typed, edition, Acting.account()),
            next);
    Set<String> changed =
        new LinkedHashSet<>(FormDifference.between(form, stored.values(), merged.values()).items());
    if (changed.isEmpty()) {
      return new Saved(draft.edition(), merged.others(), merged.conflicts());
    }
    Map<String, String> origins = new HashMap<>(stored.origins());
    origins.keySet().removeAll(changed);
    rows.write(
        draft, form, new DocumentRows.Stored(merged.values(), origins, merged.trail(), Set.of()));
    rows.saved(id, next);
    audit.changed(
        "document.saved", id.value(), List.of(draft.person().value()), String.join(" ", changed));
    return new Saved(next, merged.others(), merged.conflicts());
  }

  /** Writes these answers over those of the draft, whoever wrote them. */
  public void fill(DocumentId id, FormValues answers) {
    Document draft = rows.lockDraft(id);
    save(id, draft.edition(), rows.stored(id).values().and(answers));
  }

  /** Takes hearings that were logged after the draft was opened into items still blank. */
  public void hear(DocumentId id) {
    Document draft = rows.lockDraft(id);
    FormDefinition form = documents.definition(draft);
    FormValues now = rows.stored(id).values();
    FormValues heard =
        prefill.ofHearings(form, facts.of(draft.stay())).only(item -> now.all(item).isEmpty());
    if (!heard.isEmpty()) {
      fill(id, heard);
    }
  }

  /** What keeps the draft from being sent, at its fields. */
  @Transactional(readOnly = true)
  public FormReading check(DocumentId id) {
    Document draft = documents.find(id);
    return reader.complete(documents.definition(draft), rows.stored(id).values());
  }

  /** The items of a draft answered otherwise than in the form it began with. */
  @Transactional(readOnly = true)
  public Set<String> changedSoFar(Document draft) {
    return changed(draft, rows.stored(draft.id()).values());
  }

  private Set<String> changed(Document draft, FormValues now) {
    FormValues before = documents.before(draft);
    if (before == null) {
      return Set.of();
    }
    FormDefinition form = documents.definition(draft);
    Set<String> changed = new LinkedHashSet<>(FormDifference.between(form, before, now).items());
    changed.removeIf(item -> form.find(item).map(Prefill::ofTheDay).orElse(true));
    return changed;
  }

  /**
   * Sends a draft; from then on nobody changes it. Inside Tasuki it is on the other side's list; by
   * paper it is noted as sent. Information at admission is logged as a step of the case.
   *
   * @param mode SYSTEM where the receiving side takes part, else how the paper goes
   * @return the errors at the fields; nothing was sent while there are any
   */
  public FormReading send(DocumentId id, Mode mode, UUID key) {
    Document document = rows.get(id);
    if (document.sentAt() != null) {
      // A repeated sending of the same key, or of the same form, changes nothing.
      return new FormReading(rows.stored(id).values(), List.of(), Map.of());
    }
    Document draft = rows.lockDraft(id);
    FormDefinition form = documents.definition(draft);
    FormReading reading =
        draft.paper()
            ? reader.draft(form, typed(rows.stored(id).values()))
            : reader.complete(form, rows.stored(id).values());
    if (reading.hasErrors()) {
      return reading;
    }
    requireWay(draft, mode);
    idempotency.once(
        key,
        () -> {
          FormValues asked = reading.values().asked(form);
          Set<String> changed = changed(draft, asked);
          rows.write(draft, form, new DocumentRows.Stored(asked, Map.of(), Trail.EMPTY, changed));
          rows.sent(id);
          audit.changed("document.sent", id.value(), List.of(draft.person().value()), mode.name());
          log(draft, mode);
          return id.value();
        });
    return reading;
  }

  private static org.springframework.util.MultiValueMap<String, String> typed(FormValues values) {
    org.springframework.util.LinkedMultiValueMap<String, String> typed =
        new org.springframework.util.LinkedMultiValueMap<>();
    values
        .items()
        .forEach(
            item ->
                typed.put(FormReader.PREFIX + item, new java.util.ArrayList<>(values.all(item))));
    return typed;
  }

  private void requireWay(Document draft, Mode mode) {
    OrganizationId recipient = draft.recipient();
    if (draft.paper() || recipient == null) {
      return;
    }
    boolean member = organizations.get(recipient).member();
    if (mode == Mode.SYSTEM && !member) {
      throw RefusedException.because("transition.document.refused.no-member");
    }
    if (mode != Mode.SYSTEM && !PAPER.contains(mode)) {
      throw RefusedException.because("transition.document.refused.mode");
    }
  }

  private void log(Document draft, Mode mode) {
    if (!draft.definition().equals(FormDefinitions.ADMISSION_INFORMATION)) {
      return;
    }
    StayFacts.Facts around = facts.of(draft.stay());
    StepKind kind = around.side() == Side.HOSPITAL ? StepKind.FORM_RECEIVED : StepKind.FORM_SENT;
    OffsetDateTime paperAt = draft.paperAt();
    LocalDateTime at = paperAt == null ? JapanTime.now(clock) : JapanTime.at(paperAt.toInstant());
    boolean timeKnown = paperAt == null || !at.toLocalTime().equals(LocalTime.MIDNIGHT);
    Mode way = draft.paperMode() == null ? mode : draft.paperMode();
    stays.log(
        draft.stay(),
        NewStep.of(kind, at.toLocalDate(), timeKnown ? at.toLocalTime() : null, way),
        ids.next());
  }

  /** Files paper that came or went as a draft to which its data are typed. */
  public DocumentId file(StayId stay, String definition, Paper paper, UUID key) {
    StayFacts.Facts around = facts.of(stay);
    if (!persons.seenInFull(around.stay().person()) || around.side() == Side.HOME_TEAM) {
      throw RefusedException.because("transition.refused.no-access");
    }
    return new DocumentId(idempotency.once(key, () -> filed(around, definition, paper)));
  }

  private UUID filed(StayFacts.Facts around, String definition, Paper paper) {
    LocalDate today = JapanTime.today(clock);
    FormDefinition form = definitions.inForce(definition, today);
    LocalTime at = paper.at() == null ? LocalTime.MIDNIGHT : paper.at();
    UUID id = ids.next();
    boolean hospital = around.side() == Side.HOSPITAL;
    rows.insert(
        new DocumentRows.Opening(
            id,
            around.stay().id(),
            around.stay().person(),
            form,
            null,
            hospital ? around.stay().hospital() : null,
            rows.lastSent(around.stay().person(), definition).map(Document::id).orElse(null),
            null,
            JapanTime.instant(paper.on().atTime(at)).atOffset(ZoneOffset.UTC),
            paper.mode()));
    Document draft = rows.get(new DocumentId(id));
    FormValues known =
        prefill.of(form, around).only(item -> item.equals("name") || item.equals("kana"));
    rows.write(draft, form, new DocumentRows.Stored(known, Map.of(), Trail.EMPTY, Set.of()));
    int place = 0;
    for (FileId scan : paper.scans()) {
      rows.attach(draft, scan, place++);
    }
    files.reference(paper.scans());
    audit.changed("document.filed", id, List.of(draft.person().value()), definition);
    return id;
  }

  /** Gives a draft up. */
  public void discard(DocumentId id) {
    Document draft = rows.lockDraft(id);
    rows.discarded(id);
    audit.changed("document.discarded", id.value(), List.of(draft.person().value()), null);
  }
}
