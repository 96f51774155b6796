package tasuki.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.kernel.RefusedException;

class PaperTest {

  private static Sheets print(String name, @Nullable String picture, List<String> lines) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("name", name);
    model.put("picture", picture);
    model.put("lines", lines);
    return House.bean(Paper.class).pdf("print/trial", model, Locale.JAPANESE);
  }

  private static String text(Sheets sheets) throws IOException {
    try (PDDocument document = Loader.loadPDF(sheets.bytes())) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void the_text_of_a_sheet_can_be_searched_and_copied_with_the_letters_of_names()
      throws IOException {
    assertThat(text(print("髙橋 﨑子 様 〒①②", null, List.of("一日三回食後", "青木 長谷 黒田 用紙"))))
        .contains("髙橋 﨑子 様 〒①②", "一日三回食後", "青木 長谷 黒田 用紙");
  }

  @Test
  void a_letter_outside_the_font_is_said_and_never_left_out_silently() throws IOException {
    String text = text(print("𠮷田 \uD83D\uDE00", null, List.of()));
    assertThat(text).contains("〓", "U+1F600");
    assertThat(text).containsPattern("𠮷田|〓田");
    if (text.contains("〓田")) {
      assertThat(text).contains("U+20BB7");
    }
    assertThat(text(print("葛\uDB40\uDD00城", null, List.of()))).contains("葛城").doesNotContain("〓");
  }

  @Test
  void the_font_is_in_the_file_and_the_sheet_is_a4_with_page_numbers() throws IOException {
    Sheets sheets = print("架空", null, Collections.nCopies(120, "長い用紙"));
    assertThat(sheets.pages()).isGreaterThan(1);
    try (PDDocument document = Loader.loadPDF(sheets.bytes())) {
      assertThat(document.getNumberOfPages()).isEqualTo(sheets.pages());
      for (PDPage page : document.getPages()) {
        assertThat(page.getMediaBox().getWidth()).isBetween(594f, 596f);
        assertThat(page.getMediaBox().getHeight())
            .isCloseTo(PDRectangle.A4.getHeight(), org.assertj.core.data.Offset.offset(1f));
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          assertThat(font.getName()).contains("IPAexGothic");
        }
      }
      PDFTextStripper first = new PDFTextStripper();
      first.setEndPage(1);
      assertThat(first.getText(document)).contains("1 / " + sheets.pages());
    }
    assertThat(sheets.bytes().length).as("only the letters used are in it").isLessThan(300_000);
  }

  @Test
  void a_template_reaches_neither_the_network_nor_a_file() throws Exception {
    Path secret = Files.createTempFile("secret", ".png");
    AtomicInteger calls = new AtomicInteger();
    try (ServerSocket server = new ServerSocket(0)) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (var call = server.accept()) {
                  calls.incrementAndGet();
                } catch (IOException closed) {
                  // nobody called
                }
              });
      byte[] plain = print("架空", null, List.of()).bytes();
      for (String picture :
          List.of(
              "http://localhost:" + server.getLocalPort() + "/a.png",
              secret.toUri().toString(),
              "/etc/passwd",
              "data:text/html,架空")) {
        Sheets sheets = print("架空", picture, List.of());
        assertThat(sheets.pages()).isEqualTo(1);
        assertThat(Math.abs(sheets.bytes().length - plain.length)).isLessThan(400);
      }
      Thread.sleep(200);
    }
    assertThat(calls).hasValue(0);
  }

  @Test
  void a_sheet_carries_a_code_to_scan() throws IOException {
    Sheets sheets = print("架空", QrImage.address("https://tasuki.example.jp/r"), List.of());
    try (PDDocument document = Loader.loadPDF(sheets.bytes())) {
      assertThat(document.getPage(0).getResources().getXObjectNames()).isNotEmpty();
    }
  }

  @Test
  void what_is_too_long_for_paper_is_refused() {
    assertThatThrownBy(() -> print("架空", null, Collections.nCopies(9_000, "長い用紙")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void markup_in_a_name_is_printed_as_it_is() throws IOException {
    assertThat(text(print("<b>架空</b> & \"太郎\"", null, List.of()))).contains("<b>架空</b> & \"太郎\"");
  }
}
