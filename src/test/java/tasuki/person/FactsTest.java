package tasuki.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Ruling;
import tasuki.person.Neighbourhood.Staff;

class FactsTest {

  private final Staff office = Neighbourhood.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE);
  private final PersonId person = Neighbourhood.registered(office);
  private final PlanOwners owners = House.bean(PlanOwners.class);
  private final Certifications certifications = House.bean(Certifications.class);

  private void owner(int year, int month, PlanOwnerKind kind, @Nullable OrganizationId who) {
    office.does(
        () ->
            owners.set(person, new NewPlanOwner(YearMonth.of(year, month), kind, who, null, null)));
  }

  private @Nullable PlanOwnerKind in(int year, int month) {
    return office
        .does(() -> owners.current(person, YearMonth.of(year, month)))
        .map(PlanOwner::kind)
        .orElse(null);
  }

  @Test
  void the_plan_owner_follows_the_months_and_undecided_is_an_answer() {
    OrganizationId centre = Neighbourhood.organization(OrganizationKind.COMMUNITY_SUPPORT_CENTRE);
    owner(2026, 4, PlanOwnerKind.CARE_MANAGEMENT_OFFICE, office.organization());
    owner(2026, 8, PlanOwnerKind.UNDECIDED, null);
    owner(2026, 10, PlanOwnerKind.SUPPORT_CENTRE, centre);
    assertThat(in(2026, 3)).isNull();
    assertThat(in(2026, 7)).isEqualTo(PlanOwnerKind.CARE_MANAGEMENT_OFFICE);
    assertThat(in(2026, 9)).isEqualTo(PlanOwnerKind.UNDECIDED);
    assertThat(in(2027, 1)).isEqualTo(PlanOwnerKind.SUPPORT_CENTRE);
    owner(2026, 8, PlanOwnerKind.CARE_MANAGEMENT_OFFICE, office.organization());
    assertThat(in(2026, 9)).isEqualTo(PlanOwnerKind.CARE_MANAGEMENT_OFFICE);
    assertThat(office.does(() -> owners.history(person))).hasSize(4);
  }

  @Test
  void designated_offices_exist_only_from_april_2024() {
    assertRuling(2024, 3, PlanOwnerKind.DESIGNATED_OFFICE, null, "person.refused.plan-designated");
    assertRuling(2024, 4, PlanOwnerKind.DESIGNATED_OFFICE, null, null);
    assertRuling(2024, 4, PlanOwnerKind.ENTRUSTED_OFFICE, null, "person.refused.plan-entrusting");
    assertRuling(
        2024, 4, PlanOwnerKind.ENTRUSTED_OFFICE, OrganizationKind.COMMUNITY_SUPPORT_CENTRE, null);
    assertRuling(2024, 4, PlanOwnerKind.FACILITY, null, "person.refused.plan-kind");
  }

  private static void assertRuling(
      int year,
      int month,
      PlanOwnerKind kind,
      @Nullable OrganizationKind entrusting,
      @Nullable String reason) {
    OrganizationId any = new OrganizationId(UUID.randomUUID());
    Ruling ruling =
        PlanOwnerRules.fits(
            new NewPlanOwner(YearMonth.of(year, month), kind, any, null, null),
            OrganizationKind.CARE_MANAGEMENT_OFFICE,
            entrusting);
    assertThat(ruling).isEqualTo(reason == null ? Ruling.ALLOWED : Ruling.refused(reason));
  }

  @Test
  void a_consent_is_somebody_s_and_who_speaks_for_another_says_why() {
    OffsetDateTime now = OffsetDateTime.now();
    assertBasis(basis(BasisKind.WRITTEN_CONSENT, GivenBy.PERSON, null, null, null), now, null);
    assertBasis(
        basis(BasisKind.WRITTEN_CONSENT, GivenBy.NOBODY, null, null, null),
        now,
        "person.refused.basis-by-nobody");
    assertBasis(
        basis(BasisKind.PROTECTION_OF_LIFE, GivenBy.PERSON, null, null, null),
        now,
        "person.refused.basis-by-somebody");
    assertBasis(
        basis(BasisKind.CONTRACT, GivenBy.FAMILY, "架空 一郎", null, null),
        now,
        "person.refused.basis-proxy");
    assertBasis(
        basis(BasisKind.ORAL_CONSENT, GivenBy.PERSON, null, null, null),
        now,
        "person.refused.basis-note");
    assertBasis(
        basis(BasisKind.CONTRACT, GivenBy.PERSON, null, null, now.minusSeconds(1)),
        now,
        "person.refused.basis-past");
  }

  private static NewBasis basis(
      BasisKind kind,
      GivenBy by,
      @Nullable String name,
      @Nullable String reason,
      @Nullable OffsetDateTime until) {
    return new NewBasis(kind, by, null, name, reason, List.of(), null, until);
  }

  private static void assertBasis(NewBasis basis, OffsetDateTime now, @Nullable String reason) {
    assertThat(BasisRules.complete(basis, now))
        .isEqualTo(reason == null ? Ruling.ALLOWED : Ruling.refused(reason));
  }

  @Test
  void the_certification_of_a_day_is_the_one_that_has_begun() {
    certify(CertificationStatus.CERTIFIED, CareLevel.CARE_1, null, "2026-04-01", "2027-03-31");
    certify(CertificationStatus.CHANGE_APPLIED, CareLevel.CARE_1, "2026-10-05", null, null);
    certify(CertificationStatus.CERTIFIED, CareLevel.CARE_3, null, "2026-10-05", "2027-10-31");
    certify(CertificationStatus.CERTIFIED, CareLevel.CARE_4, null, "2027-11-01", "2029-10-31");
    Certification now = on("2026-11-24");
    assertThat(now.level()).isEqualTo(CareLevel.CARE_3);
    assertThat(now.expiredOn(LocalDate.of(2027, 11, 1))).isTrue();
    assertThat(on("2027-11-01").level()).isEqualTo(CareLevel.CARE_4);
    assertThat(CareLevel.CARE_4.lifeCode()).isEqualTo("24");
  }

  private Certification on(String day) {
    return office.does(() -> certifications.on(person, LocalDate.parse(day))).orElseThrow();
  }

  private void certify(
      CertificationStatus status,
      CareLevel level,
      @Nullable String applied,
      @Nullable String from,
      @Nullable String until) {
    office.does(
        () ->
            certifications.record(
                person, new Certification(status, level, day(applied), day(from), day(until))));
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  @Test
  void there_is_one_key_person_and_a_changed_entry_takes_the_place_of_the_former() {
    Relatives relatives = House.bean(Relatives.class);
    var son = new Relative.Details("架空 一郎", "長男", "000-999-0000", false, true, true, null);
    var daughter = new Relative.Details("架空 桜", "長女", null, true, true, false, null);
    var moved = new Relative.Details("架空 一郎", "長男", "000-888-0000", true, false, true, null);
    var first = office.does(() -> relatives.record(person, son, null));
    office.does(() -> relatives.record(person, daughter, null));
    office.does(() -> relatives.record(person, moved, first));
    assertThat(office.does(() -> relatives.of(person)))
        .extracting(Relative::details)
        .containsExactly(daughter, moved);
  }
}
