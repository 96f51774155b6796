package tasuki.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.calendar.JapanTime;
import tasuki.kernel.Acting;
import tasuki.web.Form;

/**
 * The field by which a form asks for an organisation: a short list where there are few, else one
 * types part of a name and picks. Its two values are {@code name}, the id, and {@code name-words},
 * what was typed.
 */
@Service
@Transactional
public class OrganizationChoices {

  /** How many stand in a list that one looks through without typing. */
  static final int FEW = 8;

  /** How many are shown at once. */
  static final int MOST = 20;

  private static final int LONGEST = 60;

  /**
   * One that can be chosen.
   *
   * @param note its kind, where it lies, and whether it is reached by paper only
   * @param label name and note in one line, for lists that have room for no more
   */
  public record Choice(String value, String name, String note, String label) {}

  /**
   * The field as shown.
   *
   * @param all everything that can be chosen, where that is not much; else null
   * @param words what was typed
   * @param found what fits the words; null where nothing was looked for
   */
  public record Field(
      String of,
      @Nullable List<Choice> all,
      @Nullable Choice chosen,
      String words,
      @Nullable List<Choice> found) {}

  private final JdbcClient jdbc;
  private final Organizations organizations;
  private final OrganizationFinder finder;
  private final Areas areas;
  private final MessageSource messages;
  private final Clock clock;

  OrganizationChoices(
      JdbcClient jdbc,
      Organizations organizations,
      OrganizationFinder finder,
      Areas areas,
      MessageSource messages,
      Clock clock) {
    this.jdbc = jdbc;
    this.organizations = organizations;
    this.finder = finder;
    this.areas = areas;
    this.messages = messages;
    this.clock = clock;
  }

  /** What fits the words: what the own organisation chose last, then the own area, then others. */
  @Transactional(readOnly = true)
  public List<Choice> find(Choosable of, String words) {
    String shortened = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    return choices(finder.find(of.kinds(), shortened, today(), MOST));
  }

  /** The field with what the form holds. */
  @Transactional(readOnly = true)
  public Field field(Form form, String name, Choosable of) {
    List<Organization> few = finder.find(of.kinds(), "", today(), FEW + 1);
    Choice chosen =
        organization(form, name, of).map(found -> choices(List.of(found)).getFirst()).orElse(null);
    if (few.size() <= FEW) {
      return new Field(of.name(), choices(few), chosen, "", null);
    }
    String words = form.value(name + "-words");
    boolean told = chosen != null && (words.isBlank() || words.equals(chosen.name()));
    boolean looking = form.looksFor().equals(name) || !words.isBlank() && !told;
    return new Field(of.name(), null, chosen, words, looking ? find(of, words) : null);
  }

  /**
   * What was chosen, which is remembered for the next time. Words without a choice, and what cannot
   * be chosen here, are noted as an error at the field.
   */
  public Optional<OrganizationId> read(Form form, String name, Choosable of) {
    if (form.value(name).isBlank()) {
      if (!form.value(name + "-words").isBlank()) {
        form.reject(name, "directory.choose.from-list");
      }
      return Optional.empty();
    }
    Optional<OrganizationId> chosen = organization(form, name, of).map(Organization::id);
    if (chosen.isEmpty()) {
      form.reject(name, "web.form.choose");
    } else if (form.looksFor().isEmpty()) {
      remember(chosen.get());
    }
    return chosen;
  }

  private Optional<Organization> organization(Form form, String name, Choosable of) {
    LocalDate today = today();
    return form.ids(name).stream()
        .findFirst()
        .map(OrganizationId::new)
        .flatMap(organizations::find)
        .filter(found -> of.kinds().contains(found.kind()))
        .filter(found -> !found.openedOn().isAfter(today))
        .filter(found -> found.closedOn() == null || found.closedOn().isAfter(today));
  }

  private void remember(OrganizationId chosen) {
    UUID own = Acting.organization();
    if (!chosen.value().equals(own)) {
      jdbc.sql(
              """
              insert into directory.chosen (organization, chosen, last_at) values (?, ?, ?)
              on conflict (organization, chosen) do update set last_at = excluded.last_at
              """)
          .params(own, chosen.value(), OffsetDateTime.now(clock))
          .update();
    }
  }

  private List<Choice> choices(List<Organization> found) {
    Locale locale = LocaleContextHolder.getLocale();
    Map<String, BaseUnit> units =
        found.isEmpty()
            ? Map.of()
            : areas.baseUnits(today()).stream()
                .collect(Collectors.toMap(BaseUnit::code, Function.identity()));
    List<Choice> choices = new ArrayList<>();
    for (Organization one : found) {
      String note =
          Stream.of(
                  word("directory.kind." + one.kind(), locale),
                  place(one, units, locale),
                  one.member() ? null : word("directory.choose.absent", locale))
              .filter(part -> part != null && !part.isEmpty())
              .collect(Collectors.joining(" ・ "));
      String label = word("directory.choose.label", locale, one.name(), note);
      choices.add(new Choice(one.id().toString(), one.name(), note, label));
    }
    return choices;
  }

  private @Nullable String place(Organization one, Map<String, BaseUnit> units, Locale locale) {
    if (one.outsidePrefecture()) {
      return word("directory.choose.outside", locale);
    }
    BaseUnit unit = one.baseUnit() == null ? null : units.get(one.baseUnit());
    if (unit == null) {
      return null;
    }
    return locale.getLanguage().equals("en") ? unit.nameEnglish() : unit.name();
  }

  private String word(String key, Locale locale, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  private LocalDate today() {
    return JapanTime.today(clock);
  }
}
