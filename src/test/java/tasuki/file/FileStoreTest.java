package tasuki.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.House;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;

/** What is kept, how, and what is refused. */
class FileStoreTest {

  private static final Actor.Member SENDER =
      new Actor.Member(UUID.randomUUID(), UUID.randomUUID(), Actor.Sight.CARE);

  private final FileStore store = House.bean(FileStore.class);
  private final Shelf shelf = House.bean(Shelf.class);

  @ParameterizedTest
  @ValueSource(ints = {20, 65_535, 65_536, 65_537, 131_072, 1_000_003, 20 * 1024 * 1024})
  void what_was_kept_comes_back_byte_by_byte(int size) throws IOException {
    byte[] picture = picture(size);
    FileId id = keep(picture, "かかと.JPG");
    assertThat(sender(() -> store.get(id)))
        .isEqualTo(new StoredFile(id, "かかと.jpg", FileType.JPEG, size));
    try (InputStream bytes = sender(() -> store.open(id))) {
      assertThat(Arrays.equals(bytes.readAllBytes(), picture)).isTrue();
    }
  }

  @Test
  void the_bytes_lie_encrypted_and_for_the_program_alone() throws IOException {
    byte[] picture = picture(5_000);
    Path place = shelf.place(keep(picture, "a.jpg").value());
    assertThat(new String(Files.readAllBytes(place), StandardCharsets.ISO_8859_1))
        .doesNotContain("JFIF");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(place.resolveSibling("..").normalize())))
        .isEqualTo("rwx------");
  }

  @Test
  void a_changed_a_shortened_and_a_reordered_file_is_not_handed_out() throws IOException {
    byte[] key = new byte[32];
    byte[] open = new byte[200_000];
    new Random(1).nextBytes(open);
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    try (OutputStream locked = FileCipher.lock(kept, key)) {
      locked.write(open);
    }
    byte[] whole = kept.toByteArray();
    assertThat(unlocked(whole, key)).isEqualTo(open);
    byte[] changed = whole.clone();
    changed[150_000] ^= 1;
    int piece = 64 * 1024 + 16;
    byte[] shortened = Arrays.copyOf(whole, 2 * piece);
    byte[] reordered = whole.clone();
    System.arraycopy(whole, 0, reordered, piece, piece);
    System.arraycopy(whole, piece, reordered, 0, piece);
    for (byte[] broken : List.of(changed, shortened, reordered)) {
      assertThatThrownBy(() -> unlocked(broken, key)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void only_the_sender_sees_a_file_to_which_nothing_refers() {
    FileId id = keep(picture(100), "a.jpg");
    Actor.Member colleague =
        new Actor.Member(UUID.randomUUID(), SENDER.organization(), Actor.Sight.CARE);
    assertThatThrownBy(() -> Acting.as(colleague, () -> store.get(id)))
        .isInstanceOf(AbsentException.class);
    assertThatThrownBy(() -> Acting.as(colleague, () -> store.open(id)))
        .isInstanceOf(AbsentException.class);
    assertThatThrownBy(() -> Acting.run(colleague, () -> store.reference(List.of(id))))
        .isInstanceOf(AbsentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          photo.jpg, <html><script>, file.refused.kind
          photo.jpg, MZ\u0090, file.refused.kind
          photo.png, GIF89a, file.refused.kind
          letter.pdf, JPEG, file.refused.name
          photo.jpg, %PDF-1.7, file.refused.name
          program.exe, JPEG, file.refused.name
          page.html, JPEG, file.refused.name
          letter.pdf, %PDF-1.7 /OpenAction << /S /JavaScript /JS (x) >>, file.refused.dangerous
          letter.pdf, %PDF-1.7 /S /J#61vaScript, file.refused.dangerous
          letter.pdf, %PDF-1.7 /Names << /EmbeddedFiles 3 0 R >>, file.refused.dangerous
          letter.pdf, %PDF-1.7 /S /Launch /F (cmd), file.refused.dangerous
          """)
  void what_is_not_what_its_name_says_is_refused(String name, String content, String reason) {
    byte[] bytes =
        content.equals("JPEG") ? picture(50) : content.getBytes(StandardCharsets.ISO_8859_1);
    long before = filesOnDisk();
    assertThatThrownBy(() -> keep(bytes, name))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refused().reason()).isEqualTo(reason));
    assertThat(filesOnDisk()).isEqualTo(before);
  }

  @Test
  void a_dangerous_word_across_two_reads_is_found() {
    byte[] paper = new byte[64 * 1024 + 100];
    Arrays.fill(paper, (byte) ' ');
    byte[] head = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
    byte[] word = "/JavaScript ".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, paper, 0, head.length);
    System.arraycopy(word, 0, paper, 64 * 1024 - 5, word.length);
    assertThatThrownBy(() -> keep(paper, "a.pdf")).isInstanceOf(RefusedException.class);
  }

  @Test
  void nothing_empty_and_nothing_above_twenty_megabytes_is_kept() {
    long before = filesOnDisk();
    assertThatThrownBy(() -> keep(new byte[0], "空.jpg")).hasMessageContaining("file.refused.empty");
    assertThatThrownBy(() -> keep(picture(20 * 1024 * 1024 + 1), "大.jpg"))
        .hasMessageContaining("file.refused.large");
    assertThat(filesOnDisk()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ../../etc/passwd, passwd.jpg
          C:\\Users\\x\\かかと.JPEG, かかと.jpg
          😀 "写真" 'x'.jpg, 😀 "写真" 'x'.jpg
          photo\u202Egpj.jpg, photogpj.jpg
          .., file.jpg
          2026.11.24, 2026.11.24.jpg
          scan.png, scan.jpg
          か\u3099.jpg, が.jpg
          """,
      quoteCharacter = '`')
  void names_are_made_harmless_and_truthful(String given, String kept) {
    FileId id = keep(picture(100), given);
    assertThat(sender(() -> store.get(id)).name()).isEqualTo(kept);
  }

  @Test
  void a_name_of_a_thousand_letters_is_cut() {
    FileId id = keep(picture(100), "😀".repeat(1000) + ".jpg");
    String name = sender(() -> store.get(id)).name();
    assertThat(name.codePointCount(0, name.length())).isEqualTo(104);
  }

  @Test
  void what_was_rolled_back_leaves_no_bytes() {
    long before = filesOnDisk();
    TransactionTemplate transaction =
        new TransactionTemplate(House.bean(PlatformTransactionManager.class));
    Acting.run(
        SENDER,
        () ->
            transaction.executeWithoutResult(
                status -> {
                  store.store(new ByteArrayInputStream(picture(100)), "a.jpg", 1_000);
                  status.setRollbackOnly();
                }));
    assertThat(filesOnDisk()).isEqualTo(before);
  }

  private FileId keep(byte[] bytes, String name) {
    return sender(() -> store.store(new ByteArrayInputStream(bytes), name, FileStore.MOST_BYTES));
  }

  private static <T> T sender(Supplier<T> work) {
    return Acting.as(SENDER, work::get);
  }

  private static byte[] picture(int size) {
    byte[] picture = new byte[size];
    new Random(size).nextBytes(picture);
    byte[] head = {
      (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0
    };
    System.arraycopy(head, 0, picture, 0, head.length);
    return picture;
  }

  private static byte[] unlocked(byte[] locked, byte[] key) throws IOException {
    try (InputStream stream = FileCipher.unlock(new ByteArrayInputStream(locked), key)) {
      return stream.readAllBytes();
    }
  }

  private long filesOnDisk() {
    Path folder = shelf.place(UUID.randomUUID()).resolve("../../..").normalize();
    if (Files.notExists(folder)) {
      return 0;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).count();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
