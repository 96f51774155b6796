package tasuki.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.file.StoredFile;
import tasuki.identity.Profession;

/** Says entries in the language of their reader. */
@Component
class EntryViews {

  /** A picture of at most this many bytes loads with the page, also on a thin network. */
  private static final long SHOWN_BYTES = 500_000;

  private static final Duration LATE = Duration.ofHours(1);

  private final MessageSource messages;
  private final SystemWords words;
  private final Clock clock;

  EntryViews(MessageSource messages, SystemWords words, Clock clock) {
    this.messages = messages;
    this.words = words;
    this.clock = clock;
  }

  /** The entries under the days on which they happened, in the order given. */
  List<EntryView.Day> days(List<Entry> entries, boolean writable, Locale locale) {
    Map<LocalDate, List<EntryView>> byDay = new LinkedHashMap<>();
    for (Entry entry : entries) {
      LocalDate day = day(entry.occurredAt());
      byDay
          .computeIfAbsent(day, _ -> new ArrayList<>())
          .add(view(entry, day, writable, true, locale));
    }
    return byDay.entrySet().stream()
        .map(
            one ->
                new EntryView.Day(
                    dayLabel(one.getKey(), locale), one.getKey().toString(), one.getValue()))
        .toList();
  }

  /** One entry by itself, with its day. */
  EntryView single(Entry entry, boolean writable, Locale locale) {
    return view(entry, LocalDate.MIN, writable, entry.replyTo() == null, locale);
  }

  /** One entry as it stands in its day. */
  EntryView inDay(Entry entry, boolean writable, Locale locale) {
    boolean root = entry.replyTo() == null;
    return view(entry, root ? day(entry.occurredAt()) : LocalDate.MIN, writable, root, locale);
  }

  private EntryView view(
      Entry entry, LocalDate heading, boolean writable, boolean root, Locale locale) {
    boolean others = entry.author() != null && !entry.mine();
    boolean late = Duration.between(entry.occurredAt(), entry.writtenAt()).compareTo(LATE) > 0;
    return new EntryView(
        entry.id().toString(),
        icon(entry),
        author(entry, locale),
        about(entry, locale),
        time(entry.occurredAt(), heading, locale),
        entry.occurredAt().toString(),
        entry.kind() == EntryKind.NOTE ? null : kind(entry.kind(), locale),
        text(entry, locale),
        late && entry.corrects() == null
            ? say("record.late", locale, time(entry.writtenAt(), day(entry.occurredAt()), locale))
            : null,
        entry.family(),
        entry.asks() && !entry.confirmed(),
        entry.pinned(),
        readers(entry, locale),
        entry.confirmed(),
        writable && others && !entry.confirmed(),
        writable && root,
        writable && root && !entry.recalled(),
        writable && entry.mine(),
        entry.ours(),
        entry.recalled(),
        entry.files().stream().map(file -> file(entry, file)).toList(),
        entry.replies().stream()
            .map(reply -> view(reply, day(entry.occurredAt()), writable, false, locale))
            .toList(),
        entry.earlier().stream().map(old -> earlier(old, locale)).toList());
  }

  private EntryView.EarlierView earlier(Entry old, Locale locale) {
    return new EntryView.EarlierView(
        time(old.writtenAt(), LocalDate.MIN, locale), text(old, locale));
  }

  private static EntryView.FileView file(Entry entry, StoredFile file) {
    return new EntryView.FileView(
        "/persons/%s/timeline/entries/%s/files/%s".formatted(entry.person(), entry.id(), file.id()),
        file.name(),
        file.size(),
        file.type().shownInline() && file.bytes() <= SHOWN_BYTES);
  }

  /** What it says, whoever says it. */
  String text(Entry entry, Locale locale) {
    Entry.Said said = entry.said();
    if (said != null) {
      return words.said(said.message(), said.arguments(), locale);
    }
    Call call = entry.call();
    if (call == null) {
      return entry.text();
    }
    String spoken = words.said(call, locale);
    return entry.text().isEmpty() ? spoken : spoken + "\n" + entry.text();
  }

  String author(Entry entry, Locale locale) {
    Entry.Author author = entry.author();
    return author == null ? say("record.by-tasuki", locale) : author.name();
  }

  String about(Entry entry, Locale locale) {
    Entry.Author author = entry.author();
    return author == null
        ? ""
        : say(
            "record.about",
            locale,
            say("identity.profession." + author.profession(), locale),
            author.organization());
  }

  private @Nullable String readers(Entry entry, Locale locale) {
    if (entry.receipts().isEmpty()) {
      return null;
    }
    String names =
        entry.receipts().stream()
            .map(Entry.Receipt::name)
            .collect(Collectors.joining(say("web.list.comma", locale)));
    return say("web.entry.readers", locale, names);
  }

  String kind(EntryKind kind, Locale locale) {
    return say("record.kind." + kind, locale);
  }

  /** The day with its era; today and yesterday are said. */
  String dayLabel(LocalDate day, Locale locale) {
    String full = JapaneseDates.inFull(day, locale);
    LocalDate today = JapanTime.today(clock);
    if (day.equals(today)) {
      return say("record.day.today", locale, full);
    }
    return day.equals(today.minusDays(1)) ? say("record.day.yesterday", locale, full) : full;
  }

  String dayPlain(LocalDate day, Locale locale) {
    return JapaneseDates.inFull(day, locale);
  }

  /** The time of the day, with its day where that is another one than the heading says. */
  String time(Instant instant, LocalDate heading, Locale locale) {
    LocalDateTime local = JapanTime.at(instant);
    String clockTime = "%d:%02d".formatted(local.getHour(), local.getMinute());
    return local.toLocalDate().equals(heading)
        ? clockTime
        : JapaneseDates.dayAndMonth(local.toLocalDate(), locale) + " " + clockTime;
  }

  static LocalDate day(Instant instant) {
    return JapanTime.at(instant).toLocalDate();
  }

  private static String icon(Entry entry) {
    Entry.Author author = entry.author();
    return author == null
        ? switch (entry.kind()) {
          case TRANSITION -> "hospital";
          case DOCUMENT -> "file";
          case TEAM -> "people";
          case NOTICE, NOTE, VISIT, HANDOVER, QUESTION, TELEPHONE -> "bell";
        }
        : icon(author.profession());
  }

  static String icon(Profession profession) {
    return switch (profession) {
      case DOCTOR -> "doctor";
      case DENTIST, DENTAL_HYGIENIST -> "dentist";
      case PHARMACIST -> "pharmacist";
      case NURSE, PUBLIC_HEALTH_NURSE -> "nurse";
      case PHYSIOTHERAPIST, OCCUPATIONAL_THERAPIST, SPEECH_THERAPIST -> "therapist";
      case CARE_MANAGER, SOCIAL_WORKER -> "manager";
      case CARE_WORKER -> "helper";
      case DIETITIAN, OFFICE_STAFF -> "office";
      case NONE -> "person";
    };
  }

  String say(String key, Locale locale, Object... arguments) {
    return Objects.requireNonNull(messages.getMessage(key, arguments, locale));
  }
}
