package tasuki.person;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;

/** The field for the paper behind a basis, on every form that records or names one. */
@Component
class EvidenceField {

  /** A consent has few pages. */
  static final int MOST = 5;

  private final FileStore files;

  EvidenceField(FileStore files) {
    this.files = files;
  }

  /**
   * Keeps what was sent, even where something else is wrong: nobody takes the same photo twice. A
   * bad file is told at its field.
   */
  List<FileId> read(Form form, @Nullable List<MultipartFile> sent) {
    List<FileId> kept = new ArrayList<>(earlier(form));
    for (MultipartFile file : sent == null ? List.<MultipartFile>of() : sent) {
      String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
      if (name.isEmpty() && file.isEmpty()) {
        continue;
      }
      if (kept.size() == MOST) {
        form.reject("evidence", "person.refused.evidence-most", MOST);
        break;
      }
      try (InputStream content = file.getInputStream()) {
        kept.add(files.store(content, name, FileStore.MOST_BYTES));
      } catch (RefusedException refused) {
        form.reject("evidence", refused.refused());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    kept.forEach(id -> form.keep("kept", id.toString()));
    return kept;
  }

  /** What was kept when the form was sent before. */
  void show(Form form, Model model) {
    model.addAttribute("keptFiles", files.find(earlier(form)));
  }

  private List<FileId> earlier(Form form) {
    List<FileId> ids = form.ids("kept").stream().map(FileId::new).toList();
    return files.find(ids).stream().map(found -> found.id()).toList();
  }
}
