package tasuki.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an area lays a national form out: other order and names, items left out, items of its own.
 * The answers stay the same data, so a form written in one area reads in every other.
 *
 * @param title null for the national title
 * @param paper on what the area prints the form
 * @param sections in their order; those not named follow in the national order
 * @param omitted ids of sections and items that this area does not ask
 * @param labels other names of items
 * @param extra items of the area's own; their ids begin with {@code x-}
 * @param offFax items that this area leaves out of faxes unless somebody sends them on purpose
 * @param onFax items that this area faxes though the national form leaves them out
 */
public record FormLayout(
    @Nullable Words title,
    FormPaper paper,
    List<Section> sections,
    Set<String> omitted,
    Map<String, Words> labels,
    List<Extra> extra,
    Set<String> offFax,
    Set<String> onFax) {

  /**
   * A section's place and name.
   *
   * @param title null for the national title
   * @param items ids in their order; those not named follow in the national order
   */
  public record Section(String id, @Nullable Words title, List<String> items) {
    public Section {
      items = List.copyOf(items);
    }
  }

  /**
   * An item of the area's own.
   *
   * @param after the item it stands behind; null for the end of the section
   */
  public record Extra(String section, @Nullable String after, FormItem item) {}

  /** The national layout. */
  public static final FormLayout NATIONAL =
      new FormLayout(
          null, FormPaper.USUAL, List.of(), Set.of(), Map.of(), List.of(), Set.of(), Set.of());

  public FormLayout {
    sections = List.copyOf(sections);
    omitted = Set.copyOf(omitted);
    labels = Map.copyOf(labels);
    extra = List.copyOf(extra);
    offFax = Set.copyOf(offFax);
    onFax = Set.copyOf(onFax);
  }

  /**
   * From JSON: {@code title}, {@code paper}, {@code columns}, {@code sections} (id, ja, en, items),
   * {@code omit}, {@code labels} (item → ja, en), {@code extra} (section, after and the fields of
   * an item), {@code fax} (leaveOut, send: items), all of which may be left out.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  public static FormLayout fromJson(String json) {
    return LayoutReader.read(json);
  }

  /** The definition as this area asks it. Follow-ups of omitted items are omitted too. */
  public FormDefinition apply(FormDefinition national) {
    Comparator<FormSection> order = Comparator.comparingInt(section -> place(section.id()));
    List<FormSection> laid =
        national.sections().stream()
            .filter(section -> !omitted.contains(section.id()))
            .sorted(order)
            .map(this::lay)
            .filter(section -> !section.items().isEmpty())
            .toList();
    Set<String> left =
        laid.stream()
            .flatMap(section -> section.items().stream())
            .map(FormItem::id)
            .collect(java.util.stream.Collectors.toSet());
    return new FormDefinition(
        national.id(),
        national.version(),
        national.validFrom(),
        title == null ? national.title() : title,
        national.statement(),
        paper,
        laid.stream().map(section -> without(section, left)).toList());
  }

  private int place(String section) {
    for (int place = 0; place < sections.size(); place++) {
      if (sections.get(place).id().equals(section)) {
        return place;
      }
    }
    return Integer.MAX_VALUE;
  }

  private FormSection lay(FormSection section) {
    @Nullable Section own =
        sections.stream().filter(one -> one.id().equals(section.id())).findFirst().orElse(null);
    List<String> order = own == null ? List.of() : own.items();
    List<FormItem> items =
        new ArrayList<>(
            section.items().stream()
                .filter(item -> !omitted.contains(item.id()))
                .map(this::named)
                .sorted(Comparator.comparingInt(item -> place(order, item.id())))
                .toList());
    extra.stream()
        .filter(one -> one.section().equals(section.id()))
        .forEach(one -> items.add(behind(items, one.after()), one.item()));
    items.replaceAll(this::faxed);
    return new FormSection(
        section.id(),
        section.number(),
        own == null || own.title() == null ? section.title() : own.title(),
        section.support(),
        section.groups(),
        items);
  }

  private FormItem faxed(FormItem item) {
    if (offFax.contains(item.id())) {
      return item.faxed(false);
    }
    return onFax.contains(item.id()) ? item.faxed(true) : item;
  }

  private FormItem named(FormItem item) {
    Words label = labels.get(item.id());
    return label == null ? item : item.labelled(label);
  }

  private static int place(List<String> order, String item) {
    int place = order.indexOf(item);
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  private static int behind(List<FormItem> items, @Nullable String after) {
    for (int place = 0; place < items.size(); place++) {
      if (items.get(place).id().equals(after)) {
        return place + 1;
      }
    }
    return items.size();
  }

  private static FormSection without(FormSection section, Set<String> left) {
    Stream<FormItem> items =
        section.items().stream()
            .filter(item -> item.when() == null || left.contains(item.when().item()));
    return new FormSection(
        section.id(),
        section.number(),
        section.title(),
        section.support(),
        section.groups(),
        items.toList());
  }
}
