package tasuki.transition;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.identity.Viewer;

/** On the page of a stay: the search for a day of the 退院前カンファレンス. */
@Component
class ConferencePart implements CasePart {

  /** A candidate with how many can come. */
  record Column(UUID id, String words, long yes, long no, boolean fixed) {}

  /** Somebody who is asked, with the signs of the answers in the order of the candidates. */
  record Row(UUID id, String name, List<String> signs, boolean own, boolean linked) {}

  /** What the fragment shows. */
  record Shown(
      String address,
      boolean running,
      @Nullable String fixed,
      @Nullable String place,
      @Nullable String online,
      List<Column> columns,
      List<Row> rows,
      boolean mayCall,
      boolean mayFix,
      boolean mayAnswer,
      Map<UUID, String> answers) {}

  private final Conferences conferences;
  private final StaySides sides;
  private final Organizations organizations;
  private final StayWords say;

  ConferencePart(
      Conferences conferences, StaySides sides, Organizations organizations, StayWords say) {
    this.conferences = conferences;
    this.sides = sides;
    this.organizations = organizations;
    this.say = say;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public Optional<String> template(Stay stay, Viewer viewer, Model model) {
    Optional<Conferences.Conference> found = conferences.of(stay);
    boolean may = sides.mayWrite(stay);
    if (found.isEmpty() && (stay.state().ended() || !may || sides.of(stay) == Side.HOME_TEAM)) {
      return Optional.empty();
    }
    model.addAttribute(
        "conferenceSearch",
        found
            .map(conference -> shown(stay, conference, viewer, may))
            .orElseGet(() -> none(stay, may)));
    return Optional.of("transition/conference");
  }

  private static Shown none(Stay stay, boolean may) {
    return new Shown(
        address(stay), false, null, null, null, List.of(), List.of(), may, false, false, Map.of());
  }

  private static String address(Stay stay) {
    return "/stays/" + stay.id() + "/conference";
  }

  private Shown shown(
      Stay stay, Conferences.Conference conference, Viewer viewer, boolean may) {
    UUID own = viewer.organization().id().value();
    Map<OrganizationId, Organization> names =
        organizations.byId(
            conference.guests().stream()
                .map(Conferences.Guest::organization)
                .filter(Objects::nonNull)
                .map(OrganizationId::new)
                .toList());
    Optional<Conferences.Guest> mine =
        conference.guests().stream()
            .filter(guest -> own.equals(guest.organization()))
            .findFirst();
    Optional<Conferences.Slot> fixed =
        conference.slots().stream()
            .filter(slot -> slot.id().equals(conference.fixedSlot()))
            .findFirst();
    boolean open = may && fixed.isEmpty() && !stay.state().ended();
    return new Shown(
        address(stay),
        true,
        fixed.map(slot -> say.moment(slot.at(), true)).orElse(null),
        conference.place(),
        conference.onlineAddress(),
        conference.slots().stream().map(slot -> column(conference, slot)).toList(),
        conference.guests().stream().map(guest -> row(conference, guest, names, own)).toList(),
        may && fixed.isPresent() && !stay.state().ended(),
        open && conference.organization().equals(own),
        open && mine.isPresent(),
        mine.map(ConferencePart::answers).orElse(Map.of()));
  }

  private static Map<UUID, String> answers(Conferences.Guest guest) {
    return guest.answers().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().name()));
  }

  private Column column(Conferences.Conference conference, Conferences.Slot slot) {
    return new Column(
        slot.id(),
        say.moment(slot.at(), true),
        count(conference, slot, Conferences.Answer.YES),
        count(conference, slot, Conferences.Answer.NO),
        slot.id().equals(conference.fixedSlot()));
  }

  private static long count(
      Conferences.Conference conference, Conferences.Slot slot, Conferences.Answer wanted) {
    return conference.guests().stream()
        .filter(guest -> guest.answers().get(slot.id()) == wanted)
        .count();
  }

  private Row row(
      Conferences.Conference conference,
      Conferences.Guest guest,
      Map<OrganizationId, Organization> names,
      UUID own) {
    UUID organization = guest.organization();
    Organization named =
        organization == null ? null : names.get(new OrganizationId(organization));
    return new Row(
        guest.id(),
        named == null ? guest.label() : named.name(),
        conference.slots().stream()
            .map(slot -> guest.answers().get(slot.id()))
            .map(answer -> say.of("answer-sign." + (answer == null ? "NONE" : answer.name())))
            .toList(),
        own.equals(organization),
        organization == null);
  }
}
