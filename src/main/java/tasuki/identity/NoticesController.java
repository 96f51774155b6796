package tasuki.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.notice.Inboxes;
import tasuki.notice.Notice;
import tasuki.notice.NoticeBox;
import tasuki.notice.SaidWords;
import tasuki.web.Form;
import tasuki.web.Notices;

/** The list behind the bell: what happened, unread first. */
@Controller
@OpenTo({})
@RequestMapping("/notices")
class NoticesController {

  private static final int ROWS = 30;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  /** A notice as a line of the list. */
  record Line(
      UUID id,
      String icon,
      String kind,
      String sentence,
      String time,
      String iso,
      @Nullable String shared,
      @Nullable String readBy,
      boolean unread) {}

  private final NoticeBox box;
  private final Inboxes inboxes;
  private final Accounts accounts;
  private final SaidWords words;
  private final MessageSource messages;
  private final Clock clock;
  private final Notices flash;

  NoticesController(
      NoticeBox box,
      Inboxes inboxes,
      Accounts accounts,
      SaidWords words,
      MessageSource messages,
      Clock clock,
      Notices flash) {
    this.box = box;
    this.inboxes = inboxes;
    this.accounts = accounts;
    this.words = words;
    this.messages = messages;
    this.clock = clock;
    this.flash = flash;
  }

  @GetMapping
  String page(Form form, Viewer me, Locale locale, Model model) {
    NoticeBox.Key after =
        form.id("after")
            .map(id -> new NoticeBox.Key(form.value("read").equals("true"), id))
            .orElse(null);
    List<Notice> found = box.page(me.readsInbox(), after, ROWS + 1);
    boolean more = found.size() > ROWS;
    List<Notice> shown = more ? found.subList(0, ROWS) : found;
    model.addAttribute("lines", shown.stream().map(line -> line(line, me, locale)).toList());
    model.addAttribute(
        "nextPage",
        more
            ? "/notices?read=%s&after=%s".formatted(!shown.getLast().unread(), shown.getLast().id())
            : null);
    model.addAttribute("firstPage", after == null ? null : "/notices");
    model.addAttribute(
        "latest",
        after == null && !shown.isEmpty() && shown.getFirst().unread()
            ? shown.stream()
                .filter(Notice::unread)
                .map(Notice::id)
                .max(java.util.Comparator.comparing(UUID::toString))
                .orElseThrow()
            : null);
    model.addAttribute("inbox", me.readsInbox());
    if (me.readsInbox()) {
      model.addAttribute("inCharge", inCharge(me, locale).orElse(null));
    }
    return "identity/notices";
  }

  private Line line(Notice notice, Viewer me, Locale locale) {
    LocalDate day = notice.at().toLocalDate();
    String time = TIME.format(notice.at());
    boolean today = day.equals(JapanTime.today(clock));
    return new Line(
        notice.id(),
        notice.kind().icon(),
        words.name(notice.kind(), locale),
        words.sentence(notice, locale),
        today ? time : JapaneseDates.dayAndMonth(day, locale) + " " + time,
        notice.at().toOffsetDateTime().toString(),
        notice.shared()
            ? messages.getMessage("notice.shared", new Object[] {me.organization().name()}, locale)
            : null,
        notice.shared() ? readBy(notice, locale) : null,
        notice.unread());
  }

  private @Nullable String readBy(Notice notice, Locale locale) {
    UUID reader = notice.readBy();
    if (reader == null || notice.readAt() == null) {
      return null;
    }
    String when = JapaneseDates.dayAndMonth(notice.readAt().toLocalDate(), locale);
    return accounts
        .find(new AccountId(reader))
        .map(
            account ->
                messages.getMessage("notice.read.by", new Object[] {when, account.name()}, locale))
        .orElse(null);
  }

  /** Who looks after the inbox today, in words. */
  private Optional<String> inCharge(Viewer me, Locale locale) {
    var names =
        accounts.staffOf(me.organization().id()).stream()
            .collect(
                Collectors.toMap(
                    member -> member.account().id().value(), member -> member.account().name()));
    return inboxes
        .find()
        .flatMap(
            charge -> {
              LocalDate today = JapanTime.today(clock);
              LocalDate from = charge.from();
              LocalDate until = charge.until();
              boolean away =
                  from != null && until != null && !today.isBefore(from) && !today.isAfter(until);
              if (away && until != null) {
                return Optional.ofNullable(names.get(charge.standIn()))
                    .map(
                        name ->
                            messages.getMessage(
                                "notice.charge.stand-in",
                                new Object[] {name, JapaneseDates.dayAndMonth(until, locale)},
                                locale));
              }
              return Optional.ofNullable(names.get(charge.inCharge()));
            });
  }

  /** Opens what a notice is about, which from then on counts as read. */
  @GetMapping("/{id}")
  String open(@PathVariable UUID id) {
    return "redirect:" + box.open(id);
  }

  @PostMapping("/{id}/read")
  String read(@PathVariable UUID id) {
    box.read(id);
    return "redirect:/notices";
  }

  @PostMapping("/read")
  String readAll(Form form, Viewer me, RedirectAttributes next) {
    int read = form.id("upTo").map(upTo -> box.readAll(me.readsInbox(), upTo)).orElse(0);
    if (read == 0) {
      flash.done(next, "notice.marked-none");
    } else {
      flash.done(next, "notice.marked-all", read);
    }
    return "redirect:/notices";
  }
}
