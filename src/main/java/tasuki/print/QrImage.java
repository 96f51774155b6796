package tasuki.print;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A QR code as a picture that a sheet carries in itself. */
public final class QrImage {

  private static final int QUIET = 4;
  private static final int SCALE = 6;
  private static final int WHITE = 0xFFFFFF;

  private QrImage() {}

  /** The picture as the address of an {@code img} element; readable after a fax. */
  public static String address(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.QUARTILE);
    int edge = (code.size + 2 * QUIET) * SCALE;
    BufferedImage picture = new BufferedImage(edge, edge, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < edge; y++) {
      for (int x = 0; x < edge; x++) {
        boolean dark = code.getModule(x / SCALE - QUIET, y / SCALE - QUIET);
        picture.setRGB(x, y, dark ? 0 : WHITE);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Glyphs.PICTURE + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
