package tasuki.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tasuki.audit.AuditLog;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.kernel.SecretBox;

/**
 * Keeps attachments. Whoever sent a file sees it; everybody else only through the room that refers
 * to it, which gives {@code file.file} a policy of its own.
 */
@Service
public class FileStore {

  /** No file may be larger, in bytes: 20 MB. */
  public static final long MOST_BYTES = 20L * 1024 * 1024;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final SecretBox box;
  private final Shelf shelf;
  private final AuditLog audit;
  private final SecureRandom random = new SecureRandom();

  FileStore(JdbcClient jdbc, Ids ids, Clock clock, SecretBox box, Shelf shelf, AuditLog audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.box = box;
    this.shelf = shelf;
    this.audit = audit;
  }

  /**
   * Keeps a file that nobody refers to yet.
   *
   * @param content is read to its end but not closed
   * @param name as the sender's computer calls it
   * @param limit most bytes, at most {@link #MOST_BYTES}
   * @throws RefusedException when it is empty, too large, no picture or PDF, dangerous, or
   *     something else than its name says; then nothing is kept
   */
  @Transactional
  public FileId store(InputStream content, String name, long limit) {
    UUID id = ids.next();
    byte[] key = new byte[32];
    random.nextBytes(key);
    Arrival arrival = new Arrival(content, FileNames.clean(name), Math.min(limit, MOST_BYTES));
    try {
      shelf.put(id, key, arrival::writeTo);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    forgetUnlessCommitted(id);
    jdbc.sql(
            """
            insert into file.file (id, content_type, bytes, sha256, name, locked_key, at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(id, arrival.type().contentType(), arrival.bytes(), arrival.sha256())
        .params(FileNames.truthful(arrival.name(), arrival.type()), box.lock(key))
        .param(OffsetDateTime.now(clock))
        .update();
    audit.changed("file.stored", id, List.of(), arrival.type().contentType());
    return new FileId(id);
  }

  /** Remembers that something refers to these files, so that they stay. */
  @Transactional
  public void reference(Collection<FileId> files) {
    for (FileId file : files) {
      int found =
          jdbc.sql("update file.file set state = 'REFERENCED' where id = ?")
              .param(file.value())
              .update();
      if (found == 0) {
        throw new AbsentException("file");
      }
    }
  }

  /**
   * What is known of the file.
   *
   * @throws AbsentException when there is none for the one who asks
   */
  @Transactional(readOnly = true)
  public StoredFile get(FileId id) {
    return find(List.of(id)).stream().findFirst().orElseThrow(() -> new AbsentException("file"));
  }

  /** Those of the files that the one who asks may know, the oldest first. */
  @Transactional(readOnly = true)
  public List<StoredFile> find(Collection<FileId> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "select id, name, content_type, bytes from file.file where id in (:ids) order by id")
        .param("ids", wanted.stream().map(FileId::value).toList())
        .query(FileStore::file)
        .list();
  }

  /**
   * The bytes as they came; whoever asks closes the stream.
   *
   * @throws AbsentException when there is no such file for the one who asks
   */
  @Transactional(readOnly = true)
  public InputStream open(FileId id) {
    byte[] locked =
        jdbc.sql("select locked_key from file.file where id = ?")
            .param(id.value())
            .query(byte[].class)
            .optional()
            .orElseThrow(() -> new AbsentException("file"));
    try {
      return shelf.open(id.value(), box.unlock(locked));
    } catch (IOException failure) {
      throw new UncheckedIOException("The bytes of file " + id + " cannot be read", failure);
    }
  }

  private void forgetUnlessCommitted(UUID id) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            if (status == STATUS_ROLLED_BACK) {
              try {
                shelf.remove(id);
              } catch (IOException failure) {
                throw new UncheckedIOException(failure);
              }
            }
          }
        });
  }

  private static StoredFile file(ResultSet row, int number) throws SQLException {
    return new StoredFile(
        new FileId(row.getObject("id", UUID.class)),
        row.getString("name"),
        FileType.of(row.getString("content_type")),
        row.getLong("bytes"));
  }

  /** One file on its way in: counted, digested and looked at while it passes by once. */
  private static final class Arrival {
    private final InputStream content;
    private final String name;
    private final long limit;
    private final ContentCheck check = new ContentCheck();
    private final MessageDigest digest;
    private long bytes;

    Arrival(InputStream content, String name, long limit) {
      this.content = content;
      this.name = name;
      this.limit = limit;
      try {
        this.digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    void writeTo(OutputStream stream) throws IOException {
      byte[] buffer = new byte[64 * 1024];
      int length;
      while ((length = content.readNBytes(buffer, 0, buffer.length)) > 0) {
        bytes += length;
        if (bytes > limit) {
          throw RefusedException.because("file.refused.large", name, limit / (1024 * 1024));
        }
        check.pass(buffer, length);
        if (check.type().isEmpty()) {
          throw RefusedException.because("file.refused.kind", name);
        }
        digest.update(buffer, 0, length);
        stream.write(buffer, 0, length);
      }
      judge();
    }

    private void judge() {
      if (bytes == 0) {
        throw RefusedException.because("file.refused.empty", name);
      }
      if (check.isDangerous()) {
        throw RefusedException.because("file.refused.dangerous", name);
      }
      if (FileNames.lies(name, type())) {
        throw RefusedException.because("file.refused.name", name);
      }
    }

    FileType type() {
      return check.type().orElseThrow();
    }

    String name() {
      return name;
    }

    long bytes() {
      return bytes;
    }

    byte[] sha256() {
      return digest.digest();
    }
  }
}
