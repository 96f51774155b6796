package tasuki.practice;

import java.util.Map;
import java.util.Optional;
import tasuki.area.AreaKind;

/** The kind of area a programme is run by, where its words leave no doubt. */
public enum AreaType {
  PREFECTURE,
  SECONDARY_MEDICAL_AREA,
  HOME_CARE_AREA,
  PUBLIC_HEALTH_CENTRE_DISTRICT,
  MEDICAL_ASSOCIATION_DISTRICT,
  LIVING_AREA,
  MUNICIPALITY;

  /** 圏域, 東部地域 or 離島 say no kind of area, and a dental association's district is none of these. */
  private static final Map<String, AreaType> CERTAIN =
      Map.of(
          "県", PREFECTURE,
          "二次医療圏", SECONDARY_MEDICAL_AREA,
          "二次保健医療圏", SECONDARY_MEDICAL_AREA,
          "在宅医療圏", HOME_CARE_AREA,
          "保健所管内", PUBLIC_HEALTH_CENTRE_DISTRICT,
          "郡市医師会", MEDICAL_ASSOCIATION_DISTRICT,
          "日常生活圏域", LIVING_AREA,
          "市町", MUNICIPALITY,
          "市町村", MUNICIPALITY);

  /** The kind that the words name for certain. */
  static Optional<AreaType> certainlyMeantBy(String words) {
    return Optional.ofNullable(CERTAIN.get(words));
  }

  /** The key of its name: one of the area kinds' where it is one of those. */
  String label() {
    return this == PREFECTURE
        ? "practice.area-type.PREFECTURE"
        : "area.kind." + AreaKind.valueOf(name());
  }
}
