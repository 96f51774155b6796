package tasuki.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.web.Phrases;

/** Lists with their years, as pages name them. */
@Component
class SeriesLines {

  /** A year of a list. */
  record YearLine(String href, String year, int programmes, String planned, boolean published) {}

  /** A list with its years. */
  record SeriesLine(String name, String keeper, List<YearLine> years) {}

  private final Totals totals;
  private final Organizations organizations;
  private final Phrases say;

  SeriesLines(Totals totals, Organizations organizations, Phrases say) {
    this.totals = totals;
    this.organizations = organizations;
    this.say = say;
  }

  /**
   * The years under their lists, in the order given.
   *
   * @param address before the id of a year's list
   */
  List<SeriesLine> of(List<Edition> all, String address) {
    Map<EditionId, Totals.Total> sums = totals.of(all.stream().map(Edition::id).toList());
    Map<OrganizationId, Organization> keepers =
        organizations.byId(all.stream().map(one -> one.series().organization()).toList());
    Map<SeriesId, SeriesLine> lines = new LinkedHashMap<>();
    for (Edition edition : all) {
      Organization keeper = keepers.get(edition.series().organization());
      Totals.Total sum = sums.getOrDefault(edition.id(), Totals.Total.NONE);
      lines
          .computeIfAbsent(
              edition.series().id(),
              _ ->
                  new SeriesLine(
                      edition.series().name(),
                      keeper == null ? "" : keeper.name(),
                      new ArrayList<>()))
          .years()
          .add(
              new YearLine(
                  address + edition.id(),
                  edition.year().label(say.locale()),
                  sum.programmes(),
                  Figures.thousands(sum.money().planned()),
                  edition.published()));
    }
    return List.copyOf(lines.values());
  }
}
