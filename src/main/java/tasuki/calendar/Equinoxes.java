package tasuki.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The days of the equinoxes in Japan: as announced by the National Astronomical Observatory where
 * they are announced ({@code calendar/equinox-days.csv}), by formula after that.
 *
 * <p>The formula is the common approximation for 1980–2099 (海上保安庁水路部「新こよみ便利帳」): the sun is back
 * after 365.242194 days. It agrees with every announced year since 1980.
 */
final class Equinoxes {
  private static final String ANNOUNCED = "/calendar/equinox-days.csv";
  private static final double DRIFT = 0.242194;
  private static final double MARCH = 20.8431;
  private static final double SEPTEMBER = 23.2488;
  private static final int EPOCH = 1980;

  private final Map<Integer, LocalDate> march = new TreeMap<>();
  private final Map<Integer, LocalDate> september = new TreeMap<>();

  private Equinoxes() {}

  /** The announced days from the class path. */
  static Equinoxes announced() {
    Equinoxes equinoxes = new Equinoxes();
    InputStream stream = Objects.requireNonNull(Equinoxes.class.getResourceAsStream(ANNOUNCED));
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("year"))
          .forEach(equinoxes::add);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + ANNOUNCED, broken);
    }
    return equinoxes;
  }

  private void add(String line) {
    String[] cells = line.split(",", -1);
    int year = Integer.parseInt(cells[0]);
    if (!cells[1].isEmpty()) {
      march.put(year, LocalDate.of(year, 3, Integer.parseInt(cells[1])));
    }
    if (!cells[2].isEmpty()) {
      september.put(year, LocalDate.of(year, 9, Integer.parseInt(cells[2])));
    }
  }

  boolean isAnnounced(int year) {
    return september.containsKey(year);
  }

  LocalDate vernal(int year) {
    LocalDate announced = march.get(year);
    return announced == null ? LocalDate.of(year, 3, byFormula(MARCH, year)) : announced;
  }

  LocalDate autumnal(int year) {
    LocalDate announced = september.get(year);
    return announced == null ? LocalDate.of(year, 9, byFormula(SEPTEMBER, year)) : announced;
  }

  static int vernalByFormula(int year) {
    return byFormula(MARCH, year);
  }

  static int autumnalByFormula(int year) {
    return byFormula(SEPTEMBER, year);
  }

  private static int byFormula(double start, int year) {
    int years = year - EPOCH;
    return (int) (start + DRIFT * years - Math.floorDiv(years, 4));
  }
}
