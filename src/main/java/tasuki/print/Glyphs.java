package tasuki.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/**
 * The font of every sheet, IPAex Gothic, and what becomes of letters it lacks: a missing letter of
 * a name must be seen to be missing, so 〓 stands in its place and the sheet says which it was.
 */
final class Glyphs {

  static final String FAMILY = "paper";
  static final String PICTURE = "data:image/png;base64,";
  private static final String RESOURCE = "/fonts/ipaexg.ttf";
  private static final String MISSING = "〓";

  /** The usual form of letters of family names that the font lacks. */
  private static final Map<Integer, String> USUAL = Map.of(0x20BB7, "吉", 0x20B9F, "叱");

  private static final CmapLookup LETTERS = letters();

  private Glyphs() {}

  static InputStream font() {
    InputStream stream = Glyphs.class.getResourceAsStream(RESOURCE);
    if (stream == null) {
      throw new IllegalStateException("The font of the sheets is not there");
    }
    return stream;
  }

  private static CmapLookup letters() {
    try (InputStream stream = font();
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream))) {
      return font.getUnicodeCmapLookup();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static boolean has(int codePoint) {
    return Character.isWhitespace(codePoint) || LETTERS.getGlyphId(codePoint) != 0;
  }

  /** Of a radical the letter that the font draws in the same way; any other letter itself. */
  static int letterOfSameShape(int codePoint) {
    List<Integer> same =
        isRadical(codePoint) ? LETTERS.getCharCodes(LETTERS.getGlyphId(codePoint)) : null;
    return same == null
        ? codePoint
        : same.stream().filter(letter -> !isRadical(letter)).findFirst().orElse(codePoint);
  }

  private static boolean isRadical(int codePoint) {
    return codePoint >= 0x2E80 && codePoint <= 0x2FD5;
  }

  /** Puts 〓 for what cannot be printed; answers with the letters, as U+20BB7. */
  static Set<String> replaceMissing(Document document) {
    Set<String> missing = new TreeSet<>();
    Element root = document.getDocumentElement();
    if (root != null) {
      walk(root, missing);
    }
    return missing;
  }

  private static void walk(Node node, Set<String> missing) {
    NodeList children = node.getChildNodes();
    for (int index = 0; index < children.getLength(); index++) {
      Node child = children.item(index);
      if (child instanceof Text text) {
        text.setData(clean(text.getData(), missing));
      } else if (!child.getNodeName().equals("style")) {
        walk(child, missing);
      }
    }
  }

  private static String clean(String text, Set<String> missing) {
    StringBuilder cleaned = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            letter -> {
              if (isSelector(letter)) {
                return;
              }
              if (has(letter)) {
                cleaned.appendCodePoint(letter);
              } else {
                cleaned.append(MISSING);
                missing.add(name(letter));
              }
            });
    return cleaned.toString();
  }

  private static String name(int letter) {
    String name = "U+" + Integer.toHexString(letter).toUpperCase(Locale.ROOT);
    String usual = USUAL.get(letter);
    return usual == null ? name : name + "(" + usual + ")";
  }

  /** Variation selectors only choose among shapes of the letter before. */
  private static boolean isSelector(int letter) {
    return letter >= 0xFE00 && letter <= 0xFE0F || letter >= 0xE0100 && letter <= 0xE01EF;
  }
}
