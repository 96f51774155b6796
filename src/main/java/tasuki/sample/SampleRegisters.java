package tasuki.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.form.FormValues;
import tasuki.identity.Duty;
import tasuki.identity.Profession;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.register.Applications;
import tasuki.register.Decisions;
import tasuki.register.Entries;
import tasuki.register.EntryState;
import tasuki.register.Pairs;
import tasuki.register.Professional;
import tasuki.register.Register;
import tasuki.register.Registers;
import tasuki.register.Reports;

/** Who applied for which register, what became of it and how long ago: one of every state. */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
class SampleRegisters {

  /** One step of a row: what, how many days ago, and the words of it. */
  private record Step(String what, int daysAgo, String words) {
    static Step of(String text) {
      String[] parts = text.split("[@=]", 3);
      return new Step(parts[0], Integer.parseInt(parts[1]), parts.length == 3 ? parts[2] : "");
    }

    boolean byHolder() {
      return !List.of("check", "missing", "accept", "decline", "cancel").contains(what);
    }
  }

  private final Registers registers;
  private final Applications applications;
  private final Decisions decisions;
  private final Entries entries;
  private final Reports reports;
  private final Pairs pairs;
  private final SampleLists lists;
  private final Built built;
  private final SampleKeys keys;
  private final SampleClock clock;
  private final TransactionTemplate transaction;

  SampleRegisters(
      Registers registers,
      Applications applications,
      Decisions decisions,
      Entries entries,
      Reports reports,
      Pairs pairs,
      SampleLists lists,
      Built built,
      SampleKeys keys,
      SampleClock clock,
      PlatformTransactionManager transactions) {
    this.registers = registers;
    this.applications = applications;
    this.decisions = decisions;
    this.entries = entries;
    this.reports = reports;
    this.pairs = pairs;
    this.lists = lists;
    this.built = built;
    this.keys = keys;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Tells every row, each once. */
  void tell() {
    Instant now = clock.instant();
    if (!built.stands("register:lists")) {
      bringIn(JapanTime.at(now).toLocalDate().minusDays(400));
      transaction.executeWithoutResult(_ -> built.mark("register:lists", null));
    }
    Actor officer = worker("prefecture", Duty.OFFICER, Actor.Sight.NONE);
    for (SampleRow row : SampleRow.all("registers")) {
      String organization = row.get("organization");
      Actor holder = worker(organization, Duty.CARE, Actor.Sight.CARE);
      Map<String, UUID> made = new HashMap<>();
      int number = 0;
      for (String text : row.parts("steps", ";")) {
        Step step = Step.of(text);
        String part = "register:" + row.get("key") + ":" + number++;
        clock.at(
            now.minus(Duration.ofDays(step.daysAgo())),
            () ->
                Acting.run(
                    step.byHolder() ? holder : officer,
                    () -> once(part, step.what(), made, () -> does(row, step, made))));
      }
    }
    pairs(now);
  }

  /** What rests on notifications comes in as a list, as it would from the regional bureau. */
  private void bringIn(LocalDate from) {
    StringBuilder list = new StringBuilder("名簿の記号,医療機関番号,受理番号,算定開始年月日\n");
    int number = 1;
    for (SampleRow row : SampleRow.all("notifications")) {
      list.append(row.get("register")).append(',').append(row.get("code")).append(',');
      list.append("(届)第").append(number++).append("号,").append(from).append('\n');
    }
    lists.bringIn("register-entries", "notifications", list.toString());
  }

  /** A clinic's patients whom the hospital of the city takes in. */
  private void pairs(Instant now) {
    Actor doctor = worker("clinic", Duty.CARE, Actor.Sight.CARE);
    LocalDate today = JapanTime.at(now).toLocalDate();
    Map<String, Integer> daysAgo = Map.of("p001", 20, "p002", 84);
    daysAgo.forEach(
        (person, days) ->
            Acting.run(
                doctor,
                () ->
                    once(
                        "register:pair:" + person,
                        "pair",
                        new HashMap<>(),
                        () -> pair(person, today.minusDays(days)))));
  }

  private UUID pair(String person, LocalDate from) {
    return pairs.agree(
        registers.get("backup-hospital-pairs"),
        keys.person(person),
        new Pairs.Agreed(keys.organization("hospital"), "上野 誠", keys.organization("clinic"), from),
        UUID.nameUUIDFromBytes(("pair/" + person).getBytes(UTF_8)));
  }

  private void once(String part, String what, Map<String, UUID> made, WithId work) {
    transaction.executeWithoutResult(
        _ -> {
          if (!built.stands(part)) {
            built.mark(part, work.run());
          }
        });
    transaction.executeWithoutResult(
        _ ->
            built
                .id(part)
                .ifPresent(id -> made.put(what.equals("accept") ? "entry" : "application", id)));
  }

  /** Work that may make something others refer to. */
  private interface WithId {
    @Nullable UUID run();
  }

  private @Nullable UUID does(SampleRow row, Step step, Map<String, UUID> made) {
    Optional<UUID> application = Optional.ofNullable(made.get("application"));
    Optional<UUID> entry = Optional.ofNullable(made.get("entry"));
    var today = JapanTime.today(clock);
    String words = step.words();
    switch (step.what()) {
      case "apply" -> {
        return apply(row, null);
      }
      case "renewal" -> {
        return apply(row, entry.orElseThrow());
      }
      case "check" -> decisions.check(application.orElseThrow());
      case "missing" -> decisions.askFor(application.orElseThrow(), words);
      case "accept" -> {
        return decisions.accept(
            application.orElseThrow(),
            new Decisions.Accepted(today, words.isEmpty() ? null : words, "", null));
      }
      case "decline" -> decisions.decline(application.orElseThrow(), today, null, words);
      case "takeback" -> applications.takeBack(application.orElseThrow());
      case "withdraw" -> entries.end(entry.orElseThrow(), EntryState.WITHDRAWN, today, words);
      case "cancel" -> entries.end(entry.orElseThrow(), EntryState.CANCELLED, today, words);
      case "report" -> {
        String[] said = words.split(":", 2);
        reports.hand(entry.orElseThrow(), new FiscalYear(Integer.parseInt(said[0])), said[1]);
      }
      default -> throw new IllegalStateException("The sample knows no step " + step.what());
    }
    return null;
  }

  private UUID apply(SampleRow row, @Nullable UUID renews) {
    Register register = registers.get(row.get("register"));
    List<String> person = row.parts("professional", "\\|");
    Professional professional =
        person.isEmpty()
            ? null
            : new Professional(person.get(0), person.get(1), Profession.valueOf(person.get(2)));
    Map<String, List<String>> answers = new HashMap<>();
    for (String answer : row.parts("answers", "\\|")) {
      String[] parts = answer.split(":", 2);
      answers.put(parts[0], List.of(parts[1].split("\\+")));
    }
    UUID key = UUID.nameUUIDFromBytes(("register/" + row.get("key") + renews).getBytes(UTF_8));
    return applications.apply(
        register,
        new Applications.Sent(renews, professional, FormValues.of(answers), Map.of()),
        key);
  }

  private Actor worker(String organization, Duty duty, Actor.Sight sight) {
    OrganizationId id = keys.organization(organization);
    String login = SampleAccounts.worker(organization, duty);
    return new Actor.Member(keys.account(login).value(), id.value(), sight);
  }
}
