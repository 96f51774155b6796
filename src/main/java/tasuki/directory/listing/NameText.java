package tasuki.directory.listing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasuki.directory.SearchText;

/**
 * The name of an organisation in two parts that can be compared: who runs it, and what it is
 * called. Lists write the legal form, the corporation and the spaces between them at will.
 *
 * @param operator the corporation (法人) in front of the name; empty where none is named
 * @param core the name itself, in one spelling and without spaces
 */
record NameText(String operator, String core) {

  /** Legal forms, the longer ones first; also as abbreviations in brackets. */
  private static final String FORMS =
      "(?:特定医療法人|社会医療法人|医療法人)(?:社団|財団)?|社会福祉法人(?:恩賜財団)?|(?:公益|一般)?(?:社団法人|財団法人)"
          + "|特定非営利活動法人|npo法人|学校法人|宗教法人|独立行政法人|地方独立行政法人|国立大学法人|公立大学法人|国立研究開発法人"
          + "|農業協同組合連合会|医療生活協同組合|生活協同組合|株式会社|有限会社|合同会社|合資会社|合名会社"
          + "|\\((?:特医|社医|医社|医財|医|社福|福|社|財|公社|公財|一社|一財|特非|学|宗|独|地独|株|有|同|資|名)\\)";

  private static final Pattern FORM = Pattern.compile(FORMS);
  private static final Pattern FORM_BEHIND = Pattern.compile("(?:株式会社|有限会社|合同会社|\\((?:株|有|同)\\))$");

  /** A corporation whose end is seen without a space: 医療法人社団めぐみ会杉並クリニック. */
  private static final Pattern ASSOCIATION = Pattern.compile("^(\\S{1,14}?[会団])(\\S{3,})$");

  /** Words that many have: none of them alone names a place. */
  private static final Pattern GENERIC =
      Pattern.compile(
          "(?:内科|外科|小児科|整形|眼科|皮[膚フ]科|耳鼻咽喉科|耳鼻科|産婦人科|婦人科|精神科|泌尿器科|胃腸科|循環器科?|消化器科?|呼吸器科?|脳神経"
              + "|心療|歯科|訪問看護|訪問介護|居宅介護支援|介護|看護|在宅|デイサビス|ケアプラン|ケア|ステション|センタ|サビス|事業所|支援"
              + "|クリニック|診療所|医院|病院|薬局|調剤|駅前|中央|科)*");

  static NameText of(String name) {
    String written = SearchText.letters(name).strip();
    String plain = withoutForms(written);
    String operator = "";
    if (plain.length() < written.length()) {
      int space = plain.indexOf(' ');
      Matcher association = ASSOCIATION.matcher(plain);
      if (space > 0 && named(plain.substring(space))) {
        operator = plain.substring(0, space);
        plain = plain.substring(space + 1);
      } else if (space < 0 && association.matches() && named(association.group(2))) {
        operator = association.group(1);
        plain = association.group(2);
      }
    }
    return new NameText(compact(operator), compact(withoutFormBehind(plain)));
  }

  /** A corporation's name without its legal form, as it stands in front of names. */
  static String operatorOf(String corporation) {
    String plain = withoutForms(SearchText.letters(corporation).strip());
    return compact(withoutFormBehind(plain));
  }

  private static String withoutFormBehind(String name) {
    return name.endsWith("会社") || name.endsWith(")")
        ? FORM_BEHIND.matcher(name).replaceFirst("")
        : name;
  }

  private static String withoutForms(String written) {
    if (!written.startsWith("(")
        && !written.contains("法人")
        && !written.contains("会社")
        && !written.contains("組合")) {
      return written;
    }
    String plain = written;
    Matcher form = FORM.matcher(plain);
    while (form.reset(plain).lookingAt()) {
      plain = plain.substring(form.end()).strip();
    }
    return plain;
  }

  /** Whether something is left that can stand as a name by itself. */
  private static boolean named(String rest) {
    return rest.strip().length() >= 3;
  }

  private static String compact(String text) {
    return text.isEmpty() ? "" : SearchText.plain(text);
  }

  /** Whether the name alone tells one place from another in the same town. */
  boolean telling() {
    return core.length() >= 3 && !GENERIC.matcher(core).matches();
  }

  /** By what two names are the same; a name that says nothing keeps its corporation. */
  String key() {
    return telling() ? core : operator + core;
  }
}
