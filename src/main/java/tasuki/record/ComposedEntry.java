package tasuki.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tasuki.calendar.DateReading;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;

/** Reads what was typed and chosen into an entry; whatever is wrong is said at its field. */
@Component
class ComposedEntry {

  private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?::|時)?(\\d{2})?分?");

  private final FileStore files;
  private final Clock clock;

  ComposedEntry(FileStore files, Clock clock) {
    this.files = files;
    this.clock = clock;
  }

  /** An entry in the author's words, or nothing where the form has errors. */
  Optional<NewEntry> read(Form form, @Nullable List<MultipartFile> sent) {
    String text = form.optional("text", Timeline.LONGEST).orElse("");
    EntryKind kind = form.optionalChoice("kind", EntryKind.class).orElse(EntryKind.NOTE);
    if (!EntryKind.composed().contains(kind)) {
      form.reject("kind", "web.form.choose");
    }
    Instant occurred = occurred(form);
    // Pictures are kept even where something else is wrong: nobody takes them twice.
    List<FileId> attached = attached(form, sent == null ? List.of() : sent);
    if (text.isEmpty() && attached.isEmpty() && form.error("files") == null) {
      form.reject("text", "record.refused.empty");
    }
    return form.hasErrors()
        ? Optional.empty()
        : Optional.of(
            new NewEntry(
                kind, text, null, form.flag("family"), form.flag("asks"), occurred, attached));
  }

  /** A call, or nothing where it was not said whom or what became of it. */
  Optional<NewEntry> readCall(Form form) {
    Optional<Call.Called> called = form.optionalChoice("called", Call.Called.class);
    if (called.isEmpty()) {
      form.reject("called", "record.refused.called");
    }
    Optional<Call.Outcome> outcome = form.optionalChoice("outcome", Call.Outcome.class);
    if (outcome.isEmpty()) {
      form.reject("called", "record.refused.outcome");
    }
    return form.hasErrors()
        ? Optional.empty()
        : Optional.of(NewEntry.of(new Call(called.orElseThrow(), outcome.orElseThrow())));
  }

  private List<FileId> attached(Form form, List<MultipartFile> sent) {
    List<FileId> attached = new ArrayList<>();
    form.valuesOf("kept").stream()
        .flatMap(text -> TimelinePages.ids(text).stream())
        .map(FileId::new)
        .filter(id -> !files.find(List.of(id)).isEmpty())
        .forEach(attached::add);
    for (MultipartFile file : sent) {
      String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
      if (name.isEmpty() && file.isEmpty()) {
        continue;
      }
      if (attached.size() == Timeline.MOST_FILES) {
        form.reject("files", "record.refused.files", Timeline.MOST_FILES);
        break;
      }
      try (InputStream content = file.getInputStream()) {
        attached.add(files.store(content, name, FileStore.MOST_BYTES));
      } catch (RefusedException refused) {
        form.reject("files", refused.refused());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    if (form.hasErrors()) {
      attached.forEach(id -> form.keep("kept", id.toString()));
    }
    return attached;
  }

  private @Nullable Instant occurred(Form form) {
    Locale locale = LocaleContextHolder.getLocale();
    Optional<String> day = form.optional("day", 30);
    Optional<String> time = form.optional("time", 10);
    if (day.isEmpty() && time.isEmpty()) {
      return null;
    }
    LocalDate date = JapanTime.today(clock);
    if (day.isPresent()) {
      switch (JapaneseDates.read(day.get())) {
        case DateReading.Parsed(LocalDate parsed) -> date = parsed;
        case DateReading.Unreadable unreadable ->
            form.reject("day", "record.refused.day", unreadable.message(locale));
      }
    }
    LocalTime at = time.map(typed -> time(form, typed)).orElse(LocalTime.MIDNIGHT);
    if (day.isPresent() && time.isEmpty()) {
      form.reject("time", "record.refused.time");
    }
    Instant occurred = JapanTime.instant(date.atTime(at));
    if (occurred.isAfter(clock.instant())) {
      form.reject("day", "record.refused.future");
    }
    return occurred;
  }

  private static LocalTime time(Form form, String typed) {
    Matcher found =
        TIME.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", ""));
    if (found.matches()) {
      int hour = Integer.parseInt(found.group(1));
      int minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
      if (hour < 24 && minute < 60) {
        return LocalTime.of(hour, minute);
      }
    }
    form.reject("time", "record.refused.time");
    return LocalTime.MIDNIGHT;
  }
}
