package tasuki.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.table.Fault;
import tasuki.table.ListKind;
import tasuki.table.MappedKind;

/** Puts together what is shown of one file. */
@Component
class ImportPage {

  /** A way of differing as a tab. */
  record Tab(String href, String label, boolean current, @Nullable String count) {}

  /** A thing that differs. */
  record Row(String key, String scope, String tone, String icon, String what, List<Cell> cells) {}

  /** A field of it. */
  record Cell(String label, @Nullable String before, @Nullable String after) {}

  /** A part in which much closes, as a box to be ticked. */
  record Box(String value, String label) {}

  /** A figure of the file. */
  record Figure(String label, String value, @Nullable String tone) {}

  /** Where it is said what the headings of a file mean, and those of which nothing is taken. */
  record Headings(String href, String unused) {}

  private static final int AT_ONCE = 50;

  private final ListKinds kinds;
  private final Imports imports;
  private final Differences differences;
  private final Mappings mappings;
  private final ListWords say;

  ImportPage(
      ListKinds kinds, Imports imports, Differences differences, Mappings mappings, ListWords say) {
    this.kinds = kinds;
    this.imports = imports;
    this.differences = differences;
    this.mappings = mappings;
    this.say = say;
  }

  /**
   * Shows a file.
   *
   * @param silent whether its reader was not heard of for long
   * @param what the way of differing that is wanted; anything else is every way
   * @param after the key behind which the page begins
   */
  void show(Import found, boolean silent, String what, String after, Model model) {
    ListKind kind = kinds.of(found);
    ImportState state = found.state();
    Fault fault = found.fault();
    StateSign sign = StateSign.of(state);
    model.addAttribute("id", found.id());
    model.addAttribute("fileName", found.fileName());
    model.addAttribute("kind", kind.kind());
    model.addAttribute("kindName", say.list(kind.kind()));
    model.addAttribute("sign", sign);
    model.addAttribute("state", say.of("state." + state));
    model.addAttribute("came", say.of("came", say.moment(found.at())));
    model.addAttribute("reading", state == ImportState.READING && !silent);
    model.addAttribute("stopped", state == ImportState.READING && silent);
    model.addAttribute("readWords", say.of("read", say.number(found.counts().in())));
    model.addAttribute("fault", fault == null ? null : say.said(fault));
    model.addAttribute("canApply", state == ImportState.CHECKED);
    model.addAttribute("canUndo", state == ImportState.APPLIED);
    model.addAttribute(
        "canDiscard", state == ImportState.CHECKED || state == ImportState.READING && silent);
    model.addAttribute("nothing", found.counts().changesNothing());
    model.addAttribute("again", isApplied(found));
    model.addAttribute("figures", figures(found.counts()));
    model.addAttribute("counted", state != ImportState.READING && fault == null);
    model.addAttribute("boxes", state == ImportState.CHECKED ? boxes(found, kind) : List.of());
    model.addAttribute("rejectedCount", found.counts().rejected());
    headings(found, kind).ifPresent(headings -> model.addAttribute("headings", headings));
    differing(found, what, after, model);
  }

  /** What is left out of a table that is read by its own headings, and where to say otherwise. */
  private Optional<Headings> headings(Import found, ListKind kind) {
    String signature = found.signature();
    return signature == null || !(kind instanceof MappedKind list)
        ? Optional.empty()
        : mappings
            .find(found.kind(), signature)
            .map(
                mapping ->
                    new Headings(
                        "/imports/" + found.kind() + "/columns/" + signature,
                        String.join(say.comma(), mapping.unused(list))));
  }

  /** Whether the very same file says what the list says already. */
  private boolean isApplied(Import found) {
    return found.state() == ImportState.CHECKED
        && imports
            .lastApplied(found.kind())
            .filter(last -> last.digest() != null && last.digest().equals(found.digest()))
            .isPresent();
  }

  private List<Figure> figures(Import.Counts counts) {
    return List.of(
        new Figure(say.of("count.in"), say.number(counts.in()), null),
        new Figure(say.of("count.kept"), say.number(counts.kept()), null),
        new Figure(say.of("count.changed"), say.number(counts.changed()), null),
        new Figure(
            say.of("count.closed"),
            say.number(counts.closed()),
            counts.closed() > 0 ? "warning" : null),
        new Figure(
            say.of("count.rejected"),
            say.number(counts.rejected()),
            counts.rejected() > 0 ? "warning" : null));
  }

  private List<Box> boxes(Import found, ListKind kind) {
    return ApplyPolicy.toConfirm(imports.parts(found.id()), kind.mayClosePercent()).stream()
        .map(
            part ->
                new Box(
                    part.scope(),
                    say.of(
                        "confirm.box",
                        say.scope(kind, part.scope()),
                        say.number(part.stood()),
                        say.number(part.closing()))))
        .toList();
  }

  private void differing(Import found, String what, String after, Model model) {
    Map<Differences.What, Integer> counts = differences.counts(found.id());
    Differences.What wanted =
        Arrays.stream(Differences.What.values())
            .filter(one -> one.name().equals(what))
            .findFirst()
            .orElse(null);
    List<Tab> tabs = new ArrayList<>();
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    tabs.add(
        new Tab(address(found, null, null), say.of("what.all"), wanted == null, say.number(all)));
    counts.forEach(
        (one, count) ->
            tabs.add(
                new Tab(
                    address(found, one, null),
                    say.of("what." + one),
                    one == wanted,
                    say.number(count))));
    List<Differences.Difference> rows = differences.page(found.id(), wanted, after, AT_ONCE + 1);
    boolean more = rows.size() > AT_ONCE;
    List<Differences.Difference> shown = more ? rows.subList(0, AT_ONCE) : rows;
    model.addAttribute("tabs", tabs);
    model.addAttribute("differing", all > 0);
    model.addAttribute("things", shown.stream().map(one -> row(kinds.of(found), one)).toList());
    model.addAttribute("firstPage", after.isEmpty() ? null : address(found, wanted, null));
    model.addAttribute("nextPage", more ? address(found, wanted, shown.getLast().key()) : null);
  }

  private static String address(
      Import found, Differences.@Nullable What what, @Nullable String after) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/imports/" + found.id());
    if (what != null) {
      address.queryParam("what", what);
    }
    if (after != null) {
      address.queryParam("after", "{after}");
      return address.encode().buildAndExpand(after).toUriString();
    }
    return address.toUriString();
  }

  private Row row(ListKind kind, Differences.Difference one) {
    String tone =
        switch (one.what()) {
          case ADDED -> "success";
          case CHANGED -> "calm";
          case CLOSED -> "warning";
        };
    String icon =
        switch (one.what()) {
          case ADDED -> "plus";
          case CHANGED -> "draft";
          case CLOSED -> "close";
        };
    return new Row(
        one.key(),
        say.scope(kind, one.scope()),
        tone,
        icon,
        say.of("what." + one.what()),
        one.fields().stream()
            .map(
                field ->
                    new Cell(
                        say.field(kind.kind(), field.path()),
                        say.value(kind, field.path(), field.before()),
                        say.value(kind, field.path(), field.after())))
            .toList());
  }
}
