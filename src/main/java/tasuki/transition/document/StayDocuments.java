package tasuki.transition.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import tasuki.form.FormDefinitions;
import tasuki.identity.Viewer;
import tasuki.kernel.Ids;
import tasuki.person.Persons;
import tasuki.transition.CareGroup;
import tasuki.transition.CasePart;
import tasuki.transition.Side;
import tasuki.transition.Stay;
import tasuki.transition.StayFacts;
import tasuki.transition.Step;
import tasuki.transition.WorklistPart;

/** The forms of a stay on its page: what there is, what can be written, and the fees' evidence. */
@Component
@Transactional(readOnly = true)
class StayDocuments implements CasePart, WorklistPart {

  /** A form that can be begun or gone on with. */
  record Start(String definition, String label, boolean open, boolean due, String key) {}

  /** 算定の目安 of a fee, with what it rests on. */
  record Fee(String title, String hint, List<String> evidence) {}

  private final Documents documents;
  private final StayFacts facts;
  private final Persons persons;
  private final DocumentWords say;
  private final Ids ids;

  StayDocuments(Documents documents, StayFacts facts, Persons persons, DocumentWords say, Ids ids) {
    this.documents = documents;
    this.facts = facts;
    this.persons = persons;
    this.say = say;
    this.ids = ids;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public boolean wide() {
    return true;
  }

  @Override
  public Optional<String> template(Stay stay, Viewer viewer, Model model) {
    StayFacts.Facts around = facts.of(stay.id());
    boolean full = persons.seenInFull(stay.person());
    List<Document> all = documents.of(stay.id());
    model.addAttribute("documentStay", stay.id().toString());
    model.addAttribute(
        "documentLines", all.stream().map(one -> say.line(one, viewer, null, ids.next())).toList());
    model.addAttribute("documentStarts", full ? starts(around, all, viewer) : List.of());
    model.addAttribute("documentPaper", full && around.side() != Side.HOME_TEAM);
    model.addAttribute(
        "documentFees", around.side() == Side.CARE_MANAGER && full ? fees(around) : List.of());
    model.addAttribute(
        "documentNoFee",
        around.side() == Side.CARE_MANAGER && around.group() == CareGroup.PREVENTIVE);
    return Optional.of("transition/documents");
  }

  @Override
  public Optional<String> template(Viewer viewer, Model model) {
    List<Document> waiting = documents.waiting();
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    model.addAttribute(
        "documentsWaiting",
        waiting.stream()
            .map(one -> say.line(one, viewer, documents.personName(one), ids.next()))
            .toList());
    return Optional.of("transition/documents-arrived");
  }

  private List<Start> starts(StayFacts.Facts around, List<Document> all, Viewer viewer) {
    List<Start> starts = new ArrayList<>();
    for (String definition :
        List.of(FormDefinitions.ADMISSION_INFORMATION, FormDefinitions.DISCHARGE_RECORD)) {
      if (!Drafts.mayWrite(around.side(), definition)) {
        continue;
      }
      List<Document> own =
          all.stream()
              .filter(one -> one.definition().equals(definition) && !one.paper())
              .filter(one -> one.organization().equals(viewer.organization().id()))
              .toList();
      boolean open = own.stream().anyMatch(Document::draft);
      String label = open ? "continue." : own.isEmpty() ? "write." : "again.";
      starts.add(
          new Start(
              definition,
              say.of(
                  around.side() == Side.HOSPITAL && !open && own.isEmpty()
                      ? "write.hospital"
                      : label + definition),
              open,
              own.stream().allMatch(Document::draft)
                  && definition.equals(FormDefinitions.ADMISSION_INFORMATION),
              ids.next().toString()));
    }
    return starts;
  }

  private List<Fee> fees(StayFacts.Facts around) {
    if (around.group() == CareGroup.PREVENTIVE) {
      return List.of();
    }
    StayFacts.Fee admission = facts.admissionFee(around.stay().id());
    StayFacts.Fee discharge = facts.dischargeFee(around.stay().id());
    return List.of(
        new Fee(
            say.of("fee.admission"),
            admission.grade() == null
                ? say.of("fee.none")
                : say.of("fee.admission." + admission.grade()),
            evidence(admission)),
        new Fee(
            say.of("fee.discharge"),
            discharge.grade() == null
                ? say.of("fee.none")
                : say.of("fee.discharge." + discharge.grade().replace("イ", "a").replace("ロ", "b")),
            evidence(discharge)));
  }

  private List<String> evidence(StayFacts.Fee fee) {
    return fee.evidence().stream().map(this::evidence).collect(Collectors.toList());
  }

  private String evidence(Step step) {
    String when = say.moment(step.occurredAt());
    return say.of(
        "fee.evidence",
        step.timeKnown() ? when : when.replaceAll(" [0-9:]+$", ""),
        say.kind(step.kind()),
        say.mode(step.mode()),
        say.account(step.account()),
        Objects.requireNonNullElse(step.counterpart(), "—"));
  }
}
