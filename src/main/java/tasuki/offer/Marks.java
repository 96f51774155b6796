package tasuki.offer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tasuki.table.Cells;

/**
 * What is marked in a row: that it can be done, or cannot. In a row of marks alone, what is not
 * marked cannot be done; where 「否」 is written too, it was not answered.
 */
record Marks(Set<String> can, Set<String> cannot) {

  Marks {
    can = Set.copyOf(can);
    cannot = Set.copyOf(cannot);
  }

  private static final Set<String> YES =
      Set.of(
          "○", "◯", "〇", "●", "◎", "レ", "✓", "✔", "☑", "1", "有", "有り", "あり", "可", "可能", "対応可",
          "対応可能", "はい", "実施", "yes", "y", "true", "ok");
  private static final Set<String> NO =
      Set.of(
          "×", "✕", "✗", "x", "☐", "0", "無", "無し", "なし", "不可", "否", "対応不可", "いいえ", "未実施", "no", "n",
          "false", "ng", "-", "‐", "–", "—", "ー", "−");

  static Marks of(Cells cells, List<Capability> all) {
    Set<String> can = new LinkedHashSet<>();
    Set<String> cannot = new LinkedHashSet<>();
    Set<String> blank = new LinkedHashSet<>();
    for (Capability one : all) {
      String mark = cells.plain(one.code()).toLowerCase(Locale.ROOT);
      if (!cells.has(one.code())) {
        continue;
      }
      if (mark.isEmpty()) {
        blank.add(one.code());
      } else if (YES.contains(mark)) {
        can.add(one.code());
      } else if (NO.contains(mark)) {
        cannot.add(one.code());
      } else {
        cells.reject(one.code(), "offer.list.no-mark", cells.written(one.code()));
      }
    }
    if (cannot.isEmpty()) {
      cannot.addAll(blank);
    }
    return new Marks(can, cannot);
  }

  /**
   * Without what is not asked of everybody: that somebody cannot do what is not theirs is no news.
   */
  Marks within(Set<String> offered) {
    Set<String> less = new LinkedHashSet<>(cannot);
    less.retainAll(offered);
    return new Marks(can, less);
  }
}
