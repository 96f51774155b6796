package tasuki.offer;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.directory.OrganizationId;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** Where an organisation says what it offers, and a coordinator corrects it. */
@Controller
@OpenTo({Duty.CARE, Duty.ADMINISTRATOR, Duty.COORDINATOR, Duty.OFFICER})
class OfferController {

  private final OfferKeeping keeping;
  private final Capabilities capabilities;
  private final OfferPage pages;
  private final OfferForm fields;
  private final OfferWords words;
  private final Notices notices;

  OfferController(
      OfferKeeping keeping,
      Capabilities capabilities,
      OfferPage pages,
      OfferForm fields,
      OfferWords words,
      Notices notices) {
    this.keeping = keeping;
    this.capabilities = capabilities;
    this.pages = pages;
    this.fields = fields;
    this.words = words;
    this.notices = notices;
  }

  @GetMapping("/offers/own")
  @OpenTo({Duty.CARE, Duty.ADMINISTRATOR})
  ModelAndView own(Form form, Viewer viewer) {
    return page(pages.kept(viewer.organization().id(), viewer), form, HttpStatus.OK, false);
  }

  @GetMapping("/organizations/{id}/offer")
  ModelAndView show(@PathVariable UUID id, Form form, Viewer viewer) {
    return page(pages.kept(new OrganizationId(id), viewer), form, HttpStatus.OK, false);
  }

  @PostMapping("/organizations/{id}/offer")
  ModelAndView say(@PathVariable UUID id, Form form, Viewer viewer, RedirectAttributes next) {
    OfferPage.Kept kept = pages.kept(new OrganizationId(id), viewer);
    Optional<String> reason = reason(form, "reason", kept);
    Optional<NewOffer> offer = fields.read(form, kept.organization().kind());
    if (offer.isPresent() && !form.hasErrors()) {
      try {
        keeping.say(kept.organization().id(), offer.get(), form.version(), reason.orElse(null));
        notices.done(next, "offer.saved");
        return new ModelAndView("redirect:" + kept.home());
      } catch (RefusedException refused) {
        form.reject("accepts", refused.refused());
      }
    }
    return page(kept, form, HttpStatus.UNPROCESSABLE_CONTENT, true);
  }

  @PostMapping("/organizations/{id}/offer/room/{help:[a-z-]{1,40}}")
  ModelAndView sayRoom(
      @PathVariable UUID id,
      @PathVariable("help") String code,
      Form form,
      Viewer viewer,
      RedirectAttributes next) {
    OfferPage.Kept kept = pages.kept(new OrganizationId(id), viewer);
    Help help =
        capabilities.helpsOf(kept.organization().kind()).stream()
            .filter(one -> one.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new AbsentException("help"));
    Optional<Integer> places = fields.places(form, help);
    Optional<String> reason = reason(form, OfferForm.roomReason(help), kept);
    if (places.isPresent() && !form.hasErrors()) {
      try {
        keeping.sayRoom(kept.organization().id(), code, places.get(), reason.orElse(null));
        notices.done(next, "offer.room.done", words.say(help.nameKey()), places.get());
        return new ModelAndView("redirect:" + kept.home());
      } catch (RefusedException refused) {
        form.reject(OfferForm.roomField(help), refused.refused());
      }
    }
    return page(kept, form, HttpStatus.UNPROCESSABLE_CONTENT, false);
  }

  /** Whoever corrects for others says why. */
  private static Optional<String> reason(Form form, String name, OfferPage.Kept kept) {
    Optional<String> reason = form.optional(name, OfferForm.REASON);
    if (form.error(name) == null) {
      form.reject(name, OfferRules.says(kept.own(), reason.orElse(null)));
    }
    return reason;
  }

  private ModelAndView page(OfferPage.Kept kept, Form form, HttpStatusCode status, boolean sent) {
    return pages.fill(new ModelAndView("offer/entry", status), kept, form, sent);
  }
}
