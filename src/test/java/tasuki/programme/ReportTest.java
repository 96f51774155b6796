package tasuki.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.FiscalYear;
import tasuki.directory.OrganizationId;
import tasuki.identity.DivisionId;

class ReportTest {

  private static final Edition EDITION =
      new Edition(
          new EditionId(UUID.randomUUID()),
          new Series(
              new SeriesId(UUID.randomUUID()), new OrganizationId(UUID.randomUUID()), "架空", false),
          new FiscalYear(2026),
          "架空",
          false);

  @Property(tries = 200)
  void gross_is_net_and_reposted_together_whatever_stands_where(
      @ForAll @IntRange(min = 1, max = 12) int headings,
      @ForAll @IntRange(min = 0, max = 30) int programmes,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Heading> all = headings(headings, random);
    List<ProgrammeYear> years = new ArrayList<>();
    for (int number = 1; number <= programmes; number++) {
      years.add(year(number, all, random));
    }
    Report report = Report.of(EDITION, all, years);
    long net = 0;
    long again = 0;
    int rows = 0;
    for (ProgrammeYear year : years) {
      for (Placement placement : year.entry().placements()) {
        rows++;
        if (placement.repost()) {
          again += year.money().planned();
        } else {
          net += year.money().planned();
        }
      }
    }
    assertThat(report.net().money().planned()).isEqualTo(net);
    assertThat(report.reposted().money().planned()).isEqualTo(again);
    assertThat(report.gross().money().planned()).isEqualTo(net + again);
    assertThat(report.gross().rows()).isEqualTo(rows);
    long tops =
        report.lines().stream()
            .filter(Report.Head.class::isInstance)
            .map(Report.Head.class::cast)
            .filter(head -> head.heading().parent() == null)
            .mapToLong(head -> head.sum().money().planned())
            .sum();
    assertThat(tops).as("the headings at the top together").isEqualTo(net + again);
    assertThat(report.programmes()).hasSize(programmes);
  }

  @Property(tries = 100)
  void what_is_settled_of_several_is_known_as_soon_as_it_is_of_one(
      @ForAll long one, @ForAll long other) {
    Money known = new Money(0, 0, 0, 0, 0, 0, one / 2, null);
    assertThat(Money.NONE.plus(Money.NONE).settled()).isNull();
    assertThat(Money.NONE.plus(known).settled()).isEqualTo(one / 2);
    Money both = known.plus(new Money(0, 0, 0, 0, 0, 0, other / 2, null));
    assertThat(both.settled()).isEqualTo(one / 2 + other / 2);
  }

  private static List<Heading> headings(int count, Random random) {
    List<Heading> all = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      @Nullable Heading parent = at == 0 || random.nextBoolean() ? null : all.getLast();
      all.add(
          new Heading(
              new HeadingId(UUID.randomUUID()),
              parent == null ? null : parent.id(),
              parent == null ? 0 : parent.depth() + 1,
              "(" + at + ")",
              "見出し" + at));
    }
    return all;
  }

  private static ProgrammeYear year(int number, List<Heading> headings, Random random) {
    List<Placement> placements = new ArrayList<>();
    int main = random.nextInt(headings.size());
    for (int at = 0; at < headings.size(); at++) {
      if (at == main || random.nextInt(4) == 0) {
        placements.add(new Placement(headings.get(at).id(), number, at != main, null));
      }
    }
    YearEntry entry =
        new YearEntry(
            number,
            "事業",
            null,
            null,
            null,
            Standing.NEW,
            null,
            null,
            new DivisionId(UUID.randomUUID()),
            null,
            null,
            null,
            placements,
            List.of(),
            List.of());
    return new ProgrammeYear(
        new YearId(UUID.randomUUID()),
        new ProgrammeId(UUID.randomUUID()),
        EDITION.id(),
        EDITION.year(),
        entry,
        new Money(random.nextInt(1_000_000), 0, 0, 0, 0, 0, null, null),
        0);
  }
}
