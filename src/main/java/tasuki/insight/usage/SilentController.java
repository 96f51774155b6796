package tasuki.insight.usage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.OrganizationId;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.insight.usage.UsageWords.Choice;
import tasuki.kernel.RefusedException;
import tasuki.kernel.Ruling;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Members where nobody signs in, and the button that reminds them. */
@Controller
@OpenTo(Duty.OFFICER)
class SilentController {

  private static final List<Integer> MONTHS = List.of(1, 2, 3, 6, 12);
  private static final int USUAL = 3;

  /** A member. */
  record Row(
      OrganizationId id,
      String name,
      String kind,
      String telephone,
      String accounts,
      String last,
      @Nullable String reminded,
      boolean mayRemind) {}

  private final SilentMembers members;
  private final UsageWords say;
  private final Clock clock;
  private final Notices notices;

  SilentController(SilentMembers members, UsageWords say, Clock clock, Notices notices) {
    this.members = members;
    this.say = say;
    this.clock = clock;
    this.notices = notices;
  }

  @GetMapping("/usage/silent")
  Object page(Form form, Model model) {
    int months = months(form);
    List<SilentMembers.Silent> silent = members.since(months);
    Optional<TableFormat> format = TableFormat.of(form.value("as"));
    if (format.isPresent()) {
      return TableAnswer.of("silent-members", format.get(), List.of(sheet(silent, months)));
    }
    LocalDate today = JapanTime.today(clock);
    model.addAttribute("months", months);
    model.addAttribute(
        "monthChoices",
        MONTHS.stream().map(one -> new Choice("" + one, say.of("silent.months", one))).toList());
    model.addAttribute("members", silent.stream().map(one -> row(one, today)).toList());
    model.addAttribute("excelHref", "/usage/silent?months=" + months + "&as=xlsx");
    return "insight/usage/silent";
  }

  private static int months(Form form) {
    return MONTHS.stream()
        .filter(one -> form.value("months").equals("" + one))
        .findFirst()
        .orElse(USUAL);
  }

  private Row row(SilentMembers.Silent one, LocalDate today) {
    LocalDate last = one.lastOn();
    LocalDate reminded = one.remindedOn();
    return new Row(
        one.id(),
        one.name(),
        say.any("directory.kind." + one.kind()),
        one.telephone(),
        say.number(one.accounts()),
        last == null ? say.of("silent.never") : JapaneseDates.compact(last),
        reminded == null ? null : say.of("silent.reminded", JapaneseDates.compact(reminded)),
        SilentMembers.mayRemind(one, today) instanceof Ruling.Allowed);
  }

  private Sheet sheet(List<SilentMembers.Silent> silent, int months) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (SilentMembers.Silent one : silent) {
      rows.add(
          Arrays.asList(
              one.name(),
              say.any("directory.kind." + one.kind()),
              one.telephone(),
              one.accounts(),
              one.lastOn(),
              one.remindedOn()));
    }
    return new Sheet(
        say.of("silent.title"),
        say.of("silent.title"),
        List.of(say.of("silent.lead", months)),
        List.of(
            SheetColumn.text(say.of("by.ORGANIZATION"), 32),
            SheetColumn.text(say.of("by.KIND"), 20),
            SheetColumn.text(say.of("silent.telephone"), 16),
            SheetColumn.count(say.of("accounts")),
            SheetColumn.day(say.of("silent.last")),
            SheetColumn.day(say.of("silent.reminder"))),
        rows);
  }

  @PostMapping("/usage/silent/{id}/remind")
  String remind(@PathVariable UUID id, Form form, RedirectAttributes next) {
    int months = months(form);
    try {
      SilentMembers.Silent reminded = members.remind(new OrganizationId(id), months);
      notices.done(next, "usage.silent.done", reminded.name());
    } catch (RefusedException refused) {
      notices.refused(next, refused.refused());
    }
    return "redirect:/usage/silent?months=" + months;
  }
}
