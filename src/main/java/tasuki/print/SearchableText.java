package tasuki.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Puts right what a PDF says about its letters. One shape of the font serves both 用 and the radical
 * ⽤, and the library writes down the radical, so that neither search nor copy would find 用紙.
 */
final class SearchableText {

  private static final Pattern RANGE =
      Pattern.compile("<([0-9A-F]{4})>\\s*<([0-9A-F]{4})>\\s*<([0-9A-F]{4,8})>");
  private static final int HEX = 16;
  private static final int MOST_LINES = 100;

  private SearchableText() {}

  static byte[] of(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Set<COSStream> done = new HashSet<>();
      for (PDPage page : document.getPages()) {
        COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
        if (fonts == null) {
          continue;
        }
        for (COSName name : fonts.keySet()) {
          COSDictionary font = fonts.getCOSDictionary(name);
          COSStream letters = font == null ? null : font.getCOSStream(COSName.TO_UNICODE);
          if (letters != null && done.add(letters)) {
            rewrite(letters);
          }
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static void rewrite(COSStream stream) throws IOException {
    String text;
    try (var input = stream.createInputStream()) {
      text = new String(input.readAllBytes(), StandardCharsets.US_ASCII);
    }
    int from = text.indexOf("begincodespacerange");
    int until = text.lastIndexOf("endbfrange");
    if (from < 0 || until < 0) {
      return;
    }
    int space = text.indexOf("endcodespacerange", from) + "endcodespacerange".length();
    String head = text.substring(0, space);
    String tail = text.substring(until + "endbfrange".length());
    String body = lines(mapping(text.substring(space, until)));
    try (OutputStream output = stream.createOutputStream(COSName.FLATE_DECODE)) {
      output.write((head + "\n" + body + tail).getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static Map<Integer, String> mapping(String ranges) {
    Map<Integer, String> mapping = new TreeMap<>();
    Matcher range = RANGE.matcher(ranges);
    while (range.find()) {
      int first = Integer.parseInt(range.group(1), HEX);
      int last = Integer.parseInt(range.group(2), HEX);
      String letters = decoded(range.group(3));
      for (int code = first; code <= last; code++) {
        char end = (char) (letters.charAt(letters.length() - 1) + code - first);
        mapping.put(code, plain(letters.substring(0, letters.length() - 1) + end));
      }
    }
    return mapping;
  }

  private static String decoded(String hex) {
    StringBuilder letters = new StringBuilder();
    for (int at = 0; at < hex.length(); at += 4) {
      letters.append((char) Integer.parseInt(hex.substring(at, at + 4), HEX));
    }
    return letters.toString();
  }

  /** Radicals become the letters of the same shape; everything else, 﨑 too, stays. */
  private static String plain(String letter) {
    return Character.toString(Glyphs.letterOfSameShape(letter.codePointAt(0)));
  }

  private static String lines(Map<Integer, String> mapping) {
    StringBuilder body = new StringBuilder();
    int left = mapping.size();
    int inBlock = 0;
    for (var entry : mapping.entrySet()) {
      if (inBlock == 0) {
        inBlock = Math.min(left, MOST_LINES);
        body.append(inBlock).append(" beginbfchar\n");
      }
      body.append("<%04X> <".formatted(entry.getKey()));
      entry.getValue().chars().forEach(unit -> body.append("%04X".formatted(unit)));
      body.append(">\n");
      left--;
      inBlock--;
      if (inBlock == 0) {
        body.append("endbfchar\n");
      }
    }
    return body.toString();
  }
}
