package tasuki.transition.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
import tasuki.form.FormLayouts;
import tasuki.form.FormValues;
import tasuki.kernel.Ids;
import tasuki.transition.Side;
import tasuki.transition.StayFacts;

/** Begins drafts with what is known, inside the transaction that opens them. */
@Component
class Beginnings {

  private final DocumentRows rows;
  private final DocumentNotes notes;
  private final FormDefinitions definitions;
  private final FormLayouts layouts;
  private final Prefill prefill;
  private final Organizations organizations;
  private final Areas areas;
  private final FileStore files;
  private final Ids ids;
  private final AuditLog audit;
  private final Clock clock;

  Beginnings(
      DocumentRows rows,
      DocumentNotes notes,
      FormDefinitions definitions,
      FormLayouts layouts,
      Prefill prefill,
      Organizations organizations,
      Areas areas,
      FileStore files,
      Ids ids,
      AuditLog audit,
      Clock clock) {
    this.rows = rows;
    this.notes = notes;
    this.definitions = definitions;
    this.layouts = layouts;
    this.prefill = prefill;
    this.organizations = organizations;
    this.areas = areas;
    this.files = files;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  UUID begin(StayFacts.Facts around, String definition, @Nullable Document revised) {
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

  UUID file(StayFacts.Facts around, String definition, Drafts.Paper paper) {
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
      notes.attach(draft, scan, place++);
    }
    files.reference(paper.scans());
    audit.changed("document.filed", id, List.of(draft.person().value()), definition);
    return id;
  }
}
