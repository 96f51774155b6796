package tasuki.record;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.identity.Profession;
import tasuki.identity.Viewer;
import tasuki.kernel.Actor;
import tasuki.person.Person;
import tasuki.person.PersonId;
import tasuki.person.Persons;
import tasuki.web.Form;

/** Fills the pages of a timeline with what they show. */
@Component
class TimelinePages {

  /** A page of this many entries stays below 100 KB. */
  static final int MOST = 50;

  /** A chip that can be chosen. */
  record Chip(String value, String label, String icon, boolean chosen, String href) {}

  /** Whose page it is. */
  record Head(
      String id, String word, String name, String kana, String birth, String age, boolean died) {}

  /** What is looked at: part of the address, so that it can be sent to a colleague. */
  record Look(String group, String words, TimelinePage.@Nullable Key after) {}

  private static final Map<String, Set<Profession>> GROUPS =
      Map.of(
          "doctor", Set.of(Profession.DOCTOR, Profession.DENTIST),
          "nurse", Set.of(Profession.NURSE, Profession.PUBLIC_HEALTH_NURSE),
          "pharmacist", Set.of(Profession.PHARMACIST),
          "therapist",
              Set.of(
                  Profession.PHYSIOTHERAPIST,
                  Profession.OCCUPATIONAL_THERAPIST,
                  Profession.SPEECH_THERAPIST,
                  Profession.DENTAL_HYGIENIST,
                  Profession.DIETITIAN),
          "manager", Set.of(Profession.CARE_MANAGER, Profession.SOCIAL_WORKER),
          "helper", Set.of(Profession.CARE_WORKER));
  private static final List<String> GROUP_ORDER =
      List.of("doctor", "nurse", "pharmacist", "therapist", "manager", "helper");

  private final Timeline timeline;
  private final Persons persons;
  private final EntryViews views;
  private final FileStore files;
  private final Clock clock;

  TimelinePages(
      Timeline timeline, Persons persons, EntryViews views, FileStore files, Clock clock) {
    this.timeline = timeline;
    this.persons = persons;
    this.views = views;
    this.files = files;
    this.clock = clock;
  }

  /** Everything on the page of the timeline itself. */
  void timeline(PersonId id, Look look, Form form, Viewer viewer, Model model, Locale locale) {
    Person person = persons.get(id);
    boolean full = persons.seenInFull(person.id());
    boolean writable = full && viewer.actor().sight() == Actor.Sight.CARE;
    head(person, viewer, model, locale);
    boolean telephone = look.group().equals("telephone");
    TimelineFilter filter =
        new TimelineFilter(
            telephone ? Set.of(EntryKind.TELEPHONE) : Set.of(),
            GROUPS.getOrDefault(look.group(), Set.of()),
            look.words(),
            null,
            null);
    TimelinePage page = timeline.entries(person.id(), filter, look.after(), MOST);
    model.addAttribute("writable", writable);
    model.addAttribute("onlyOwn", !full);
    model.addAttribute("days", views.days(page.entries(), writable, locale));
    model.addAttribute(
        "pinnedEntries",
        look.after() == null && filter.isAll()
            ? timeline.pinned(person.id()).stream()
                .map(entry -> views.single(entry, writable, locale))
                .toList()
            : List.of());
    model.addAttribute("filtered", !filter.isAll());
    model.addAttribute("asked", look.words());
    model.addAttribute("group", look.group());
    model.addAttribute("groups", groups(person.id(), look, locale));
    TimelinePage.Key next = page.next();
    model.addAttribute(
        "older", next == null ? null : address(person.id(), look.group(), look.words(), next));
    model.addAttribute("newest", look.after() == null ? null : base(person.id()));
    if (writable) {
      composer(form, model, locale);
    }
  }

  /** The head of every page about the person. */
  void head(Person person, Viewer viewer, Model model, Locale locale) {
    int age = Period.between(person.birthDate(), JapanTime.today(clock)).getYears();
    model.addAttribute(
        "head",
        new Head(
            person.id().toString(),
            views.say("record.word." + viewer.personWord(), locale),
            person.name(),
            person.kana(),
            JapaneseDates.inFull(person.birthDate(), locale),
            views.say("web.person.age", locale, age),
            person.diedOn() != null));
    model.addAttribute("base", base(person.id()));
  }

  /** What one writes with. */
  void composer(Form form, Model model, Locale locale) {
    boolean aboutCall = form.error("called") != null;
    String key = form.idempotencyKey().orElseGet(UUID::randomUUID).toString();
    model.addAttribute("noteKey", aboutCall ? UUID.randomUUID().toString() : key);
    model.addAttribute("callKey", aboutCall ? key : UUID.randomUUID().toString());
    String kind = form.value("kind");
    model.addAttribute(
        "kinds",
        EntryKind.composed().stream()
            .map(
                one ->
                    new Chip(
                        one.name(),
                        views.kind(one, locale),
                        "",
                        kind.isEmpty() ? one == EntryKind.NOTE : one.name().equals(kind),
                        ""))
            .toList());
    model.addAttribute("phrases", Arrays.asList(views.say("record.phrases", locale).split("\\|")));
    model.addAttribute(
        "calledChips",
        Arrays.stream(Call.Called.values())
            .map(
                called ->
                    new Chip(
                        called.name(),
                        views.say("record.called." + called, locale),
                        called.icon(),
                        called.name().equals(form.value("called")),
                        ""))
            .toList());
    model.addAttribute(
        "outcomes",
        Arrays.stream(Call.Outcome.values())
            .map(
                outcome ->
                    new Chip(
                        outcome.name(),
                        views.say("record.outcome." + outcome, locale),
                        "",
                        false,
                        ""))
            .toList());
    model.addAttribute(
        "kept",
        files.find(
            form.valuesOf("kept").stream()
                .flatMap(text -> ids(text).stream())
                .map(FileId::new)
                .toList()));
  }

  private List<Chip> groups(PersonId person, Look look, Locale locale) {
    List<Chip> chips = new ArrayList<>();
    chips.add(chip(person, "", "list", look, locale));
    GROUP_ORDER.forEach(group -> chips.add(chip(person, group, group, look, locale)));
    chips.add(chip(person, "telephone", "phone", look, locale));
    return chips;
  }

  private Chip chip(PersonId person, String group, String icon, Look look, Locale locale) {
    return new Chip(
        group,
        views.say("record.group." + (group.isEmpty() ? "all" : group), locale),
        icon,
        group.equals(look.group()),
        address(person, group, look.words(), null));
  }

  /** The entries of these days, the oldest first, at most a thousand. */
  List<Entry> between(PersonId person, LocalDate from, LocalDate until) {
    return timeline
        .entries(person, TimelineFilter.days(from, until), null, 1000)
        .entries()
        .reversed();
  }

  static String base(PersonId person) {
    return "/persons/" + person + "/timeline";
  }

  static String address(
      PersonId person, String group, String words, TimelinePage.@Nullable Key after) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(base(person));
    if (!group.isEmpty()) {
      address.queryParam("by", group);
    }
    if (!words.isEmpty()) {
      address.queryParam("q", "{words}");
    }
    if (after != null) {
      address.queryParam("before", after.text());
    }
    return address.encode().buildAndExpand(Map.of("words", words)).toUriString();
  }

  static List<UUID> ids(String text) {
    try {
      return text.length() == 36 ? List.of(UUID.fromString(text)) : List.of();
    } catch (IllegalArgumentException noId) {
      return List.of();
    }
  }
}
