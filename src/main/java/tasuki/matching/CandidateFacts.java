package tasuki.matching;

import org.jspecify.annotations.Nullable;
import tasuki.offer.NewOffer;

/**
 * What is known of somebody who might help.
 *
 * @param offer what it said it does; null where it has said nothing
 * @param comes whether it said that it goes to where help is wanted
 * @param room how many more it can take by a fresh word for the help wanted; null without one
 * @param km how far away in a straight line; null where that is not known
 * @param former how it answered requests of the last year
 */
record CandidateFacts(
    @Nullable NewOffer offer,
    boolean comes,
    @Nullable Integer room,
    @Nullable Double km,
    Former former) {

  /**
   * Requests of the last year.
   *
   * @param offered how many came to it, {@code answered} how many it answered in time or late
   * @param chosen how many it took on
   */
  record Former(int offered, int answered, int chosen) {
    static final Former NONE = new Former(0, 0, 0);
  }
}
