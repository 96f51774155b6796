package tasuki.portal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.person.Access;
import tasuki.person.AccessScope;
import tasuki.person.Bases;
import tasuki.person.Basis;
import tasuki.person.CareTeams;
import tasuki.person.Looks;
import tasuki.person.PersonId;

/** Says in plain words who belongs to the team, who may look and who looked. */
@Component
class Sight {

  private static final int LOOKS_ON_A_PAGE = 30;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  /** Somebody of the team, with the number to call. */
  record Helper(String role, String organization, @Nullable String name, String telephone) {}

  /**
   * Somebody who may look.
   *
   * @param why the basis or the cause, in plain words
   * @param until when it ends by itself; null where it goes on
   * @param withdraw the basis that can be withdrawn; null where the law, not the person, decides
   */
  record Watcher(
      String organization,
      @Nullable String account,
      String why,
      @Nullable String until,
      @Nullable UUID withdraw) {}

  /** A page of looks. */
  record LookPage(List<LookLine> lines, @Nullable UUID next) {}

  /** One look or change, in plain words. */
  record LookLine(String at, String who, String what) {}

  private final Access access;
  private final Bases bases;
  private final CareTeams teams;
  private final Looks looks;
  private final MessageSource messages;
  private final Clock clock;

  Sight(
      Access access,
      Bases bases,
      CareTeams teams,
      Looks looks,
      MessageSource messages,
      Clock clock) {
    this.clock = clock;
    this.access = access;
    this.bases = bases;
    this.teams = teams;
    this.looks = looks;
    this.messages = messages;
  }

  List<Helper> team(PersonId person) {
    return teams.of(person).stream()
        .map(
            member ->
                new Helper(
                    say("person.role." + member.role()),
                    member.organization().name(),
                    member.accountName(),
                    member.organization().telephone()))
        .toList();
  }

  List<Watcher> whoMaySee(PersonId person) {
    List<Basis> all = bases.of(person);
    return access.whoMaySee(person).stream()
        .filter(watcher -> watcher.scope() != AccessScope.OWN)
        .map(watcher -> watcher(watcher, all))
        .toList();
  }

  private Watcher watcher(Access.MaySee watcher, List<Basis> all) {
    OffsetDateTime until = watcher.until();
    String why =
        watcher.basis() == null
            ? say("portal.why." + watcher.reason())
            : say("portal.basis." + watcher.basis());
    return new Watcher(
        watcher.organizationName(),
        watcher.accountName(),
        why,
        until == null ? null : moment(until),
        withdrawable(watcher, all));
  }

  /** Only what somebody agreed to can be taken back; the law's own grounds cannot. */
  private @Nullable UUID withdrawable(Access.MaySee watcher, List<Basis> all) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    return all.stream()
        .filter(basis -> basis.kind() == watcher.basis() && basis.kind().consent())
        .filter(basis -> basis.holdsAt(now))
        .filter(
            basis ->
                basis.organization() == null || watcher.organization().equals(basis.organization()))
        .map(basis -> basis.id().value())
        .findFirst()
        .orElse(null);
  }

  LookPage whoLooked(PersonId person, @Nullable UUID before) {
    List<Looks.Look> found = looks.of(person, before, LOOKS_ON_A_PAGE + 1);
    List<Looks.Look> shown = found.stream().limit(LOOKS_ON_A_PAGE).toList();
    return new LookPage(
        shown.stream().map(this::line).toList(),
        found.size() > LOOKS_ON_A_PAGE ? shown.getLast().id() : null);
  }

  private LookLine line(Looks.Look look) {
    String name = look.accountName() == null ? say("portal.program") : look.accountName();
    String who =
        look.organizationName() == null ? name : say("portal.who", look.organizationName(), name);
    String what =
        messages.getMessage(
            "audit.what." + look.what(),
            null,
            say(look.change() ? "portal.changed" : "portal.seen"),
            LocaleContextHolder.getLocale());
    return new LookLine(moment(look.at()), who, what == null ? "" : what);
  }

  private static String moment(OffsetDateTime at) {
    Locale locale = LocaleContextHolder.getLocale();
    var there = JapanTime.at(at.toInstant());
    return JapaneseDates.dayAndMonth(there.toLocalDate(), locale) + " " + TIME.format(there);
  }

  private String say(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }
}
