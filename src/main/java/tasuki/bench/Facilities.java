package tasuki.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import tasuki.area.BaseUnit;

/**
 * Writes facilities in the layout and with the known faults of 医療情報ネット, a file of each kind, in the
 * real municipalities of the country and under names that nobody has. The same every time.
 */
final class Facilities {

  /** What is wrong with a position. */
  enum Position {
    SOUND,
    /** 16,000 of the published 206,000 rows. */
    ZERO,
    /** Three or more facilities of different addresses stand on one point. */
    SHARED,
    /** The point is that of a place in another prefecture. */
    ELSEWHERE
  }

  /**
   * A row that was written, and what is wrong with it.
   *
   * @param id by which the list knows it
   * @param bedless a hospital without its beds
   */
  record Row(String id, Position position, boolean bedless) {}

  /** 機関区分, of a hundred how many, and what they are called. */
  private enum Kind {
    HOSPITAL(1, 4, "病院", "ビョウイン"),
    CLINIC(2, 44, "内科クリニック", "ナイカクリニック"),
    DENTAL_CLINIC(3, 32, "歯科医院", "シカイイン"),
    PHARMACY(5, 20, "薬局", "ヤッキョク");

    private final int number;
    private final int percent;
    private final String called;
    private final String kana;

    Kind(int number, int percent, String called, String kana) {
      this.number = number;
      this.percent = percent;
      this.called = called;
      this.kana = kana;
    }

    String heading() {
      return HEADING.formatted(this == PHARMACY ? "薬局の" : "案内用", this == PHARMACY ? "備考" : "合計病床数");
    }
  }

  private static final String HEADING =
      "\"ID\",\"正式名称\",\"正式名称（フリガナ）\",\"略称\",\"略称（フリガナ）\",\"英語表記（ローマ字表記）\",\"機関区分\",\"都道府県コード\",\"市区町村コード\",\"所在地\","
          + "\"所在地座標（緯度）\",\"所在地座標（経度）\",\"%sホームページアドレス\",\"%s\"\r\n";

  private static final int PUBLISHED = 206;
  private static final int AT_ZERO = 16;
  private static final int MOST_ON_A_POINT = 6;

  private final Random random = new Random(PUBLISHED);
  private final MadeUp madeUp;
  private final Consumer<Row> told;

  /** How many of the next facilities stand on the same point. */
  private int sharing;

  private MadeUp.Point shared = new MadeUp.Point(0, 0);
  private BaseUnit sharedUnit;

  private Facilities(List<BaseUnit> everywhere, Consumer<Row> told) {
    this.madeUp = new MadeUp(everywhere, random);
    this.sharedUnit = madeUp.unit();
    this.told = told;
  }

  /**
   * Writes the files of all kinds into a folder.
   *
   * @param rows how many there are of all kinds together
   * @param told of each row that is written
   */
  static List<Path> write(Path folder, List<BaseUnit> everywhere, int rows, Consumer<Row> told)
      throws IOException {
    Facilities facilities = new Facilities(everywhere, told);
    List<Path> files = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Path file = folder.resolve(kind.number + ".csv");
      try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        out.write(kind.heading());
        int most = rows * kind.percent / 100;
        for (int number = 1; number <= most; number++) {
          out.write(facilities.row(kind, number, most - number));
        }
      }
      files.add(file);
    }
    return files;
  }

  private String row(Kind kind, int number, int left) {
    Position position = position(left);
    BaseUnit unit = position == Position.SHARED ? sharedUnit : madeUp.unit();
    String id = unit.code().substring(0, 2) + kind.number + "%010d".formatted(number);
    boolean bedless = kind == Kind.HOSPITAL && madeUp.oneIn(12);
    String word = madeUp.word();
    told.accept(new Row(id, position, bedless));
    return "\"%s\",\"%s\",\"%s\",\"\",\"\",\"\",\"%d\",\"%s\",\"%s\",\"%s\",%s,\"%s\",\"%s\"%n"
        .formatted(
            id,
            (madeUp.oneIn(3) ? "医療法人社団" + word + "会　" : "") + word + kind.called,
            MadeUp.kana(word) + kind.kana,
            kind.number,
            unit.code().substring(0, 2),
            unit.code().substring(2),
            madeUp.address(unit),
            point(position, unit),
            madeUp.oneIn(2) ? "" : "https://example.jp/" + id,
            beds(kind, bedless));
  }

  private Position position(int left) {
    if (sharing == 0 && left >= MOST_ON_A_POINT && madeUp.oneIn(200)) {
      sharing = 3 + random.nextInt(MOST_ON_A_POINT - 2);
      sharedUnit = madeUp.unit();
      shared = madeUp.point(sharedUnit);
    }
    if (sharing > 0) {
      sharing--;
      return Position.SHARED;
    }
    if (random.nextInt(PUBLISHED) < AT_ZERO) {
      return Position.ZERO;
    }
    return madeUp.oneIn(100) ? Position.ELSEWHERE : Position.SOUND;
  }

  private String point(Position position, BaseUnit unit) {
    MadeUp.Point point =
        switch (position) {
          case SOUND -> madeUp.point(unit);
          case ZERO -> new MadeUp.Point(0, 0);
          case SHARED -> shared;
          case ELSEWHERE -> madeUp.point(madeUp.elsewhere(unit));
        };
    return position == Position.ZERO ? "0,0" : "%.6f,%.6f".formatted(point.north(), point.east());
  }

  /** Clinics mostly have none and leave it blank; a hospital without any has left it out. */
  private String beds(Kind kind, boolean bedless) {
    return switch (kind) {
      case HOSPITAL -> bedless ? "" : "" + (20 + random.nextInt(400));
      case CLINIC -> madeUp.oneIn(20) ? "" + (1 + random.nextInt(19)) : "";
      case DENTAL_CLINIC, PHARMACY -> "";
    };
  }
}
