package tasuki.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import tasuki.form.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 課題: what a case is an answer to. Nobody writes it down; it is read from the words of the case.
 *
 * @param words any of which tells it
 */
record Problem(String code, Words name, List<String> words) {

  /** All there are, in the order in which they are offered. */
  static final List<Problem> ALL = read();

  /** The codes of those that the case speaks of. */
  static Set<String> of(Content content) {
    String told =
        Stream.of(
                Stream.of(content.name(), content.purpose()),
                content.approach().stream(),
                content.issues().stream(),
                content.proposals().stream())
            .flatMap(texts -> texts)
            .collect(Collectors.joining(" "));
    return ALL.stream()
        .filter(problem -> problem.words().stream().anyMatch(told::contains))
        .map(Problem::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Problem> read() {
    try (InputStream in = new ClassPathResource("practice/problems.json").getInputStream()) {
      return JsonMapper.shared().readTree(in).valueStream().map(Problem::read).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("The list of problems cannot be read", failure);
    }
  }

  private static Problem read(JsonNode node) {
    return new Problem(
        node.get("code").asString(),
        new Words(node.get("ja").asString(), node.get("en").asString()),
        node.get("words").valueStream().map(JsonNode::asString).toList());
  }
}
