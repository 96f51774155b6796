package tasuki.record;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.DateReading;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.person.Person;
import tasuki.person.PersonFilter;
import tasuki.person.PersonId;
import tasuki.person.Persons;
import tasuki.web.Form;
import tasuki.web.Notices;

/** 誤送信: taking an entry back and, in one go, writing it where it belongs. */
@Controller
@OpenTo(Duty.CARE)
@RequestMapping("/persons/{person}/timeline/entries/{entry}/recall")
class EntryRecallController {

  /** Somebody about whom it may be. */
  record Choice(String value, String label) {}

  private static final String NOBODY = "none";
  private static final int MOST = 10;

  private final EntryRecalls recalls;
  private final TimelinePages pages;
  private final EntryViews views;
  private final Persons persons;
  private final Clock clock;
  private final Ids ids;
  private final Notices notices;

  EntryRecallController(
      EntryRecalls recalls,
      TimelinePages pages,
      EntryViews views,
      Persons persons,
      Clock clock,
      Ids ids,
      Notices notices) {
    this.recalls = recalls;
    this.pages = pages;
    this.views = views;
    this.persons = persons;
    this.clock = clock;
    this.ids = ids;
    this.notices = notices;
  }

  @GetMapping
  String page(
      @PathVariable UUID person,
      @PathVariable UUID entry,
      Form form,
      Viewer viewer,
      Model model,
      Locale locale) {
    form.start("foundOn", JapaneseDates.compact(JapanTime.today(clock)));
    form.start("key", ids.next());
    form.start("to", NOBODY);
    return show(person, entry, form, viewer, model, locale);
  }

  @PostMapping
  String recall(
      @PathVariable UUID person,
      @PathVariable UUID entry,
      Form form,
      Viewer viewer,
      Model model,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes next) {
    if (!form.value("find").isEmpty()) {
      return show(person, entry, form, viewer, model, locale);
    }
    String cause = form.text("cause", 1000);
    Optional<LocalDate> found = day(form, locale);
    Optional<PersonId> right = chosen(form);
    if (!form.hasErrors()) {
      try {
        UUID incident =
            recalls.recall(
                new EntryId(entry),
                new EntryRecalls.Mistake(cause, found.orElseThrow(), right.orElse(null)),
                form.idempotencyKey().orElseGet(ids::next));
        notices.done(next, right.isPresent() ? "record.done.moved" : "record.done.recalled");
        return "redirect:/incidents/" + incident;
      } catch (RefusedException refused) {
        form.reject("to", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(person, entry, form, viewer, model, locale);
  }

  private static Optional<PersonId> chosen(Form form) {
    return form.value("to").equals(NOBODY) ? Optional.empty() : form.id("to").map(PersonId::new);
  }

  private Optional<LocalDate> day(Form form, Locale locale) {
    String typed = form.text("foundOn", 40);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    switch (JapaneseDates.read(typed)) {
      case DateReading.Parsed(LocalDate day) -> {
        if (day.isAfter(JapanTime.today(clock))) {
          form.reject("foundOn", "record.refused.found-later");
        }
        return Optional.of(day);
      }
      case DateReading.Unreadable unreadable -> {
        form.reject("foundOn", "record.refused.day", unreadable.message(locale));
        return Optional.empty();
      }
    }
  }

  private String show(
      UUID person, UUID entry, Form form, Viewer viewer, Model model, Locale locale) {
    PersonId id = new PersonId(person);
    Entry wrong = recalls.own(new EntryId(entry));
    if (!persons.ids(id).contains(wrong.person())) {
      throw new AbsentException("entry");
    }
    pages.head(persons.get(id), viewer, model, locale);
    model.addAttribute("about", views.single(wrong, false, locale));
    model.addAttribute("movable", wrong.mine());
    model.addAttribute("takingBack", true);
    model.addAttribute("people", wrong.mine() ? people(form, wrong, locale) : List.of());
    return "record/recall";
  }

  /** Nobody, whoever was chosen before, and those who were searched for. */
  private List<Choice> people(Form form, Entry wrong, Locale locale) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(NOBODY, views.say("record.recall.to.none", locale)));
    chosen(form)
        .filter(persons::seenInFull)
        .map(persons::get)
        .ifPresent(chosen -> choices.add(choice(chosen, locale)));
    String asked = form.value("q").strip();
    if (!asked.isEmpty()) {
      List<PersonId> same = persons.ids(wrong.person());
      persons
          .mine(new PersonFilter(asked, PersonFilter.Which.PRESENT), null, MOST)
          .lines()
          .forEach(
              line -> {
                Choice found = choice(line.person(), locale);
                if (line.full() && !same.contains(line.person().id()) && !choices.contains(found)) {
                  choices.add(found);
                }
              });
      if (choices.size() == 1) {
        form.reject("q", "record.recall.q.none");
      }
    }
    return choices;
  }

  private Choice choice(Person person, Locale locale) {
    return new Choice(
        person.id().toString(),
        views.say(
            "record.recall.to",
            locale,
            person.name(),
            person.kana(),
            JapaneseDates.inFull(person.birthDate(), locale)));
  }
}
