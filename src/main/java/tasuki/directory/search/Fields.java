package tasuki.directory.search;

/** The names of what the index holds of an organisation. */
final class Fields {
  static final String ID = "id";
  static final String NAME = "name";

  /** The whole name as one piece. */
  static final String WHOLE = "whole";

  static final String READING = "reading";

  /** The reading as told by a list; what was only guessed is looked up as {@link #GUESSED}. */
  static final String GUESSED = "guessed";

  static final String ADDRESS = "address";
  static final String NUMBER = "number";
  static final String KIND = "kind";
  static final String UNIT = "unit";
  static final String FACET = "facet";
  static final String MEMBER = "member";
  static final String OPENED = "opened";
  static final String CLOSED = "closed";
  static final String PLACE = "place";
  static final String PRECISION = "precision";
  static final String LATITUDE = "latitude";
  static final String LONGITUDE = "longitude";
  static final String SOURCE = "source";

  /** By which lists without words are sorted: the reading, then the name. */
  static final String ORDER = "order";

  /** Of names that fit equally the shorter one is nearer to what was typed. */
  static final String LENGTH = "length";

  private Fields() {}
}
