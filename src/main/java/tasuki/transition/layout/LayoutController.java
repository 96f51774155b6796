package tasuki.transition.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.area.Area;
import tasuki.area.AreaId;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.calendar.JapanTime;
import tasuki.form.FormDefinition;
import tasuki.form.FormLayout;
import tasuki.form.FormLayouts;
import tasuki.form.LayoutProblem;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.print.PaperAnswer;
import tasuki.transition.RuleKeepers;
import tasuki.transition.Typed;
import tasuki.transition.paper.PreviewSheets;
import tasuki.web.Form;
import tasuki.web.Notices;

/** The pages on which whoever keeps an area's rule lays both forms out for it. */
@Controller
@OpenTo(Duty.OFFICER)
class LayoutController {

  /** A version of an area's layout. */
  record Line(String id, String from, String what, String by) {}

  /** A form with its layouts. */
  record Sheet(String id, String title, String now, List<Line> lines) {}

  /** An item of the national form, to be named in a layout. */
  record Item(String id, String label, String section, boolean fax) {}

  /** A problem in words. */
  record Problem(int line, String words) {}

  private static final int LONGEST = 200_000;
  private static final int MOST_SHOWN = 40;

  private final AreaForms forms;
  private final Areas areas;
  private final RuleKeepers keepers;
  private final PreviewSheets previews;
  private final LayoutLines lines;
  private final MessageSource messages;
  private final Clock clock;
  private final Notices notices;

  LayoutController(
      AreaForms forms,
      Areas areas,
      RuleKeepers keepers,
      PreviewSheets previews,
      LayoutLines lines,
      MessageSource messages,
      Clock clock,
      Notices notices) {
    this.forms = forms;
    this.areas = areas;
    this.keepers = keepers;
    this.previews = previews;
    this.lines = lines;
    this.messages = messages;
    this.clock = clock;
    this.notices = notices;
  }

  @GetMapping("/rules/{area:[0-9a-f-]{36}}/forms")
  String list(@PathVariable("area") UUID id, Viewer viewer, Model model) {
    Area area = kept(id, viewer);
    model.addAttribute("areaName", named(area));
    model.addAttribute("ruleHref", "/rules/" + id);
    model.addAttribute(
        "sheets",
        AreaForms.FORMS.stream().map(form -> lines.sheet(area.id(), form, today())).toList());
    model.addAttribute("listHref", "/rules/" + id + "/forms");
    return "transition/layout/forms";
  }

  @GetMapping("/rules/{area:[0-9a-f-]{36}}/forms/{form}/new")
  ModelAndView start(
      @PathVariable("area") UUID id,
      @PathVariable("form") String name,
      Viewer viewer,
      Form form,
      Model model) {
    Area area = kept(id, viewer);
    form.start("layoutText", forms.text(area.id(), name, today()));
    form.start("validFrom", today().withDayOfMonth(1).plusMonths(1));
    return page(area, name, model, HttpStatus.OK);
  }

  @PostMapping("/rules/{area:[0-9a-f-]{36}}/forms/{form}/new")
  Object send(
      @PathVariable("area") UUID id,
      @PathVariable("form") String name,
      Viewer viewer,
      Form form,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Model model,
      RedirectAttributes next) {
    Area area = kept(id, viewer);
    String pressed = form.value("press");
    Optional<LocalDate> from = Typed.day(form, "validFrom");
    boolean national = pressed.equals("national");
    String text = national ? FormLayouts.NATIONAL : text(form, file);
    // What was typed is not lost by a file that cannot be read.
    model.addAttribute("layoutText", national || text.isBlank() ? form.value("layoutText") : text);
    if (!form.hasErrors()) {
      List<LayoutProblem> problems = forms.problems(name, from.orElseThrow(), text);
      if (!problems.isEmpty()) {
        said(form, model, problems);
      } else if (pressed.equals("preview")) {
        FormLayout layout = FormLayout.fromJson(text);
        return pdf(forms.form(name, from.orElseThrow(), layout));
      } else if (!pressed.equals("check")) {
        if (keeps(area, name, from.orElseThrow(), text, form)) {
          notices.done(
              next, national ? "transition.layout.national.done" : "transition.layout.done");
          return new ModelAndView("redirect:/rules/" + id + "/forms");
        }
      } else {
        model.addAttribute(
            "differences", lines.differences(name, from.orElseThrow(), FormLayout.fromJson(text)));
      }
    }
    return page(
        area, name, model, form.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
  }

  private boolean keeps(Area area, String name, LocalDate from, String text, Form form) {
    try {
      forms.keep(area.id(), name, from, text);
      return true;
    } catch (RefusedException refused) {
      form.reject("validFrom", refused.refused());
      return false;
    }
  }

  /** The file, where one was sent, else the text. */
  private static String text(Form form, @Nullable MultipartFile file) {
    if (file == null || file.isEmpty()) {
      return form.text("layoutText", LONGEST);
    }
    if (file.getSize() > LONGEST) {
      form.reject("file", "transition.layout.large");
      return "";
    }
    try {
      String text = new String(file.getBytes(), StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException interrupted) {
      form.reject("file", "transition.layout.unreadable");
      return "";
    }
  }

  private void said(Form form, Model model, List<LayoutProblem> problems) {
    form.reject("layoutText", "transition.layout.problems", problems.size());
    Locale locale = LocaleContextHolder.getLocale();
    model.addAttribute(
        "problems",
        problems.stream()
            .limit(MOST_SHOWN)
            .map(
                one ->
                    new Problem(
                        one.line(),
                        messages.getMessage(
                            "form.layout.problem." + one.code(),
                            new Object[] {one.item()},
                            locale)))
            .toList());
  }

  @GetMapping("/rules/{area:[0-9a-f-]{36}}/forms/{form}/start")
  ResponseEntity<byte[]> download(
      @PathVariable("area") UUID id,
      @PathVariable("form") String name,
      @RequestParam(required = false) @Nullable UUID version,
      Viewer viewer) {
    Area area = kept(id, viewer);
    String text =
        version == null
            ? forms.text(area.id(), name, today())
            : FormLayouts.pretty(forms.get(area.id(), name, version).json());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + ".json").build().toString())
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/rules/{area:[0-9a-f-]{36}}/forms/{form}/preview")
  ResponseEntity<byte[]> preview(
      @PathVariable("area") UUID id,
      @PathVariable("form") String name,
      @RequestParam(required = false) @Nullable UUID version,
      Viewer viewer) {
    Area area = kept(id, viewer);
    if (version == null) {
      return pdf(forms.form(name, today(), FormLayout.NATIONAL));
    }
    FormLayouts.Kept found = forms.get(area.id(), name, version);
    return pdf(forms.form(name, found.from(), FormLayout.fromJson(found.json())));
  }

  private ResponseEntity<byte[]> pdf(FormDefinition form) {
    return PaperAnswer.shown(form.title().ja(), previews.pdf(form));
  }

  private ModelAndView page(Area area, String name, Model model, HttpStatus status) {
    String at = "/rules/" + area.id().value() + "/forms";
    model.addAttribute("areaName", named(area));
    model.addAttribute("formTitle", lines.title(name, today()));
    model.addAttribute("listHref", at);
    model.addAttribute("send", at + "/" + name + "/new");
    model.addAttribute("startHref", at + "/" + name + "/start");
    model.addAttribute("items", lines.items(name, today()));
    return new ModelAndView("transition/layout/form", model.asMap(), status);
  }

  private static String named(Area area) {
    return LocaleContextHolder.getLocale().getLanguage().equals("en")
        ? area.nameEnglish()
        : area.name();
  }

  private LocalDate today() {
    return JapanTime.today(clock);
  }

  private Area kept(UUID id, Viewer viewer) {
    Area area =
        areas
            .find(new AreaId(id))
            .filter(one -> one.kind() == AreaKind.TRANSITION_RULE_AREA)
            .orElseThrow(() -> new AbsentException("area"));
    if (!keepers.keeps(viewer, area.id(), today())) {
      throw new AbsentException("page");
    }
    return area;
  }
}
