package tasuki.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasuki.House;
import tasuki.SharedData;
import tasuki.area.BaseUnit;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;

/** Two hundred searches among ninety thousand institutions, and what must come first. */
class TwoHundredSearchesTest {

  private static final Path LIST = SharedData.at("institutions/202409_all_med_inst_cd.zip");

  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  /** Of the searches whose words leave no doubt, all but a few must put the right one first. */
  private static final double FIRST = 0.95;

  private static final double AMONG_TEN = 0.98;

  private static SearchIndex index;
  private static Finder finder;
  private static Map<UUID, String> codes;

  @BeforeAll
  static void readTheList(@TempDir Path folder) throws IOException {
    TheList list = new TheList();
    codes = new LinkedHashMap<>();
    list.organizations.values().forEach(one -> codes.put(one.id().value(), one.code()));
    index = new SearchIndex(list, List.of(), folder, "test");
    index.catchUp();
    finder = new Finder(index, House.bean(Vocabulary.class));
  }

  @AfterAll
  static void close() throws IOException {
    index.destroy();
  }

  private record Search(String kind, String words, String code) {}

  private static List<Search> searches() throws IOException {
    try (InputStream table =
        TwoHundredSearchesTest.class.getResourceAsStream("/search/institutions.tsv")) {
      return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t"))
          .map(cells -> new Search(cells[0], cells[1], cells[2]))
          .toList();
    }
  }

  @Test
  void the_right_institution_comes_first_however_it_is_asked_for() throws IOException {
    List<Search> searches = searches();
    assertThat(searches).hasSize(200);
    Map<String, int[]> byKind = new TreeMap<>();
    List<String> missed = new ArrayList<>();
    int first = 0;
    int amongTen = 0;
    for (Search search : searches) {
      List<String> found =
          finder.find(Wanted.publicly(DAY).words(search.words()).build(), 0, 10).hits().stream()
              .map(hit -> codes.get(hit.id().value()))
              .toList();
      int[] counts = byKind.computeIfAbsent(search.kind(), _ -> new int[3]);
      counts[0]++;
      if (!found.isEmpty() && found.getFirst().equals(search.code())) {
        first++;
        counts[1]++;
      } else {
        missed.add(search + " found " + found);
      }
      if (found.contains(search.code())) {
        amongTen++;
        counts[2]++;
      }
    }
    System.out.printf("first %d, among ten %d of %d%n", first, amongTen, searches.size());
    byKind.forEach(
        (kind, counts) ->
            System.out.printf(
                "  %s: %d of %d first, %d among ten%n", kind, counts[1], counts[0], counts[2]));
    assertThat(first).as("%s", missed).isGreaterThanOrEqualTo((int) (FIRST * searches.size()));
    assertThat(amongTen)
        .as("%s", missed)
        .isGreaterThanOrEqualTo((int) (AMONG_TEN * searches.size()));
  }

  /** The designated medical institutions as published, each row once. */
  private static final class TheList implements IndexSource {

    private final TreeMap<UUID, Organization> organizations = new TreeMap<>();

    TheList() throws IOException {
      try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(LIST))) {
        zip.getNextEntry();
        List<String> lines =
            new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines().distinct().toList();
        for (int at = 0; at < lines.size(); at++) {
          String[] cells = lines.get(at).split(",", 5);
          UUID id = new UUID(1, at);
          organizations.put(id, institution(id, cells));
        }
      }
    }

    private static Organization institution(UUID id, String[] cells) {
      return new Organization(
          new OrganizationId(id),
          cells[2].contains("病院") ? OrganizationKind.HOSPITAL : OrganizationKind.CLINIC,
          cells[2],
          "",
          cells[0].substring(0, 2) + "1" + cells[1],
          "",
          null,
          cells[3],
          cells[4],
          null,
          false,
          false,
          LocalDate.of(2020, 4, 1),
          null,
          null,
          null,
          null);
    }

    @Override
    public void forget(int kept) {
      throw new UnsupportedOperationException("this list has no log");
    }

    @Override
    public Horizon horizon() {
      return new Horizon("list", "1", 0, 0);
    }

    @Override
    public List<Note> since(String until) {
      return List.of();
    }

    @Override
    public Map<String, BaseUnit> ground() {
      return Map.of();
    }

    @Override
    public Collection<Organization> organizations(Collection<UUID> ids) {
      return ids.stream().map(organizations::get).toList();
    }

    @Override
    public List<Organization> after(UUID id, int most) {
      return organizations.tailMap(id, false).values().stream().limit(most).toList();
    }
  }
}
