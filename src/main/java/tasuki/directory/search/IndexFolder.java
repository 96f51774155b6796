package tasuki.directory.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Where the index lies. It holds nothing that PostgreSQL does not know, so one that is damaged, of
 * another form or taken by another process is simply made anew.
 */
final class IndexFolder {

  private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
  private static final double BUFFER_MEGABYTES = 24;

  private IndexFolder() {}

  static IndexWriter open(Path folder) {
    try {
      return writer(folder);
    } catch (LockObtainFailedException taken) {
      LOG.info("Another process keeps its index in this data folder; this one is kept in memory.");
      return inMemory();
    } catch (IOException | IllegalArgumentException damaged) {
      LOG.warn("The search index cannot be read and is made anew: {}", damaged.toString());
      return anew(folder);
    }
  }

  private static IndexWriter anew(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
      return writer(folder);
    } catch (IOException failure) {
      LOG.warn("The search index is kept in memory: {}", failure.toString());
      return inMemory();
    }
  }

  private static IndexWriter writer(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new IndexWriter(FSDirectory.open(folder), configuration());
  }

  private static IndexWriter inMemory() {
    try {
      return new IndexWriter(new ByteBuffersDirectory(), configuration());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static IndexWriterConfig configuration() {
    return new IndexWriterConfig(new KeywordAnalyzer())
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setCommitOnClose(true);
  }
}
