package tasuki.offer;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationKind;
import tasuki.identity.OrganizationPart;
import tasuki.identity.Viewer;

/** What an organisation's page tells of its offer; room left and conditions to staff alone. */
@Component
class OfferPart implements OrganizationPart {

  /** What the fragment shows. */
  record Shown(
      boolean any,
      boolean opensToNew,
      List<OfferWords.Fact> facts,
      List<OfferWords.Fact> inner,
      List<OfferView.Room> room,
      long staleDays,
      String said,
      String change,
      boolean own) {}

  private final Offers offers;
  private final OfferView view;
  private final OfferWords words;

  OfferPart(Offers offers, OfferView view, OfferWords words) {
    this.offers = offers;
    this.view = view;
    this.words = words;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Optional<String> template(
      Organization organization, Optional<Viewer> viewer, Model model) {
    if (!view.keepsOffer(organization.kind())) {
      return Optional.empty();
    }
    boolean staff =
        viewer
            .filter(one -> one.organization().kind() != OrganizationKind.PERSON_AND_FAMILY)
            .isPresent();
    boolean own = viewer.filter(one -> OfferRules.own(one, organization)).isPresent();
    boolean keeps = own || viewer.filter(OfferRules::corrects).isPresent();
    Optional<Offer> offer = offers.of(organization.id());
    List<OfferView.Room> room =
        staff
            ? view.room(organization).stream().filter(one -> one.places() != null).toList()
            : List.of();
    if (offer.isEmpty() && room.isEmpty() && !keeps) {
      return Optional.empty();
    }
    model.addAttribute(
        "offerPart",
        new Shown(
            offer.isPresent(),
            offer.map(Offer::content).filter(NewOffer::opensToNew).isPresent(),
            offer.map(one -> view.facts(shown(one, staff))).orElse(List.of()),
            staff ? offer.map(one -> view.innerFacts(one.content())).orElse(List.of()) : List.of(),
            room,
            view.staleDays(),
            offer.map(one -> words.say("offer.part.said", words.fullDay(one.saidAt()))).orElse(""),
            keeps ? own ? "/offers/own" : "/organizations/" + organization.id() + "/offer" : "",
            own));
    return Optional.of("offer/part");
  }

  /**
   * The database leaves out what is internal; what was open once and is not any more, this does.
   */
  private NewOffer shown(Offer offer, boolean staff) {
    return staff ? offer.content() : view.open(offer.content());
  }
}
