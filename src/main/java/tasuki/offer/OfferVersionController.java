package tasuki.offer;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.directory.OrganizationId;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;
import tasuki.web.Notices;

/** An older version of an offer, whole, and how it comes back. */
@Controller
@OpenTo({Duty.CARE, Duty.ADMINISTRATOR, Duty.COORDINATOR, Duty.OFFICER})
@RequestMapping("/organizations/{id}/offer/versions/{version}")
class OfferVersionController {

  private final Offers offers;
  private final OfferKeeping keeping;
  private final OfferPage pages;
  private final OfferView view;
  private final OfferHistory history;
  private final OfferWords words;
  private final Notices notices;

  OfferVersionController(
      Offers offers,
      OfferKeeping keeping,
      OfferPage pages,
      OfferView view,
      OfferHistory history,
      OfferWords words,
      Notices notices) {
    this.offers = offers;
    this.keeping = keeping;
    this.pages = pages;
    this.view = view;
    this.history = history;
    this.words = words;
    this.notices = notices;
  }

  @GetMapping
  ModelAndView show(@PathVariable UUID id, @PathVariable UUID version, Form form, Viewer viewer) {
    return page(pages.kept(new OrganizationId(id), viewer), version, form, HttpStatus.OK);
  }

  @PostMapping
  ModelAndView putBack(
      @PathVariable UUID id,
      @PathVariable UUID version,
      Form form,
      Viewer viewer,
      RedirectAttributes next) {
    OfferPage.Kept kept = pages.kept(new OrganizationId(id), viewer);
    OfferVersion former = offers.version(kept.organization().id(), version);
    String reason = form.optional("reason", OfferForm.REASON).orElse("");
    if (form.error("reason") == null) {
      form.reject("reason", OfferRules.says(kept.own(), reason));
    }
    if (!form.hasErrors()) {
      try {
        keeping.putBack(kept.organization().id(), former.offer().id(), form.version(), reason);
        notices.done(next, "offer.put-back.done", former.offer().number());
        return new ModelAndView("redirect:" + kept.home());
      } catch (RefusedException refused) {
        form.reject("reason", refused.refused());
      }
    }
    return page(kept, version, form, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView page(OfferPage.Kept kept, UUID version, Form form, HttpStatusCode status) {
    OfferVersion former = offers.version(kept.organization().id(), version);
    Optional<Offer> now = offers.of(kept.organization().id());
    form.start("version", now.map(Offer::number).orElse(0));
    ModelAndView page = new ModelAndView("offer/version", status);
    page.addObject("form", form);
    page.addObject("organization", kept.organization());
    page.addObject("ownOffer", kept.own());
    page.addObject("home", kept.home());
    page.addObject("send", kept.base() + "/versions/" + version);
    page.addObject("versionTitle", words.say("offer.version", former.offer().number()));
    page.addObject("said", words.fullDay(former.offer().saidAt()));
    page.addObject("by", history.by(former));
    page.addObject("why", history.why(former));
    page.addObject("facts", view.facts(former.offer().content()));
    page.addObject("inner", view.innerFacts(former.offer().content()));
    page.addObject("accepts", former.offer().content().acceptsNew());
    page.addObject("inForce", now.map(Offer::id).equals(Optional.of(former.offer().id())));
    page.addObject(
        "changes",
        history.changes(
            now.map(Offer::content).orElse(NewOffer.NOTHING), former.offer().content()));
    return page;
  }
}
