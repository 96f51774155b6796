package tasuki.programme.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import tasuki.SharedData;

/** Lists for the tests of this package. */
final class Lists {

  /** Headings of a small list with two columns of money. */
  static final String HEADINGS = "区分\t新規\t再掲\t番号\t事業名\t事業内容\t担当課\t財源\t事業費(千円)\t決算額(円)\t備考\n";

  static final String TITLE = "令和7年度(2025年度)施策一覧\n";

  /** A line that is sound, so that settled money is printed in every small list. */
  static final String SOUND = "\t\t\t90\t確かな事業\t内容\t医療課\t①\t100\t90,000\t継続\n";

  private Lists() {}

  /** Two lists of one prefecture, the former garbled when it became text. */
  static String twoYears() {
    return SharedData.reference("001_chiba_home_care_list_r6_r7.txt");
  }

  /** The programmes of another prefecture's fund, over several pages. */
  static String fund() {
    String whole = SharedData.reference("003_kumamoto_fund.txt");
    return whole.substring(whole.indexOf("令和7年度(2025年度)地域医療介護総合確保基金(医療分) 事業一覧"));
  }

  static List<ListReading> read(String text) {
    return ListReader.read(PastedText.cells(text), null);
  }

  static ListReading only(String text) {
    List<ListReading> readings = read(text);
    assertThat(readings).hasSize(1);
    return readings.getFirst();
  }

  /** The lines of a small list. */
  static ListReading small(String lines) {
    return only(TITLE + HEADINGS + lines + SOUND);
  }

  /** The first programme of a small list. */
  static ProgrammeLine first(String lines) {
    return small(lines).programmes().getFirst();
  }

  /** What a line is offered to be; it must be offered something. */
  static Values suggestion(ProgrammeLine line) {
    return Objects.requireNonNull(line.suggestion());
  }

  /** What was computed beside a printed sum; it must have been. */
  static TotalCheck.Sum computed(TotalCheck check) {
    return Objects.requireNonNull(check.computed());
  }

  static List<Reason> reasons(ListLine line) {
    return line.doubts().stream().map(Doubt::reason).toList();
  }
}
