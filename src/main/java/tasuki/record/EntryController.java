package tasuki.record;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.file.FileAnswer;
import tasuki.file.FileId;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.person.PersonId;
import tasuki.person.Persons;
import tasuki.web.Form;
import tasuki.web.Notices;

/** What one does with one entry: confirm, answer, put right, keep above the others, open a file. */
@Controller
@OpenTo(Duty.CARE)
@RequestMapping("/persons/{person}/timeline/entries/{entry}")
class EntryController {

  private final Timeline timeline;
  private final TimelinePages pages;
  private final ComposedEntry composed;
  private final EntryViews views;
  private final Persons persons;
  private final Notices notices;

  EntryController(
      Timeline timeline,
      TimelinePages pages,
      ComposedEntry composed,
      EntryViews views,
      Persons persons,
      Notices notices) {
    this.timeline = timeline;
    this.pages = pages;
    this.composed = composed;
    this.views = views;
    this.persons = persons;
    this.notices = notices;
  }

  @PostMapping("/confirm")
  String confirm(
      @PathVariable UUID person,
      @PathVariable UUID entry,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
      Model model,
      Locale locale,
      RedirectAttributes next) {
    timeline.confirm(new EntryId(entry));
    if (part) {
      return partOf(entry, model, locale);
    }
    notices.done(next, "record.done.confirmed");
    return back(person, entry);
  }

  @PostMapping("/pin")
  String pin(@PathVariable UUID person, @PathVariable UUID entry, RedirectAttributes next) {
    try {
      timeline.pin(new EntryId(entry));
      notices.done(next, "record.done.pinned");
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
    }
    return "redirect:" + TimelinePages.base(new PersonId(person));
  }

  @PostMapping("/unpin")
  String unpin(@PathVariable UUID person, @PathVariable UUID entry, RedirectAttributes next) {
    timeline.unpin(new EntryId(entry));
    notices.done(next, "record.done.unpinned");
    return "redirect:" + TimelinePages.base(new PersonId(person));
  }

  @GetMapping("/reply")
  String replyPage(
      @PathVariable UUID person,
      @PathVariable UUID entry,
      Form form,
      Viewer viewer,
      Model model,
      Locale locale) {
    show(person, entry, form, viewer, model, locale);
    return "record/reply";
  }

  @PostMapping("/reply")
  String reply(
      @PathVariable UUID person,
      @PathVariable UUID entry,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Form form,
      Viewer viewer,
      Model model,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes next) {
    Entry answered = show(person, entry, form, viewer, model, locale);
    Optional<NewEntry> read = composed.read(form, files);
    if (read.isPresent()) {
      try {
        timeline.reply(answered.id(), read.get(), key(form));
        notices.done(next, "record.done.replied");
        return back(person, answered.id().value());
      } catch (RefusedException refused) {
        form.reject("text", refused.refused());
      }
    }
    return again("record/reply", form, model, locale, response);
  }

  @GetMapping("/correction")
  String correctionPage(
      @PathVariable UUID person,
      @PathVariable UUID entry,
      Form form,
      Viewer viewer,
      Model model,
      Locale locale) {
    Entry wrong = own(show(person, entry, form, viewer, model, locale));
    form.start("text", wrong.text());
    form.start("family", wrong.family());
    form.start("asks", wrong.asks());
    return "record/correction";
  }

  @PostMapping("/correction")
  String correct(
      @PathVariable UUID person,
      @PathVariable UUID entry,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Form form,
      Viewer viewer,
      Model model,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes next) {
    Entry wrong = own(show(person, entry, form, viewer, model, locale));
    Optional<NewEntry> read = composed.read(form, files);
    if (read.isPresent()) {
      try {
        NewEntry typed = read.get();
        NewEntry right =
            new NewEntry(
                wrong.kind(),
                typed.text(),
                wrong.call(),
                typed.family(),
                typed.asks(),
                typed.occurredAt(),
                typed.files());
        EntryId made = timeline.correct(new EntryId(entry), right, key(form));
        notices.done(next, "record.done.corrected");
        return back(person, made.value());
      } catch (RefusedException refused) {
        form.reject("text", refused.refused());
      }
    }
    return again("record/correction", form, model, locale, response);
  }

  @GetMapping("/files/{file}")
  @OpenTo({Duty.CARE, Duty.FAMILY})
  ResponseEntity<Resource> file(
      @PathVariable UUID person, @PathVariable UUID entry, @PathVariable UUID file) {
    Timeline.Attachment found = timeline.attachment(new EntryId(entry), new FileId(file));
    return FileAnswer.of(found.file(), found.bytes());
  }

  /** Only who wrote an entry puts it right. */
  private static Entry own(Entry found) {
    if (!found.mine()) {
      throw new AbsentException("entry");
    }
    return found;
  }

  private Entry show(
      UUID person, UUID entry, Form form, Viewer viewer, Model model, Locale locale) {
    Entry found = timeline.entry(new EntryId(entry));
    if (!persons.ids(new PersonId(person)).contains(found.person())) {
      throw new AbsentException("entry");
    }
    pages.head(persons.get(new PersonId(person)), viewer, model, locale);
    model.addAttribute("about", views.single(found, false, locale));
    model.addAttribute("aboutKind", found.kind());
    model.addAttribute("shareable", found.family());
    pages.composer(form, model, locale);
    return found;
  }

  private String again(
      String page, Form form, Model model, Locale locale, HttpServletResponse response) {
    pages.composer(form, model, locale);
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page;
  }

  private String partOf(UUID entry, Model model, Locale locale) {
    Entry now = timeline.entry(new EntryId(entry));
    model.addAttribute("one", views.inDay(now, true, locale));
    model.addAttribute("base", TimelinePages.base(now.person()));
    return "record/parts :: entry(one=${one})";
  }

  private static UUID key(Form form) {
    return form.idempotencyKey().orElseGet(UUID::randomUUID);
  }

  private static String back(UUID person, UUID entry) {
    return "redirect:" + TimelinePages.base(new PersonId(person)) + "#entry-" + entry;
  }
}
