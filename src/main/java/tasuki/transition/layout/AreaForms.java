package tasuki.transition.layout;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.AreaId;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.form.FormDefinition;
import tasuki.form.FormDefinitions;
import tasuki.form.FormLayout;
import tasuki.form.FormLayouts;
import tasuki.form.LayoutProblem;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.transition.RuleKeepers;

/** An area's own layouts, entered by whoever keeps its rule. */
@Service
@Transactional
class AreaForms {

  static final List<String> FORMS =
      List.of(FormDefinitions.ADMISSION_INFORMATION, FormDefinitions.DISCHARGE_RECORD);

  private final FormLayouts layouts;
  private final FormDefinitions definitions;
  private final RuleKeepers keepers;
  private final AuditLog audit;
  private final Clock clock;

  AreaForms(
      FormLayouts layouts,
      FormDefinitions definitions,
      RuleKeepers keepers,
      AuditLog audit,
      Clock clock) {
    this.layouts = layouts;
    this.definitions = definitions;
    this.keepers = keepers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Puts a layout in force from a day on. Forms written until then keep theirs.
   *
   * @throws RefusedException when the acting account does not keep the area's rule, or forms may
   *     have been written already on the day
   * @throws IllegalArgumentException when the text has problems
   */
  public UUID keep(AreaId area, String form, LocalDate from, String json) {
    keepers.require(JapanTime.today(clock), area);
    if (!from.isAfter(JapanTime.today(clock))) {
      throw RefusedException.because("transition.layout.too-early");
    }
    UUID id = layouts.keep(area.value(), known(form), from, json);
    audit.changed("transition.layout-kept", id, List.of(), form);
    return id;
  }

  /** The layout in force on the day as a text of lines; the starting point where there is none. */
  @Transactional(readOnly = true)
  public String text(AreaId area, String form, LocalDate day) {
    return layouts.history(area.value(), known(form)).stream()
        .filter(kept -> !kept.from().isAfter(day))
        .findFirst()
        .filter(kept -> !kept.national())
        .map(kept -> FormLayouts.pretty(kept.json()))
        .orElseGet(() -> layouts.start(form, day));
  }

  /** One that was entered, as a text of lines. */
  @Transactional(readOnly = true)
  public FormLayouts.Kept get(AreaId area, String form, UUID id) {
    return history(area, form).stream()
        .filter(kept -> kept.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AbsentException("layout"));
  }

  @Transactional(readOnly = true)
  public List<FormLayouts.Kept> history(AreaId area, String form) {
    return layouts.history(area.value(), known(form));
  }

  List<LayoutProblem> problems(String form, LocalDate from, String json) {
    return layouts.problems(known(form), from, json);
  }

  /** The national form of the day, or as a layout lays it out. */
  FormDefinition form(String form, LocalDate day, FormLayout layout) {
    return layout.apply(definitions.inForce(known(form), day));
  }

  private static String known(String form) {
    if (!FORMS.contains(form)) {
      throw new AbsentException("form");
    }
    return form;
  }
}
