package tasuki.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.identity.Divisions;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.table.TableFormat;
import tasuki.web.Form;
import tasuki.web.Phrases;
import tasuki.web.Tab;

/** The list of a year: on the screen, in Excel and on paper. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR})
class ListController {

  private static final List<String> FILTERS =
      List.of("q", "division", "mark", "standing", "heading");

  private final Editions editions;
  private final ListPages pages;
  private final Divisions divisions;
  private final Phrases say;

  ListController(Editions editions, ListPages pages, Divisions divisions, Phrases say) {
    this.editions = editions;
    this.pages = pages;
    this.divisions = divisions;
    this.say = say;
  }

  @GetMapping("/programmes/lists/{id}")
  Object list(
      @PathVariable UUID id,
      @RequestParam(name = "as", defaultValue = "") String as,
      Form form,
      Viewer viewer,
      Model model) {
    Edition edition = editions.get(new EditionId(id));
    Report whole = pages.report(edition);
    Report shown = ReportFilter.of(form).apply(whole);
    Optional<TableFormat> format = TableFormat.of(as);
    if (format.isPresent()) {
      return pages.table(shown, format.get());
    }
    pages.fill(shown, model);
    boolean own = viewer.organization().id().equals(edition.series().organization());
    model.addAttribute("compiles", own && editions.compiles());
    model.addAttribute("adds", own && !divisions.own().isEmpty());
    choices(whole, model);
    addresses(edition, form, model);
    return "programme/list";
  }

  private void choices(Report whole, Model model) {
    Edition edition = whole.edition();
    model.addAttribute(
        "divisionOptions", ListChoices.divisions(divisions.of(edition.series().organization())));
    model.addAttribute(
        "sourceOptions",
        editions.sources(edition.series().organization()).stream()
            .map(one -> new Phrases.Choice(one.mark(), one.mark() + one.name()))
            .toList());
    model.addAttribute(
        "standingOptions", say.choices("programme.standing", List.of(Standing.values())));
    model.addAttribute("headingOptions", ListChoices.headings(whole.headings()));
    model.addAttribute(
        "yearOptions",
        editions.all(edition.series().organization()).stream()
            .filter(one -> one.series().id().equals(edition.series().id()))
            .map(
                one ->
                    new Tab(
                        "/programmes/lists/" + one.id(),
                        one.year().label(say.locale()),
                        one.id().equals(edition.id())))
            .toList());
  }

  private static void addresses(Edition edition, Form form, Model model) {
    boolean narrowed = FILTERS.stream().anyMatch(name -> !form.value(name).isEmpty());
    String base = "/programmes/lists/" + edition.id();
    model.addAttribute("clearHref", narrowed ? base : null);
    model.addAttribute("excelHref", excelAddress(base, form));
  }

  private static String excelAddress(String base, Form form) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(base).queryParam("as", "xlsx");
    Map<String, Object> values = new LinkedHashMap<>();
    for (String name : FILTERS) {
      if (!form.value(name).isEmpty()) {
        address.queryParam(name, "{" + name + "}");
        values.put(name, form.value(name));
      }
    }
    return address.encode().buildAndExpand(values).toUriString();
  }

  @GetMapping("/programmes/lists/{id}/paper")
  ResponseEntity<byte[]> paper(@PathVariable UUID id) {
    return pages.paper(pages.report(editions.get(new EditionId(id))));
  }
}
