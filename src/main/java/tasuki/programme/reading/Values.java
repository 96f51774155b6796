package tasuki.programme.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line says of a programme.
 *
 * @param serviceType 区分 as printed in this very line; empty where nothing is printed
 * @param isNew whether it is marked 新規
 * @param isRepost whether it is marked 再掲
 * @param number of the programme in its list; empty where the list has none
 * @param name as printed, without a mark of re-posting
 * @param division the words of the division in charge as printed
 * @param funding the marks or words of its sources of money: ①, ②, 県単
 * @param planned in yen; null where it is not certain or nothing is printed
 * @param settled in yen; null where it is not certain or nothing is printed
 * @param remark 備考, or 継続 and 新規, as printed
 */
public record Values(
    String serviceType,
    boolean isNew,
    boolean isRepost,
    String number,
    String name,
    String content,
    String division,
    List<String> funding,
    @Nullable Long planned,
    @Nullable Long settled,
    String remark) {

  public Values {
    funding = List.copyOf(funding);
  }
}
