package tasuki.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The national forms, every version of each, from the JSON files beside the program. */
@Component
public class FormDefinitions {

  /** 入院時情報提供書. */
  public static final String ADMISSION_INFORMATION = "admission-information";

  /** 退院・退所情報記録書. */
  public static final String DISCHARGE_RECORD = "discharge-record";

  private final List<FormDefinition> all;

  /** Reads and checks every definition. */
  public FormDefinitions() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath:form/*.json");
      all = Stream.of(files).map(FormDefinitions::read).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static FormDefinition read(Resource file) {
    try {
      return DefinitionReader.read(file.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (RuntimeException wrong) {
      throw new IllegalStateException("The form " + file.getFilename() + " is wrong", wrong);
    }
  }

  /** All versions of all forms. */
  public List<FormDefinition> all() {
    return all;
  }

  /**
   * The version that is written on the day; the first one for days before it.
   *
   * @throws NoSuchElementException when there is no such form
   */
  public FormDefinition inForce(String id, LocalDate day) {
    List<FormDefinition> versions =
        all.stream()
            .filter(one -> one.id().equals(id))
            .sorted(Comparator.comparing(FormDefinition::validFrom))
            .toList();
    return versions.stream()
        .filter(one -> !one.validFrom().isAfter(day))
        .reduce((_, later) -> later)
        .orElseGet(versions::getFirst);
  }

  /**
   * A version as it was written, also long after.
   *
   * @throws NoSuchElementException when there is no such form or version
   */
  public FormDefinition version(String id, int version) {
    return all.stream()
        .filter(one -> one.id().equals(id) && one.version() == version)
        .findFirst()
        .orElseThrow();
  }
}
