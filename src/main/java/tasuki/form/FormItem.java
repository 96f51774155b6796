package tasuki.form;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing a form asks.
 *
 * @param id the same in every version of the form that asks the same thing
 * @param plain the label in words for the person and the family; null where the label is plain
 * @param group the group of its section under whose heading it stands
 * @param limit the greatest number of characters of a text
 * @param unit stands behind a number
 * @param exclusive the code of 「なし」, which excludes all others
 * @param when null where it is always asked
 * @param classes who must not read it by default; empty for everybody
 * @param factor marked 「*」: one of the 退院困難な要因 of 入退院支援加算
 * @param verified whether it was seen in the official text
 * @param prefill the fact it begins with
 */
public record FormItem(
    String id,
    ItemKind kind,
    Words label,
    @Nullable Words plain,
    @Nullable Words support,
    @Nullable String group,
    boolean required,
    int limit,
    ItemFormat format,
    @Nullable Words unit,
    List<FormOption> options,
    @Nullable String exclusive,
    @Nullable When when,
    Set<ItemClass> classes,
    boolean factor,
    boolean verified,
    @Nullable String prefill) {

  public FormItem {
    options = List.copyOf(options);
    classes = Set.copyOf(classes);
  }

  /** The class under which its answer is stored. */
  public ItemClass storedAs() {
    return ItemClass.strongest(classes);
  }

  /** Whether it is asked, given the other answers. */
  public boolean askedIn(FormValues values) {
    return when == null || when.holds(values);
  }

  /** The option of the code. */
  public Optional<FormOption> option(String code) {
    return options.stream().filter(option -> option.code().equals(code)).findFirst();
  }

  FormItem labelled(Words other) {
    return copy(other, required, classes);
  }

  FormItem optional() {
    return copy(label, false, classes);
  }

  /** The same with another default for faxes. */
  FormItem faxed(boolean sent) {
    Set<ItemClass> other = new HashSet<>(classes);
    if (sent) {
      other.remove(ItemClass.NOT_ON_FAX);
    } else {
      other.add(ItemClass.NOT_ON_FAX);
    }
    return copy(label, required, other);
  }

  private FormItem copy(Words name, boolean needed, Set<ItemClass> readers) {
    return new FormItem(
        id, kind, name, plain, support, group, needed, limit, format, unit, options, exclusive,
        when, readers, factor, verified, prefill);
  }
}
