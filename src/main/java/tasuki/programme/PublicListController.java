package tasuki.programme;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tasuki.kernel.AbsentException;
import tasuki.table.TableFormat;
import tasuki.web.Anybody;

/** The published lists for everybody, to read and to take along. */
@Controller
@Anybody
class PublicListController {

  private static final String ADDRESS = "/public/programmes";

  private final Editions editions;
  private final ListPages pages;
  private final SeriesLines lines;

  PublicListController(Editions editions, ListPages pages, SeriesLines lines) {
    this.editions = editions;
    this.pages = pages;
    this.lines = lines;
  }

  @GetMapping(ADDRESS)
  String lists(Model model) {
    List<Edition> published = editions.all(null).stream().filter(Edition::published).toList();
    model.addAttribute("lists", lines.of(published, ADDRESS + "/"));
    return "programme/public-lists";
  }

  @GetMapping(ADDRESS + "/{id}")
  Object list(
      @PathVariable UUID id, @RequestParam(name = "as", defaultValue = "") String as, Model model) {
    Report report = published(id);
    Optional<TableFormat> format = TableFormat.of(as);
    if (format.isPresent()) {
      return pages.table(report, format.get());
    }
    pages.fill(report, model);
    return "programme/public-list";
  }

  @GetMapping(ADDRESS + "/{id}/paper")
  ResponseEntity<byte[]> paper(@PathVariable UUID id) {
    return pages.paper(published(id));
  }

  /** Whoever keeps a list may read it before; at this address it stands only once it is public. */
  private Report published(UUID id) {
    Edition edition = editions.get(new EditionId(id));
    if (!edition.published()) {
      throw new AbsentException("edition");
    }
    return pages.report(edition);
  }
}
