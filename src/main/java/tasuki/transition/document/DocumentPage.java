package tasuki.transition.document;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import tasuki.file.StoredFile;
import tasuki.form.Audience;
import tasuki.form.FormDefinition;
import tasuki.form.FormReading;
import tasuki.form.FormScreen;
import tasuki.form.FormValues;
import tasuki.form.FormViews;
import tasuki.kernel.Ids;
import tasuki.transition.StayFacts;

/** What every page of a form shows: whose it is, where it belongs, its paper. */
@Component
@Transactional(readOnly = true)
class DocumentPage {

  /** A scan: shown where a browser can show it, else to be opened. */
  record Scan(String href, String name, String size, boolean picture) {}

  private final Documents documents;
  private final Drafts drafts;
  private final DocumentRows rows;
  private final FormViews views;
  private final StayFacts facts;
  private final DocumentWords say;
  private final Ids ids;

  DocumentPage(
      Documents documents,
      Drafts drafts,
      DocumentRows rows,
      FormViews views,
      StayFacts facts,
      DocumentWords say,
      Ids ids) {
    this.documents = documents;
    this.drafts = drafts;
    this.rows = rows;
    this.views = views;
    this.facts = facts;
    this.say = say;
    this.ids = ids;
  }

  /** The heading and the paper of a form. */
  void head(Model model, Document document, FormValues values) {
    String name =
        values.first("name").orElseGet(() -> facts.of(document.stay()).stay().caseNumber());
    model.addAttribute("whoseName", name);
    model.addAttribute("document", document);
    model.addAttribute("documentTitle", say.title(document));
    model.addAttribute("toWhom", say.organization(document.recipient()));
    model.addAttribute("line", say.organization(document.organization()));
    model.addAttribute("key", ids.next().toString());
    model.addAttribute(
        "scans",
        documents.files(document.id()).stream().map(file -> scan(document, file)).toList());
  }

  private static Scan scan(Document document, StoredFile file) {
    return new Scan(
        "/documents/" + document.id() + "/files/" + file.id(),
        file.name(),
        file.size(),
        file.type().shownInline());
  }

  /**
   * A draft to be filled in.
   *
   * @param typed what the page shows instead of what is saved; null for what is saved
   */
  void edit(
      Model model, Document draft, @Nullable FormReading typed, Drafts.@Nullable Saved saved) {
    FormDefinition form = documents.definition(draft);
    FormValues stored = rows.stored(draft.id()).values();
    FormValues values = typed == null ? stored : typed.values();
    FormValues theirs = FormValues.EMPTY;
    if (saved != null) {
      theirs = FormValues.of(saved.conflicts());
      for (var other : saved.others().entrySet()) {
        values = values.with(other.getKey(), other.getValue());
      }
    }
    head(model, draft, values);
    model.addAttribute("edition", saved == null ? draft.edition() : saved.edition());
    model.addAttribute("savedAt", say.moment(draft.savedAt()));
    model.addAttribute("savedBy", say.account(draft.savedBy()));
    model.addAttribute("hasConflicts", saved != null && !saved.conflicts().isEmpty());
    model.addAttribute("problems", typed == null ? List.of() : typed.errors());
    model.addAttribute(
        "view",
        views.edit(
            form,
            new FormScreen(
                values,
                typed,
                documents.before(draft),
                drafts.changedSoFar(draft),
                say.origins(draft),
                saved == null ? Set.of() : saved.conflicts().keySet(),
                theirs)));
  }

  /** A form to be read, with what changed marked, and its text to be copied. */
  void read(Model model, Document document) {
    FormDefinition form = documents.definition(document);
    FormValues values = documents.values(document.id(), Audience.PROFESSIONAL).asked(form);
    Set<String> changed =
        document.draft() ? drafts.changedSoFar(document) : documents.changed(document);
    FormScreen screen = FormScreen.of(values, documents.before(document), changed);
    head(model, document, values);
    model.addAttribute("view", views.read(form, screen, Audience.PROFESSIONAL));
    model.addAttribute("changes", changed.size());
    model.addAttribute("chart", views.plainText(form, screen, false));
    model.addAttribute(
        "chartChanged", changed.isEmpty() ? null : views.plainText(form, screen, true));
  }

  /** A form as the person and the family read it. */
  void person(Model model, Document document) {
    FormDefinition form = documents.definition(document);
    FormValues values = documents.values(document.id(), Audience.PERSON);
    model.addAttribute("documentTitle", say.title(document));
    model.addAttribute("view", views.read(form, FormScreen.of(values), Audience.PERSON));
  }
}
