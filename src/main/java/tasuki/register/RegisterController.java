package tasuki.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.Ruling;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Form;

/** Which registers there are, and who stands in each. */
@Controller
@OpenTo({Duty.CARE, Duty.ADMINISTRATOR, Duty.COORDINATOR, Duty.OFFICER})
class RegisterController {

  /**
   * A register in the list.
   *
   * @param waiting applications that wait for the viewer; null where somebody else decides
   */
  record Row(
      String href,
      String name,
      String decider,
      String who,
      int holding,
      int ending,
      @Nullable Integer waiting,
      boolean open) {}

  /** An entry in the list of a register. */
  record Line(
      String href,
      String organization,
      String kind,
      @Nullable String who,
      String number,
      String from,
      String until,
      RegisterWords.Mark mark) {}

  /** An application that is open. */
  record Waiting(String href, String who, String kind, String on, RegisterWords.Mark mark) {}

  private static final int PAGE = 50;
  private static final int ALL = 100_000;

  private final Registers registers;
  private final EntryList list;
  private final Applications applications;
  private final Organizations organizations;
  private final RegisterWords say;

  RegisterController(
      Registers registers,
      EntryList list,
      Applications applications,
      Organizations organizations,
      RegisterWords say) {
    this.registers = registers;
    this.list = list;
    this.applications = applications;
    this.organizations = organizations;
    this.say = say;
  }

  @GetMapping("/registers")
  String registers(Viewer viewer, Model model) {
    Map<String, EntryList.Count> counts = list.counts(say.today());
    Map<String, Integer> waiting = applications.waiting();
    List<Row> rows = new ArrayList<>();
    for (Register register : registers.inForce()) {
      EntryList.Count count = counts.getOrDefault(register.code(), new EntryList.Count(0, 0));
      boolean persons = register.concerns() == Concerns.PERSON;
      rows.add(
          new Row(
              persons ? "/registers/pairs" : "/registers/" + register.code(),
              register.name().in(RegisterWords.locale()),
              say.of("decider." + register.decider()),
              who(register),
              count.holding(),
              count.ending(),
              RegisterPolicy.decides(viewer, register)
                  ? waiting.getOrDefault(register.code(), 0)
                  : null,
              register.open()));
    }
    model.addAttribute("registerRows", rows);
    model.addAttribute("setsUp", RegisterPolicy.setsUp(viewer));
    return "register/registers";
  }

  private String who(Register register) {
    return register.concerns() == Concerns.PROFESSIONAL
        ? say.list("identity.profession", register.professions())
        : register.concerns() == Concerns.PERSON
            ? say.of("concerns.PERSON")
            : say.list("directory.kind", register.kinds());
  }

  @GetMapping("/registers/{code}")
  Object register(
      @PathVariable String code,
      @RequestParam(name = "as", defaultValue = "") String as,
      Form form,
      Viewer viewer,
      Model model) {
    Register register = registers.get(code);
    if (register.concerns() == Concerns.PERSON) {
      return "redirect:/registers/pairs";
    }
    LocalDate today = say.today();
    LocalDate horizon = today.plusDays(register.renewalLead());
    EntryList.Which which =
        form.optionalChoice("which", EntryList.Which.class).orElse(EntryList.Which.HOLDING);
    EntryList.Wanted wanted =
        new EntryList.Wanted(code, form.optional("q", 60).orElse(""), which, form.id("after"));
    Optional<TableFormat> format = TableFormat.of(as);
    if (format.isPresent()) {
      EntryList.Wanted all = new EntryList.Wanted(code, wanted.words(), which, Optional.empty());
      return TableAnswer.of(
          register.name().ja(),
          format.get(),
          List.of(sheet(register, list.find(all, today, horizon, ALL))));
    }
    List<EntryList.Line> found = list.find(wanted, today, horizon, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<EntryList.Line> page = more ? found.subList(0, PAGE) : found;
    model.addAttribute("lines", page.stream().map(one -> line(one, register)).toList());
    model.addAttribute("narrowed", !wanted.words().isEmpty() || which != EntryList.Which.HOLDING);
    model.addAttribute(
        "whichOptions", say.choices("register.which", List.of(EntryList.Which.values())));
    model.addAttribute(
        "nextPage", more ? address(code, form, "after", page.getLast().entry().id()) : null);
    model.addAttribute("firstPage", wanted.after().isEmpty() ? null : address(code, form, "", ""));
    model.addAttribute("excelHref", address(code, form, "as", "xlsx"));
    about(register, viewer, model);
    return "register/register";
  }

  /** What the register is, and what the viewer can do in it. */
  private void about(Register register, Viewer viewer, Model model) {
    model.addAttribute("register", register);
    model.addAttribute("registerName", register.name().in(RegisterWords.locale()));
    model.addAttribute("purpose", register.purpose().in(RegisterWords.locale()));
    model.addAttribute("criteria", register.criteria().in(RegisterWords.locale()));
    model.addAttribute("who", who(register));
    model.addAttribute("decider", say.of("decider." + register.decider()));
    model.addAttribute("validity", say.validity(register.validity()));
    model.addAttribute(
        "decidedBy",
        register.decidedBy() == null
            ? say.of("decided-by.prefecture")
            : organizations.get(register.decidedBy()).name());
    model.addAttribute("setsUp", RegisterPolicy.setsUp(viewer));
    model.addAttribute(
        "mayEnrol",
        RegisterPolicy.decides(viewer, register)
            && EntryPolicy.mayBeEnrolled(register) instanceof Ruling.Allowed);
    boolean watches = RegisterPolicy.watches(viewer, register);
    model.addAttribute(
        "waiting",
        watches ? applications.open(register.code()).stream().map(this::waiting).toList() : null);
    Ruling door = EntryPolicy.mayComeIn(register, viewer.organization(), say.today());
    model.addAttribute("mayApply", door instanceof Ruling.Allowed);
    model.addAttribute(
        "whyNot",
        door instanceof Ruling.Refused refused
            ? say.any(refused.reason(), refused.arguments().toArray())
            : null);
  }

  private Waiting waiting(Application application) {
    return new Waiting(
        "/registers/applications/" + application.id(),
        RegisterWords.joined(
            " ",
            organizations.get(application.organization()).name(),
            say.who(application.professional())),
        say.of(application.renews() == null ? "application.new" : "application.renewal"),
        RegisterWords.day(application.appliedOn()),
        say.mark(application.state()));
  }

  private Line line(EntryList.Line one, Register register) {
    Entry entry = one.entry();
    LocalDate until = entry.term().until();
    return new Line(
        "/registers/entries/" + entry.id(),
        one.organization(),
        say.any("directory.kind." + one.kind()),
        say.who(entry.professional()),
        entry.number(),
        RegisterWords.day(entry.term().from()),
        until == null ? say.of("endless") : RegisterWords.day(until),
        say.mark(entry, register));
  }

  private Sheet sheet(Register register, List<EntryList.Line> lines) {
    return new Sheet(
        register.name().in(RegisterWords.locale()),
        register.name().in(RegisterWords.locale()),
        List.of(say.of("sheet.day", RegisterWords.day(say.today()))),
        List.of(
            SheetColumn.text(say.of("organization"), 34),
            SheetColumn.text(say.any("register.kind"), 18),
            SheetColumn.text(say.of("professional"), 20),
            SheetColumn.text(say.of("number"), 14),
            SheetColumn.day(say.of("from")),
            SheetColumn.day(say.of("until")),
            SheetColumn.text(say.of("state"), 14),
            SheetColumn.text(say.of("address"), 40)),
        lines.stream().map(one -> cells(one, register)).toList());
  }

  private List<@Nullable Object> cells(EntryList.Line one, Register register) {
    Entry entry = one.entry();
    return Arrays.<@Nullable Object>asList(
        one.organization(),
        say.any("directory.kind." + one.kind()),
        say.who(entry.professional()),
        entry.number(),
        entry.term().from(),
        entry.term().until(),
        say.mark(entry, register).text(),
        one.address());
  }

  /** The address of the list as it is narrowed, with one parameter more unless it has no name. */
  private static String address(String code, Form form, String more, Object value) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/registers/{code}");
    Map<String, Object> values = new HashMap<>(Map.of("code", code));
    for (String name : List.of("q", "which")) {
      if (!form.value(name).isEmpty()) {
        address.queryParam(name, "{" + name + "}");
        values.put(name, form.value(name));
      }
    }
    if (!more.isEmpty()) {
      address.queryParam(more, value);
    }
    return address.encode().buildAndExpand(values).toUriString();
  }
}
