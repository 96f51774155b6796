package tasuki.equipment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.area.AreaId;
import tasuki.area.Areas;

/** Says what is known of a thing and what happened to it. */
@Component
class ThingViews {

  /** A name and a value. */
  record Fact(String label, @Nullable String value) {}

  /** Something that happened. */
  record Happened(
      String what, String when, String who, @Nullable String condition, @Nullable String note) {}

  /** Days on which it is kept back. */
  record Kept(UUID id, String days, String reason, @Nullable String note) {}

  private final Areas areas;
  private final EquipmentWords say;

  ThingViews(Areas areas, EquipmentWords say) {
    this.areas = areas;
    this.say = say;
  }

  List<Fact> facts(Thing thing, LocalDate today) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(say.of("kind"), say.kind(thing.kind())));
    facts.add(new Fact(say.of("number"), thing.number()));
    facts.add(new Fact(say.of("kept-at"), thing.keptAt()));
    facts.add(new Fact(say.of("accessories"), thing.accessories()));
    facts.add(new Fact(say.of("lent-to"), lentTo(thing)));
    facts.add(new Fact(say.of("longest"), say.of("longest.days", thing.longestDays())));
    LocalDate due = thing.inspectionDue();
    facts.add(
        new Fact(
            say.of("inspection"),
            due == null
                ? say.of("inspection.none")
                : due.isBefore(today)
                    ? say.of("inspection.over", say.dayInFull(due))
                    : say.dayInFull(due)));
    return facts;
  }

  /** Whom it is lent to, in one sentence. */
  String lentTo(Thing thing) {
    String kinds =
        thing.lentTo().isEmpty() ? say.of("lent-to.all") : say.organizationKinds(thing.lentTo());
    AreaId area = thing.area();
    return area == null
        ? kinds
        : areas.find(area).map(found -> say.of("lent-to.in", say.name(found), kinds)).orElse(kinds);
  }

  List<Happened> steps(List<Steps.Step> steps) {
    return steps.stream()
        .map(
            step ->
                new Happened(
                    say.of("step." + step.kind()),
                    say.moment(step.at()),
                    say.of("step.by", step.account(), step.organization()),
                    step.condition() == null ? null : say.of("condition." + step.condition()),
                    step.note()))
        .toList();
  }

  List<Kept> blocks(List<Blocks.Block> blocks) {
    return blocks.stream()
        .map(
            block ->
                new Kept(
                    block.id(),
                    say.days(block.days()),
                    say.of("reason." + block.reason()),
                    block.note()))
        .toList();
  }
}
