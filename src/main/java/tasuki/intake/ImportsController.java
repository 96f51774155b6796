package tasuki.intake;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.table.ListKind;
import tasuki.web.Form;

/** Which lists come in, what came, and the next file. */
@Controller
@OpenTo(Duty.OFFICER)
class ImportsController {

  /** A list and the file that it says. */
  record Shelf(String href, String name, String lead, @Nullable String file, @Nullable String at) {}

  /** A file that came. */
  record Line(
      String href, String name, String at, String counts, String tone, String icon, String state) {}

  /** As much as the page for sending takes at all, less what stands around the file. */
  private static final long MOST_BYTES = 63_000_000;

  private final ListKinds kinds;
  private final Imports imports;
  private final Bringing bringing;
  private final ListWords say;

  ImportsController(ListKinds kinds, Imports imports, Bringing bringing, ListWords say) {
    this.kinds = kinds;
    this.imports = imports;
    this.bringing = bringing;
    this.say = say;
  }

  @GetMapping("/imports")
  String lists(Viewer viewer, Model model) {
    Prefecture.mustBeOfficer(viewer);
    model.addAttribute("shelves", kinds.all().stream().map(this::shelf).toList());
    return "intake/lists";
  }

  private Shelf shelf(ListKind kind) {
    Optional<Import> last = imports.lastApplied(kind.kind());
    return new Shelf(
        "/imports/" + kind.kind(),
        say.list(kind.kind()),
        say.lead(kind.kind()),
        last.map(Import::fileName).orElse(null),
        last.map(Import::appliedAt).map(say::moment).orElse(null));
  }

  @GetMapping("/imports/{kind:[a-z][a-z-]{1,30}}")
  ModelAndView list(Viewer viewer, @PathVariable String kind, Form form, Model model) {
    return page(viewer, kind(viewer, kind), model, HttpStatus.OK);
  }

  private ModelAndView page(Viewer viewer, ListKind kind, Model model, HttpStatus status) {
    Prefecture.mustBeOfficer(viewer);
    model.addAttribute("kind", kind.kind());
    model.addAttribute("name", say.list(kind.kind()));
    model.addAttribute("about", say.lead(kind.kind()));
    model.addAttribute("lines", imports.of(kind.kind()).stream().map(this::line).toList());
    return new ModelAndView("intake/list", model.asMap(), status);
  }

  private Line line(Import one) {
    Import.Counts counts = one.counts();
    String shown =
        switch (one.state()) {
          case READING, UNREADABLE -> "";
          case CHECKED, APPLIED, UNDONE, DISCARDED ->
              say.of(
                  "counts.short",
                  say.number(counts.in()),
                  say.number(counts.changed()),
                  say.number(counts.closed()),
                  say.number(counts.rejected()));
        };
    StateSign sign = StateSign.of(one.state());
    return new Line(
        "/imports/" + one.id(),
        one.fileName(),
        say.moment(one.at()),
        shown,
        sign.tone(),
        sign.icon(),
        say.of("state." + one.state()));
  }

  @PostMapping("/imports/{kind:[a-z][a-z-]{1,30}}")
  ModelAndView bring(
      Viewer viewer,
      @PathVariable String kind,
      Form form,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Model model) {
    ListKind wanted = kind(viewer, kind);
    if (file == null || file.isEmpty()) {
      form.reject("file", "intake.fault.no-file");
    } else if (file.getSize() > MOST_BYTES) {
      form.reject("file", "intake.fault.large");
    } else {
      try {
        return new ModelAndView("redirect:/imports/" + bringing.take(wanted, file));
      } catch (IOException interrupted) {
        form.reject("file", "intake.fault.no-file");
      }
    }
    return page(viewer, wanted, model, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ListKind kind(Viewer viewer, String word) {
    Prefecture.mustBeOfficer(viewer);
    return kinds.find(word).orElseThrow(() -> new AbsentException("page"));
  }
}
