package tasuki.kernel;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts what the database must hold but must not be able to read, with the key of the
 * installation ({@code TASUKI_KEY}, 32 bytes in Base64): AES-GCM with a fresh nonce each time.
 */
@Component
public class SecretBox {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  SecretBox(@Value("${tasuki.key}") String key) {
    byte[] bytes = Base64.getDecoder().decode(key);
    if (bytes.length != 32) {
      throw new IllegalArgumentException("TASUKI_KEY must be 32 bytes in Base64");
    }
    this.key = new SecretKeySpec(bytes, "AES");
  }

  /** The nonce, the encrypted bytes and the tag that shows any change. */
  public byte[] lock(byte[] open) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] locked = cipher(Cipher.ENCRYPT_MODE, nonce, open, 0, open.length);
    return ByteBuffer.allocate(NONCE_BYTES + locked.length).put(nonce).put(locked).array();
  }

  /**
   * The bytes that were locked.
   *
   * @throws IllegalStateException when they were changed or locked with another key
   */
  public byte[] unlock(byte[] locked) {
    byte[] nonce = java.util.Arrays.copyOf(locked, NONCE_BYTES);
    return cipher(Cipher.DECRYPT_MODE, nonce, locked, NONCE_BYTES, locked.length - NONCE_BYTES);
  }

  private byte[] cipher(int mode, byte[] nonce, byte[] input, int offset, int length) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input, offset, length);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("The secret does not fit TASUKI_KEY", failure);
    }
  }
}
