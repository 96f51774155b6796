package tasuki.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.JapaneseDates;
import tasuki.form.DayField;
import tasuki.notice.How;
import tasuki.notice.Inboxes;
import tasuki.notice.NoticeBox;
import tasuki.notice.NoticeKind;
import tasuki.notice.Preferences;
import tasuki.notice.SaidWords;
import tasuki.web.Form;
import tasuki.web.Notices;

/** How one wants mail about notices, and who looks after those to the organisation. */
@Controller
class NoticeSettingsController {

  /** A kind with its choices. */
  record Row(
      String field, String label, String value, boolean compulsory, List<Options.Option> choices) {}

  private final NoticeBox box;
  private final Preferences preferences;
  private final Inboxes inboxes;
  private final Accounts accounts;
  private final SaidWords words;
  private final Options options;
  private final Notices flash;

  NoticeSettingsController(
      NoticeBox box,
      Preferences preferences,
      Inboxes inboxes,
      Accounts accounts,
      SaidWords words,
      Options options,
      Notices flash) {
    this.box = box;
    this.preferences = preferences;
    this.inboxes = inboxes;
    this.accounts = accounts;
    this.words = words;
    this.options = options;
    this.flash = flash;
  }

  @GetMapping("/settings/notices")
  @OpenTo({})
  String preferences(Viewer me, Locale locale, Model model) {
    Map<String, How> chosen = preferences.chosen();
    List<Options.Option> all = options.of("notice.how", List.of(How.values()));
    List<Options.Option> some = options.of("notice.how", List.of(How.NOW, How.DIGEST));
    model.addAttribute(
        "kinds",
        kinds(me).stream()
            .map(
                kind ->
                    new Row(
                        kind.code(),
                        words.name(kind, locale),
                        chosen.getOrDefault(kind.code(), kind.how()).name(),
                        kind.compulsory(),
                        kind.compulsory() ? some : all))
            .toList());
    model.addAttribute("mails", preferences.mails());
    model.addAttribute("failed", preferences.lastMailFailed());
    model.addAttribute("address", me.account().mail());
    return "identity/notice-settings";
  }

  private List<NoticeKind> kinds(Viewer me) {
    boolean family = me.hasAny(Duty.FAMILY);
    return box.kinds().stream().filter(kind -> kind.family() == family).toList();
  }

  @PostMapping("/settings/notices")
  @OpenTo({})
  String choose(Form form, Viewer me, RedirectAttributes next) {
    Map<String, How> wanted = new HashMap<>();
    for (NoticeKind kind : kinds(me)) {
      form.optionalChoice(kind.code(), How.class).ifPresent(how -> wanted.put(kind.code(), how));
    }
    preferences.choose(wanted);
    flash.done(next, "notice.settings.saved");
    return "redirect:/settings/notices";
  }

  @GetMapping("/settings/inbox")
  @OpenTo({Duty.CARE, Duty.COORDINATOR, Duty.OFFICER, Duty.ADMINISTRATOR})
  String inbox(Form form, Viewer me, Model model) {
    inboxes
        .find()
        .ifPresent(
            charge -> {
              form.start("inCharge", charge.inCharge());
              form.start("standIn", charge.standIn());
              form.start("from", compact(charge.from()));
              form.start("until", compact(charge.until()));
            });
    return inboxPage(me, model);
  }

  private static @Nullable String compact(@Nullable LocalDate day) {
    return day == null ? null : JapaneseDates.compact(day);
  }

  private String inboxPage(Viewer me, Model model) {
    model.addAttribute("place", me.organization().name());
    model.addAttribute(
        "staff",
        accounts.staffOf(me.organization().id()).stream()
            .map(
                member ->
                    new Options.Option(member.account().id().toString(), member.account().name()))
            .toList());
    return "identity/inbox";
  }

  @PostMapping("/settings/inbox")
  @OpenTo({Duty.CARE, Duty.COORDINATOR, Duty.OFFICER, Duty.ADMINISTRATOR})
  String charge(
      Form form, Viewer me, HttpServletResponse response, RedirectAttributes next, Model model) {
    Optional<UUID> inCharge = colleague(form, me, "inCharge");
    Optional<UUID> standIn = colleague(form, me, "standIn");
    Optional<LocalDate> from = standIn.flatMap(_ -> DayField.required(form, "from"));
    Optional<LocalDate> until = standIn.flatMap(_ -> DayField.required(form, "until"));
    if (standIn.isPresent() && inCharge.isEmpty()) {
      form.reject("inCharge", "web.form.choose");
    }
    if (standIn.isPresent() && standIn.equals(inCharge)) {
      form.reject("standIn", "notice.error.same");
    }
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      form.reject("until", "notice.error.until");
    }
    if (form.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return inboxPage(me, model);
    }
    inboxes.charge(
        new Inboxes.Charge(
            inCharge.orElse(null), standIn.orElse(null), from.orElse(null), until.orElse(null)));
    flash.done(next, "notice.inbox.saved");
    return "redirect:/notices";
  }

  /** Somebody of the own organisation. */
  private Optional<UUID> colleague(Form form, Viewer me, String field) {
    Optional<UUID> chosen = form.id(field);
    boolean known =
        chosen.isEmpty()
            || accounts.viewer(new AccountId(chosen.get()), me.organization().id()).isPresent();
    if (!known) {
      form.reject(field, "web.form.choose");
    }
    return chosen;
  }
}
