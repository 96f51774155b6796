package tasuki.identity;

import io.nayuki.qrcodegen.QrCode;
import java.nio.charset.StandardCharsets;
import org.springframework.ui.Model;
import org.springframework.web.util.UriUtils;

/**
 * A QR code as the path of an SVG picture.
 *
 * @param size modules along an edge, with the quiet zone of four on each side
 * @param path the dark modules
 */
record QrPicture(int size, String path) {

  private static final int QUIET = 4;

  /** Puts an authenticator's secret into the model, as a picture and as letters to type. */
  static void show(byte[] secret, String login, Model model) {
    String text = Base32.encode(secret);
    String uri =
        "otpauth://totp/Tasuki:%s?secret=%s&issuer=Tasuki"
            .formatted(UriUtils.encode(login, StandardCharsets.UTF_8), text);
    model.addAttribute("secret", text.replaceAll("(.{4})(?!$)", "$1 "));
    model.addAttribute("picture", of(uri));
  }

  static QrPicture of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append("M%d,%dh1v1h-1z".formatted(x + QUIET, y + QUIET));
        }
      }
    }
    return new QrPicture(code.size + 2 * QUIET, path.toString());
  }
}
