package tasuki.directory.search;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A word of a search and all it may be: part of a name, a reading or an address, a number, or a
 * word for a kind, a place or something offered.
 *
 * @param text in one spelling
 * @param pieces the words it may consist of, where somebody typed them without a space
 */
record Word(String text, Meaning meaning, List<Word> pieces) {

  private static final float WHOLE = 40;
  private static final float BEGINNING = 12;
  private static final float NAME = 8;
  private static final float READING = 6;
  private static final float GUESSED = 4;
  private static final float MEANT = 6;
  private static final float ADDRESS = 3;
  private static final float NUMBER = 20;

  /** Of so many pieces of a misspelt word this share must be right. */
  private static final double RIGHT = 0.6;

  /** Fewer digits are part of an address rather than a number. */
  private static final int SHORTEST_NUMBER = 4;

  private static final int SHORTEST_ROUGH = 3;

  /** What the word itself finds. */
  Query query() {
    List<Query> ways = new java.util.ArrayList<>();
    ways.add(boosted(new TermQuery(new Term(Fields.WHOLE, text)), WHOLE));
    ways.add(boosted(phrase(Fields.NAME, Pieces.BEGIN + text), BEGINNING));
    ways.add(boosted(phrase(Fields.NAME, text), NAME));
    ways.add(boosted(phrase(Fields.READING, text), READING));
    ways.add(boosted(phrase(Fields.GUESSED, text), GUESSED));
    ways.add(boosted(phrase(Fields.ADDRESS, text), ADDRESS));
    if (text.length() >= SHORTEST_NUMBER && text.chars().allMatch(Character::isDigit)) {
      ways.add(boosted(new PrefixQuery(new Term(Fields.NUMBER, text)), NUMBER));
    }
    meant().forEach(query -> ways.add(boosted(query, MEANT)));
    if (!pieces.isEmpty()) {
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      pieces.forEach(piece -> all.add(piece.query(), Occur.MUST));
      ways.add(all.build());
    }
    return new DisjunctionMaxQuery(ways, 0.1f);
  }

  /** What is found by most pieces of the word, when the word itself finds nothing. */
  Query roughly() {
    BooleanQuery.Builder ways = new BooleanQuery.Builder();
    ways.add(boosted(query(), 4), Occur.SHOULD);
    boolean number = text.chars().allMatch(Character::isDigit);
    if (!number && text.codePointCount(0, text.length()) >= SHORTEST_ROUGH) {
      for (String field : List.of(Fields.NAME, Fields.READING, Fields.GUESSED, Fields.ADDRESS)) {
        ways.add(mostPieces(field), Occur.SHOULD);
      }
    }
    return ways.build();
  }

  private Query mostPieces(String field) {
    List<String> parts = Pieces.ofWord(text);
    BooleanQuery.Builder most = new BooleanQuery.Builder();
    parts.forEach(part -> most.add(new TermQuery(new Term(field, part)), Occur.SHOULD));
    most.setMinimumNumberShouldMatch((int) Math.max(1, Math.ceil(parts.size() * RIGHT)));
    return most.build();
  }

  private List<Query> meant() {
    List<Query> ways = new java.util.ArrayList<>();
    if (!meaning.kinds().isEmpty()) {
      ways.add(Finder.anyOf(Fields.KIND, meaning.kinds().stream().map(Enum::name).toList()));
    }
    if (!meaning.facets().isEmpty() || !meaning.internalFacets().isEmpty()) {
      List<String> codes = new java.util.ArrayList<>(meaning.facets());
      codes.addAll(meaning.internalFacets());
      ways.add(Finder.anyOf(Fields.FACET, codes));
    }
    if (!meaning.units().isEmpty()) {
      ways.add(Finder.anyOf(Fields.UNIT, meaning.units()));
    }
    return ways;
  }

  private static Query phrase(String field, String word) {
    List<String> parts = Pieces.ofWord(word);
    return parts.size() == 1
        ? new TermQuery(new Term(field, parts.getFirst()))
        : new PhraseQuery(field, parts.toArray(String[]::new));
  }

  private static Query boosted(Query query, float weight) {
    return new BoostQuery(new ConstantScoreQuery(query), weight);
  }
}
