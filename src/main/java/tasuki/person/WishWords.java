package tasuki.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapaneseDates;

/** Says what somebody wants, in the reader's language. */
@Component
class WishWords {

  private final Say say;

  WishWords(Say say) {
    this.say = say;
  }

  /** Of when it is: the day of the conversation. */
  String asOf(NewConversation said) {
    return say.word("person.wish.as-of", JapaneseDates.inFull(said.heldOn(), Say.locale()));
  }

  /** What whoever is called at night needs at once: what to do, what not, and whom to ask. */
  List<Say.Fact> pressing(NewConversation said) {
    List<Say.Fact> facts = new ArrayList<>();
    for (Treatment treatment : List.of(Treatment.RESUSCITATION, Treatment.EMERGENCY_HOSPITAL)) {
      wish(said, treatment, facts);
    }
    place(said, facts);
    deputy(said, facts);
    return facts;
  }

  /** Everything that was said. */
  List<Say.Fact> all(NewConversation said) {
    List<Say.Fact> facts = new ArrayList<>();
    for (Treatment treatment : Treatment.values()) {
      wish(said, treatment, facts);
    }
    place(said, facts);
    add(facts, "treatment", said.treatment());
    deputy(said, facts);
    add(facts, "matters", said.matters());
    add(facts, "present", said.present());
    String spokenBy = said.spokenBy();
    String reason = said.spokenReason();
    if (spokenBy != null && reason != null) {
      add(facts, "spokenBy", say.word("person.wish.spoken", spokenBy, reason));
    }
    add(facts, "familyThinks", said.family());
    add(facts, "nextOn", Say.date(said.nextOn()));
    return facts;
  }

  private void wish(NewConversation said, Treatment treatment, List<Say.Fact> facts) {
    Wish wish = said.wishes().get(treatment);
    if (wish != null) {
      add(facts, treatment.field(), say.word("person.wish." + wish));
    }
  }

  private void place(NewConversation said, List<Say.Fact> facts) {
    LastPlace place = said.lastPlace();
    if (place != null) {
      add(facts, "lastPlace", say.word("person.lastPlace." + place));
    }
  }

  private void deputy(NewConversation said, List<Say.Fact> facts) {
    if (said.deputy() != null) {
      add(
          facts,
          "wish.deputy",
          Stream.of(said.deputy(), said.deputyRelation(), said.deputyTelephone())
              .filter(Objects::nonNull)
              .collect(Collectors.joining(" ")));
    }
  }

  private void add(List<Say.Fact> facts, String field, @Nullable String value) {
    if (value != null) {
      facts.add(new Say.Fact(say.word("person." + field), value));
    }
  }
}
