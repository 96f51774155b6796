package tasuki.directory;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings names to one spelling for searching, so that 髙橋 finds 高橋 and ﾀｶﾊｼ what たかはし finds. */
public final class SearchText {

  /** Letters that are written in an old and a new form, as pairs. */
  private static final String OLD_AND_NEW =
      "髙高﨑崎碕崎嵜崎邊辺邉辺齋斎齊斉澤沢濱浜濵浜廣広國国嶋島嶌島眞真德徳惠恵髮髪桒桑槗橋曻昇會会學学壽寿龍竜瀧滝醫医藥薬榮栄總総縣県區区靜静淺浅黑黒"
          + "櫻桜嶽岳舘館圓円驛駅鐵鉄條条莊荘豐豊寳宝寶宝萬万與与勞労勳勲實実寫写將将專専對対屬属巖巌帶帯應応戀恋懷懐戰戦拂払據拠擔担擴拡攝摂數数晝昼曉暁樂楽"
          + "樓楼檢検權権歐欧歸帰殘残氣気淨浄溪渓滿満濟済瀨瀬燈灯狹狭獨独當当盡尽碎砕祕秘禮礼禪禅稻稲穗穂穰穣竊窃粹粋經経綠緑續続罐缶聲声聽聴腦脳臟臓臺台"
          + "舊旧薗園藏蔵蘆芦藝芸處処號号螢蛍蠅蝿衞衛覺覚覽覧觀観觸触證証譯訳譽誉讀読豫予賴頼轉転遙遥遲遅邨村鄕郷醉酔鑛鉱關関險険隨随雜雑靈霊顯顕飜翻餘余騷騒"
          + "驗験鷄鶏鹽塩麥麦黃黄點点齒歯齡齢龜亀亞亜佛仏假仮價価傳伝僞偽兒児兩両冨富劍剣勸勧卷巻參参吳呉單単嚴厳圍囲團団壓圧壯壮壹壱壻婿檜桧曾曽籠篭頸頚檮梼"
          + "礪砺礦鉱竈竃藪薮鷗鴎壺壷攪撹渕淵儘侭蟬蝉祿禄";

  /** Long signs and dashes that people take for one another. */
  private static final String HYPHENS = "ー‐‑‒–—―−─━ｰ﹣－⁃";

  private static final char[] ONE_FORM = oneForms();

  /** A number in kanji is one only before a word that counts: 三丁目, but not 三鷹. */
  private static final Pattern COUNTED = Pattern.compile("([一二三四五六七八九十]+)(丁目|番|号|条|線)");

  private static final Pattern BETWEEN =
      Pattern.compile("(?<=[0-9])(?:丁目|番地の|番地|番の|番|号|の|ノ|[-‐‑–—―−ー－])(?=[0-9])");

  private static final Pattern LAST = Pattern.compile("(?<=[0-9])(?:番地|番|号)(?![0-9])");

  private SearchText() {}

  /** The text in one spelling, its words parted by one space. */
  public static String normalised(String text) {
    StringBuilder plain = new StringBuilder();
    letters(text).codePoints().forEach(letter -> append(plain, letter));
    return plain.toString().strip();
  }

  /**
   * The text with each letter in one form: NFKC, small, katakana, new kanji, {@code -} for every
   * sign that is a hyphen or looks like one. Nothing is left out.
   */
  public static String letters(String text) {
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(narrow.length());
    for (int at = 0; at < narrow.length(); at++) {
      plain.append(ONE_FORM[narrow.charAt(at)]);
    }
    return plain.toString();
  }

  private static void append(StringBuilder plain, int letter) {
    if (Character.isWhitespace(letter)) {
      if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    } else if (Character.isLetterOrDigit(letter)) {
      plain.appendCodePoint(letter);
    }
    // Hyphens, dots and long dashes are typed or left out at will, so they do not count.
  }

  /** A table instead of a search: a whole country's list passes through it letter by letter. */
  private static char[] oneForms() {
    char[] forms = new char[Character.MIN_SUPPLEMENTARY_CODE_POINT];
    for (int letter = 0; letter < forms.length; letter++) {
      boolean hiragana = letter >= 0x3041 && letter <= 0x3096;
      forms[letter] = (char) (hiragana ? letter + 0x60 : letter);
    }
    for (int at = 0; at < OLD_AND_NEW.length(); at += 2) {
      forms[OLD_AND_NEW.charAt(at)] = OLD_AND_NEW.charAt(at + 1);
    }
    HYPHENS.chars().forEach(hyphen -> forms[hyphen] = '-');
    return forms;
  }

  /** The words of a query, each in one spelling. */
  public static List<String> words(String query) {
    String plain = normalised(query);
    return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
  }

  /** The whole text in one spelling, without the spaces in it: a name is one word. */
  public static String plain(String text) {
    return normalised(text).replace(" ", "");
  }

  /**
   * An address with its numbers written one way, so that 2-1-38, ２丁目１番３８号 and 二丁目１番地３８ are one.
   * What stands between two numbers of it becomes a hyphen.
   */
  public static String numbered(String address) {
    String text = Normalizer.normalize(address, Normalizer.Form.NFKC);
    Matcher counted = COUNTED.matcher(text);
    text = counted.replaceAll(found -> KanjiNumber.of(found.group(1)) + found.group(2));
    return LAST.matcher(BETWEEN.matcher(text).replaceAll("-")).replaceAll("");
  }
}
