package tasuki.directory.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * A text in one spelling as pieces of one and two letters, each at the place where it begins. So
 * any part of a text is found as a phrase, without knowing where Japanese words end.
 */
final class Pieces extends TokenStream {

  /** Stands before the first letter, so that beginnings can be told from middles. */
  static final String BEGIN = "^";

  private record Piece(String text, int step) {}

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final List<Piece> pieces;
  private int at;

  private Pieces(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /** The pieces of texts in one spelling; no phrase reaches from one text into the next. */
  static Pieces of(List<String> texts) {
    List<Piece> pieces = new ArrayList<>();
    for (String text : texts) {
      int[] letters = (BEGIN + text).codePoints().toArray();
      for (int i = 0; i < letters.length; i++) {
        int gap = i == 0 && !pieces.isEmpty() ? 2 : 1;
        pieces.add(new Piece(new String(letters, i, 1), gap));
        if (i + 1 < letters.length) {
          pieces.add(new Piece(new String(letters, i, 2), 0));
        }
      }
    }
    return new Pieces(pieces);
  }

  /** The pieces of two letters of a word; the word itself where it has but one letter. */
  static List<String> ofWord(String word) {
    int[] letters = word.codePoints().toArray();
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i + 1 < letters.length; i++) {
      pieces.add(new String(letters, i, 2));
    }
    return pieces.isEmpty() ? List.of(word) : pieces;
  }

  @Override
  public boolean incrementToken() {
    if (at == pieces.size()) {
      return false;
    }
    Piece piece = pieces.get(at++);
    clearAttributes();
    term.append(piece.text());
    step.setPositionIncrement(piece.step());
    return true;
  }

  @Override
  public void reset() {
    at = 0;
  }
}
