package tasuki.person;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.file.FileId;
import tasuki.kernel.Ruling;
import tasuki.web.Form;

/** Fields that several forms share: where somebody lives, and a basis. */
final class FormLists {

  private FormLists() {}

  static List<Say.Choice> baseUnits(Areas areas, Say say) {
    boolean english = Say.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    return areas.baseUnits(say.today()).stream()
        .map(unit -> new Say.Choice(unit.code(), english ? unit.nameEnglish() : unit.name()))
        .toList();
  }

  /** The chosen base unit, if there is such a one. */
  static @Nullable String checkedUnit(Form form, Areas areas, Say say) {
    String code = form.optional("baseUnit", 20).orElse(null);
    if (code != null
        && areas.baseUnits(say.today()).stream().map(BaseUnit::code).noneMatch(code::equals)) {
      form.reject("baseUnit", "web.form.choose");
    }
    return code;
  }

  static Map<String, List<Say.Choice>> basis(Say say) {
    Map<String, List<Say.Choice>> lists = new HashMap<>();
    lists.put("kind", say.choices(BasisKind.class, "person.basis"));
    lists.put("givenBy", say.choices(GivenBy.class, "person.givenBy"));
    return lists;
  }

  /**
   * Reads a basis.
   *
   * @param organization to whom it opens; empty where it covers the whole team
   * @param evidence the papers sent with it
   */
  static Optional<NewBasis> readBasis(
      Form form, Say say, Optional<OrganizationId> organization, List<FileId> evidence) {
    Optional<BasisKind> kind = form.choice("kind", BasisKind.class);
    Optional<GivenBy> givenBy = form.choice("givenBy", GivenBy.class);
    LocalDate lastDay = say.optionalDay(form, "until");
    OffsetDateTime until =
        lastDay == null
            ? null
            : lastDay.plusDays(1).atStartOfDay(JapanTime.ZONE).toOffsetDateTime();
    if (until != null && !until.isAfter(say.now())) {
      form.reject("until", "person.refused.basis-past");
    }
    String name = form.optional("proxyName", 60).orElse(null);
    String reason = form.optional("proxyReason", 200).orElse(null);
    String note = form.optional("note", 400).orElse(null);
    if (kind.isEmpty() || givenBy.isEmpty()) {
      return Optional.empty();
    }
    NewBasis basis =
        new NewBasis(
            kind.get(),
            givenBy.get(),
            organization.orElse(null),
            name,
            reason,
            evidence,
            note,
            until);
    Ruling ruling = BasisRules.complete(basis, say.now());
    form.reject(field(ruling), ruling);
    return Optional.of(basis);
  }

  /** Where an incomplete basis is incomplete. */
  private static String field(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Allowed _ -> "kind";
      case Ruling.Refused refused ->
          switch (refused.reason()) {
            case "person.refused.basis-proxy" -> "proxyName";
            case "person.refused.basis-note" -> "note";
            case "person.refused.basis-past" -> "until";
            default -> "givenBy";
          };
    };
  }
}
