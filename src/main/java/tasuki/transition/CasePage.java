package tasuki.transition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.directory.Organization;
import tasuki.identity.Viewer;
import tasuki.person.PersonHeaders;

/** Puts together the page of a case: whose it is, what is due, what was done, who takes part. */
@Component
class CasePage {

  /** A fact of the stay, or a party and who is in charge there. */
  record Fact(String label, String value) {}

  private final StayWords say;
  private final PersonHeaders headers;
  private final CaseStations stations;
  private final CaseClocks clocks;
  private final CaseLog log;
  private final CaseActs acts;
  private final List<CasePart> parts;

  CasePage(
      StayWords say,
      PersonHeaders headers,
      CaseStations stations,
      CaseClocks clocks,
      CaseLog log,
      CaseActs acts,
      List<CasePart> parts) {
    this.say = say;
    this.headers = headers;
    this.stations = stations;
    this.clocks = clocks;
    this.log = log;
    this.acts = acts;
    this.parts = parts.stream().sorted(Comparator.comparingInt(CasePart::order)).toList();
  }

  void fill(Model model, Cases.Case found, Viewer viewer) {
    Stay stay = found.stay();
    Cases.Whose whose = found.whose();
    if (whose != null) {
      model.addAttribute("who", headers.of(stay.person(), viewer));
    }
    model.addAttribute("stay", stay);
    model.addAttribute("caseName", whose == null ? stay.caseNumber() : whose.name());
    model.addAttribute("stateText", say.of("state." + stay.state()));
    model.addAttribute("facts", facts(found));
    model.addAttribute("stations", stations.of(found));
    List<CaseClocks.Todo> todos = clocks.own(found);
    model.addAttribute("todos", todos);
    model.addAttribute("waiting", clocks.others(found));
    model.addAttribute("past", clocks.past(found));
    model.addAttribute("hints", clocks.hints(found));
    model.addAttribute("logTexts", log.of(found, viewer));
    model.addAttribute("asks", log.unanswered(found, viewer));
    List<CaseActs.Act> steps = acts.steps(found);
    model.addAttribute("acts", steps);
    model.addAttribute("mainAct", main(todos, steps, found));
    model.addAttribute("changes", acts.changes(found));
    model.addAttribute("seats", seats(found));
    model.addAttribute("wideParts", templates(true, stay, viewer, model));
    model.addAttribute("parts", templates(false, stay, viewer, model));
  }

  private List<String> templates(boolean wide, Stay stay, Viewer viewer, Model model) {
    return parts.stream()
        .filter(part -> part.wide() == wide)
        .map(part -> part.template(stay, viewer, model))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The one thing to do next: what is due first, else what usually comes next. */
  private CaseActs.@Nullable Act main(
      List<CaseClocks.Todo> todos, List<CaseActs.Act> steps, Cases.Case found) {
    for (CaseClocks.Todo todo : todos) {
      String act = todo.act();
      if (todo.href() != null && act != null && !todo.wish()) {
        return new CaseActs.Act(todo.href(), act, true);
      }
    }
    Optional<CaseActs.Act> change = acts.usual(found);
    return change.or(() -> steps.stream().findFirst()).orElse(null);
  }

  private List<Fact> facts(Cases.Case found) {
    Stay stay = found.stay();
    List<Fact> facts = new ArrayList<>();
    String ward = stay.ward() == null ? "" : stay.ward();
    facts.add(fact("hospital", (found.name(stay.hospital().value()) + " " + ward).strip()));
    facts.add(fact("admitted", say.moment(stay.admittedAt(), stay.timeKnown())));
    facts.add(fact("wardType", say.of("ward-type." + stay.wardType()) + " · " + grade(stay)));
    Organization office = found.home().office();
    facts.add(
        fact(
            "office",
            office == null ? say.of("undecided") : office.name() + " " + office.telephone()));
    facts.add(fact("group", say.of("group." + found.home().group())));
    facts.add(fact("planned", planned(stay.plannedOn())));
    found.planned().stream()
        .skip(1)
        .forEach(former -> facts.add(fact("planned.former", formerly(found, former))));
    facts.add(fact("case-number", stay.caseNumber()));
    return facts;
  }

  private Fact fact(String label, String value) {
    return new Fact(say.of(label), value);
  }

  private String grade(Stay stay) {
    return stay.feeGrade() == null ? say.of("grade.none") : say.of("grade." + stay.feeGrade());
  }

  private String planned(@Nullable LocalDate day) {
    return day == null ? say.of("planned.none") : say.day(day);
  }

  private String formerly(Cases.Case found, Cases.Planned former) {
    return say.of(
        "planned.said",
        planned(former.day()),
        say.moment(former.at(), true),
        found.name(former.organization()));
  }

  private List<Fact> seats(Cases.Case found) {
    return found.parties().stream()
        .map(party -> new Fact(say.of("side." + party.side()), seat(found, party)))
        .toList();
  }

  private String seat(Cases.Case found, Parties.Party party) {
    String charge =
        party.account() == null ? "" : found.accounts().getOrDefault(party.account(), "");
    String standIn =
        party.standIn() == null
            ? ""
            : say.of("stand-in.is", found.accounts().getOrDefault(party.standIn(), ""));
    return String.join(" ", found.name(party.organization()), charge, standIn).strip();
  }
}
