package tasuki.programme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.area.AreaId;
import tasuki.area.Areas;
import tasuki.identity.Division;
import tasuki.identity.DivisionId;
import tasuki.identity.Divisions;
import tasuki.web.Form;

/** Reads what an officer says of a programme in a year; whatever is wrong is said at its field. */
@Component
class YearForm {

  private static final int LONG = 4_000;
  private static final int MOST_NUMBER = 99_999;
  private static final int PERCENT = 100;

  private final Editions editions;
  private final Divisions divisions;
  private final Areas areas;
  private final OperatorNames operators;

  YearForm(Editions editions, Divisions divisions, Areas areas, OperatorNames operators) {
    this.editions = editions;
    this.divisions = divisions;
    this.areas = areas;
    this.operators = operators;
  }

  /** Fills the form in with what the programme is now. */
  void start(Form form, ProgrammeYear year) {
    YearEntry entry = year.entry();
    form.start("number", entry.number());
    form.start("name", entry.name());
    form.start("purpose", entry.purpose());
    form.start("content", entry.content());
    form.start("execution", entry.execution());
    form.start("standing", entry.standing());
    form.start("first", entry.firstYear());
    form.start("last", entry.lastYear());
    form.start("division", entry.division());
    form.start("division-words", entry.divisionWords());
    AreaId area = entry.area();
    form.start("area", area == null ? null : area.value());
    form.start("remark", entry.remark());
    form.start(
        "operators",
        entry.operators().stream().map(Operator::name).collect(Collectors.joining("\n")));
    for (Placement placement : entry.placements()) {
      if (!placement.repost()) {
        form.start("heading", placement.heading());
        form.start("service", placement.service());
      }
    }
    form.startAll(
        "reposts",
        entry.placements().stream().filter(Placement::repost).map(Placement::heading).toList());
    form.startAll("marks", entry.funding().stream().map(Funding::mark).toList());
    for (Funding funding : entry.funding()) {
      BigDecimal share = funding.share();
      form.start(
          "share-" + funding.mark(),
          share == null ? null : share.movePointRight(2).stripTrailingZeros().toPlainString());
    }
    form.start("version", year.version());
  }

  /**
   * What was typed, or nothing where the form has errors.
   *
   * @param before what stands, whose places in the list are kept; null for a new programme
   */
  Optional<YearEntry> read(Form form, Edition edition, @Nullable ProgrammeYear before) {
    int number = number(form);
    String name = form.text("name", 200);
    String purpose = form.optional("purpose", LONG).orElse(null);
    String content = form.optional("content", LONG).orElse(null);
    Execution execution = form.optionalChoice("execution", Execution.class).orElse(null);
    Optional<Standing> standing = form.choice("standing", Standing.class);
    Integer first = year(form, "first");
    Integer last = year(form, "last");
    if (first != null && last != null && last < first) {
      form.reject("last", "programme.year.before");
    }
    Optional<DivisionId> division = division(form, before);
    String divisionWords = form.optional("division-words", 120).orElse(null);
    AreaId area = area(form);
    String remark = form.optional("remark", 400).orElse(null);
    List<Placement> placements = placements(form, edition, number, before);
    List<Funding> funding = funding(form, edition);
    List<Operator> carriers = operators.read(form, "operators");
    if (form.hasErrors()) {
      return Optional.empty();
    }
    return Optional.of(
        new YearEntry(
            number,
            name,
            purpose,
            content,
            execution,
            standing.orElseThrow(),
            first,
            last,
            division.orElseThrow(),
            divisionWords,
            area,
            remark,
            placements,
            funding,
            carriers));
  }

  private static int number(Form form) {
    String typed = form.text("number", 8);
    OptionalLong number = Figures.read(typed);
    if (!typed.isEmpty()
        && (number.isEmpty() || number.getAsLong() < 1 || number.getAsLong() > MOST_NUMBER)) {
      form.reject("number", "programme.number.unreadable", MOST_NUMBER);
    }
    return (int) number.orElse(1);
  }

  private static @Nullable Integer year(Form form, String name) {
    String typed = form.optional(name, 12).orElse("");
    if (typed.isEmpty()) {
      return null;
    }
    OptionalLong year = FiscalYears.read(typed);
    if (year.isEmpty()) {
      form.reject(name, "programme.year.unreadable");
      return null;
    }
    return (int) year.getAsLong();
  }

  /** One of the own divisions; whoever is no longer in charge hands over, so others may follow. */
  private Optional<DivisionId> division(Form form, @Nullable ProgrammeYear before) {
    Optional<DivisionId> chosen = form.id("division").map(DivisionId::new);
    Set<DivisionId> known = offered(before).stream().map(Division::id).collect(Collectors.toSet());
    if (chosen.isEmpty() || !known.contains(chosen.get())) {
      form.reject("division", "web.form.choose");
      return Optional.empty();
    }
    return chosen;
  }

  /** The divisions on offer: the own ones, or to hand over to, all of the organisation. */
  List<Division> offered(@Nullable ProgrammeYear before) {
    List<Division> own = divisions.own();
    if (before == null || own.isEmpty()) {
      return own;
    }
    List<Division> all =
        new ArrayList<>(
            divisions.of(own.getFirst().organization()).stream().filter(Division::open).toList());
    if (all.stream().noneMatch(one -> one.id().equals(before.entry().division()))) {
      all.add(divisions.get(before.entry().division()));
    }
    return all;
  }

  private @Nullable AreaId area(Form form) {
    Optional<AreaId> area = form.id("area").map(AreaId::new);
    area.filter(one -> areas.find(one).isEmpty())
        .ifPresent(_ -> form.reject("area", "web.form.choose"));
    return area.orElse(null);
  }

  private List<Placement> placements(
      Form form, Edition edition, int number, @Nullable ProgrammeYear before) {
    Set<HeadingId> known =
        editions.headings(edition.id()).stream().map(Heading::id).collect(Collectors.toSet());
    Map<HeadingId, Placement> standing = new HashMap<>();
    if (before != null) {
      before.entry().placements().forEach(one -> standing.put(one.heading(), one));
    }
    List<Placement> placements = new ArrayList<>();
    Optional<HeadingId> main = form.id("heading").map(HeadingId::new);
    String service = form.optional("service", 40).orElse(null);
    if (main.isEmpty() || !known.contains(main.get())) {
      form.reject("heading", "web.form.choose");
    } else {
      placements.add(
          new Placement(main.get(), position(standing, main.get(), number), false, service));
    }
    for (HeadingId again : form.ids("reposts").stream().map(HeadingId::new).distinct().toList()) {
      if (!known.contains(again)) {
        form.reject("reposts", "web.form.choose");
      } else if (main.isPresent() && main.get().equals(again)) {
        form.reject("reposts", "programme.repost.same");
      } else {
        Placement there = standing.get(again);
        placements.add(
            new Placement(
                again,
                position(standing, again, number),
                true,
                there == null ? null : there.service()));
      }
    }
    return placements;
  }

  private static int position(Map<HeadingId, Placement> standing, HeadingId heading, int number) {
    Placement there = standing.get(heading);
    return there == null ? number * 10 : there.position();
  }

  private List<Funding> funding(Form form, Edition edition) {
    List<Funding> funding = new ArrayList<>();
    BigDecimal together = BigDecimal.ZERO;
    List<String> chosen = form.valuesOf("marks");
    for (Source source : editions.sources(edition.series().organization())) {
      if (chosen.contains(source.mark())) {
        BigDecimal share = share(form, "share-" + source.mark());
        together = together.add(share == null ? BigDecimal.ZERO : share);
        funding.add(new Funding(source.mark(), share));
      }
    }
    if (together.compareTo(BigDecimal.ONE) > 0) {
      form.reject("marks", "programme.share.too-much");
    }
    return funding;
  }

  private static @Nullable BigDecimal share(Form form, String name) {
    String typed = form.optional(name, 8).orElse("");
    String plain = java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC);
    if (plain.isEmpty()) {
      return null;
    }
    if (!plain.matches("\\d{1,3}(\\.\\d{1,2})?%?")) {
      form.reject(name, "programme.share.unreadable");
      return null;
    }
    BigDecimal percent = new BigDecimal(plain.replace("%", ""));
    if (percent.signum() == 0 || percent.compareTo(BigDecimal.valueOf(PERCENT)) > 0) {
      form.reject(name, "programme.share.unreadable");
      return null;
    }
    return percent.movePointLeft(2);
  }
}
