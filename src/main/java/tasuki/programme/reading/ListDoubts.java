package tasuki.programme.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a list's lines say against each other. A pure function of the lines, so that
 * it may be asked again after a person corrected some.
 */
public final class ListDoubts {

  private final Map<String, List<ProgrammeLine>> originals = new HashMap<>();
  private final Map<String, List<ProgrammeLine>> numbers = new HashMap<>();
  private final Map<String, List<ProgrammeLine>> names = new HashMap<>();

  private ListDoubts(List<ListLine> lines) {
    for (ListLine line : lines) {
      if (line instanceof ProgrammeLine programme && !programme.values().isRepost()) {
        Values values = programme.values();
        String name = Plain.key(values.name());
        add(originals, name, programme);
        add(names, name + "\n" + Plain.key(values.division()), programme);
        add(numbers, values.number(), programme);
      }
    }
  }

  private static void add(
      Map<String, List<ProgrammeLine>> map, String key, ProgrammeLine programme) {
    if (!key.isBlank()) {
      map.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(programme);
    }
  }

  /** The lines with these doubts as they are now. */
  public static List<ListLine> renewed(List<ListLine> lines) {
    ListDoubts list = new ListDoubts(lines);
    List<ListLine> renewed = new ArrayList<>(lines.size());
    for (ListLine line : lines) {
      renewed.add(
          line instanceof ProgrammeLine programme
              ? programme.judged(list.judgements(programme))
              : line);
    }
    return List.copyOf(renewed);
  }

  private List<Doubt> judgements(ProgrammeLine line) {
    Values values = line.values();
    List<Doubt> doubts = new ArrayList<>();
    if (values.name().isBlank()) {
      doubts.add(Doubt.of(Reason.NAME_MISSING));
    }
    if (values.planned() != null
        && values.settled() != null
        && values.settled() > values.planned()) {
      doubts.add(Doubt.of(Reason.SETTLED_ABOVE_PLANNED));
    }
    if (values.isRepost()) {
      repost(line, doubts);
    } else {
      twice(line, numbers.get(values.number()), Reason.NUMBER_TWICE, doubts);
      String key = Plain.key(values.name()) + "\n" + Plain.key(values.division());
      twice(line, names.get(key), Reason.NAME_TWICE, doubts);
    }
    return doubts;
  }

  private static void twice(
      ProgrammeLine line, @Nullable List<ProgrammeLine> same, Reason reason, List<Doubt> doubts) {
    if (same == null || same.size() < 2) {
      return;
    }
    ProgrammeLine other =
        same.getFirst().source().number() == line.source().number() ? same.get(1) : same.getFirst();
    doubts.add(Doubt.of(reason, other.source().number()));
  }

  private void repost(ProgrammeLine line, List<Doubt> doubts) {
    Values values = line.values();
    List<ProgrammeLine> found = originals.getOrDefault(Plain.key(values.name()), List.of());
    if (found.isEmpty()) {
      doubts.add(Doubt.of(Reason.REPOST_WITHOUT_ORIGINAL));
    } else if (found.stream().noneMatch(original -> agree(original.values(), values))) {
      doubts.add(Doubt.of(Reason.REPOST_DIFFERS, found.getFirst().source().number()));
    }
  }

  private static boolean agree(Values original, Values repost) {
    return agree(original.planned(), repost.planned())
        && agree(original.settled(), repost.settled());
  }

  /** An amount that is not certain says nothing against another. */
  private static boolean agree(@Nullable Long one, @Nullable Long other) {
    return one == null || other == null || Objects.equals(one, other);
  }
}
