package tasuki.person;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.directory.Choosable;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationChoices;
import tasuki.file.FileAnswer;
import tasuki.file.FileId;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** The bases of disclosure: recorded here, withdrawn here. */
@Controller
@OpenTo(Duty.CARE)
@RequestMapping("/persons/{id}/basis")
class BasisController {

  private final Bases bases;
  private final Evidence evidence;
  private final EvidenceField papers;
  private final OrganizationChoices organizations;
  private final Overview overview;
  private final PersonPages pages;
  private final Say say;
  private final Notices notices;

  BasisController(
      Bases bases,
      Evidence evidence,
      EvidenceField papers,
      OrganizationChoices organizations,
      Overview overview,
      PersonPages pages,
      Say say,
      Notices notices) {
    this.bases = bases;
    this.evidence = evidence;
    this.papers = papers;
    this.organizations = organizations;
    this.overview = overview;
    this.pages = pages;
    this.say = say;
    this.notices = notices;
  }

  private PersonPages.FormPage page(UUID id) {
    return new PersonPages.FormPage(
        "basis",
        "/persons/" + id + "/basis",
        "/persons/" + id,
        FormLists.basis(say),
        Map.of("organization", Choosable.CARING));
  }

  @GetMapping
  String list(@PathVariable UUID id, Viewer viewer, Form form, Model model) {
    showGrounds(id, model);
    return pages.show(page(id), new PersonId(id), viewer, form, model);
  }

  private void showGrounds(UUID id, Model model) {
    model.addAttribute("grounds", overview.groundsOf(new PersonId(id)));
  }

  @PostMapping
  String record(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable List<MultipartFile> evidence,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    List<FileId> sent = papers.read(form, evidence);
    Optional<NewBasis> basis =
        FormLists.readBasis(
            form, say, organizations.read(form, "organization", Choosable.CARING), sent);
    boolean done =
        PersonPages.done(form, "kind", () -> bases.record(new PersonId(id), basis.orElseThrow()));
    if (done) {
      notices.done(next, "person.done.basis");
      return "redirect:/persons/" + id + "/basis";
    }
    showGrounds(id, model);
    papers.show(form, model);
    return pages.again(page(id), new PersonId(id), viewer, form, model, response);
  }

  @GetMapping("/{basis}/files/{file}")
  ResponseEntity<Resource> file(
      @PathVariable UUID id, @PathVariable UUID basis, @PathVariable UUID file) {
    Evidence.Paper found = evidence.open(new PersonId(id), new BasisId(basis), new FileId(file));
    return FileAnswer.of(found.file(), found.bytes());
  }

  @GetMapping("/{basis}/evidence")
  String askEvidence(
      @PathVariable UUID id, @PathVariable UUID basis, Viewer viewer, Form form, Model model) {
    PersonPages.FormPage page = evidencePage(id, basis, model);
    return pages.show(page, new PersonId(id), viewer, form, model);
  }

  /** Only who recorded a basis adds its papers. */
  private PersonPages.FormPage evidencePage(UUID id, UUID basis, Model model) {
    Overview.Ground ground =
        overview.groundsOf(new PersonId(id)).stream()
            .filter(found -> found.id().value().equals(basis) && found.own())
            .findFirst()
            .orElseThrow(() -> new AbsentException("basis"));
    model.addAttribute("ground", ground);
    String list = "/persons/" + id + "/basis";
    return new PersonPages.FormPage("evidence", list + "/" + basis + "/evidence", list, Map.of());
  }

  @PostMapping("/{basis}/evidence")
  String addEvidence(
      @PathVariable UUID id,
      @PathVariable UUID basis,
      @RequestParam(required = false) @Nullable List<MultipartFile> evidence,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    PersonPages.FormPage page = evidencePage(id, basis, model);
    List<FileId> sent = papers.read(form, evidence);
    if (sent.isEmpty()) {
      form.reject("evidence", "person.refused.evidence-none");
    }
    boolean done =
        PersonPages.done(
            form, "evidence", () -> bases.addEvidence(new PersonId(id), new BasisId(basis), sent));
    if (done) {
      notices.done(next, "person.done.evidence");
      return "redirect:/persons/" + id + "/basis";
    }
    papers.show(form, model);
    return pages.again(page, new PersonId(id), viewer, form, model, response);
  }

  @GetMapping("/{basis}/withdraw")
  String askWithdraw(
      @PathVariable UUID id, @PathVariable UUID basis, Viewer viewer, Form form, Model model) {
    return withdrawal(id, new BasisId(basis), viewer, model);
  }

  private String withdrawal(UUID id, BasisId basis, Viewer viewer, Model model) {
    Overview.Ground ground =
        overview.groundsOf(new PersonId(id)).stream()
            .filter(found -> found.id().equals(basis) && found.holds())
            .findFirst()
            .orElseThrow(() -> new AbsentException("basis"));
    pages.card(new PersonId(id), viewer, model);
    model.addAttribute("ground", ground);
    model.addAttribute("closed", bases.openedTo(basis).stream().map(Organization::name).toList());
    return "person/withdraw";
  }

  @PostMapping("/{basis}/withdraw")
  String withdraw(
      @PathVariable UUID id,
      @PathVariable UUID basis,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    String reason = form.text("reason", 400);
    if (PersonPages.done(form, "reason", () -> bases.withdraw(new BasisId(basis), reason))) {
      notices.done(next, "person.done.withdrawn");
      return "redirect:/persons/" + id + "/basis";
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return withdrawal(id, new BasisId(basis), viewer, model);
  }
}
