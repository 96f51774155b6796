package tasuki.transition.document;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.person.PersonId;
import tasuki.person.Persons;

/** What the person and the family read of forms that were sent, in plain words. */
@Controller
@OpenTo(Duty.FAMILY)
class PersonDocumentController {

  private final Documents documents;
  private final DocumentPage page;
  private final DocumentWords say;
  private final Persons persons;
  private final Ids ids;

  PersonDocumentController(
      Documents documents, DocumentPage page, DocumentWords say, Persons persons, Ids ids) {
    this.documents = documents;
    this.page = page;
    this.say = say;
    this.persons = persons;
    this.ids = ids;
  }

  @GetMapping("/my/{person}/documents")
  String list(@PathVariable("person") UUID person, Viewer viewer, Model model) {
    PersonId id = persons.get(new PersonId(person)).id();
    List<DocumentWords.Line> lines =
        documents.sentOf(id).stream()
            .filter(one -> !one.paper())
            .map(one -> say.line(one, viewer, null, ids.next()))
            .toList();
    model.addAttribute("lines", lines);
    model.addAttribute("person", id.toString());
    return "transition/person-documents";
  }

  @GetMapping("/my/{person}/documents/{document}")
  String show(
      @PathVariable("person") UUID person,
      @PathVariable("document") UUID document,
      Viewer viewer,
      Model model) {
    Document found = documents.find(new DocumentId(document));
    boolean theirs = persons.ids(new PersonId(person)).contains(found.person());
    if (!theirs || found.paper() || found.sentAt() == null) {
      throw new AbsentException("document");
    }
    page.person(model, found);
    model.addAttribute("person", person.toString());
    model.addAttribute("story", say.line(found, viewer, null, ids.next()).what());
    model.addAttribute("toWhom", say.organization(found.recipient()));
    return "transition/person-document";
  }
}
