package tasuki.fund.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tasuki.House;
import tasuki.fund.Branch;
import tasuki.kernel.RefusedException;
import tasuki.programme.ProgrammeYear;

/** The statement is what a slow recount of every single entry and draw gives. */
class StatementTest {

  /** Something that moved a pot. */
  private record Move(String what, int vintage, String code, int year, long yen) {}

  private static final List<String> CODES = List.of("I-1", "II", "III", "IV", "V");
  private static final int MOVES = 40;

  private final Pots pots = House.bean(Pots.class);

  @Property(tries = 8)
  void pots_and_years_are_what_a_recount_gives_whatever_happened(@ForAll long seed) {
    Random random = new Random(seed);
    Fund fund = new Fund();
    List<Move> moves = new ArrayList<>();
    for (int at = 0; at < MOVES; at++) {
      move(fund, random, moves);
    }
    for (Branch branch : Branch.values()) {
      List<Move> own =
          moves.stream().filter(one -> Fund.category(one.code()).branch() == branch).toList();
      pots(fund, branch, own);
      years(fund, branch, own);
    }
  }

  private static void move(Fund fund, Random random, List<Move> moves) {
    int vintage = 2019 + random.nextInt(4);
    String code = CODES.get(random.nextInt(CODES.size()));
    int year = vintage + random.nextInt(4);
    long yen = 1 + random.nextInt(100_000);
    try {
      switch (random.nextInt(6)) {
        case 0, 1 -> {
          fund.enter(EntryKind.STORED, vintage, code, year, yen);
          moves.add(new Move("STORED", vintage, code, year, yen));
        }
        case 2 -> {
          fund.enter(EntryKind.INTEREST, vintage, code, year, yen);
          moves.add(new Move("INTEREST", vintage, code, year, yen));
        }
        case 3 -> {
          fund.enter(EntryKind.RETURNED, vintage, code, year, yen);
          moves.add(new Move("RETURNED", vintage, code, year, yen));
        }
        case 4 -> {
          EntryId wrong = fund.enter(EntryKind.STORED, vintage, code, year, yen);
          House.as(fund.compiler, () -> House.bean(Ledger.class).cancel(wrong, "誤り"));
        }
        default -> {
          ProgrammeYear programme = fund.programme(year);
          fund.finance(programme, Fund.settled(vintage, code, yen));
          moves.add(new Move("DRAWN", vintage, code, year, yen));
        }
      }
    } catch (RefusedException overdrawn) {
      assertThat(overdrawn).hasMessageContaining("overdrawn");
    }
  }

  private void pots(Fund fund, Branch branch, List<Move> moves) {
    Map<String, long[]> expected = new HashMap<>();
    for (Move move : moves) {
      add(expected.computeIfAbsent(move.vintage() + move.code(), _ -> new long[4]), move);
    }
    List<Pot> found = House.as(fund.nurse, () -> pots.of(branch));
    for (Pot pot : found) {
      long[] sums =
          expected.getOrDefault(pot.vintage().year() + pot.category().code(), new long[4]);
      assertThat(new long[] {pot.stored(), pot.interest(), pot.drawn(), pot.returned()})
          .isEqualTo(sums);
      assertThat(pot.left()).isEqualTo(sums[0] + sums[1] - sums[2] - sums[3]).isNotNegative();
    }
    assertThat(found.stream().map(one -> one.vintage().year() + one.category().code()))
        .containsAll(expected.keySet());
  }

  private void years(Fund fund, Branch branch, List<Move> moves) {
    TreeMap<Integer, long[]> expected = new TreeMap<>();
    for (Move move : moves) {
      add(expected.computeIfAbsent(move.year(), _ -> new long[4]), move);
    }
    long left = 0;
    Map<Integer, YearMoves> found = new HashMap<>();
    for (YearMoves year : House.as(fund.nurse, () -> pots.years(branch))) {
      found.put(year.year().year(), year);
    }
    for (Map.Entry<Integer, long[]> one : expected.entrySet()) {
      long[] sums = one.getValue();
      YearMoves year = found.get(one.getKey());
      assertThat(year)
          .isEqualTo(
              new YearMoves(Fund.year(one.getKey()), left, sums[0], sums[1], sums[2], sums[3]));
      left += sums[0] + sums[1] - sums[2] - sums[3];
    }
  }

  private static void add(long[] sums, Move move) {
    int at = List.of("STORED", "INTEREST", "DRAWN", "RETURNED").indexOf(move.what());
    sums[at] += move.yen();
  }
}
