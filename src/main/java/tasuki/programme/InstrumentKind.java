package tasuki.programme;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Through what a programme works. */
public enum InstrumentKind {
  /** 研修. */
  TRAINING,
  /** 補助・助成. */
  GRANT,
  /** 会議体. */
  COUNCIL,
  /** マッチング・派遣. */
  MATCHING,
  /** 広報・公表. */
  PUBLICATION,
  /** 相談. */
  CONSULTATION,
  /** 入退院のルール. */
  TRANSITION,
  /** 名簿・指定. */
  DIRECTORY,
  /** 地域の偏り. */
  COVERAGE,
  /** 調査. */
  SURVEY,
  /** 情報共有. */
  RECORD,
  /** 当番・後方支援病床. */
  ROTA,
  /** 需要の推計. */
  FORECAST,
  /** 修学資金などの貸与. */
  LOAN,
  /** 遠隔医療. */
  TELEHEALTH,
  /** 災害への備え. */
  DISASTER,
  /** 事前登録・意思決定支援. */
  ADVANCE_PLANNING,
  /** レセプトなどの分析. */
  CLAIMS_ANALYSIS;

  /** Those of the words that name a kind, each once; others are left out. */
  static Set<InstrumentKind> of(Collection<String> words) {
    Set<InstrumentKind> kinds = EnumSet.noneOf(InstrumentKind.class);
    for (InstrumentKind kind : values()) {
      if (words.contains(kind.name())) {
        kinds.add(kind);
      }
    }
    return kinds;
  }
}
