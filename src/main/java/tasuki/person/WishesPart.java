package tasuki.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tasuki.identity.Viewer;

/** What somebody wants, first on the overview: whoever is called at night reads it at once. */
@Component
class WishesPart implements PersonPart {

  private static final int MOST = 5;

  private final Conversations conversations;
  private final WishWords words;
  private final Say say;

  WishesPart(Conversations conversations, WishWords words, Say say) {
    this.conversations = conversations;
    this.words = words;
    this.say = say;
  }

  @Override
  public Optional<Part> of(PersonId person, Viewer viewer) {
    List<String> lines =
        conversations
            .now(person)
            .map(this::lines)
            .orElseGet(() -> List.of(say.word("person.wish.none")));
    return Optional.of(
        new Part(
            say.word("person.wish.title"), "/persons/" + person + "/wishes", "person", lines, 1));
  }

  private List<String> lines(Conversation now) {
    List<String> lines = new ArrayList<>();
    words.pressing(now.said()).forEach(fact -> lines.add(fact.label() + ": " + fact.value()));
    lines.add(words.asOf(now.said()));
    return lines.size() > MOST ? lines.subList(0, MOST) : lines;
  }
}
