package tasuki.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tasuki.kernel.RefusedException;

/**
 * Makes A4 sheets of a template. A template reaches neither the network nor a file: the only
 * picture it can show is one that it carries in itself.
 */
@Component
public class Paper {

  private static final int MOST_LETTERS = 1_000_000;
  private static final int MOST_PAGES = 60;
  private static final int AT_ONCE = 2;
  private static final int PATIENCE_SECONDS = 20;

  static {
    // The library would tell every step of its work on the console.
    XRLog.setLoggingEnabled(false);
  }

  private final SpringTemplateEngine templates;
  private final MessageSource messages;
  private final Semaphore presses = new Semaphore(AT_ONCE);

  Paper(SpringTemplateEngine templates, MessageSource messages) {
    this.templates = templates;
    this.messages = messages;
  }

  /**
   * Prints a template.
   *
   * @param template well-formed as XML, around {@code print/sheet :: sheet(title, content)}
   * @throws RefusedException when it is too long for paper, or too many are being printed
   */
  public Sheets pdf(String template, Map<String, ?> model, Locale locale) {
    String html = templates.process(template, new Context(locale, new HashMap<>(model)));
    if (html.length() > MOST_LETTERS) {
      throw RefusedException.because("print.refused.long");
    }
    Document document = parsed(html);
    sayWhatIsMissing(document, Glyphs.replaceMissing(document), locale);
    waitForPress();
    try {
      return print(document);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      presses.release();
    }
  }

  private void waitForPress() {
    try {
      if (!presses.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw RefusedException.because("print.refused.busy");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw RefusedException.because("print.refused.busy");
    }
  }

  private static Sheets print(Document document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.withProducer("Tasuki");
    builder.useUriResolver((_, address) -> address.startsWith(Glyphs.PICTURE) ? address : null);
    builder.useFont(Glyphs::font, Glyphs.FAMILY, 400, FontStyle.NORMAL, true);
    builder.withW3cDocument(document, null);
    builder.toStream(bytes);
    int pages;
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      pages = renderer.getRootBox().getLayer().getPages().size();
      if (pages > MOST_PAGES) {
        throw RefusedException.because("print.refused.long");
      }
      renderer.createPDF();
    }
    return new Sheets(SearchableText.of(bytes.toByteArray()), pages);
  }

  private static Document parsed(String html) {
    String xml = html.strip().replaceFirst("(?is)^<!doctype[^>]*>", "");
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    } catch (ParserConfigurationException | SAXException failure) {
      throw new IllegalStateException("The template is not well-formed", failure);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void sayWhatIsMissing(Document document, Set<String> missing, Locale locale) {
    Element body = (Element) document.getElementsByTagName("body").item(0);
    if (missing.isEmpty() || body == null) {
      return;
    }
    Element note = document.createElement("p");
    note.setAttribute("class", "missing");
    note.setTextContent(
        messages.getMessage("print.missing", new Object[] {String.join(" ", missing)}, locale));
    body.appendChild(note);
  }
}
