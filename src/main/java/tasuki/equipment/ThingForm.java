package tasuki.equipment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tasuki.area.AreaId;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.OrganizationKind;
import tasuki.equipment.EquipmentWords.Choice;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.form.DayField;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;

/** Reads what an owner says of a thing; whatever is wrong is said at its field. */
@Component
class ThingForm {

  private static final int LONGEST_LOAN = 366;
  private static final long MOST_BYTES = 5L * 1024 * 1024;

  private final FileStore files;
  private final Areas areas;
  private final EquipmentWords say;
  private final Clock clock;

  ThingForm(FileStore files, Areas areas, EquipmentWords say, Clock clock) {
    this.files = files;
    this.areas = areas;
    this.say = say;
    this.clock = clock;
  }

  /** Fills the form in with what the thing is now. */
  void start(Form form, Thing thing) {
    form.start("kind", thing.kind());
    form.start("name", thing.name());
    form.start("number", thing.number());
    form.start("kept-at", thing.keptAt());
    form.start("accessories", thing.accessories());
    LocalDate inspection = thing.inspectionDue();
    form.start("inspection", inspection == null ? null : JapaneseDates.compact(inspection));
    form.startAll("lent-to", thing.lentTo());
    AreaId area = thing.area();
    form.start("area", area == null ? null : area.value());
    form.start("longest", thing.longestDays());
    form.start("picture-kept", thing.picture());
    form.start("version", thing.version());
  }

  /** The thing as typed, or nothing where the form has errors. */
  Optional<NewThing> read(Form form, @Nullable MultipartFile sent) {
    Optional<ThingKind> kind = form.choice("kind", ThingKind.class);
    String name = form.text("name", 80);
    String number = form.text("number", 40);
    String keptAt = form.text("kept-at", 120);
    String accessories = form.optional("accessories", 500).orElse(null);
    LocalDate inspection = DayField.optional(form, "inspection").orElse(null);
    Set<OrganizationKind> lentTo = form.choices("lent-to", OrganizationKind.class);
    Optional<AreaId> area = form.id("area").map(AreaId::new);
    area.filter(one -> areas.find(one).isEmpty())
        .ifPresent(_ -> form.reject("area", "web.form.choose"));
    int longest = longest(form);
    FileId picture = picture(form, sent);
    if (form.hasErrors()) {
      if (picture != null) {
        form.keep("picture-kept", picture.toString());
      }
      return Optional.empty();
    }
    return Optional.of(
        new NewThing(
            kind.orElseThrow(),
            name,
            number,
            keptAt,
            accessories,
            inspection,
            lentTo,
            area.orElse(null),
            longest,
            picture));
  }

  private static int longest(Form form) {
    String typed =
        java.text.Normalizer.normalize(form.text("longest", 8), java.text.Normalizer.Form.NFKC);
    if (!typed.isEmpty() && !typed.matches("\\d{1,3}")) {
      form.reject("longest", "equipment.refused.number-of-days", LONGEST_LOAN);
      return 1;
    }
    int days = typed.isEmpty() ? 1 : Integer.parseInt(typed);
    if (days < 1 || days > LONGEST_LOAN) {
      form.reject("longest", "equipment.refused.number-of-days", LONGEST_LOAN);
    }
    return days;
  }

  /** A picture that came now, else the one that was kept, unless it is to go. */
  private @Nullable FileId picture(Form form, @Nullable MultipartFile sent) {
    String name = sent == null ? "" : Optional.ofNullable(sent.getOriginalFilename()).orElse("");
    if (sent == null || name.isEmpty() && sent.isEmpty()) {
      return form.flag("picture-gone")
          ? null
          : form.ids("picture-kept").stream()
              .map(FileId::new)
              .filter(id -> !files.find(List.of(id)).isEmpty())
              .findFirst()
              .orElse(null);
    }
    try (InputStream content = sent.getInputStream()) {
      return files.store(content, name, MOST_BYTES);
    } catch (RefusedException refused) {
      form.reject("picture", refused.refused());
      return null;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  List<Choice> kinds() {
    return say.choices("equipment.kind.", ThingKind.values());
  }

  /** Kinds that can be let in: everybody but the portal. */
  List<Choice> organizationKinds() {
    return Arrays.stream(OrganizationKind.values())
        .filter(kind -> kind != OrganizationKind.PERSON_AND_FAMILY)
        .map(kind -> new Choice(kind.name(), say.any("directory.kind." + kind)))
        .toList();
  }

  List<Choice> areas() {
    LocalDate today = JapanTime.today(clock);
    return List.of(
            AreaKind.MEDICAL_ASSOCIATION_DISTRICT,
            AreaKind.SECONDARY_MEDICAL_AREA,
            AreaKind.HOME_CARE_AREA,
            AreaKind.MUNICIPALITY)
        .stream()
        .flatMap(kind -> areas.ofKind(kind, today).stream())
        .map(area -> new Choice(area.id().value().toString(), say.name(area)))
        .collect(Collectors.toList());
  }
}
