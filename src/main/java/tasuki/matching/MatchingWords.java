package tasuki.matching;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.form.FormItem;
import tasuki.form.FormViews;
import tasuki.form.Questions;
import tasuki.offer.Capabilities;
import tasuki.offer.HalfDay;
import tasuki.web.Phrases;

/** Says cards, states and reasons in the reader's language. */
@Component
class MatchingWords {

  /** A line of the card. */
  record Fact(String label, @Nullable String value) {}

  /** A reason for or against somebody, with its sign. */
  record ReasonLine(String tone, String icon, String text) {}

  private final Phrases say;
  private final Capabilities capabilities;
  private final Questions questions;
  private final FormViews views;
  private final Areas areas;
  private final Clock clock;

  MatchingWords(
      Phrases say,
      Capabilities capabilities,
      Questions questions,
      FormViews views,
      Areas areas,
      Clock clock) {
    this.say = say;
    this.capabilities = capabilities;
    this.questions = questions;
    this.views = views;
    this.areas = areas;
    this.clock = clock;
  }

  Locale locale() {
    return say.locale();
  }

  String of(String key, Object... arguments) {
    return say.of("matching." + key, arguments);
  }

  /** The card, line by line. */
  List<Fact> facts(Card card, RequestKind kind) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(of("unit"), unit(card.baseUnit())));
    if (kind.says().aboutPerson()) {
      facts.add(new Fact(of("person"), person(card)));
    }
    if (kind.says().asksNeeds()) {
      facts.add(
          new Fact(
              of("needs"),
              card.needs().isEmpty()
                  ? of("needs.none")
                  : joined(card.needs().stream().sorted().map(this::need).toList())));
      facts.add(
          new Fact(
              of("half-days"),
              card.halfDays().isEmpty()
                  ? of("half-days.any")
                  : joined(card.halfDays().stream().sorted().map(this::halfDay).toList())));
      facts.add(new Fact(of("night"), card.night() ? of("night.yes") : of("night.no")));
    }
    questions
        .form(kind.code(), LocalDate.EPOCH, kind.says().name(), kind.says().questions())
        .items()
        .filter((FormItem item) -> views.text(item, card.answers()) != null)
        .forEach(
            (FormItem item) ->
                facts.add(
                    new Fact(item.label().in(say.locale()), views.text(item, card.answers()))));
    facts.add(new Fact(of("situation"), card.situation()));
    LocalDate by = card.wantedBy();
    facts.add(
        new Fact(
            of("wantedBy"),
            by == null ? of("wantedBy.none") : JapaneseDates.inFull(by, say.locale())));
    return facts;
  }

  /** 80代 女性 要介護3. */
  String person(Card card) {
    Integer decade = card.ageDecade();
    List<String> parts = new ArrayList<>();
    if (decade != null) {
      parts.add(decade == 0 ? of("age.child") : of("age", "" + decade * 10));
    }
    if (card.sex() != null) {
      parts.add(say.of("person.sex." + card.sex()));
    }
    if (card.level() != null) {
      parts.add(say.of("person.level." + card.level()));
    }
    return String.join(" ", parts);
  }

  /** One line by which a request is told from others. */
  String line(Card card, RequestKind kind, Map<String, String> units) {
    String about = kind.says().aboutPerson() ? person(card) : "";
    return (units.getOrDefault(card.baseUnit(), card.baseUnit()) + " " + about).strip();
  }

  private String unit(String code) {
    return units().getOrDefault(code, code);
  }

  /** The names of the base units by their codes. */
  Map<String, String> units() {
    return areas.baseUnits(JapanTime.today(clock)).stream()
        .collect(Collectors.toMap(BaseUnit::code, this::name));
  }

  private String name(BaseUnit unit) {
    return say.locale().getLanguage().equals("en") && !unit.nameEnglish().isEmpty()
        ? unit.nameEnglish()
        : unit.name();
  }

  String need(String code) {
    return capabilities.find(code).map(one -> say.of(one.nameKey())).orElse(code);
  }

  String halfDay(HalfDay half) {
    return say.of(
        half.afternoon() ? "offer.days.afternoon" : "offer.days.morning",
        half.day().getDisplayName(TextStyle.SHORT, say.locale()));
  }

  private String joined(Collection<String> parts) {
    return String.join(say.of("web.list.comma"), parts);
  }

  /** What speaks for and against somebody. */
  List<ReasonLine> reasons(List<FitReason> reasons) {
    return reasons.stream().map(this::reason).toList();
  }

  ReasonLine reason(FitReason reason) {
    boolean codes = reason.key().equals("can") || reason.key().equals("not-said");
    Object[] arguments =
        codes
            ? new Object[] {joined(reason.arguments().stream().map(this::need).toList())}
            : reason.arguments().toArray();
    String text = of("fit." + reason.key(), arguments);
    return switch (reason.speaks()) {
      case FOR -> new ReasonLine("success", "check", text);
      case AGAINST -> new ReasonLine("warning", "warning", text);
      case UNKNOWN -> new ReasonLine("plain", "info", text);
    };
  }

  Phrases.Mark mark(RequestState state) {
    return switch (state) {
      case WAITING -> new Phrases.Mark("warning", "clock", of("state.WAITING"));
      case OPEN -> new Phrases.Mark("calm", "people", of("state.OPEN"));
      case MATCHED -> new Phrases.Mark("success", "done", of("state.MATCHED"));
      case HANDED_OVER -> new Phrases.Mark("success", "both", of("state.HANDED_OVER"));
      case UNFILLED -> new Phrases.Mark("error", "absent", of("state.UNFILLED"));
      case WITHDRAWN -> new Phrases.Mark("plain", "close", of("state.WITHDRAWN"));
    };
  }

  Phrases.Mark mark(Hand hand) {
    String text = of("hand." + (hand.place() == null ? hand.state() : hand.place()));
    return switch (hand.state()) {
      case QUEUED -> new Phrases.Mark("plain", "list", text);
      case OFFERED ->
          hand.seenAt() == null
              ? new Phrases.Mark("plain", "mail", text)
              : new Phrases.Mark("calm", "eye", of("hand.seen"));
      case RAISED -> new Phrases.Mark("success", "check", text);
      case DECLINED, PASSED, CALLED_OFF -> new Phrases.Mark("plain", "close", text);
      case LAPSED -> new Phrases.Mark("warning", "clock", text);
      case CHOSEN -> new Phrases.Mark("success", "done", text);
    };
  }

  /** Why somebody declined, in the kind's words and the own. */
  String declined(RequestKind kind, Hand hand) {
    String code = hand.reason();
    String reason =
        kind.says().reasons().stream()
            .filter(one -> one.code().equals(code))
            .findFirst()
            .map(one -> one.label().in(say.locale()))
            .orElse("");
    return hand.words() == null ? reason : reason + " " + hand.words();
  }

  /** A moment with day and time. */
  String moment(OffsetDateTime at) {
    LocalDateTime there = JapanTime.at(at.toInstant());
    return JapaneseDates.dayAndMonth(there.toLocalDate(), say.locale())
        + " %d:%02d".formatted(there.getHour(), there.getMinute());
  }

  /** How long it is until then, in words. */
  String left(OffsetDateTime until) {
    Duration left = Duration.between(clock.instant(), until.toInstant());
    if (left.isNegative()) {
      return of("left.none");
    }
    return left.toHours() > 48
        ? of("left.days", left.toDays())
        : left.toMinutes() > 90
            ? of("left.hours", left.toHours())
            : of("left.minutes", left.toMinutes());
  }

  String kinds(Collection<? extends Enum<?>> kinds) {
    return kinds.stream()
        .map(one -> say.of("directory.kind." + one.name()))
        .collect(Collectors.joining(say.of("web.list.comma")));
  }
}
