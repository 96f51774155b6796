package tasuki;

import java.util.List;
import java.util.stream.Stream;

/** What comes in by mistake, by a broken program or by malice. */
final class NastyInput {

  static final String LONG = "長い x".repeat(25_000);

  /** Every field gets each of these. */
  static final List<String> SMALL =
      List.of(
          "",
          " \u3000 ",
          LONG,
          "a\u0000b\u0007c\u001B[0m\u0085d\uFFFE\uFFFF",
          "👨‍👩‍👧‍👦か\u3099e\u0301\uDB40\uDD00𠮷🏥",
          "<script>alert(1)</script>\"'&lt;",
          "';-- \\ % _ {0} ${1} #{x} [[${7*7}]]",
          "-1",
          "99999999999999999999",
          "１２３",
          "2026-02-30",
          "S99.9.9",
          "25:61",
          "00000000-0000-0000-0000-000000000000");

  /** Every field gets some of these and of the others. */
  static final List<String> RARE =
      List.of(
          "1.5e400",
          "0000-00-00",
          "99999-12-31",
          "2199-12-31",
          "1873-01-01",
          "NONSENSE",
          "1-1-1-1-1",
          "null",
          "NaN",
          "\u202Efdp.exe\u2066",
          "https://example.invalid/../..\\",
          "a@b.c\r\nBcc: d@e.f");

  /** All of them. */
  static final List<String> ALL = Stream.concat(SMALL.stream(), RARE.stream()).toList();

  /** What can stand in the path in the place of an id, written as in an address. */
  static final List<String> IDS =
      List.of(
          "x",
          "-1",
          "null",
          "1-1-1-1-1",
          "00000000-0000-0000-0000-000000000000",
          "00000000-0000-0000-0000-00000000000g",
          "%F0%9F%8F%A5",
          "%C3%28",
          "%ED%A0%80",
          "a%20b",
          "%3Cscript%3E",
          "'--",
          "%7B0%7D",
          "x".repeat(5000));

  /** What firewalls and servers refuse before any page is asked. */
  static final List<String> MALICE =
      List.of(
          "%00", "..%2F..%2Fetc%2Fpasswd", "a;b=c", "%2e%2e", "%5C", "%0d%0aX:%20y", "//", "%25");

  /** Bodies that no form makes. */
  static final List<String> BODIES =
      List.of(
          "",
          "&&&=&=a&b",
          "%zz=1",
          "a=%",
          "a=%C0%80&b=%ED%A0%80&c=%FF%FE",
          "a%00b=c",
          "name[0]=a&name[]=b&name.x=c&class.module.classLoader=d",
          "a=1;b=2",
          "{\"a\":1}");

  private NastyInput() {}
}
