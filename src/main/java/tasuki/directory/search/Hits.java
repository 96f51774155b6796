package tasuki.directory.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Position;

/** Turns entries of the index into hits with their reasons. */
record Hits(
    StoredFields stored, Wanted wanted, List<Word> words, Set<String> hidden, boolean roughly) {

  Hit of(int number) throws IOException {
    Document entry = stored.document(number);
    Set<String> facets =
        Arrays.stream(entry.getValues(Fields.FACET))
            .filter(facet -> !hidden.contains(facet))
            .collect(Collectors.toSet());
    Set<Hit.Reason> reasons = EnumSet.noneOf(Hit.Reason.class);
    words.forEach(word -> reasons(word, entry, facets, reasons));
    if (roughly) {
      reasons.add(Hit.Reason.ROUGHLY);
    }
    Position position = position(entry);
    Position near = wanted.near();
    return new Hit(
        new OrganizationId(UUID.fromString(entry.get(Fields.ID))),
        reasons,
        facets,
        position,
        position == null || near == null ? null : near.kmTo(position),
        position == null || near == null ? null : near.precision().or(position.precision()));
  }

  private static void reasons(
      Word word, Document entry, Set<String> facets, Set<Hit.Reason> reasons) {
    String text = word.text();
    int before = reasons.size();
    add(reasons, Hit.Reason.NAME, holds(entry, Fields.NAME, text));
    add(
        reasons,
        Hit.Reason.READING,
        holds(entry, Fields.READING, text) || holds(entry, Fields.GUESSED, text));
    add(reasons, Hit.Reason.ADDRESS, holds(entry, Fields.ADDRESS, text));
    add(
        reasons,
        Hit.Reason.NUMBER,
        Arrays.stream(entry.getValues(Fields.NUMBER)).anyMatch(number -> number.startsWith(text)));
    Meaning meaning = word.meaning();
    add(
        reasons,
        Hit.Reason.KIND,
        meaning.kinds().contains(OrganizationKind.valueOf(entry.get(Fields.KIND))));
    add(reasons, Hit.Reason.PLACE, holdsAny(meaning.units(), entry.getValues(Fields.UNIT)));
    add(
        reasons,
        Hit.Reason.OFFER,
        facets.stream()
            .anyMatch(
                facet ->
                    meaning.facets().contains(facet) || meaning.internalFacets().contains(facet)));
    if (reasons.size() == before) {
      word.pieces().forEach(piece -> reasons(piece, entry, facets, reasons));
    }
  }

  private static void add(Set<Hit.Reason> reasons, Hit.Reason reason, boolean holds) {
    if (holds) {
      reasons.add(reason);
    }
  }

  private static boolean holds(Document entry, String field, String text) {
    return Arrays.stream(entry.getValues(field)).anyMatch(value -> value.contains(text));
  }

  private static boolean holdsAny(Set<String> wanted, String[] values) {
    return Arrays.stream(values).anyMatch(wanted::contains);
  }

  private static @Nullable Position position(Document entry) {
    String precision = entry.get(Fields.PRECISION);
    if (precision == null) {
      return null;
    }
    return new Position(
        number(entry, Fields.LATITUDE),
        number(entry, Fields.LONGITUDE),
        Position.Precision.valueOf(precision),
        entry.get(Fields.SOURCE));
  }

  private static double number(Document entry, String field) {
    IndexableField value = entry.getField(field);
    return value == null ? Double.NaN : value.numericValue().doubleValue();
  }
}
