package tasuki.directory.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.springframework.stereotype.Service;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Position;
import tasuki.directory.SearchText;

/** Finds organisations, the fitting ones first, and says by what each was found. */
@Service
public class Finder {

  /** Nobody reads further; whoever needs all of them takes the table as a file. */
  public static final int FARTHEST = 2_000;

  /** What lies around one's own place outweighs small differences of the names, nothing more. */
  private static final float NEARBY = 2;

  private static final float CLOSENESS = 6;
  private static final double HALF_WEIGHT_METRES = 3_000;
  private static final Sort BEST =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(Fields.LENGTH, SortField.Type.LONG),
          new SortField(Fields.ORDER, SortField.Type.STRING));

  private static final int MOST_WORDS = 12;
  private static final int LONGEST_WORD = 60;

  private final SearchIndex index;
  private final Vocabulary vocabulary;

  Finder(SearchIndex index, Vocabulary vocabulary) {
    this.index = index;
    this.vocabulary = vocabulary;
  }

  /**
   * The organisations wanted; where there is none, those that are something like it.
   *
   * @param from how many of the best to leave out
   * @param most how many at most
   */
  public Finding find(Wanted wanted, int from, int most) {
    Finding found = exactly(wanted, from, most);
    return found.total() == 0 && !wanted.words().isBlank() ? find(wanted, from, most, true) : found;
  }

  /** The organisations of which every word holds as it was typed, in any spelling. */
  public Finding exactly(Wanted wanted, int from, int most) {
    return find(wanted, from, most, false);
  }

  private Finding find(Wanted wanted, int from, int most, boolean roughly) {
    List<String> words =
        SearchText.words(SearchText.numbered(wanted.words())).stream()
            .map(word -> word.substring(0, Math.min(word.length(), LONGEST_WORD)))
            .limit(MOST_WORDS)
            .toList();
    List<Word> read = words.stream().map(word -> read(word, wanted.internal())).toList();
    return index.ask(searcher -> find(searcher, wanted, read, from, most, roughly));
  }

  private Word read(String word, boolean internal) {
    List<String> parts = vocabulary.parts(word);
    List<Word> pieces =
        parts.size() < 2
            ? List.of()
            : parts.stream()
                .map(part -> new Word(part, meaning(part, internal), List.of()))
                .toList();
    return new Word(word, meaning(word, internal), pieces);
  }

  private Meaning meaning(String word, boolean internal) {
    Meaning meaning = vocabulary.of(word);
    return internal ? meaning : meaning.publicly();
  }

  private Finding find(
      IndexSearcher searcher, Wanted wanted, List<Word> words, int from, int most, boolean roughly)
      throws IOException {
    int last = Math.min(FARTHEST, from + most);
    Query asked = roughly ? roughly(words) : strictly(words);
    TopDocs top = search(searcher, wanted, asked, last, words.isEmpty());
    Hits hits = new Hits(searcher.storedFields(), wanted, words, hidden(wanted), roughly);
    List<Hit> found = new ArrayList<>();
    for (int at = from; at < Math.min(top.scoreDocs.length, last); at++) {
      ScoreDoc one = top.scoreDocs[at];
      found.add(hits.of(one.doc));
    }
    List<Finding.Understood> understood =
        words.stream()
            .flatMap(
                word -> word.pieces().isEmpty() ? List.of(word).stream() : word.pieces().stream())
            .filter(word -> !word.meaning().isNothing())
            .map(word -> new Finding.Understood(word.text(), word.meaning()))
            .toList();
    return new Finding(
        found,
        top.totalHits.value(),
        top.totalHits.relation() == TotalHits.Relation.EQUAL_TO,
        understood);
  }

  private Set<String> hidden(Wanted wanted) {
    return wanted.internal() ? Set.of() : vocabulary.internal();
  }

  private static Query strictly(List<Word> words) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(word.query(), Occur.MUST));
    return words.isEmpty() ? new MatchAllDocsQuery() : all.build();
  }

  /** Something like each word; of three or more words one may miss. */
  private static Query roughly(List<Word> words) {
    BooleanQuery.Builder most = new BooleanQuery.Builder();
    words.forEach(word -> most.add(word.roughly(), Occur.SHOULD));
    most.setMinimumNumberShouldMatch(words.size() < 3 ? words.size() : words.size() - 1);
    return most.build();
  }

  private TopDocs search(
      IndexSearcher searcher, Wanted wanted, Query words, int most, boolean withoutWords)
      throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(words, withoutWords ? Occur.FILTER : Occur.MUST);
    filters(query, wanted);
    int bounded = Math.max(1, most);
    Position near = wanted.near();
    if (withoutWords) {
      Sort sort =
          near == null
              ? new Sort(new SortField(Fields.ORDER, SortField.Type.STRING), SortField.FIELD_DOC)
              : new Sort(
                  LatLonDocValuesField.newDistanceSort(
                      Fields.PLACE, near.latitude(), near.longitude()));
      return searcher.search(query.build(), bounded, sort);
    }
    if (near != null) {
      query.add(
          LatLonPoint.newDistanceFeatureQuery(
              Fields.PLACE, CLOSENESS, near.latitude(), near.longitude(), HALF_WEIGHT_METRES),
          Occur.SHOULD);
    }
    if (!wanted.nearUnits().isEmpty()) {
      query.add(
          new BoostQuery(new ConstantScoreQuery(anyOf(Fields.UNIT, wanted.nearUnits())), NEARBY),
          Occur.SHOULD);
    }
    return searcher.search(query.build(), bounded, BEST);
  }

  private void filters(BooleanQuery.Builder query, Wanted wanted) {
    long day = wanted.date().toEpochDay();
    if (!wanted.closed()) {
      query.add(LongPoint.newRangeQuery(Fields.CLOSED, day + 1, Long.MAX_VALUE), Occur.FILTER);
      query.add(LongPoint.newRangeQuery(Fields.OPENED, Long.MIN_VALUE, day), Occur.FILTER);
    }
    query.add(
        new TermQuery(new Term(Fields.KIND, OrganizationKind.PERSON_AND_FAMILY.name())),
        Occur.MUST_NOT);
    if (!wanted.kinds().isEmpty()) {
      query.add(anyOf(Fields.KIND, wanted.kinds().stream().map(Enum::name).toList()), Occur.FILTER);
    }
    Set<String> hidden = hidden(wanted);
    wanted.facets().stream()
        .filter(facet -> !hidden.contains(facet))
        .forEach(facet -> query.add(new TermQuery(new Term(Fields.FACET, facet)), Occur.FILTER));
    if (wanted.units() != null) {
      query.add(anyOf(Fields.UNIT, wanted.units()), Occur.FILTER);
    }
    if (wanted.only() != null) {
      query.add(
          anyOf(Fields.ID, wanted.only().stream().map(Object::toString).toList()), Occur.FILTER);
    }
    if (wanted.member() != null) {
      query.add(
          new TermQuery(new Term(Fields.MEMBER, wanted.member() ? "yes" : "no")), Occur.FILTER);
    }
    Position near = wanted.near();
    if (near != null && wanted.withinKm() != null) {
      query.add(
          LatLonPoint.newDistanceQuery(
              Fields.PLACE, near.latitude(), near.longitude(), wanted.withinKm() * 1_000),
          Occur.FILTER);
    }
  }

  static Query anyOf(String field, Collection<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }
}
