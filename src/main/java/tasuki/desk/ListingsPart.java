package tasuki.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Listing;
import tasuki.directory.Listings;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationMergers;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.identity.OrganizationPart;
import tasuki.identity.Viewer;

/** Where an organisation is, how exactly that is known, and what the official lists say of it. */
@Component
class ListingsPart implements OrganizationPart {

  private static final int ORDER = 10;

  /**
   * A row of a list.
   *
   * @param differing what it says otherwise than the organisation's own entry
   * @param notes what is doubtful about it
   */
  record Row(
      String list,
      @Nullable String service,
      @Nullable String code,
      @Nullable Integer capacity,
      @Nullable Integer beds,
      @Nullable String gone,
      List<Differing> differing,
      List<String> notes) {}

  /** Something a list says otherwise. */
  record Differing(String label, String said) {}

  /** Something joined to the organisation that can be taken apart again. */
  record Joined(UUID id, String name, String reasons, String day) {}

  /** What the part shows; the address of the organisation that an alias turned out to be. */
  record Shown(
      @Nullable String position,
      List<Row> rows,
      List<Joined> joined,
      @Nullable Organization into,
      boolean keeper) {}

  private final Listings listings;
  private final OrganizationMergers mergers;
  private final Organizations organizations;
  private final PositionWords positions;
  private final DoubtSides sides;
  private final ListNames lists;
  private final MessageSource messages;

  ListingsPart(
      Listings listings,
      OrganizationMergers mergers,
      Organizations organizations,
      PositionWords positions,
      DoubtSides sides,
      ListNames lists,
      MessageSource messages) {
    this.listings = listings;
    this.mergers = mergers;
    this.organizations = organizations;
    this.positions = positions;
    this.sides = sides;
    this.lists = lists;
    this.messages = messages;
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public Optional<String> template(
      Organization organization, Optional<Viewer> viewer, Model model) {
    Locale locale = LocaleContextHolder.getLocale();
    boolean staff = viewer.map(one -> !one.hasAny(Duty.FAMILY)).orElse(false);
    boolean keeper = viewer.map(OrganizationsController::keepsDirectory).orElse(false);
    List<Listing> said = listings.of(organization.id());
    String position = positions.said(organization.position(), locale);
    Optional<Organization> into = mergers.mergedInto(organization.id()).map(organizations::get);
    if (said.isEmpty() && position.isEmpty() && into.isEmpty()) {
      return Optional.empty();
    }
    model.addAttribute(
        "listings",
        new Shown(
            position.isEmpty() ? null : position,
            said.stream().map(one -> row(one, organization, staff, locale)).toList(),
            keeper ? joined(organization.id(), locale) : List.of(),
            into.orElse(null),
            keeper));
    return Optional.of("desk/listings");
  }

  private Row row(Listing listing, Organization organization, boolean staff, Locale locale) {
    return new Row(
        lists.said(listing.list(), staff, locale),
        listing.service(),
        listing.code(),
        listing.capacity(),
        listing.beds(),
        listing.until() == null ? null : JapaneseDates.inFull(listing.until(), locale),
        staff && listing.until() == null ? differing(listing, organization, locale) : List.of(),
        staff
            ? listing.notes().stream().map(note -> say("directory.note." + note, locale)).toList()
            : List.of());
  }

  private List<Differing> differing(Listing listing, Organization organization, Locale locale) {
    List<Differing> differing = new ArrayList<>();
    differ(differing, "desk.name", listing.name(), organization.name(), locale);
    differ(differing, "desk.code", listing.code(), organization.code(), locale);
    differ(differing, "desk.telephone", listing.telephone(), organization.telephone(), locale);
    differ(differing, "desk.fax", listing.fax(), organization.fax(), locale);
    differ(differing, "desk.address", listing.address(), organization.address(), locale);
    return differing;
  }

  private void differ(
      List<Differing> differing,
      String label,
      @Nullable String said,
      @Nullable String own,
      Locale locale) {
    if (said != null && !said.isEmpty() && !said.equals(Objects.requireNonNullElse(own, ""))) {
      differing.add(new Differing(say(label, locale), said));
    }
  }

  private List<Joined> joined(OrganizationId id, Locale locale) {
    return mergers.of(id).stream()
        .map(
            merger ->
                new Joined(
                    merger.id(),
                    merger.organization() == null
                        ? lists.said(String.valueOf(merger.list()), true, locale)
                            + " "
                            + merger.key()
                        : organizations.get(merger.organization()).name(),
                    sides.reasons(merger.reasons(), locale),
                    JapaneseDates.inFull(
                        JapanTime.at(merger.at().toInstant()).toLocalDate(), locale)))
        .toList();
  }

  private String say(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
