package tasuki.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import tasuki.House;
import tasuki.directory.Facet;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Actor;
import tasuki.offer.Practice.Staff;

/** The catalogue of what can be offered is data, whole and named in both languages. */
class CatalogueTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
  private static final String ONE =
      """
      {"validFrom": "2026-04-01", "staleAfterDays": %d,
       "kinds": {"doctor": ["CLINIC"], "nobody": []},
       "sections": [{"code": "all", "groups": ["treatment"]}],
       "capabilities": [%s]}
      """;
  private static final String GASTROSTOMY =
      "{\"code\": \"gastrostomy\", \"group\": \"treatment\", \"for\": \"doctor\", \"open\": true,"
          + " \"words\": [\"PEG\"]}";

  private final Capabilities capabilities = House.bean(Capabilities.class);

  private static Capabilities read(int days, String all) {
    return new Capabilities(CatalogueReader.read(ONE.formatted(days, all)));
  }

  @Test
  void the_national_list_has_21_categories_and_38_acts() {
    List<Capability> acts =
        capabilities.all().stream().filter(one -> one.code().startsWith("nurse-act-")).toList();
    assertThat(acts).hasSize(38);
    assertThat(acts.stream().map(Capability::group).distinct()).hasSize(21);
    assertThat(acts).noneMatch(Capability::open);
  }

  @Test
  void everything_has_a_name_in_both_languages_also_what_one_searches_by() {
    List<String> keys = new ArrayList<>();
    capabilities.all().forEach(one -> keys.add(one.nameKey()));
    capabilities.all().forEach(one -> keys.add("offer.can-" + one.group()));
    capabilities.sections().forEach(one -> keys.add("offer.section." + one.code()));
    for (OrganizationKind kind : OrganizationKind.values()) {
      capabilities.helpsOf(kind).forEach(help -> keys.add(help.nameKey()));
    }
    House.bean(OfferFacets.class).facets().forEach(facet -> keys.add(facet.nameKey()));
    List<String> nameless =
        keys.stream()
            .distinct()
            .filter(key -> name(key, Locale.JAPANESE).isEmpty() || !isEnglish(key))
            .toList();
    assertThat(nameless).isEmpty();
  }

  private static boolean isEnglish(String key) {
    String name = name(key, Locale.ENGLISH);
    return !name.isEmpty() && name.codePoints().noneMatch(Character::isIdeographic);
  }

  private static String name(String key, Locale locale) {
    String name = House.bean(MessageSource.class).getMessage(key, null, "", locale);
    return name == null ? "" : name;
  }

  @Test
  void whoever_gives_care_says_what_it_offers_and_an_authority_does_not() {
    Set<OrganizationKind> keep =
        EnumSet.allOf(OrganizationKind.class).stream()
            .filter(capabilities::keepsOffer)
            .collect(Collectors.toSet());
    assertThat(keep)
        .contains(
            OrganizationKind.HOSPITAL,
            OrganizationKind.CLINIC,
            OrganizationKind.DENTAL_CLINIC,
            OrganizationKind.PHARMACY,
            OrganizationKind.VISITING_NURSE_STATION,
            OrganizationKind.CARE_MANAGEMENT_OFFICE)
        .doesNotContain(
            OrganizationKind.PREFECTURE,
            OrganizationKind.MUNICIPALITY,
            OrganizationKind.PERSON_AND_FAMILY);
    keep.forEach(kind -> assertThat(capabilities.helpsOf(kind)).as("%s", kind).isNotEmpty());
  }

  @Test
  void what_has_ended_is_offered_no_more_but_keeps_its_meaning() {
    String ended = GASTROSTOMY.replace("\"open\"", "\"validUntil\": \"2026-11-27\", \"open\"");
    Capabilities catalogue = read(14, ended);
    assertThat(catalogue.of(OrganizationKind.CLINIC, DAY)).isEmpty();
    assertThat(catalogue.of(OrganizationKind.CLINIC, DAY.minusDays(1))).hasSize(1);
    assertThat(catalogue.of(OrganizationKind.CLINIC, LocalDate.of(2026, 3, 31))).isEmpty();
    assertThat(catalogue.find("gastrostomy")).isPresent();
  }

  @Test
  void a_wrong_hand_in_the_file_is_said_when_the_program_starts() {
    assertThatThrownBy(() -> read(14, GASTROSTOMY + "," + GASTROSTOMY))
        .hasMessage("gastrostomy: stands twice");
    assertThatThrownBy(() -> read(14, GASTROSTOMY.replace("treatment", "elsewhere")))
        .hasMessage("gastrostomy: stands under no heading");
    assertThatThrownBy(() -> read(14, GASTROSTOMY.replace("doctor", "nobody")))
        .hasMessage("gastrostomy: is for nobody");
    assertThatThrownBy(() -> read(14, GASTROSTOMY.replace("gastrostomy", "")))
        .hasMessageContaining("has no code");
    assertThatThrownBy(() -> read(0, GASTROSTOMY)).hasMessageContaining("staleAfterDays");
  }

  @Test
  void one_searches_by_what_people_call_it_and_the_public_by_nothing_internal() {
    List<Facet> facets = House.bean(OfferFacets.class).facets();
    assertThat(facets).extracting(Facet::code).doesNotHaveDuplicates();
    assertThat(facets)
        .filteredOn(facet -> facet.words().contains("PEG"))
        .extracting(Facet::code)
        .containsExactly("offer:gastrostomy");
    assertThat(facets)
        .filteredOn(facet -> facet.words().contains("夜間"))
        .extracting(Facet::code)
        .contains("offer:night");
    assertThat(facets)
        .filteredOn(facet -> !facet.open())
        .extracting(Facet::code)
        .contains("offer:room", "offer:narcotics-supply", "offer:nurse-act-08-1")
        .doesNotContain("offer:gastrostomy", "offer:night", "offer:new");
  }

  @Test
  void an_organisation_is_found_by_all_it_says_and_by_no_more() {
    Staff clinic = Practice.staff(OrganizationKind.CLINIC);
    clinic.says(Practice.offer("gastrostomy", "nurse-act-08-1"), 0);
    assertThat(facets(clinic))
        .containsExactlyInAnyOrder(
            "offer:gastrostomy", "offer:nurse-act-08-1", "offer:day-1", "offer:night", "offer:new");
    clinic.says(Practice.inner(Practice.offer("oxygen"), "条件"), 1);
    assertThat(facets(clinic))
        .containsExactlyInAnyOrder("offer:oxygen", "offer:day-1", "offer:night");
    Staff silent = Practice.staff(OrganizationKind.CLINIC);
    assertThat(facets(silent)).isEmpty();
  }

  private static Set<String> facets(Staff staff) {
    return House.as(
            new Actor.Job("search"),
            () -> House.bean(OfferFacets.class).of(List.of(staff.organization())))
        .getOrDefault(staff.organization(), Set.of());
  }
}
