package tasuki.transition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.identity.Viewer;

/** On the page of a stay: who could answer for the plan, while nobody does (未定). */
@Component
class OfficesPart implements CasePart {

  /** A line of the table. */
  record Line(String office, String telephone, String said, String day, String by, String note) {}

  /** What the fragment shows. */
  record Shown(
      @Nullable String applied, List<Line> lines, @Nullable String form, String planOwner) {}

  private final OfficeChoices choices;
  private final StaySides sides;
  private final StayWords say;

  OfficesPart(OfficeChoices choices, StaySides sides, StayWords say) {
    this.choices = choices;
    this.sides = sides;
    this.say = say;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Optional<String> template(Stay stay, Viewer viewer, Model model) {
    List<OfficeChoices.Line> lines = choices.of(stay);
    if (!sides.home(stay).undecided() && lines.isEmpty()) {
      return Optional.empty();
    }
    LocalDate applied = choices.appliedOn(stay);
    model.addAttribute(
        "officeChoices",
        new Shown(
            applied == null ? null : say.day(applied),
            lines.stream().map(this::line).toList(),
            sides.mayWrite(stay) ? "/stays/" + stay.id() + "/offices" : null,
            "/persons/" + stay.person() + "/plan-owner"));
    return Optional.of("transition/offices");
  }

  private Line line(OfficeChoices.Line line) {
    String note = line.note();
    return new Line(
        line.officeName(),
        line.telephone(),
        say.of("office-said." + line.said()),
        say.day(line.on()),
        line.by(),
        note == null ? "" : note);
  }
}
