package tasuki.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.file.StoredFile;
import tasuki.form.FormDefinition;
import tasuki.form.FormReader;
import tasuki.form.FormReading;
import tasuki.form.FormScreen;
import tasuki.form.FormValues;
import tasuki.form.FormViews;
import tasuki.form.Question;
import tasuki.form.Questions;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;

/** The form of an application: for whom, the register's own questions, and its files. */
@Component
class ApplyForm {

  /** A file that is asked for, and those that were kept when the form was sent before. */
  record FileField(String name, String label, boolean required, List<StoredFile> kept) {}

  /**
   * What was typed and sent.
   *
   * @param typed letter for letter, to be shown again
   */
  record Read(
      @Nullable Professional professional,
      FormReading reading,
      FormValues typed,
      Map<FileId, String> files) {
    FormValues answers() {
      return reading.values();
    }
  }

  private static final int MOST_FILES = 5;
  private static final String FILE = "file-";
  private static final String KEPT = "kept-";

  private final FormReader reader;
  private final FormViews views;
  private final Questions questions;
  private final RegisterWords say;
  private final FileStore files;

  ApplyForm(
      FormReader reader, FormViews views, Questions questions, RegisterWords say, FileStore files) {
    this.reader = reader;
    this.views = views;
    this.questions = questions;
    this.say = say;
    this.files = files;
  }

  /** What the register asks, but for its files. */
  FormDefinition definition(Register register) {
    return questions.form(
        register.code(), register.validFrom(), say.both("register.answers"), register.fields());
  }

  /**
   * Reads it, with every error at its field.
   *
   * @param forWhom whether it asks for the professional; a renewal knows
   * @param before the items for which files were sent with an earlier version of the application
   */
  Read read(
      Register register,
      Form form,
      boolean forWhom,
      Set<String> before,
      MultiValueMap<String, String> typed,
      MultiValueMap<String, MultipartFile> sent) {
    Professional professional =
        forWhom && register.concerns() == Concerns.PROFESSIONAL
            ? Professional.read(register, form)
            : null;
    FormDefinition definition = definition(register);
    FormReading reading = reader.complete(definition, reader.draft(definition, typed).values());
    Map<FileId, String> kept = new LinkedHashMap<>();
    for (Question field : register.fields()) {
      if (field.isFile()) {
        keep(field, form, before, sent.getOrDefault(FILE + field.id(), List.of()), kept);
      }
    }
    return new Read(professional, reading, FormReader.letters(definition, typed), kept);
  }

  /** What was sent is kept even where something else is wrong: nobody takes a photo twice. */
  private void keep(
      Question field,
      Form form,
      Set<String> before,
      List<MultipartFile> sent,
      Map<FileId, String> kept) {
    String name = FILE + field.id();
    List<StoredFile> earlier = earlier(field, form);
    earlier.forEach(file -> kept.put(file.id(), field.id()));
    int number = earlier.size();
    for (MultipartFile file : sent) {
      String called = Optional.ofNullable(file.getOriginalFilename()).orElse("");
      if (called.isEmpty() && file.isEmpty()) {
        continue;
      }
      if (number == MOST_FILES) {
        form.reject(name, "register.files.many", MOST_FILES);
        break;
      }
      try (InputStream content = file.getInputStream()) {
        FileId id = files.store(content, called, FileStore.MOST_BYTES);
        kept.put(id, field.id());
        form.keep(KEPT + field.id(), id.toString());
        number++;
      } catch (RefusedException refused) {
        form.reject(name, refused.refused());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    if (number == 0 && field.required() && !before.contains(field.id())) {
      form.reject(name, "register.files.missing");
    }
  }

  private List<StoredFile> earlier(Question field, Form form) {
    return files.find(form.ids(KEPT + field.id()).stream().map(FileId::new).toList());
  }

  /**
   * Puts the form on the page.
   *
   * @param reading what was read; null at first
   */
  void show(
      Register register,
      Form form,
      FormValues values,
      @Nullable FormReading reading,
      Set<String> before,
      Model model) {
    FormScreen screen = reading == null ? FormScreen.of(values) : FormScreen.typed(values, reading);
    FormDefinition definition = definition(register);
    model.addAttribute(
        "view", definition.sections().isEmpty() ? null : views.edit(definition, screen));
    model.addAttribute(
        "fileFields",
        register.fields().stream()
            .filter(Question::isFile)
            .map(
                field ->
                    new FileField(
                        FILE + field.id(),
                        field.label().in(RegisterWords.locale()),
                        field.required() && !before.contains(field.id()),
                        earlier(field, form)))
            .toList());
    List<Form.Problem> problems = new java.util.ArrayList<>(form.errors());
    if (reading != null) {
      problems.addAll(reading.errors());
    }
    model.addAttribute("problems", problems);
  }
}
