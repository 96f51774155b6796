package tasuki.register;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.person.PersonId;
import tasuki.person.PersonPart;

/** Which hospital takes the person in, on the overview of the person. */
@Component
class PairPart implements PersonPart {

  private final Pairs pairs;
  private final Registers registers;
  private final Organizations organizations;
  private final RegisterWords say;

  PairPart(Pairs pairs, Registers registers, Organizations organizations, RegisterWords say) {
    this.pairs = pairs;
    this.registers = registers;
    this.organizations = organizations;
    this.say = say;
  }

  @Override
  public Optional<Part> of(PersonId person, Viewer viewer) {
    boolean kept =
        registers.inForce().stream().anyMatch(register -> register.concerns() == Concerns.PERSON);
    if (!kept || !viewer.hasAny(Duty.CARE)) {
      return Optional.empty();
    }
    List<String> lines =
        pairs.of(person).stream()
            .filter(Pair::running)
            .limit(3)
            .map(
                pair ->
                    say.of(
                        "part.pair",
                        organizations.get(pair.hospital()).name(),
                        say.term(pair.term())))
            .toList();
    return Optional.of(
        new Part(
            say.of("part.pairs"),
            "/persons/" + person + "/pairs",
            "bed",
            lines.isEmpty() ? List.of(say.of("part.pairs.none")) : lines,
            60));
  }
}
