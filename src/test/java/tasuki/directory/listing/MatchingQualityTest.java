package tasuki.directory.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tasuki.TestDatabase;

/**
 * How well rows of different lists are found to be one place, against a set where that is known.
 */
class MatchingQualityTest {

  private static final int SIZE = 1_000;

  @Test
  void nothing_is_joined_wrongly_and_most_of_what_belongs_together_is_found() {
    TruthSet truth = new TruthSet(SIZE);
    ListDesk desk = new ListDesk();
    desk.bring("institutions", truth.institutions.toString());
    desk.bring("care-offices", truth.offices.toString());
    desk.bring("facilities", truth.facilities.toString());
    Map<String, UUID> organizations = organizations();
    Set<String> doubted = doubted();
    int joined = 0;
    int together = 0;
    int asked = 0;
    List<String> wrong = new ArrayList<>();
    for (List<TruthSet.Row> place : byPlace(truth).values()) {
      for (int one = 0; one < place.size(); one++) {
        for (int other = one + 1; other < place.size(); other++) {
          UUID first = organizations.get(place.get(one).list() + " " + place.get(one).key());
          UUID second = organizations.get(place.get(other).list() + " " + place.get(other).key());
          if (first == null || second == null) {
            continue;
          }
          together++;
          joined += first.equals(second) ? 1 : 0;
          asked += doubted.contains(first + "/" + second) ? 1 : 0;
        }
      }
    }
    Map<UUID, TruthSet.Row> heads = new HashMap<>();
    for (TruthSet.Row row : truth.rows) {
      UUID organization = organizations.get(row.list() + " " + row.key());
      TruthSet.Row head = organization == null ? null : heads.putIfAbsent(organization, row);
      if (head != null && head.place() != row.place()) {
        wrong.add(head + " with " + row);
      }
    }
    System.out.printf(
        "matching: %d rows, %d pairs of one place: %d joined (recall %.3f), %d more asked about"
            + " (%.3f in all); wrongly joined %d (precision %.3f)%n",
        truth.rows.size(),
        together,
        joined,
        (double) joined / together,
        asked,
        (double) (joined + asked) / together,
        wrong.size(),
        (double) joined / (joined + wrong.size()));
    assertThat(wrong).isEmpty();
    assertThat((double) joined / together).isGreaterThan(0.9);
    successions(truth, desk);
  }

  private static void successions(TruthSet truth, ListDesk desk) {
    desk.bring("institutions", truth.laterInstitutions.toString());
    Map<String, UUID> organizations = organizations();
    Set<String> asked = doubted();
    long found =
        truth.successions.entrySet().stream()
            .filter(
                one ->
                    asked.contains(
                        organizations.get("institutions " + one.getKey())
                            + "/"
                            + organizations.get("institutions " + one.getValue())))
            .count();
    long all =
        TestDatabase.asOwner()
            .sql(
                """
                select count(*) from directory.doubt d
                join directory.organization o on o.id = d.older
                where d.kind = 'SUCCESSION' and o.base_unit like '96%' and d.answer is null
                """)
            .query(Long.class)
            .single();
    System.out.printf(
        "successions: %d planted, %d asked about (recall %.3f), %d asked in all (precision %.3f)%n",
        truth.successions.size(),
        found,
        (double) found / truth.successions.size(),
        all,
        (double) found / all);
    assertThat(found).isEqualTo(truth.successions.size());
    assertThat((double) found / all).isGreaterThan(0.9);
  }

  private static Map<Integer, List<TruthSet.Row>> byPlace(TruthSet truth) {
    Map<Integer, List<TruthSet.Row>> places = new HashMap<>();
    truth.rows.forEach(row -> places.computeIfAbsent(row.place(), _ -> new ArrayList<>()).add(row));
    return places;
  }

  private static Map<String, UUID> organizations() {
    Map<String, UUID> organizations = new HashMap<>();
    TestDatabase.asOwner()
        .sql(
            "select list || ' ' || key, organization from directory.listing where base_unit like '96%'")
        .query((row, _) -> organizations.put(row.getString(1), row.getObject(2, UUID.class)))
        .list();
    return organizations;
  }

  /** The pairs before an officer, in both orders. */
  private static Set<String> doubted() {
    Set<String> pairs = new HashSet<>();
    TestDatabase.asOwner()
        .sql("select older, newer from directory.doubt where answer is null")
        .query(
            (row, _) -> {
              pairs.add(row.getString(1) + "/" + row.getString(2));
              return pairs.add(row.getString(2) + "/" + row.getString(1));
            })
        .list();
    return pairs;
  }
}
