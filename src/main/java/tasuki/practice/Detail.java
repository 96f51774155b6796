package tasuki.practice;

import java.util.List;

/**
 * Something that only few cases say, such as the division in charge.
 *
 * @param key its name in the catalogue
 */
public record Detail(String key, List<String> lines) {

  public Detail {
    lines = List.copyOf(lines);
  }
}
