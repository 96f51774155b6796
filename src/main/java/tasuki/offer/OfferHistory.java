package tasuki.offer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;

/** Tells the history of an offer in words: who said what and when, why, and what changed by it. */
@Component
class OfferHistory {

  /** How many versions and words about room a page tells. */
  private static final int MOST = 30;

  /**
   * A version.
   *
   * @param changes what is different from the one before
   * @param href where it is shown whole
   */
  record Line(
      int number,
      String day,
      String by,
      @Nullable String reason,
      @Nullable String putBack,
      boolean inForce,
      List<String> changes,
      String href) {}

  /** A word about room. */
  record RoomLine(String day, String help, String places, String by, @Nullable String reason) {}

  private final Offers offers;
  private final Organizations organizations;
  private final OfferWords words;

  OfferHistory(Offers offers, Organizations organizations, OfferWords words) {
    this.offers = offers;
    this.organizations = organizations;
    this.words = words;
  }

  /** The versions, the newest first. */
  List<Line> of(OrganizationId organization) {
    List<OfferVersion> versions = offers.history(organization, MOST + 1);
    UUID now = offers.of(organization).map(Offer::id).orElse(null);
    List<Line> lines = new ArrayList<>();
    for (int at = 0; at < Math.min(MOST, versions.size()); at++) {
      OfferVersion version = versions.get(at);
      Offer before = at + 1 < versions.size() ? versions.get(at + 1).offer() : null;
      lines.add(line(version, before, version.offer().id().equals(now)));
    }
    return lines;
  }

  private Line line(OfferVersion version, @Nullable Offer before, boolean inForce) {
    Offer offer = version.offer();
    Integer putBack = version.putBack();
    return new Line(
        offer.number(),
        words.fullDay(offer.saidAt()),
        by(version),
        why(version),
        putBack == null ? null : words.say("offer.history.put-back", putBack),
        inForce,
        before == null
            ? List.of(words.say("offer.history.first"))
            : changes(before.content(), offer.content()),
        "/organizations/" + offer.organization() + "/offer/versions/" + offer.id());
  }

  /** What was said about room, the newest first. */
  List<RoomLine> ofRoom(OrganizationId organization) {
    return offers.roomHistory(organization, MOST).stream()
        .map(
            room ->
                new RoomLine(
                    words.fullDay(room.saidAt()),
                    help(room.help()),
                    words.say("offer.room.places", room.places()),
                    by(room.by(), room.saidFor(), organization),
                    room.reason()))
        .toList();
  }

  String help(String code) {
    return words.say("offer.help." + code);
  }

  /** Who said a version. */
  String by(OfferVersion version) {
    OrganizationId saidFor = version.saidFor();
    String name = version.by();
    return name == null || saidFor == null
        ? words.say("offer.by.list")
        : by(name, saidFor, version.offer().organization());
  }

  /** Why, or which survey says it. */
  @Nullable String why(OfferVersion version) {
    Survey survey = version.survey();
    return survey == null ? version.reason() : words.survey(survey);
  }

  /** Who said it; somebody of another organisation with its name. */
  String by(String name, OrganizationId saidFor, OrganizationId of) {
    return saidFor.equals(of)
        ? name
        : words.say(
            "offer.by.other", name, organizations.find(saidFor).map(Organization::name).orElse(""));
  }

  /** What is different in words; never empty. */
  List<String> changes(NewOffer before, NewOffer after) {
    List<String> changes = new ArrayList<>();
    added(changes, "offer.change.can", words.capabilities(without(after, before)));
    added(changes, "offer.change.cannot", words.capabilities(without(before, after)));
    moved(changes, "offer.days", words.days(before.days()), words.days(after.days()));
    moved(changes, "offer.night", words.reach(before.night()), words.reach(after.night()));
    moved(changes, "offer.holiday", words.reach(before.holiday()), words.reach(after.holiday()));
    moved(changes, "offer.accepts", accepts(before), accepts(after));
    moved(changes, "offer.own-patients", forWhom(before), forWhom(after));
    moved(changes, "offer.languages", languages(before), languages(after));
    moved(changes, "offer.places", words.places(before), words.places(after));
    moved(changes, "offer.note", note(before), note(after));
    return changes.isEmpty() ? List.of(words.say("offer.change.none")) : changes;
  }

  private String accepts(NewOffer offer) {
    return words.say("offer.accepts." + offer.acceptsNew());
  }

  private String forWhom(NewOffer offer) {
    return words.say("offer.yes-no." + offer.ownPatients());
  }

  private String languages(NewOffer offer) {
    return words.list(words.languages(offer.languages()));
  }

  private static String note(NewOffer offer) {
    return Objects.requireNonNullElse(offer.note(), "");
  }

  /** What the one can do and the other cannot. */
  private static Set<String> without(NewOffer one, NewOffer other) {
    Set<String> only = new HashSet<>(one.capabilities());
    only.removeAll(other.capabilities());
    return only;
  }

  private void added(List<String> changes, String key, List<String> names) {
    if (!names.isEmpty()) {
      changes.add(words.say(key, words.list(names)));
    }
  }

  private void moved(List<String> changes, String label, String before, String after) {
    if (!before.equals(after)) {
      changes.add(words.say("offer.change.moved", words.say(label), said(before), said(after)));
    }
  }

  private String said(String text) {
    return text.isEmpty() ? words.say("web.none") : text;
  }
}
