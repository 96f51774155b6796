package tasuki.directory;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.Areas;
import tasuki.calendar.JapanTime;
import tasuki.directory.listing.Municipalities;
import tasuki.directory.listing.Spelling;

/**
 * Tells which organisation somebody means who writes its code or its name and address, as in a
 * survey. Where two are in question, none is taken.
 */
@Service
public class Recognition {

  /** Who is meant. */
  public sealed interface Answer {
    /** This one. */
    record One(Organization organization) implements Answer {}

    /** Nobody that is known and open. */
    record Nobody() implements Answer {}

    /** One of several. */
    record Several(int count) implements Answer {}

    /** The code is that of an organisation that is called otherwise. */
    record OtherName(String name) implements Answer {}
  }

  private static final String OPEN =
      """
      select o.*, directory.alike(o.name_key, :name) or o.name_key = :name as named
      from directory.organization o
      where o.closed_on is null and o.merged_into is null and o.kind = any (:kinds::text[])
      """;

  /** The digit of the fee table in the code of an institution of which only seven digits stand. */
  private static final List<String> TABLES = List.of("1", "3", "4");

  private record Candidate(Organization organization, boolean named) {}

  private final JdbcClient jdbc;
  private final Areas areas;
  private final Clock clock;

  Recognition(JdbcClient jdbc, Areas areas, Clock clock) {
    this.jdbc = jdbc;
    this.areas = areas;
    this.clock = clock;
  }

  /** Asks about the rows of one table. */
  @Transactional(readOnly = true)
  public Asking of(Collection<OrganizationKind> kinds) {
    return new Asking(
        kinds,
        new Municipalities(areas.everywhere()),
        areas.baseUnits(JapanTime.today(clock)).stream()
            .map(unit -> unit.code().substring(0, 2))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Questions about organisations of some kinds; asked inside a transaction. */
  public final class Asking {
    private final String[] kinds;
    private final Municipalities municipalities;
    private final Set<String> own;

    private Asking(
        Collection<OrganizationKind> kinds, Municipalities municipalities, Set<String> own) {
      this.kinds = kinds.stream().map(Enum::name).toArray(String[]::new);
      this.municipalities = municipalities;
      this.own = own;
    }

    /**
     * Who is meant.
     *
     * @param code institution code or office number, as it is written; may be empty
     * @param name as it is written
     * @param address with the municipality; may be empty where there is a code
     */
    public Answer who(String code, String name, String address) {
      String plain = code.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
      return plain.isEmpty() ? byPlace(name, address) : byCode(plain, name);
    }

    private Answer byCode(String code, String name) {
      List<Candidate> all = ask(" and o.code = any (:codes::text[])", name, "", codes(code));
      List<Organization> named =
          all.stream().filter(Candidate::named).map(Candidate::organization).toList();
      return named.isEmpty() && !all.isEmpty()
          ? new Answer.OtherName(all.getFirst().organization().name())
          : answer(named);
    }

    private String[] codes(String code) {
      return switch (code.length()) {
        case 9 -> new String[] {"0" + code};
        case 7 ->
            own.stream()
                .flatMap(one -> TABLES.stream().map(table -> one + table + code))
                .toArray(String[]::new);
        default -> new String[] {code};
      };
    }

    private Answer byPlace(String name, String address) {
      Spelling spelling = spelled(name, address);
      if (spelling.townKey().isEmpty()) {
        return new Answer.Nobody();
      }
      String unit = spelling.townKey().substring(0, spelling.townKey().indexOf('/'));
      List<Organization> there =
          ask(
                  """
                   and o.name_key = :name
                   and (o.base_unit = :unit or o.base_unit like :unit || '-%')
                  """,
                  name, unit, new String[0])
              .stream()
              .map(Candidate::organization)
              .toList();
      List<Organization> exact =
          there.stream()
              .filter(
                  one ->
                      !spelling.addressKey().isEmpty()
                          && spelled(name, one.address())
                              .addressKey()
                              .equals(spelling.addressKey()))
              .toList();
      return answer(exact.isEmpty() ? there : exact);
    }

    /** The address may leave out the prefecture where that is the own one. */
    private Spelling spelled(String name, String address) {
      Spelling whole = Spelling.of(name, address, "", null, municipalities);
      if (!whole.townKey().isEmpty()) {
        return whole;
      }
      return own.stream()
          .map(one -> Spelling.of(name, address, "", one, municipalities))
          .filter(one -> !one.townKey().isEmpty())
          .findFirst()
          .orElse(whole);
    }

    private List<Candidate> ask(String narrowing, String name, String unit, String[] codes) {
      return jdbc.sql(OPEN + narrowing)
          .param("name", Spelling.of(name, "", "", null, municipalities).nameKey())
          .param("kinds", kinds)
          .param("unit", unit)
          .param("codes", codes)
          .query(
              (row, number) ->
                  new Candidate(Organizations.organization(row, number), row.getBoolean("named")))
          .list();
    }

    private static Answer answer(List<Organization> found) {
      return switch (found.size()) {
        case 0 -> new Answer.Nobody();
        case 1 -> new Answer.One(found.getFirst());
        default -> new Answer.Several(found.size());
      };
    }
  }
}
