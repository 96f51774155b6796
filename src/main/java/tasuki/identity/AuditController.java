package tasuki.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.audit.Seals;
import tasuki.form.DayField;
import tasuki.kernel.TasukiTime;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Where an auditor goes through who did and saw what in the own organisation. */
@Controller
@OpenTo(Duty.AUDITOR)
@RequestMapping("/audit")
class AuditController {

  private static final int ROWS = 50;
  private static final int NEWEST_SEALS = 1_000;
  private static final Duration REVIEW_EVERY = Duration.ofDays(31);

  private final AuditReview review;
  private final Accounts accounts;
  private final Seals seals;
  private final Options options;
  private final Clock clock;
  private final Notices notices;

  AuditController(
      AuditReview review,
      Accounts accounts,
      Seals seals,
      Options options,
      Clock clock,
      Notices notices) {
    this.review = review;
    this.accounts = accounts;
    this.seals = seals;
    this.options = options;
    this.clock = clock;
    this.notices = notices;
  }

  @GetMapping
  String page(Form form, Viewer me, HttpServletResponse response, Model model) {
    UUID before = form.id("before").orElse(null);
    AuditReview.Filter filter =
        new AuditReview.Filter(
            form.id("account").orElse(null),
            form.optionalChoice("kind", AuditReview.Kind.class).orElse(null),
            DayField.optional(form, "day").orElse(null));
    List<AuditReview.Entry> found =
        isReadable(form) ? review.worded(filter, before, ROWS + 1) : List.of();
    boolean more = found.size() > ROWS;
    List<AuditReview.Entry> entries = more ? found.subList(0, ROWS) : found;
    model.addAttribute("entries", entries);
    model.addAttribute("next", more ? address(form, entries.getLast().id()) : null);
    model.addAttribute("newest", before == null ? null : address(form, null));
    model.addAttribute("markable", before == null && isEverything(filter) && !entries.isEmpty());
    model.addAttribute("place", me.organization().name());
    model.addAttribute(
        "staff",
        accounts.staffOf(me.organization().id()).stream()
            .map(
                member ->
                    new Options.Option(member.account().id().toString(), member.account().name()))
            .toList());
    model.addAttribute("kinds", options.of("audit.kind", List.of(AuditReview.Kind.values())));
    describeReview(model);
    if (form.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
    return "identity/audit";
  }

  private static boolean isReadable(Form form) {
    return Stream.of("before", "account", "kind", "day").allMatch(one -> form.error(one) == null);
  }

  private void describeReview(Model model) {
    Optional<AuditReview.Mark> last = review.last();
    model.addAttribute("lastReview", last.orElse(null));
    model.addAttribute(
        "daysSince",
        last.map(mark -> Duration.between(mark.at().toInstant(), clock.instant()))
            .filter(passed -> passed.compareTo(REVIEW_EVERY) > 0)
            .map(Duration::toDays)
            .orElse(null));
    model.addAttribute("lastSeal", seals.last().orElse(null));
    model.addAttribute(
        "sealedAt",
        seals.last().map(seal -> seal.at().atZoneSameInstant(TasukiTime.ZONE)).orElse(null));
  }

  private static boolean isEverything(AuditReview.Filter filter) {
    return filter.account() == null && filter.kind() == null && filter.day() == null;
  }

  /** The same view further down, as an address that can be sent to a colleague. */
  private static String address(Form form, @Nullable UUID before) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/audit");
    for (String name : List.of("account", "kind", "day")) {
      if (!form.value(name).isEmpty()) {
        address.queryParam(name, "{" + name + "}");
      }
    }
    if (before != null) {
      address.queryParam("before", before);
    }
    return address
        .encode()
        .buildAndExpand(
            java.util.Map.of(
                "account", form.value("account"),
                "kind", form.value("kind"),
                "day", form.value("day")))
        .toUriString();
  }

  @PostMapping("/review")
  String mark(
      Form form, Viewer me, HttpServletResponse response, Model model, RedirectAttributes next) {
    Optional<UUID> upTo = form.ids("upTo").stream().findFirst();
    Optional<String> note = form.optional("note", 400);
    if (upTo.isEmpty()) {
      form.reject("note", "web.form.missing");
    }
    if (form.hasErrors()) {
      return page(form, me, response, model);
    }
    review.mark(upTo.orElseThrow(), note.orElse(null));
    notices.done(next, "audit.review.done");
    return "redirect:/audit";
  }

  @PostMapping("/seals")
  String verify(Form form, RedirectAttributes next) {
    Seals.Finding finding =
        form.value("which").equals("all") ? seals.verify() : seals.verifyNewest(NEWEST_SEALS);
    review.verified(finding instanceof Seals.Finding.Intact);
    switch (finding) {
      case Seals.Finding.Intact intact ->
          notices.done(next, "audit.seals.intact", intact.seals(), intact.entries());
      case Seals.Finding.Broken broken ->
          notices.refused(next, "audit.seals.broken", broken.seal());
    }
    return "redirect:/audit";
  }
}
