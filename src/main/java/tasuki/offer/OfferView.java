package tasuki.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationKind;

/** Puts an offer and the room left into words, as pages show them. */
@Component
class OfferView {

  /**
   * Room left for one kind of help.
   *
   * @param said what was said last, with its day and who said it
   * @param places the number said last; null while nothing was said
   */
  record Room(
      String code,
      String help,
      @Nullable Integer places,
      String text,
      String tone,
      String icon,
      @Nullable String said,
      boolean stale,
      @Nullable String reason) {}

  private final Offers offers;
  private final Capabilities capabilities;
  private final OfferHistory history;
  private final OfferWords words;

  OfferView(Offers offers, Capabilities capabilities, OfferHistory history, OfferWords words) {
    this.offers = offers;
    this.capabilities = capabilities;
    this.history = history;
    this.words = words;
  }

  /** The room left for each kind of help that such an organisation gives. */
  List<Room> room(Organization organization) {
    Map<String, RoomLeft> said =
        offers.room(organization.id()).stream()
            .collect(Collectors.toMap(RoomLeft::help, Function.identity()));
    return capabilities.helpsOf(organization.kind()).stream()
        .map(help -> room(help, said.get(help.code())))
        .toList();
  }

  private Room room(Help help, @Nullable RoomLeft said) {
    String name = words.say(help.nameKey());
    if (said == null) {
      return new Room(
          help.code(),
          name,
          null,
          words.say("offer.room.unsaid"),
          "plain",
          "absent",
          null,
          false,
          null);
    }
    boolean open = said.open();
    return new Room(
        help.code(),
        name,
        said.places(),
        words.say(said.places() == 0 ? "offer.room.full" : "offer.room.places", said.places()),
        !said.fresh() ? "warning" : open ? "success" : "plain",
        !said.fresh() ? "warning" : open ? "done" : "close",
        words.say(
            "offer.room.said",
            words.day(said.saidAt()),
            history.by(said.by(), said.saidFor(), said.organization())),
        !said.fresh(),
        said.reason());
  }

  /** What is said, one under another; what is not said is left out. */
  List<OfferWords.Fact> facts(NewOffer offer) {
    List<OfferWords.Fact> facts = new ArrayList<>(words.sections(offer.capabilities()));
    fact(facts, "offer.days", words.days(offer.days()));
    fact(facts, "offer.night", words.reach(offer.night()));
    fact(facts, "offer.holiday", words.reach(offer.holiday()));
    fact(facts, "offer.places", words.places(offer));
    fact(facts, "offer.languages", words.list(words.languages(offer.languages())));
    return facts;
  }

  /** What only those read who work together. */
  List<OfferWords.Fact> innerFacts(NewOffer offer) {
    List<OfferWords.Fact> facts = new ArrayList<>();
    if (offer.ownPatients()) {
      facts.add(
          new OfferWords.Fact(
              words.say("offer.own-patients"), words.say("offer.own-patients.only")));
    }
    fact(facts, "offer.note", Optional.ofNullable(offer.note()).orElse(""));
    return facts;
  }

  private void fact(List<OfferWords.Fact> facts, String key, String value) {
    if (!value.isEmpty()) {
      facts.add(new OfferWords.Fact(words.say(key), value));
    }
  }

  /** After how many days a word about room is too old. */
  long staleDays() {
    return capabilities.staleAfter().toDays();
  }

  /** The offer without what the catalogue keeps from the public. */
  NewOffer open(NewOffer offer) {
    return new NewOffer(
        capabilities.open(offer.capabilities()),
        offer.days(),
        offer.night(),
        offer.holiday(),
        offer.acceptsNew(),
        false,
        null,
        offer.languages(),
        offer.units(),
        offer.areas());
  }

  boolean keepsOffer(OrganizationKind kind) {
    return capabilities.keepsOffer(kind);
  }
}
