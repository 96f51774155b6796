package tasuki.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationKind;
import tasuki.form.FormOption;
import tasuki.form.FormValues;
import tasuki.form.Words;
import tasuki.offer.HalfDay;
import tasuki.offer.NewOffer;
import tasuki.offer.Reach;
import tasuki.person.Sex;
import tasuki.person.TeamRole;

/** How well somebody fits a card. */
class FitTest {

  private static final List<String> CODES =
      List.of("gastrostomy", "ventilator", "oxygen", "end-of-life");

  static final Card CARD =
      new Card(
          "99101",
          8,
          Sex.FEMALE,
          null,
          Set.copyOf(CODES),
          Set.of(new HalfDay(DayOfWeek.MONDAY, true), new HalfDay(DayOfWeek.THURSDAY, false)),
          true,
          "架空の様子",
          FormValues.EMPTY,
          null);

  static KindDefinition says(Second second, int mostKm) {
    return new KindDefinition(
        new Words("架空の依頼", "Imaginary"),
        new Words("架空", "Imaginary"),
        true,
        EnumSet.of(OrganizationKind.HOSPITAL),
        EnumSet.of(OrganizationKind.CLINIC),
        true,
        Way.ALL,
        5,
        60,
        24,
        true,
        second,
        TeamRole.ATTENDING_DOCTOR,
        TeamRole.SUB_DOCTOR,
        true,
        "home-visit",
        mostKm,
        List.of(),
        List.of(new FormOption("FULL", new Words("枠がない", "Full"))));
  }

  private static final KindDefinition SAYS = says(Second.NONE, 16);

  @Provide
  Arbitrary<CandidateFacts> candidates() {
    Arbitrary<@Nullable NewOffer> offers =
        Combinators.combine(
                Arbitraries.of(CODES).set(),
                Arbitraries.of(HalfDay.all().toList()).set(),
                Arbitraries.of(Reach.class),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false))
            .as(FitTest::offer);
    return Combinators.combine(
            offers.injectNull(0.2),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 9).injectNull(0.3),
            Arbitraries.doubles().between(0, 40).injectNull(0.2),
            Arbitraries.integers().between(0, 30),
            Arbitraries.integers().between(0, 30))
        .as(
            (offer, comes, room, km, offered, answered) ->
                new CandidateFacts(
                    offer,
                    comes,
                    room,
                    km,
                    new CandidateFacts.Former(
                        offered, Math.min(offered, answered), Math.min(offered, answered) / 3)));
  }

  private static NewOffer offer(
      Set<String> can, Set<HalfDay> days, Reach night, boolean takesNew, boolean own) {
    return new NewOffer(
        can, days, night, Reach.NONE, takesNew, own, null, Set.of(), Set.of(), Set.of());
  }

  @Property
  void a_score_lies_between_nothing_and_a_hundred(@ForAll("candidates") CandidateFacts facts) {
    assertThat(Fit.of(CARD, SAYS, facts).score()).isBetween(0, 100);
  }

  @Property
  void whoever_can_do_one_thing_more_never_fits_worse(
      @ForAll("candidates") CandidateFacts facts, @ForAll("code") String code) {
    NewOffer offer = facts.offer();
    if (offer != null) {
      Set<String> more = new HashSet<>(offer.capabilities());
      more.add(code);
      NewOffer better =
          offer(more, offer.days(), offer.night(), offer.acceptsNew(), offer.ownPatients());
      CandidateFacts then =
          new CandidateFacts(better, facts.comes(), facts.room(), facts.km(), facts.former());
      assertThat(Fit.of(CARD, SAYS, then).score())
          .isGreaterThanOrEqualTo(Fit.of(CARD, SAYS, facts).score());
    }
  }

  @Provide
  Arbitrary<String> code() {
    return Arbitraries.of(CODES);
  }

  @Property
  void whoever_lies_nearer_or_has_taken_on_less_never_fits_worse(
      @ForAll("candidates") CandidateFacts facts) {
    Double km = facts.km();
    int now = Fit.of(CARD, SAYS, facts).score();
    if (km != null) {
      CandidateFacts nearer =
          new CandidateFacts(facts.offer(), facts.comes(), facts.room(), km / 2, facts.former());
      assertThat(Fit.of(CARD, SAYS, nearer).score()).isGreaterThanOrEqualTo(now);
    }
    CandidateFacts.Former former = facts.former();
    CandidateFacts rested =
        new CandidateFacts(
            facts.offer(),
            facts.comes(),
            facts.room(),
            km,
            new CandidateFacts.Former(former.offered(), former.answered(), former.chosen() / 2));
    assertThat(Fit.of(CARD, SAYS, rested).score()).isGreaterThanOrEqualTo(now);
  }

  @Example
  void whoever_fits_in_everything_has_all_hundred_and_a_reason_for_each() {
    NewOffer offer = offer(Set.copyOf(CODES), CARD.halfDays(), Reach.ALWAYS, true, false);
    Fit fit =
        Fit.of(CARD, SAYS, new CandidateFacts(offer, true, 3, 0.0, CandidateFacts.Former.NONE));
    assertThat(fit.score()).isEqualTo(100);
    assertThat(fit.leftOut()).isNull();
    assertThat(fit.reasons())
        .extracting(FitReason::key)
        .containsExactly("can", "comes", "distance", "room", "days", "night");
  }

  @Example
  void of_whom_nothing_is_known_the_list_says_that_nothing_is_known() {
    Fit fit =
        Fit.of(CARD, SAYS, new CandidateFacts(null, false, null, null, CandidateFacts.Former.NONE));
    assertThat(fit.leftOut()).isNull();
    assertThat(fit.reasons())
        .allMatch(reason -> reason.speaks() == FitReason.Speaks.UNKNOWN)
        .extracting(FitReason::key)
        .containsExactly("says-nothing", "where");
  }

  @Example
  void who_is_too_far_or_takes_nobody_new_is_left_out_with_the_reason() {
    NewOffer closed = offer(Set.of(), Set.of(), Reach.NONE, false, false);
    NewOffer own = offer(Set.of(), Set.of(), Reach.NONE, true, true);
    NewOffer open = offer(Set.of(), Set.of(), Reach.NONE, true, false);
    assertThat(out(open, 15.9)).isNull();
    assertThat(out(open, 16.1)).isEqualTo("too-far");
    assertThat(out(closed, 1.0)).isEqualTo("no-new");
    assertThat(out(own, 1.0)).isEqualTo("own-patients");
    Fit anywhere =
        Fit.of(
            CARD,
            says(Second.NONE, 0),
            new CandidateFacts(open, false, null, 80.0, CandidateFacts.Former.NONE));
    assertThat(anywhere.leftOut()).isNull();
  }

  private static @Nullable String out(NewOffer offer, double km) {
    FitReason reason =
        Fit.of(CARD, SAYS, new CandidateFacts(offer, false, null, km, CandidateFacts.Former.NONE))
            .leftOut();
    return reason == null ? null : reason.key();
  }
}
