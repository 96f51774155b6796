package tasuki.equipment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.RefusedException;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Form;
import tasuki.web.Notices;

/** An owner's things: who has what, what changes hands today, registering, keeping back. */
@Controller
@OpenTo({Duty.COORDINATOR, Duty.OFFICER, Duty.ADMINISTRATOR})
class KeeperController {

  private static final int MOST = 200;

  /** A thing of the own organisation. */
  record Own(ThingId id, String name, String number, String kind, String lentTo, String now) {}

  private final Things things;
  private final Loans loans;
  private final Blocks blocks;
  private final ThingForm forms;
  private final ThingViews views;
  private final LoanViews loanViews;
  private final Keepers keepers;
  private final Organizations organizations;
  private final EquipmentWords say;
  private final Clock clock;
  private final Notices notices;

  KeeperController(
      Things things,
      Loans loans,
      Blocks blocks,
      ThingForm forms,
      ThingViews views,
      LoanViews loanViews,
      Keepers keepers,
      Organizations organizations,
      EquipmentWords say,
      Clock clock,
      Notices notices) {
    this.things = things;
    this.loans = loans;
    this.blocks = blocks;
    this.forms = forms;
    this.views = views;
    this.loanViews = loanViews;
    this.keepers = keepers;
    this.organizations = organizations;
    this.say = say;
    this.clock = clock;
    this.notices = notices;
  }

  @GetMapping("/equipment/own")
  Object own(Form form, Viewer viewer, Model model) {
    keepers.only(viewer);
    LocalDate today = JapanTime.today(clock);
    Optional<TableFormat> format = TableFormat.of(form.value("as"));
    if (format.isPresent()) {
      return TableAnswer.of("equipment-loans", format.get(), List.of(sheet(today)));
    }
    List<Loan> open = loans.open();
    Map<OrganizationId, Organization> borrowers =
        organizations.byId(open.stream().map(Loan::borrower).toList());
    model.addAttribute(
        "rows",
        open.stream()
            .map(loan -> loanViews.row(loan, borrowers.get(loan.borrower()), today))
            .toList());
    List<Thing> owned = things.search(ThingSearch.of(viewer.organization().id()), MOST);
    Map<ThingId, List<Taken>> taken =
        things.taken(owned.stream().map(Thing::id).toList(), new Days(today.minusYears(1), today));
    model.addAttribute(
        "things",
        owned.stream()
            .map(thing -> line(thing, taken.getOrDefault(thing.id(), List.of()), today))
            .toList());
    return "equipment/own";
  }

  private Own line(Thing thing, List<Taken> taken, LocalDate today) {
    boolean free = new ThingCalendar(taken, today, say).isFree(today);
    boolean away = taken.stream().anyMatch(Taken::away);
    return new Own(
        thing.id(),
        thing.name(),
        thing.number(),
        say.kind(thing.kind()),
        views.lentTo(thing),
        say.of(away ? "now.away" : free ? "now.here" : "now.taken"));
  }

  /** Every loan of this and the last fiscal year, for the owner's own papers. */
  private Sheet sheet(LocalDate today) {
    FiscalYear year = FiscalYear.of(today);
    Days days = new Days(new FiscalYear(year.year() - 1).firstDay(), today.plusYears(1));
    List<Loan> lent = loans.lent(days);
    Map<OrganizationId, Organization> borrowers =
        organizations.byId(lent.stream().map(Loan::borrower).toList());
    List<List<@Nullable Object>> rows = new java.util.ArrayList<>();
    for (Loan loan : lent) {
      Organization borrower = borrowers.get(loan.borrower());
      Thing thing = things.get(loan.thing());
      rows.add(
          java.util.Arrays.asList(
              thing.name(),
              thing.number(),
              borrower == null ? null : borrower.name(),
              loan.days().first(),
              loan.days().last(),
              loan.days().count(),
              loan.purpose(),
              loanViews.mark(loan, today).text()));
    }
    return new Sheet(
        say.of("own.sheet"),
        say.of("own.sheet"),
        List.of(say.of("own.sheet.note", say.dayInFull(today))),
        List.of(
            SheetColumn.text(say.of("name"), 24),
            SheetColumn.text(say.of("number"), 14),
            SheetColumn.text(say.of("borrower"), 28),
            SheetColumn.day(say.of("from")),
            SheetColumn.day(say.of("until")),
            SheetColumn.count(say.of("count")),
            SheetColumn.text(say.of("purpose"), 32),
            SheetColumn.text(say.of("state"), 14)),
        rows);
  }

  @GetMapping("/equipment/new")
  String newPage(Form form, Viewer viewer, Model model) {
    keepers.only(viewer);
    form.start("longest", 14);
    return edit(null, model);
  }

  @PostMapping("/equipment/new")
  String add(
      Form form,
      @RequestParam(required = false) @Nullable MultipartFile picture,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    keepers.only(viewer);
    Optional<NewThing> entry = forms.read(form, picture);
    if (entry.isPresent()) {
      try {
        ThingId id = things.add(entry.get());
        notices.done(next, "equipment.registered", entry.get().name());
        return "redirect:/equipment/" + id;
      } catch (RefusedException refused) {
        form.reject("number", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return edit(null, model);
  }

  @GetMapping("/equipment/{id}/edit")
  String editPage(@PathVariable UUID id, Form form, Viewer viewer, Model model) {
    keepers.only(viewer);
    Thing thing = things.own(new ThingId(id));
    forms.start(form, thing);
    return edit(thing, model);
  }

  @PostMapping("/equipment/{id}/edit")
  String change(
      @PathVariable UUID id,
      Form form,
      @RequestParam(required = false) @Nullable MultipartFile picture,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    keepers.only(viewer);
    Thing thing = things.own(new ThingId(id));
    Optional<NewThing> entry = forms.read(form, picture);
    if (entry.isPresent()) {
      try {
        things.change(thing.id(), entry.get(), version(form, thing));
        notices.done(next, "equipment.changed", entry.get().name());
        return "redirect:/equipment/" + id;
      } catch (RefusedException refused) {
        form.reject("number", refused.refused());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return edit(thing, model);
  }

  private static int version(Form form, Thing thing) {
    String sent = form.value("version");
    return sent.matches("\\d{1,9}") ? Integer.parseInt(sent) : thing.version();
  }

  private String edit(@Nullable Thing thing, Model model) {
    model.addAttribute("thing", thing);
    model.addAttribute("kinds", forms.kinds());
    model.addAttribute("organizationKinds", forms.organizationKinds());
    model.addAttribute("areas", forms.areas());
    return "equipment/edit";
  }

  @PostMapping("/equipment/{id}/retire")
  String retire(@PathVariable UUID id, Viewer viewer, RedirectAttributes next) {
    keepers.only(viewer);
    try {
      things.retire(new ThingId(id));
      notices.done(next, "equipment.retired");
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
    }
    return "redirect:/equipment/" + id;
  }
}
