package tasuki.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestBrowser;
import tasuki.Visitor;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Credentials;
import tasuki.person.Neighbourhood.Staff;

/** A photo leaves the phone readable, small, and without the place where it was taken. */
class PhotosBrowserTest {

  private static final String PLACE = "35.6895N 139.6917E";
  private static final Staff OFFICE = Neighbourhood.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE);

  private static PersonId person;
  private static List<Cookie> cookies;

  private @Nullable BrowserContext context;

  @BeforeAll
  static void enter() {
    person = Neighbourhood.registered(OFFICE);
    House.bean(Credentials.class).give(OFFICE.account(), Neighbourhood.PASSWORD);
    cookies =
        Visitor.signedIn(OFFICE.login(), Neighbourhood.PASSWORD).cookies().entrySet().stream()
            .map(one -> new Cookie(one.getKey(), one.getValue()).setUrl(House.url()))
            .toList();
  }

  private Page basis() {
    BrowserContext phone =
        TestBrowser.get()
            .newContext(
                new Browser.NewContextOptions().setViewportSize(390, 844).setHasTouch(true));
    context = phone;
    phone.setDefaultTimeout(60_000);
    phone.addCookies(cookies);
    Page page = phone.newPage();
    page.navigate(House.url() + "/persons/" + person + "/basis");
    return page;
  }

  @AfterEach
  void close() {
    if (context != null) {
      context.close();
    }
  }

  /** As a camera writes it: large, with a segment that says where. */
  private static byte[] photo(int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D paper = picture.createGraphics();
    paper.setColor(Color.WHITE);
    paper.fillRect(0, 0, width, height);
    paper.setColor(Color.BLACK);
    for (int y = 40; y < height; y += 40) {
      paper.drawString("同意書 " + y, 40, y);
    }
    paper.dispose();
    ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", drawn);
    byte[] place = ("Exif\0\0" + PLACE).getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    written.write(drawn.toByteArray(), 0, 2);
    written.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (place.length + 2)});
    written.write(place);
    written.write(drawn.toByteArray(), 2, drawn.size() - 2);
    return written.toByteArray();
  }

  /** The bytes that the field would send now. */
  private static byte[] chosen(Page page, String field) {
    String text =
        (String)
            page.evaluate(
                """
                async (field) => {
                  const file = document.querySelector(field).files[0];
                  const bytes = new Uint8Array(await file.arrayBuffer());
                  return btoa(bytes.reduce((all, one) => all + String.fromCharCode(one), ''));
                }
                """,
                field);
    return Base64.getDecoder().decode(text);
  }

  private static String name(Page page, String field) {
    return (String) page.evaluate("(field) => document.querySelector(field).files[0].name", field);
  }

  private static void choose(Page page, String field, String name, String type, byte[] bytes) {
    page.locator(field).setInputFiles(new FilePayload(name, type, bytes));
    page.waitForFunction(
        "() => [...document.querySelectorAll('[data-file-status]')].some((one) => one.textContent)");
  }

  @Test
  void a_camera_picture_is_scaled_to_a_readable_size_and_does_not_say_where_it_was_taken()
      throws IOException {
    byte[] taken = photo(3000, 4000);
    assertThat(new String(taken, StandardCharsets.ISO_8859_1)).contains(PLACE);
    Page page = basis();
    String camera = ".file-camera input[name=evidence]";
    choose(page, camera, "IMG_0001.JPG", "image/jpeg", taken);
    byte[] sent = chosen(page, camera);
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(sent));
    assertThat(picture.getHeight()).isEqualTo(2000);
    assertThat(picture.getWidth()).isEqualTo(1500);
    assertThat(sent).hasSizeLessThan(taken.length);
    assertThat(new String(sent, StandardCharsets.ISO_8859_1))
        .doesNotContain(PLACE)
        .doesNotContain("Exif");
    assertThat(name(page, camera)).isEqualTo("IMG_0001.jpg");
    assertThat(page.textContent("[data-file-status]")).contains("IMG_0001.jpg").contains("MB");
    assertThat(page.isEnabled("main form button.large")).isTrue();
  }

  @Test
  void a_small_picture_keeps_its_size_and_loses_the_place_too() throws IOException {
    Page page = basis();
    choose(page, "#f-evidence", "小さい.jpeg", "image/jpeg", photo(600, 400));
    byte[] sent = chosen(page, "#f-evidence");
    assertThat(ImageIO.read(new ByteArrayInputStream(sent)).getWidth()).isEqualTo(600);
    assertThat(new String(sent, StandardCharsets.ISO_8859_1)).doesNotContain(PLACE);
  }

  @Test
  void what_the_browser_cannot_draw_goes_as_it_is() {
    Page page = basis();
    byte[] pdf = "%PDF-1.7 例".getBytes(StandardCharsets.UTF_8);
    choose(page, "#f-evidence", "同意書.pdf", "application/pdf", pdf);
    assertThat(chosen(page, "#f-evidence")).isEqualTo(pdf);
    byte[] unknown = "no picture at all".getBytes(StandardCharsets.UTF_8);
    choose(page, "#f-evidence", "IMG_0002.HEIC", "image/heic", unknown);
    page.waitForFunction(
        "() => document.querySelector('[data-file-status]').textContent.includes('HEIC')");
    assertThat(chosen(page, "#f-evidence")).isEqualTo(unknown);
    assertThat(name(page, "#f-evidence")).isEqualTo("IMG_0002.HEIC");
  }
}
