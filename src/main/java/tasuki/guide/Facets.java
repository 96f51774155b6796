package tasuki.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tasuki.directory.Facet;
import tasuki.directory.FacetSource;

/** The facets of all rooms with their names in the language of the page. */
@Component
class Facets {

  /** A facet with its name. */
  record Named(String value, String label) {}

  private final List<FacetSource> sources;
  private final GuideWords say;

  Facets(List<FacetSource> sources, GuideWords say) {
    this.sources = sources;
    this.say = say;
  }

  /** What one may search by, in the order the rooms give. */
  List<Named> all(boolean internal) {
    List<Named> all = new ArrayList<>();
    for (FacetSource source : sources) {
      for (Facet facet : source.facets()) {
        if (internal || facet.open()) {
          all.add(new Named(facet.code(), say.name(facet)));
        }
      }
    }
    return all;
  }

  /** The names by their codes, in the order the rooms give. */
  Map<String, String> names(boolean internal) {
    Map<String, String> names = new LinkedHashMap<>();
    all(internal).forEach(facet -> names.put(facet.value(), facet.label()));
    return names;
  }
}
