package tasuki.offer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.directory.Recognition;
import tasuki.kernel.Ruling;
import tasuki.table.Cells;
import tasuki.table.Column;
import tasuki.table.HeadedTable;
import tasuki.table.ListChanges;
import tasuki.table.ListRows;
import tasuki.table.MappedKind;
import tasuki.table.UnreadableTableException;

/**
 * 在宅で対応できることの調査票: an officer's survey, one row for each organisation and a column for each thing
 * that was asked. Whom a later survey lacks has said nothing in it, so nothing of theirs ends.
 */
@Component
class SurveyList implements MappedKind {

  static final String KIND = "offers";
  static final String NAMELESS = "-";

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_SURVEY = 60;

  private final Capabilities capabilities;
  private final Recognition recognition;
  private final Organizations organizations;
  private final Surveying surveying;
  private final Clock clock;
  private final List<Column> columns;
  private final Set<OrganizationKind> kinds = EnumSet.noneOf(OrganizationKind.class);

  SurveyList(
      Capabilities capabilities,
      Recognition recognition,
      Organizations organizations,
      Surveying surveying,
      MessageSource messages,
      Clock clock) {
    this.capabilities = capabilities;
    this.recognition = recognition;
    this.organizations = organizations;
    this.surveying = surveying;
    this.clock = clock;
    this.columns = columns(capabilities, messages);
    capabilities.all().forEach(one -> kinds.addAll(one.kinds()));
  }

  private static List<Column> columns(Capabilities capabilities, MessageSource messages) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.required("name", "名称", "施設名", "事業所名", "医療機関名", "機関名", "薬局名", "name"),
                Column.optional(
                    "code", "医療機関コード", "医療機関番号", "保険医療機関コード", "事業所番号", "code", "number"),
                Column.optional("address", "住所", "所在地", "市町村", "市区町村", "address"),
                Column.optional("day", "回答日", "調査日", "基準日", "記入日", "day", "date"),
                Column.optional("survey", "調査名", "調査", "survey")));
    Map<String, Integer> uses = new HashMap<>();
    for (Capability one : capabilities.all()) {
      one.words().forEach(word -> uses.merge(word, 1, Integer::sum));
    }
    for (Capabilities.Section section : capabilities.sections()) {
      for (Capability one : capabilities.all()) {
        if (section.groups().contains(one.group())) {
          List<String> names = new ArrayList<>();
          for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            names.add(messages.getMessage(one.nameKey(), null, locale));
          }
          // A word for several things, such as カテーテル, tells none of them.
          one.words().stream().filter(word -> uses.getOrDefault(word, 0) == 1).forEach(names::add);
          columns.add(
              Column.ofGroup(one.code(), "offer.section." + section.code(), one.nameKey(), names));
        }
      }
    }
    return List.copyOf(columns);
  }

  @Override
  public boolean namesParts() {
    return true;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public Optional<String> word(String field, String value) {
    return field.equals("can") || field.equals("cannot")
        ? Optional.of("offer.capability." + value)
        : Optional.empty();
  }

  /** Nobody's word ends because a survey lacks them. */
  @Override
  public int mayClosePercent() {
    return 100;
  }

  @Override
  @Transactional
  public void read(HeadedTable table, ListRows rows) {
    Recognition.Asking asking = recognition.of(kinds);
    table.forEach(cells -> row(cells, asking, rows));
  }

  private void row(Cells cells, Recognition.Asking asking, ListRows rows) {
    if (capabilities.all().stream().noneMatch(one -> cells.has(one.code()))) {
      throw new UnreadableTableException("offer.list.nothing-asked");
    }
    cells.text("name", LONGEST_NAME);
    String survey = survey(cells);
    Optional<LocalDate> day = day(cells);
    Organization organization = organization(cells, asking);
    Marks marks = Marks.of(cells, capabilities.all());
    int line = cells.row().number();
    if (organization == null) {
      rows.reject(line, cells.faults().getFirst(), cells.row().cells());
      return;
    }
    Set<String> offered = offered(organization);
    fit(cells, organization, offered, marks);
    if (cells.faults().isEmpty()
        && surveying.mayTake(organization.id(), new Survey(survey, day.orElse(null)))
            instanceof Ruling.Refused refused) {
      cells.reject("name", refused.reason(), refused.arguments().toArray());
    }
    String key = survey + " " + organization.id();
    if (!cells.faults().isEmpty()) {
      rows.reject(line, key, cells.faults().getFirst(), cells.row().cells());
    } else {
      rows.take(line, survey, key, content(organization, day, marks.within(offered)).json());
    }
  }

  private static String survey(Cells cells) {
    String survey = cells.plain("survey").replaceAll("\\s+", " ");
    if (survey.length() > LONGEST_SURVEY) {
      cells.reject("survey", "table.fault.cell-long", LONGEST_SURVEY);
    }
    return survey.isEmpty() ? NAMELESS : survey;
  }

  private Optional<LocalDate> day(Cells cells) {
    if (cells.plain("day").isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> day = cells.day("day");
    if (day.filter(one -> one.isAfter(JapanTime.today(clock))).isPresent()) {
      cells.reject("day", "offer.list.future", cells.written("day"));
    }
    return day;
  }

  private static @Nullable Organization organization(Cells cells, Recognition.Asking asking) {
    String code = cells.plain("code");
    String at = code.isEmpty() ? cells.has("address") ? "address" : "name" : "code";
    if (code.isEmpty() && cells.plain("address").isEmpty()) {
      cells.reject(at, "offer.list.no-place");
      return null;
    }
    return switch (asking.who(code, cells.written("name"), cells.written("address"))) {
      case Recognition.Answer.One(Organization organization) -> organization;
      case Recognition.Answer.Nobody _ -> {
        cells.reject(at, code.isEmpty() ? "offer.list.nobody" : "offer.list.no-code", code);
        yield null;
      }
      case Recognition.Answer.Several(int count) -> {
        cells.reject(at, "offer.list.several", count);
        yield null;
      }
      case Recognition.Answer.OtherName(String name) -> {
        cells.reject(at, "offer.list.other-name", name);
        yield null;
      }
    };
  }

  /** Codes of what such an organisation can offer. */
  private Set<String> offered(Organization organization) {
    return capabilities.of(organization.kind(), JapanTime.today(clock)).stream()
        .map(Capability::code)
        .collect(Collectors.toSet());
  }

  private static void fit(
      Cells cells, Organization organization, Set<String> offered, Marks marks) {
    marks.can().stream()
        .filter(code -> !offered.contains(code))
        .sorted()
        .forEach(code -> cells.reject(code, "offer.list.not-for-kind", organization.name()));
  }

  private static SurveyAnswer content(
      Organization organization, Optional<LocalDate> day, Marks marks) {
    return new SurveyAnswer(
        organization.name(),
        organization.address(),
        organization.code(),
        day.map(LocalDate::toString).orElse(null),
        sorted(marks.can()),
        sorted(marks.cannot()));
  }

  private static List<String> sorted(Set<String> codes) {
    return codes.stream().sorted().toList();
  }

  @Override
  @Transactional
  public void project(ListChanges changes) {
    changes.forEach(
        change -> {
          OrganizationId id =
              new OrganizationId(
                  UUID.fromString(change.key().substring(change.key().lastIndexOf(' ') + 1)));
          if (changes.undoing()) {
            surveying.takeBack(changes.importId(), id);
          } else if (change.after() != null) {
            take(changes.importId(), id, change.scope(), SurveyAnswer.of(change.after()));
          }
        });
  }

  private void take(UUID work, OrganizationId id, String survey, SurveyAnswer answer) {
    organizations
        .find(id)
        .filter(one -> OfferRules.open(one, JapanTime.today(clock)).equals(Ruling.ALLOWED))
        .ifPresent(
            one ->
                surveying.take(
                    work,
                    one,
                    new Survey(survey, answer.answered()),
                    Set.copyOf(answer.can()),
                    Set.copyOf(answer.cannot())));
  }
}
