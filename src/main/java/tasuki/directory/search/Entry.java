package tasuki.directory.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import tasuki.area.BaseUnit;
import tasuki.directory.Organization;
import tasuki.directory.Position;
import tasuki.directory.SearchText;

/** An organisation as the index holds it. */
final class Entry {

  /** As long as a sorted value needs to be to tell names apart. */
  private static final int LONGEST_ORDER = 200;

  private final Readings readings;
  private final Map<String, BaseUnit> ground;

  /**
   * @param ground the base units whose names people use for what lies in them
   */
  Entry(Readings readings, Map<String, BaseUnit> ground) {
    this.readings = readings;
    this.ground = ground;
  }

  Document of(Organization one, Set<String> facets) {
    Document entry = new Document();
    entry.add(new StringField(Fields.ID, one.id().toString(), Field.Store.YES));
    String name = SearchText.plain(one.name());
    text(entry, Fields.NAME, List.of(name));
    entry.add(new StringField(Fields.WHOLE, name, Field.Store.NO));
    if (one.kana().isEmpty()) {
      text(entry, Fields.GUESSED, List.of(SearchText.plain(readings.of(one.name()))));
    } else {
      text(entry, Fields.READING, List.of(SearchText.plain(one.kana())));
    }
    text(entry, Fields.ADDRESS, places(one));
    numbers(one)
        .forEach(number -> entry.add(new StringField(Fields.NUMBER, number, Field.Store.YES)));
    entry.add(new StringField(Fields.KIND, one.kind().name(), Field.Store.YES));
    if (one.baseUnit() != null) {
      entry.add(new StringField(Fields.UNIT, one.baseUnit(), Field.Store.YES));
    }
    facets.forEach(facet -> entry.add(new StringField(Fields.FACET, facet, Field.Store.YES)));
    entry.add(new StringField(Fields.MEMBER, one.member() ? "yes" : "no", Field.Store.NO));
    entry.add(new LongPoint(Fields.OPENED, one.openedOn().toEpochDay()));
    entry.add(
        new LongPoint(
            Fields.CLOSED, one.closedOn() == null ? Long.MAX_VALUE : one.closedOn().toEpochDay()));
    place(entry, one.position());
    entry.add(new NumericDocValuesField(Fields.LENGTH, name.length()));
    entry.add(new SortedDocValuesField(Fields.ORDER, order(one, name)));
    return entry;
  }

  private List<String> places(Organization one) {
    List<String> places = new ArrayList<>();
    places.add(SearchText.plain(SearchText.numbered(one.address())));
    BaseUnit unit = one.baseUnit() == null ? null : ground.get(one.baseUnit());
    if (unit != null) {
      places.add(SearchText.plain(unit.name()));
      places.add(SearchText.plain(unit.kana()));
      places.add(SearchText.plain(unit.nameEnglish()));
    }
    return places;
  }

  private static void text(Document entry, String field, List<String> texts) {
    entry.add(new TextField(field, Pieces.of(texts)));
    texts.forEach(text -> entry.add(new StoredField(field, text)));
  }

  /** Codes and telephone numbers, these also without the area code and by their last four. */
  private static List<String> numbers(Organization one) {
    List<String> numbers = new ArrayList<>();
    if (one.code() != null) {
      numbers.add(one.code());
      // Medical institutions are known by seven digits, offices by ten.
      if (one.code().length() == 10) {
        numbers.add(one.code().substring(3));
      }
    }
    if (one.corporateNumber() != null) {
      numbers.add(one.corporateNumber());
    }
    for (String telephone : new String[] {one.telephone(), one.fax()}) {
      String digits = telephone == null ? "" : telephone.replaceAll("\\D", "");
      for (int length : new int[] {digits.length(), 8, 7, 4}) {
        if (digits.length() >= length && length > 0) {
          numbers.add(digits.substring(digits.length() - length));
        }
      }
    }
    return numbers;
  }

  private static void place(Document entry, @Nullable Position position) {
    if (position == null) {
      return;
    }
    entry.add(new LatLonPoint(Fields.PLACE, position.latitude(), position.longitude()));
    entry.add(new LatLonDocValuesField(Fields.PLACE, position.latitude(), position.longitude()));
    entry.add(new StoredField(Fields.LATITUDE, position.latitude()));
    entry.add(new StoredField(Fields.LONGITUDE, position.longitude()));
    entry.add(new StoredField(Fields.PRECISION, position.precision().name()));
    entry.add(new StoredField(Fields.SOURCE, position.source()));
  }

  private static BytesRef order(Organization one, String name) {
    String order = (one.kana().isEmpty() ? name : SearchText.plain(one.kana())) + " " + name;
    String bounded = order.length() > LONGEST_ORDER ? order.substring(0, LONGEST_ORDER) : order;
    return new BytesRef(bounded.toLowerCase(Locale.ROOT));
  }
}
