package tasuki.transition.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.area.AreaId;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.form.FormDefinition;
import tasuki.form.FormItem;
import tasuki.form.FormLayout;
import tasuki.form.FormLayouts;
import tasuki.form.FormSection;
import tasuki.form.ItemClass;

/** Says layouts in words: which there are, and how one differs from the national form. */
@Component
class LayoutLines {

  private final AreaForms forms;
  private final Organizations organizations;
  private final MessageSource messages;

  LayoutLines(AreaForms forms, Organizations organizations, MessageSource messages) {
    this.forms = forms;
    this.organizations = organizations;
    this.messages = messages;
  }

  private String say(String key, Object... arguments) {
    return messages.getMessage(
        "transition.layout." + key, arguments, LocaleContextHolder.getLocale());
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  String title(String form, LocalDate day) {
    return forms.form(form, day, FormLayout.NATIONAL).title().in(locale());
  }

  LayoutController.Sheet sheet(AreaId area, String form, LocalDate today) {
    List<FormLayouts.Kept> history = forms.history(area, form);
    Optional<FormLayouts.Kept> now =
        history.stream().filter(kept -> !kept.from().isAfter(today)).findFirst();
    return new LayoutController.Sheet(
        form,
        title(form, today),
        now.filter(kept -> !kept.national())
            .map(kept -> say("since", JapaneseDates.inFull(kept.from(), locale())))
            .orElseGet(() -> say("national")),
        history.stream().map(this::line).toList());
  }

  private LayoutController.Line line(FormLayouts.Kept kept) {
    UUID organization = kept.organization();
    return new LayoutController.Line(
        kept.id().toString(),
        say("since", JapaneseDates.inFull(kept.from(), locale())),
        say(kept.national() ? "national" : "own"),
        organization == null
            ? ""
            : organizations
                .find(new OrganizationId(organization))
                .map(one -> one.name())
                .orElse(""));
  }

  /** Every item of the national form. */
  List<LayoutController.Item> items(String form, LocalDate day) {
    List<LayoutController.Item> items = new ArrayList<>();
    for (FormSection section : forms.form(form, day, FormLayout.NATIONAL).sections()) {
      for (FormItem item : section.items()) {
        items.add(
            new LayoutController.Item(
                item.id(),
                item.label().in(locale()),
                section.title().in(locale()) + " (" + section.id() + ")",
                faxed(item)));
      }
    }
    return items;
  }

  private static boolean faxed(FormItem item) {
    return !item.classes().contains(ItemClass.NOT_ON_FAX);
  }

  /** How a layout differs from the national form, in sentences. */
  List<String> differences(String form, LocalDate day, FormLayout layout) {
    FormDefinition national = forms.form(form, day, FormLayout.NATIONAL);
    FormDefinition laid = forms.form(form, day, layout);
    List<String> said = new ArrayList<>();
    Map<String, FormItem> before =
        national.items().collect(Collectors.toMap(FormItem::id, item -> item));
    Map<String, FormItem> after =
        laid.items().collect(Collectors.toMap(FormItem::id, item -> item));
    national
        .items()
        .filter(item -> !after.containsKey(item.id()))
        .forEach(item -> said.add(say("hidden", item.label().in(locale()))));
    laid.items()
        .filter(item -> !before.containsKey(item.id()))
        .forEach(item -> said.add(say("added", item.label().in(locale()))));
    for (FormItem item : laid.items().toList()) {
      FormItem former = before.get(item.id());
      if (former != null && !former.label().equals(item.label())) {
        said.add(say("renamed", former.label().in(locale()), item.label().in(locale())));
      }
      if (former != null && faxed(former) != faxed(item)) {
        said.add(say(faxed(item) ? "fax" : "no-fax", item.label().in(locale())));
      }
    }
    List<String> order = laid.items().map(FormItem::id).filter(before::containsKey).toList();
    List<String> usual = national.items().map(FormItem::id).filter(after::containsKey).toList();
    if (!order.equals(usual)) {
      said.add(say("reordered"));
    }
    if (laid.paper().size() != national.paper().size()) {
      said.add(say("paper." + laid.paper().size()));
    }
    if (laid.paper().columns() != national.paper().columns()) {
      said.add(say("columns." + laid.paper().columns()));
    }
    if (said.isEmpty()) {
      said.add(say("same"));
    }
    return said;
  }
}
