package tasuki.file;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a file in pieces, so that neither writing nor reading needs all of it in memory and no
 * byte is handed out before its piece was found unchanged. The nonce of a piece is its number and
 * whether it is the last one, so pieces can be neither moved nor cut off; a key serves one file.
 */
final class FileCipher {

  private static final int PIECE = 64 * 1024;
  private static final int TAG = 16;

  private FileCipher() {}

  /**
   * What is written to the answer stands encrypted in the stream; closing writes the last piece.
   */
  static OutputStream lock(OutputStream stream, byte[] key) {
    return new Locking(stream, new SecretKeySpec(key, "AES"));
  }

  /** What was locked; reading fails where a byte was changed. */
  static InputStream unlock(InputStream stream, byte[] key) throws IOException {
    return new Unlocking(stream, new SecretKeySpec(key, "AES"));
  }

  private static byte[] piece(
      int mode, SecretKeySpec key, int number, boolean last, byte[] input, int length)
      throws IOException {
    byte[] nonce = ByteBuffer.allocate(12).putInt(0).putInt(number).putInt(last ? 1 : 0).array();
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
      return cipher.doFinal(input, 0, length);
    } catch (GeneralSecurityException failure) {
      throw new IOException("The file was changed or its key is another one", failure);
    }
  }

  private static final class Locking extends FilterOutputStream {
    private final SecretKeySpec key;
    private final byte[] piece = new byte[PIECE];
    private int filled;
    private int number;
    private boolean closed;

    Locking(OutputStream stream, SecretKeySpec key) {
      super(stream);
      this.key = key;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int from = offset;
      int left = length;
      while (left > 0) {
        if (filled == PIECE) {
          writePiece(false);
        }
        int taken = Math.min(left, PIECE - filled);
        System.arraycopy(bytes, from, piece, filled, taken);
        filled += taken;
        from += taken;
        left -= taken;
      }
    }

    private void writePiece(boolean last) throws IOException {
      out.write(FileCipher.piece(Cipher.ENCRYPT_MODE, key, number++, last, piece, filled));
      filled = 0;
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        writePiece(true);
        super.close();
      }
    }
  }

  private static final class Unlocking extends FilterInputStream {
    private final SecretKeySpec key;
    private byte[] next;
    private byte[] open = new byte[0];
    private int at;
    private int number;

    Unlocking(InputStream stream, SecretKeySpec key) throws IOException {
      super(stream);
      this.key = key;
      this.next = stream.readNBytes(PIECE + TAG);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (at == open.length && !turn()) {
        return -1;
      }
      int taken = Math.min(length, open.length - at);
      System.arraycopy(open, at, bytes, offset, taken);
      at += taken;
      return taken;
    }

    private boolean turn() throws IOException {
      if (next.length == 0) {
        return false;
      }
      byte[] locked = next;
      next = in.readNBytes(PIECE + TAG);
      boolean last = next.length == 0;
      open = piece(Cipher.DECRYPT_MODE, key, number++, last, locked, locked.length);
      at = 0;
      return open.length > 0;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = 0;
      while (skipped < count && read() >= 0) {
        skipped++;
      }
      return skipped;
    }

    @Override
    public int available() {
      return open.length - at;
    }
  }
}
