package tasuki.directory.search;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Position;

/**
 * What one looks for; what is left empty does not narrow the answer.
 *
 * @param words parts of name, reading, address, number or telephone, and words for what it offers,
 *     where and of which kind, in any spelling and order: 「胃ろう 夜間 中原区」
 * @param facets codes of {@link tasuki.directory.Facet} that must all hold
 * @param units base units in one of which it must lie; null for anywhere
 * @param only the organisations among which to look; null for all
 * @param near the place from which distances count
 * @param withinKm the greatest distance in a straight line; needs {@code near}
 * @param nearUnits base units whose organisations come first among equals
 * @param closed whether organisations that closed are found too
 * @param internal whether what is not open to the public may be searched and told
 */
public record Wanted(
    String words,
    Set<OrganizationKind> kinds,
    Set<String> facets,
    @Nullable Set<String> units,
    @Nullable Set<OrganizationId> only,
    @Nullable Boolean member,
    @Nullable Position near,
    @Nullable Double withinKm,
    Set<String> nearUnits,
    boolean closed,
    boolean internal,
    LocalDate date) {

  /** What the public may find that is open on the date. */
  public static Builder publicly(LocalDate date) {
    return new Builder(false, date);
  }

  /** What staff may find that is open on the date. */
  public static Builder internally(LocalDate date) {
    return new Builder(true, date);
  }

  /** Puts together what is wanted, piece by piece. */
  public static final class Builder {
    private final boolean internal;
    private final LocalDate date;
    private String words = "";
    private Set<OrganizationKind> kinds = Set.of();
    private Set<String> facets = Set.of();
    private @Nullable Set<String> units;
    private @Nullable Set<OrganizationId> only;
    private @Nullable Boolean member;
    private @Nullable Position near;
    private @Nullable Double withinKm;
    private Set<String> nearUnits = Set.of();
    private boolean closed;

    private Builder(boolean internal, LocalDate date) {
      this.internal = internal;
      this.date = date;
    }

    public Builder words(String given) {
      words = given;
      return this;
    }

    public Builder kinds(Set<OrganizationKind> given) {
      kinds = Set.copyOf(given);
      return this;
    }

    public Builder facets(Set<String> given) {
      facets = Set.copyOf(given);
      return this;
    }

    public Builder in(Set<String> given) {
      units = Set.copyOf(given);
      return this;
    }

    public Builder only(Set<OrganizationId> given) {
      only = Set.copyOf(given);
      return this;
    }

    public Builder member(@Nullable Boolean given) {
      member = given;
      return this;
    }

    public Builder near(Position place, @Nullable Double within) {
      near = place;
      withinKm = within;
      return this;
    }

    public Builder nearUnits(Set<String> given) {
      nearUnits = Set.copyOf(given);
      return this;
    }

    public Builder closedToo(boolean given) {
      closed = given;
      return this;
    }

    public Wanted build() {
      return new Wanted(
          words, kinds, facets, units, only, member, near, withinKm, nearUnits, closed, internal,
          date);
    }
  }
}
