package tasuki.programme.reading;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a column of a list of programmes holds, with the words it is headed by. */
public enum Field {
  CATEGORY("事業区分", "対象事業区分", "基金区分"),
  KIND("区分", "種別", "サービス種別"),
  NEW("新規"),
  REPOST("再掲"),
  NUMBER("事業no", "事業番号", "番号", "no", "整理番号", "通番"),
  NAME("事業名", "基金事業名", "事業名称", "事業の名称", "施策名", "取組名", "施策・事業名"),
  CONTENT("事業内容", "事業概要", "内容", "概要", "事業の内容", "事業の概要", "取組内容"),
  DIVISION("担当班・室", "担当課", "担当課・班", "担当課・室", "担当部署", "担当所属", "担当", "所管課", "所管"),
  FUNDING("財源", "財源区分", "財源内訳"),
  PLANNED("事業費", "予算額", "当初予算額", "予算", "当初予算", "計画額", "予定額"),
  SETTLED("決算額", "決算", "実績額", "執行額", "支出済額"),
  REMARK("備考", "継続/新規", "新規/継続", "新規・継続", "継続・新規", "新規継続の別");

  private static final Pattern ADDED =
      Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*]|【[^】]*】|" + Plain.CIRCLED + ".*$|[※*:.]");

  private static final Map<String, Field> BY_WORD =
      Stream.of(values())
          .flatMap(field -> Stream.of(field.words.split(" ")).map(word -> Map.entry(word, field)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final String words;

  Field(String... words) {
    this.words = String.join(" ", words);
  }

  /**
   * What a column with such a heading holds; units, notes and legends beside the word do no harm.
   */
  static Optional<Field> headed(String heading) {
    String word = ADDED.matcher(Plain.key(heading)).replaceAll("").toLowerCase(Locale.ROOT);
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
