package tasuki.person;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import tasuki.directory.OrganizationChoices;
import tasuki.directory.OrganizationId;
import tasuki.file.FileId;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** The care team: who belongs to it, letting in and leaving. */
@Controller
@OpenTo(Duty.CARE)
@RequestMapping("/persons/{id}/team")
class TeamController {

  private final CareTeams teams;
  private final Bases bases;
  private final EvidenceField papers;
  private final OrganizationChoices organizations;
  private final Overview overview;
  private final PersonPages pages;
  private final Say say;
  private final Notices notices;

  TeamController(
      CareTeams teams,
      Bases bases,
      EvidenceField papers,
      OrganizationChoices organizations,
      Overview overview,
      PersonPages pages,
      Say say,
      Notices notices) {
    this.teams = teams;
    this.bases = bases;
    this.papers = papers;
    this.organizations = organizations;
    this.overview = overview;
    this.pages = pages;
    this.say = say;
    this.notices = notices;
  }

  private PersonPages.FormPage page(UUID id) {
    Map<String, List<Say.Choice>> lists = new HashMap<>();
    lists.put(
        "role",
        say.choices(TeamRole.class, "person.role").stream()
            .filter(choice -> !choice.value().equals(TeamRole.FAMILY.name()))
            .toList());
    lists.put("basis", held(new PersonId(id)));
    return new PersonPages.FormPage(
        "team",
        "/persons/" + id + "/team",
        "/persons/" + id,
        lists,
        Map.of("organization", Choosable.CARING));
  }

  private List<Say.Choice> held(PersonId person) {
    return bases.of(person).stream()
        .filter(basis -> basis.holdsAt(say.now()))
        .map(
            basis ->
                new Say.Choice(
                    basis.id().toString(),
                    say.word(
                        "person.basis.dated",
                        say.word("person.basis." + basis.kind()),
                        Say.fullMoment(basis.recordedAt()))))
        .toList();
  }

  @GetMapping
  String team(@PathVariable UUID id, Viewer viewer, Form form, Model model) {
    showTeam(id, model);
    return pages.show(page(id), new PersonId(id), viewer, form, model);
  }

  private void showTeam(UUID id, Model model) {
    List<Overview.Member> members =
        teams.of(new PersonId(id)).stream().map(overview::member).toList();
    model.addAttribute("team", members);
  }

  @PostMapping
  String join(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable List<MultipartFile> evidence,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<OrganizationId> organization =
        organizations.read(form, "organization", Choosable.CARING);
    if (organization.isEmpty()) {
      form.reject("organization", "web.form.choose");
    }
    Optional<TeamRole> role = form.choice("role", TeamRole.class);
    Optional<BasisId> basis = chosen(form, "basis").map(BasisId::new);
    List<FileId> sent = papers.read(form, evidence);
    if (!sent.isEmpty() && basis.isPresent() && !ownBasis(new PersonId(id), basis.get(), viewer)) {
      form.reject("evidence", "person.refused.evidence-of-another");
    }
    boolean done =
        PersonPages.done(
            form,
            "organization",
            () ->
                teams.join(
                    new PersonId(id),
                    organization.orElseThrow(),
                    null,
                    role.orElseThrow(),
                    basis.orElseThrow(),
                    sent));
    if (done) {
      notices.done(next, "person.done.joined");
      return "redirect:/persons/" + id + "/team";
    }
    showTeam(id, model);
    papers.show(form, model);
    return pages.again(page(id), new PersonId(id), viewer, form, model, response);
  }

  private boolean ownBasis(PersonId person, BasisId basis, Viewer viewer) {
    return bases.of(person).stream()
        .filter(found -> found.id().equals(basis))
        .allMatch(found -> found.recordedFor().equals(viewer.organization().id()));
  }

  private static Optional<UUID> chosen(Form form, String field) {
    Optional<UUID> id = form.id(field);
    if (id.isEmpty()) {
      form.reject(field, "web.form.choose");
    }
    return id;
  }

  @GetMapping("/{member}/leave")
  String askLeave(@PathVariable UUID id, @PathVariable UUID member, Viewer viewer, Model model) {
    Overview.Member leaving =
        teams.of(new PersonId(id)).stream()
            .filter(found -> found.id().equals(member))
            .map(overview::member)
            .findFirst()
            .orElseThrow(() -> new AbsentException("team member"));
    pages.card(new PersonId(id), viewer, model);
    model.addAttribute("member", leaving);
    return "person/leave";
  }

  @PostMapping("/{member}/leave")
  String leave(@PathVariable UUID id, @PathVariable UUID member, RedirectAttributes next) {
    try {
      teams.leave(member);
      notices.done(next, "person.done.left");
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
    }
    return "redirect:/persons/" + id + "/team";
  }
}
