package tasuki.directory.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/**
 * How a name is probably read, for lists that give no reading (the designated medical institutions
 * among them). Good enough to be found by, never shown.
 */
final class Readings implements AutoCloseable {

  private @Nullable JapaneseTokenizer tokenizer;

  /** The reading in katakana; what the dictionary does not know stays as it is written. */
  String of(String name) {
    try {
      JapaneseTokenizer words = tokenizer();
      CharTermAttribute surface = words.getAttribute(CharTermAttribute.class);
      ReadingAttribute reading = words.getAttribute(ReadingAttribute.class);
      StringBuilder text = new StringBuilder();
      words.setReader(new StringReader(name));
      words.reset();
      while (words.incrementToken()) {
        String read = reading.getReading();
        text.append(read == null ? surface.toString() : read);
      }
      words.end();
      words.close();
      return text.toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The dictionary takes some tens of megabytes, so it comes with the first name that needs it. */
  private JapaneseTokenizer tokenizer() {
    JapaneseTokenizer words = tokenizer;
    if (words == null) {
      words = new JapaneseTokenizer(null, true, JapaneseTokenizer.Mode.NORMAL);
      tokenizer = words;
    }
    return words;
  }

  @Override
  public void close() {
    tokenizer = null;
  }
}
