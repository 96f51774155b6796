package tasuki.offer;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.identity.Viewer;
import tasuki.kernel.AbsentException;
import tasuki.web.Form;

/** Fills the page on which an offer is kept: room left first, then what can be done. */
@Component
class OfferPage {

  /** The numbers that have a button of their own. */
  private static final List<Integer> NUMBERS = List.of(0, 1, 2, 3, 4, 5);

  /** Whose offer it is, and whether the viewer keeps it as its own. */
  record Kept(Organization organization, boolean own) {
    String base() {
      return "/organizations/" + organization.id() + "/offer";
    }

    /** Where one goes after saying something. */
    String home() {
      return own ? "/offers/own" : base();
    }
  }

  /** A number's button. */
  record Number(int value, boolean current) {}

  /** What is said of one kind of help, and the fields to say it anew. */
  record RoomForm(
      OfferView.Room now,
      String action,
      String field,
      String reasonField,
      String question,
      List<Number> numbers) {}

  /** A group of boxes. */
  record Group(String field, String label, List<OfferWords.Choice> options) {}

  /**
   * Groups under one heading.
   *
   * @param ticked how many boxes are ticked
   * @param wrong whether there is an error inside, so that it stands open
   */
  record Section(String name, int ticked, boolean wrong, List<Group> groups) {}

  /** A day of the week with its two boxes. */
  record Day(String name, String morning, String afternoon) {}

  private final Organizations organizations;
  private final Offers offers;
  private final Capabilities capabilities;
  private final OfferForm fields;
  private final OfferView view;
  private final OfferHistory history;
  private final OfferWords words;

  OfferPage(
      Organizations organizations,
      Offers offers,
      Capabilities capabilities,
      OfferForm fields,
      OfferView view,
      OfferHistory history,
      OfferWords words) {
    this.organizations = organizations;
    this.offers = offers;
    this.capabilities = capabilities;
    this.fields = fields;
    this.view = view;
    this.history = history;
    this.words = words;
  }

  /**
   * The organisation whose offer the viewer keeps.
   *
   * @throws AbsentException when the viewer does not, or such an organisation has none
   */
  Kept kept(OrganizationId id, Viewer viewer) {
    Organization organization = organizations.get(id);
    boolean own = OfferRules.own(viewer, organization);
    if (!view.keepsOffer(organization.kind()) || !own && !OfferRules.corrects(viewer)) {
      throw new AbsentException("offer");
    }
    return new Kept(organization, own);
  }

  /**
   * The page.
   *
   * @param sent whether what it offers was sent, so that a box that was unticked stays so
   */
  ModelAndView fill(ModelAndView page, Kept kept, Form form, boolean sent) {
    Organization organization = kept.organization();
    if (!sent) {
      fields.start(form, organization.kind(), offers.of(organization.id()));
    }
    page.addObject("form", form);
    page.addObject("organization", organization);
    page.addObject("ownOffer", kept.own());
    page.addObject("base", kept.base());
    page.addObject("known", offers.of(organization.id()).isPresent());
    page.addObject("staleDays", view.staleDays());
    page.addObject(
        "rooms", view.room(organization).stream().map(one -> roomForm(one, kept)).toList());
    page.addObject("sections", sections(organization, form));
    page.addObject("days", days());
    page.addObject("yesNo", List.of(choice("yes", "true"), choice("no", "false")));
    page.addObject(
        "reaches",
        Arrays.stream(Reach.values())
            .map(reach -> new OfferWords.Choice(reach.name(), words.reach(reach)))
            .toList());
    page.addObject(
        "languages",
        capabilities.languages().stream()
            .map(one -> new OfferWords.Choice(one.code(), words.say(one.nameKey())))
            .toList());
    page.addObject("areaChoices", words.areaChoices());
    page.addObject("unitChoices", words.unitChoices());
    page.addObject("lines", history.of(organization.id()));
    page.addObject("roomLines", history.ofRoom(organization.id()));
    return page;
  }

  private OfferWords.Choice choice(String value, String word) {
    return new OfferWords.Choice(value, words.say("offer.accepts." + word));
  }

  private RoomForm roomForm(OfferView.Room room, Kept kept) {
    Help help =
        capabilities.helpsOf(kept.organization().kind()).stream()
            .filter(one -> one.code().equals(room.code()))
            .findFirst()
            .orElseThrow();
    @Nullable Integer said = room.places();
    return new RoomForm(
        room,
        kept.base() + "/room/" + room.code(),
        OfferForm.roomField(help),
        OfferForm.roomReason(help),
        words.say("offer.room.question", room.help()),
        NUMBERS.stream()
            .map(number -> new Number(number, said != null && said.equals(number)))
            .toList());
  }

  private List<Section> sections(Organization organization, Form form) {
    List<Capability> offered = capabilities.of(organization.kind(), words.today());
    List<Section> sections = new ArrayList<>();
    for (Capabilities.Section section : capabilities.sections()) {
      List<Group> groups =
          section.groups().stream()
              .map(group -> group(group, offered))
              .filter(group -> !group.options().isEmpty())
              .toList();
      if (!groups.isEmpty()) {
        sections.add(
            new Section(
                words.section(section.code()),
                groups.stream().mapToInt(group -> ticked(group, form)).sum(),
                groups.stream().anyMatch(group -> form.error(group.field()) != null),
                groups));
      }
    }
    return sections;
  }

  private Group group(String group, List<Capability> offered) {
    return new Group(
        OfferForm.field(group),
        words.say("offer." + OfferForm.field(group)),
        offered.stream()
            .filter(one -> one.group().equals(group))
            .map(one -> new OfferWords.Choice(one.code(), words.say(one.nameKey())))
            .toList());
  }

  private static int ticked(Group group, Form form) {
    Set<String> values = Set.copyOf(form.valuesOf(group.field()));
    return (int) group.options().stream().filter(one -> values.contains(one.value())).count();
  }

  private List<Day> days() {
    return Arrays.stream(DayOfWeek.values())
        .map(
            day ->
                new Day(
                    words.say("offer.weekday." + day.getValue()),
                    new HalfDay(day, false).code(),
                    new HalfDay(day, true).code()))
        .toList();
  }
}
