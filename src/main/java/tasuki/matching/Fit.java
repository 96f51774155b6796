package tasuki.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tasuki.offer.NewOffer;

/**
 * How well somebody fits a card, with everything that speaks for and against it. What nobody has
 * said counts for nothing and is named as not known, so that saying more never makes it worse
 * unless it is a no.
 *
 * @param score of 100
 * @param leftOut why it is not proposed at all; null where it is
 */
record Fit(int score, List<FitReason> reasons, @Nullable FitReason leftOut) {

  private static final int NEEDS = 35;
  private static final int COMES = 15;
  private static final int NEAR = 15;
  private static final int ROOM = 10;
  private static final int DAYS = 8;
  private static final int NIGHT = 7;
  private static final int ANSWERS = 5;
  private static final int FAIR = 5;

  /** From here on being nearer does not count, where the kind sets no limit. */
  private static final double FAR_KM = 30;

  /** How it fits. */
  static Fit of(Card card, KindDefinition says, CandidateFacts facts) {
    List<FitReason> reasons = new ArrayList<>();
    double score =
        needs(card, says, facts.offer(), reasons)
            + comes(facts, reasons)
            + near(says, facts.km(), reasons)
            + room(says, facts.room(), reasons)
            + days(card, facts.offer(), reasons)
            + night(card, facts.offer(), reasons)
            + answers(facts.former(), reasons)
            + fair(facts.former(), reasons);
    return new Fit((int) Math.round(score), List.copyOf(reasons), leftOut(card, says, facts));
  }

  private static @Nullable FitReason leftOut(Card card, KindDefinition says, CandidateFacts facts) {
    NewOffer offer = facts.offer();
    Double km = facts.km();
    if (says.mostKm() > 0 && km != null && km > says.mostKm()) {
      return FitReason.bad("too-far", km(km), says.mostKm());
    }
    if (says.aboutPerson() && offer != null && !offer.opensToNew()) {
      return FitReason.bad(offer.ownPatients() ? "own-patients" : "no-new");
    }
    return null;
  }

  private static double needs(
      Card card, KindDefinition says, @Nullable NewOffer offer, List<FitReason> reasons) {
    if (!says.asksNeeds() || card.needs().isEmpty()) {
      return NEEDS;
    }
    if (offer == null) {
      reasons.add(FitReason.unknown("says-nothing"));
      return 0;
    }
    Set<String> can = new TreeSet<>(card.needs());
    can.retainAll(offer.capabilities());
    Set<String> cannot = new TreeSet<>(card.needs());
    cannot.removeAll(can);
    if (!can.isEmpty()) {
      reasons.add(FitReason.good("can", can.toArray()));
    }
    if (!cannot.isEmpty()) {
      reasons.add(FitReason.unknown("not-said", cannot.toArray()));
    }
    return (double) NEEDS * can.size() / card.needs().size();
  }

  private static double comes(CandidateFacts facts, List<FitReason> reasons) {
    if (facts.comes()) {
      reasons.add(FitReason.good("comes"));
      return COMES;
    }
    return 0;
  }

  private static double near(KindDefinition says, @Nullable Double km, List<FitReason> reasons) {
    if (km == null) {
      reasons.add(FitReason.unknown("where"));
      return 0;
    }
    double far = says.mostKm() > 0 ? says.mostKm() : FAR_KM;
    reasons.add(
        km <= far / 2 ? FitReason.good("distance", km(km)) : FitReason.unknown("distance", km(km)));
    return NEAR * Math.max(0, 1 - km / far);
  }

  private static double room(KindDefinition says, @Nullable Integer room, List<FitReason> reasons) {
    if (says.help() == null) {
      return ROOM;
    }
    if (room == null) {
      return 0;
    }
    reasons.add(room > 0 ? FitReason.good("room", room) : FitReason.bad("no-room"));
    return room > 0 ? ROOM : 0;
  }

  private static double days(Card card, @Nullable NewOffer offer, List<FitReason> reasons) {
    if (card.halfDays().isEmpty()) {
      return DAYS;
    }
    if (offer == null || offer.days().isEmpty()) {
      return 0;
    }
    long fitting = card.halfDays().stream().filter(offer.days()::contains).count();
    reasons.add(fitting > 0 ? FitReason.good("days", fitting) : FitReason.bad("no-days"));
    return (double) DAYS * fitting / card.halfDays().size();
  }

  private static double night(Card card, @Nullable NewOffer offer, List<FitReason> reasons) {
    if (!card.night()) {
      return NIGHT;
    }
    if (offer == null) {
      return 0;
    }
    boolean reached = offer.night().reached();
    reasons.add(reached ? FitReason.good("night") : FitReason.bad("no-night"));
    return reached ? NIGHT : 0;
  }

  /** Whoever was never asked counts as somebody who answers. */
  private static double answers(CandidateFacts.Former former, List<FitReason> reasons) {
    if (former.offered() == 0) {
      return ANSWERS;
    }
    boolean good = former.answered() * 2 >= former.offered();
    reasons.add(
        good
            ? FitReason.good("answers", former.answered(), former.offered())
            : FitReason.bad("answers", former.answered(), former.offered()));
    return (double) ANSWERS * former.answered() / former.offered();
  }

  /** The load is shared: each that was taken on makes the next less likely. */
  private static double fair(CandidateFacts.Former former, List<FitReason> reasons) {
    if (former.chosen() > 0) {
      reasons.add(FitReason.unknown("chosen", former.chosen()));
    }
    return (double) FAIR / (1 + former.chosen());
  }

  private static String km(double km) {
    return String.format(Locale.ROOT, "%.1f", km);
  }
}
