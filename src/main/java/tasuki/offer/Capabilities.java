package tasuki.offer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tasuki.directory.OrganizationKind;

/** The catalogue of what can be offered, {@code offer/capabilities.json}: dated data, no code. */
@Component
public class Capabilities {

  /** Groups that are shown under one heading. */
  public record Section(String code, List<String> groups) {}

  /** The catalogue as it was read. */
  record Catalogue(
      Duration staleAfter,
      List<Section> sections,
      List<Capability> capabilities,
      List<Help> helps,
      List<Language> languages,
      Map<String, List<String>> words) {}

  private final Catalogue catalogue;
  private final Map<String, Capability> byCode;

  Capabilities() {
    this(CatalogueReader.read(text("offer/capabilities.json")));
  }

  Capabilities(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.byCode =
        catalogue.capabilities().stream()
            .collect(Collectors.toMap(Capability::code, Function.identity()));
  }

  private static String text(String resource) {
    try {
      return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException("The catalogue of capabilities cannot be read", missing);
    }
  }

  /** After how long the room left is too old to rely on. */
  public Duration staleAfter() {
    return catalogue.staleAfter();
  }

  /** Everything of the catalogue, also what is not offered anew any more, in its order. */
  public List<Capability> all() {
    return catalogue.capabilities();
  }

  /** What the code means, also where it is not offered anew any more. */
  public Optional<Capability> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** What organisations of the kind can offer on the day. */
  public List<Capability> of(OrganizationKind kind, LocalDate day) {
    return all().stream().filter(capability -> capability.fits(kind, day)).toList();
  }

  /** Whether organisations of the kind say at all what they offer. */
  public boolean keepsOffer(OrganizationKind kind) {
    return all().stream().anyMatch(capability -> capability.kinds().contains(kind));
  }

  /** For what an organisation of the kind says how much room is left. */
  public List<Help> helpsOf(OrganizationKind kind) {
    return catalogue.helps().stream().filter(help -> help.kinds().contains(kind)).toList();
  }

  /** The languages to choose from. */
  public List<Language> languages() {
    return catalogue.languages();
  }

  /** The headings in the order in which they are shown. */
  public List<Section> sections() {
    return catalogue.sections();
  }

  /** Other words for something that is no capability, such as night. */
  List<String> wordsFor(String what) {
    return catalogue.words().getOrDefault(what, List.of());
  }

  /** Those of the codes that the public may see. */
  Set<String> open(Set<String> codes) {
    return codes.stream()
        .filter(code -> find(code).filter(Capability::open).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }
}
