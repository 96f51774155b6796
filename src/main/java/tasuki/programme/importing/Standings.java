package tasuki.programme.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tasuki.calendar.FiscalYear;
import tasuki.programme.Edition;
import tasuki.programme.Editions;
import tasuki.programme.ProgrammeId;
import tasuki.programme.ProgrammeYear;
import tasuki.programme.Programmes;
import tasuki.programme.reading.Values;

/**
 * Finds the programmes of a list again. A numbered list knows them by number; in one without
 * numbers the first of the same name and division not yet found is meant. Of other years only what
 * is called exactly the same, and only once, is the same programme: nothing is guessed.
 */
final class Standings {

  private final boolean numbered;
  private final List<ProgrammeYear> here;
  private final List<ProgrammeYear> before;

  Standings(Edition edition, Programmes programmes, Editions editions) {
    numbered = edition.series().numbered();
    here = new ArrayList<>(programmes.of(edition.id()));
    FiscalYear year = edition.year();
    before =
        editions
            .of(edition.series().id(), year.previous())
            .or(() -> editions.of(edition.series().id(), year.next()))
            .map(one -> programmes.of(one.id()))
            .orElse(List.of());
  }

  /** The programme of this year that the line means, once. */
  Optional<ProgrammeYear> find(Values values, int number) {
    Optional<ProgrammeYear> found =
        here.stream()
            .filter(one -> numbered ? one.entry().number() == number : isNamed(one, values))
            .findFirst();
    found.ifPresent(here::remove);
    return found;
  }

  /** The same programme in the year before or after. */
  Optional<ProgrammeId> former(Values values, int number) {
    List<ProgrammeYear> named =
        before.stream()
            .filter(one -> isNamed(one, values))
            .filter(one -> !numbered || one.entry().number() == number)
            .toList();
    return named.size() == 1 ? Optional.of(named.getFirst().programme()) : Optional.empty();
  }

  private static boolean isNamed(ProgrammeYear year, Values values) {
    String words = year.entry().divisionWords();
    return Taking.plain(year.entry().name()).equals(Taking.plain(values.name()))
        && (words == null
            || values.division().isEmpty()
            || Taking.plain(words).equals(Taking.plain(values.division())));
  }
}
