package tasuki.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tasuki.directory.Facet;
import tasuki.directory.FacetSource;

/** The facets of all rooms with their names in the language of the page. */
@Component
class Facets {

  private final List<FacetSource> sources;
  private final GuideWords say;

  Facets(List<FacetSource> sources, GuideWords say) {
    this.sources = sources;
    this.say = say;
  }

  /** The names of what one may search by, by their codes in the order the rooms give. */
  Map<String, String> names(boolean internal) {
    Map<String, String> names = new LinkedHashMap<>();
    for (FacetSource source : sources) {
      for (Facet facet : source.facets()) {
        if (internal || facet.open()) {
          names.put(facet.code(), say.name(facet));
        }
      }
    }
    return names;
  }
}
