package tasuki.register;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.directory.Choosable;
import tasuki.directory.OrganizationChoices;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.form.DayField;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.person.PersonHeader;
import tasuki.person.PersonHeaders;
import tasuki.person.PersonId;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Patients with the hospital that takes them in: agreed, gone over before the day, ended. */
@Controller
@OpenTo(Duty.CARE)
class PairController {

  /** A pair in a list. */
  record Line(
      String href,
      @Nullable String person,
      String register,
      String hospital,
      String doctor,
      String term,
      RegisterWords.Mark mark) {}

  /** A term of a pair. */
  record TermLine(String term, @Nullable String note, String by) {}

  private static final int MOST = 300;
  private static final int LONGEST = 500;

  private final Pairs pairs;
  private final Registers registers;
  private final EntryList list;
  private final Organizations organizations;
  private final OrganizationChoices choices;
  private final PersonHeaders headers;
  private final RegisterWords say;
  private final Notices notices;
  private final Ids ids;

  PairController(
      Pairs pairs,
      Registers registers,
      EntryList list,
      Organizations organizations,
      OrganizationChoices choices,
      PersonHeaders headers,
      RegisterWords say,
      Notices notices,
      Ids ids) {
    this.pairs = pairs;
    this.registers = registers;
    this.list = list;
    this.organizations = organizations;
    this.choices = choices;
    this.headers = headers;
    this.say = say;
    this.notices = notices;
    this.ids = ids;
  }

  @GetMapping("/registers/pairs")
  String mine(Viewer viewer, Model model) {
    model.addAttribute(
        "lines", pairs.mine(MOST).stream().map(one -> line(one.pair(), one.person())).toList());
    model.addAttribute("word", say.any("person.word." + viewer.personWord()));
    return "register/pairs";
  }

  private Line line(Pair pair, @Nullable String person) {
    return new Line(
        "/registers/pairs/" + pair.id(),
        person,
        registers
            .find(pair.register())
            .map(one -> one.name().in(RegisterWords.locale()))
            .orElse(""),
        organizations.get(pair.hospital()).name(),
        RegisterWords.joined(" ", clinic(pair.clinic()), pair.doctor()),
        say.term(pair.term()),
        mark(pair));
  }

  private @Nullable String clinic(@Nullable OrganizationId clinic) {
    return clinic == null ? null : organizations.get(clinic).name();
  }

  private RegisterWords.Mark mark(Pair pair) {
    LocalDate by = pair.term().until();
    if (!pair.running()) {
      return new RegisterWords.Mark("plain", "close", say.of("pair.ended"));
    }
    if (by != null && by.isBefore(say.today())) {
      return new RegisterWords.Mark("error", "error", say.of("pair.late", say.daysSince(by)));
    }
    boolean near =
        by != null
            && registers
                .find(pair.register())
                .filter(one -> !say.today().isBefore(by.minusDays(one.renewalLead())))
                .isPresent();
    return near && by != null
        ? new RegisterWords.Mark("warning", "clock", say.of("state.ends-in", say.daysTo(by)))
        : new RegisterWords.Mark("success", "done", say.of("pair.running"));
  }

  @GetMapping("/persons/{person}/pairs")
  String ofPerson(@PathVariable UUID person, Form form, Viewer viewer, Model model) {
    form.start("from", say.today());
    return personPage(new PersonId(person), form, viewer, model);
  }

  private String personPage(PersonId person, Form form, Viewer viewer, Model model) {
    PersonHeader who = headers.of(person, viewer);
    form.start("key", ids.next());
    model.addAttribute("who", who);
    model.addAttribute("lines", pairs.of(person).stream().map(pair -> line(pair, null)).toList());
    List<Register> offered =
        registers.inForce().stream()
            .filter(register -> register.concerns() == Concerns.PERSON)
            .toList();
    model.addAttribute("mayAgree", who.full() && !viewer.hasAny(Duty.FAMILY));
    model.addAttribute(
        "registerOptions",
        offered.stream()
            .map(one -> new RegisterWords.Choice(one.code(), one.name().in(RegisterWords.locale())))
            .toList());
    model.addAttribute("hospitalOptions", hospitals(offered));
    model.addAttribute("clinicField", choices.field(form, "clinic", Choosable.CARING));
    return "register/person-pairs";
  }

  /** The hospitals that stand in a register whose hospitals take patients in. */
  private List<RegisterWords.Choice> hospitals(List<Register> offered) {
    return offered.stream()
        .map(Register::within)
        .distinct()
        .flatMap(
            code ->
                code == null
                    ? java.util.stream.Stream.<EntryList.Line>empty()
                    : list
                        .find(
                            new EntryList.Wanted(
                                code, "", EntryList.Which.HOLDING, Optional.empty()),
                            say.today(),
                            say.today(),
                            MOST)
                        .stream())
        .map(
            one ->
                new RegisterWords.Choice(one.entry().organization().toString(), one.organization()))
        .distinct()
        .toList();
  }

  @PostMapping("/persons/{person}/pairs")
  String agree(
      @PathVariable UUID person,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    PersonId id = new PersonId(person);
    Optional<Register> register = register(form);
    Optional<OrganizationId> hospital = form.id("hospital").map(OrganizationId::new);
    if (hospital.isEmpty()) {
      form.reject("hospital", "web.form.choose");
    }
    String doctor = form.text("doctor", 60);
    Optional<OrganizationId> clinic = choices.read(form, "clinic", Choosable.CARING);
    Optional<LocalDate> from = DayField.required(form, "from");
    if (!form.hasErrors()) {
      try {
        pairs.agree(
            register.orElseThrow(),
            id,
            new Pairs.Agreed(
                hospital.orElseThrow(), doctor, clinic.orElse(null), from.orElseThrow()),
            form.idempotencyKey().orElseGet(ids::next));
        notices.done(next, "register.done.paired");
        return "redirect:/persons/" + person + "/pairs";
      } catch (RefusedException refused) {
        form.reject(
            refused.refused().reason().endsWith("future") ? "from" : "hospital", refused.refused());
      }
    }
    if (form.looksFor().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
    return personPage(id, form, viewer, model);
  }

  private Optional<Register> register(Form form) {
    Optional<Register> register =
        form.optional("register", 40)
            .flatMap(registers::find)
            .filter(one -> one.concerns() == Concerns.PERSON);
    if (register.isEmpty()) {
      form.reject("register", "web.form.choose");
    }
    return register;
  }

  @GetMapping("/registers/pairs/{id}")
  String one(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    form.start("on", say.today());
    form.start("endedOn", say.today());
    return pairPage(pairs.get(id), form, viewer, model);
  }

  private String pairPage(Pair pair, Form form, Viewer viewer, Model model) {
    PersonHeader who = headers.of(pair.person(), viewer);
    model.addAttribute("who", who);
    model.addAttribute("pair", pair);
    model.addAttribute("line", line(pair, null));
    model.addAttribute(
        "terms",
        pairs.terms(pair.id()).stream()
            .map(
                one ->
                    new TermLine(
                        say.term(one.term()),
                        one.note(),
                        one.by() + " " + RegisterWords.moment(one.at())))
            .toList());
    model.addAttribute(
        "endedOn", pair.endedOn() == null ? null : RegisterWords.day(pair.endedOn()));
    model.addAttribute("mayChange", pair.running() && who.full());
    return "register/pair";
  }

  @PostMapping("/registers/pairs/{id}/{step:renew|end}")
  String step(
      @PathVariable UUID id,
      @PathVariable String step,
      Form form,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Pair pair = pairs.get(id);
    boolean renewal = step.equals("renew");
    String day = renewal ? "on" : "endedOn";
    Optional<LocalDate> on = DayField.required(form, day);
    String note =
        renewal ? form.optional("note", LONGEST).orElse("") : form.text("reason", LONGEST);
    if (!form.hasErrors()) {
      try {
        if (renewal) {
          Register register =
              registers.find(pair.register()).orElseThrow(() -> new AbsentException("register"));
          pairs.renew(id, register, on.orElseThrow(), note.isEmpty() ? null : note);
        } else {
          pairs.end(id, on.orElseThrow(), note);
        }
        notices.done(next, "register.done.pair-" + step);
        return "redirect:/registers/pairs/" + id;
      } catch (RefusedException refused) {
        form.reject(day, refused.refused());
      }
    }
    form.start("on", say.today());
    form.start("endedOn", say.today());
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return pairPage(pair, form, viewer, model);
  }
}
