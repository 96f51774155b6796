package tasuki.offer;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tasuki.area.AreaId;
import tasuki.area.BaseUnit;
import tasuki.directory.OrganizationKind;
import tasuki.web.Form;

/** Reads what somebody ticked and typed about an offer. */
@Component
class OfferForm {

  static final int NOTE = 300;
  static final int REASON = 200;

  private final Capabilities capabilities;
  private final OfferWords words;

  OfferForm(Capabilities capabilities, OfferWords words) {
    this.capabilities = capabilities;
    this.words = words;
  }

  /** The name of the boxes of a group. */
  static String field(String group) {
    return "can-" + group;
  }

  /** The name of the field for another number than those on buttons. */
  static String roomField(Help help) {
    return "room-" + help.code();
  }

  /** The name of the field for the reason of a word about room. */
  static String roomReason(Help help) {
    return "why-" + help.code();
  }

  /** Fills in what is offered now. */
  void start(Form form, OrganizationKind kind, Optional<Offer> known) {
    form.start("version", known.map(Offer::number).orElse(0));
    known.map(Offer::content).ifPresent(offer -> start(form, kind, offer));
  }

  private void start(Form form, OrganizationKind kind, NewOffer offer) {
    capabilities.of(kind, words.today()).stream()
        .filter(one -> offer.capabilities().contains(one.code()))
        .forEach(one -> form.keep(field(one.group()), one.code()));
    offer.days().forEach(half -> form.keep("days", half.code()));
    form.start("night", offer.night());
    form.start("holiday", offer.holiday());
    form.start("accepts", offer.acceptsNew() ? "yes" : "no");
    form.start("own", offer.ownPatients() ? "true" : null);
    form.start("note", offer.note());
    offer.languages().forEach(one -> form.keep("languages", one));
    offer.units().forEach(unit -> form.keep("units", unit));
    offer.areas().forEach(area -> form.keep("areas", area.value().toString()));
  }

  /** The offer as typed; empty where the form has errors. */
  Optional<NewOffer> read(Form form, OrganizationKind kind) {
    boolean accepts = accepts(form);
    Optional<String> note = form.optional("note", NOTE);
    Set<String> chosen = chosen(form, kind);
    Set<HalfDay> days =
        ticked(form, "days", HalfDay.all().map(HalfDay::code)).stream()
            .flatMap(code -> HalfDay.of(code).stream())
            .collect(Collectors.toSet());
    Optional<Reach> night = form.choice("night", Reach.class);
    Optional<Reach> holiday = form.choice("holiday", Reach.class);
    Set<AreaId> areas =
        ticked(form, "areas", words.areas().map(area -> area.id().value().toString())).stream()
            .map(id -> new AreaId(UUID.fromString(id)))
            .collect(Collectors.toSet());
    Set<String> units = ticked(form, "units", words.units().stream().map(BaseUnit::code));
    Set<String> languages =
        ticked(form, "languages", capabilities.languages().stream().map(Language::code));
    if (form.hasErrors()) {
      return Optional.empty();
    }
    return Optional.of(
        new NewOffer(
            chosen,
            days,
            night.orElseThrow(),
            holiday.orElseThrow(),
            accepts,
            form.flag("own"),
            note.orElse(null),
            languages,
            units,
            areas));
  }

  private Set<String> chosen(Form form, OrganizationKind kind) {
    Map<String, List<Capability>> groups =
        capabilities.of(kind, words.today()).stream()
            .collect(
                Collectors.groupingBy(Capability::group, LinkedHashMap::new, Collectors.toList()));
    Set<String> chosen = new HashSet<>();
    groups.forEach(
        (group, offered) ->
            chosen.addAll(ticked(form, field(group), offered.stream().map(Capability::code))));
    return chosen;
  }

  private static boolean accepts(Form form) {
    String value = form.value("accepts");
    if (!value.equals("yes") && !value.equals("no")) {
      form.reject("accepts", "web.form.choose");
    }
    return value.equals("yes");
  }

  /** What is ticked; a value that no box has is an error. */
  private static Set<String> ticked(Form form, String name, Stream<String> boxes) {
    Set<String> known = boxes.collect(Collectors.toSet());
    Set<String> ticked = new HashSet<>(form.valuesOf(name));
    if (!known.containsAll(ticked)) {
      form.reject(name, "web.form.choose");
    }
    ticked.retainAll(known);
    return ticked;
  }

  /** For how many persons there is room: a number's button, or another number typed. */
  Optional<Integer> places(Form form, Help help) {
    String pressed = form.value("places");
    String typed = pressed.isEmpty() ? form.text(roomField(help), 10) : pressed;
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    if (plain.matches("\\d{1,2}")) {
      return Optional.of(Integer.valueOf(plain));
    }
    form.reject(roomField(help), "offer.error.places");
    return Optional.empty();
  }
}
