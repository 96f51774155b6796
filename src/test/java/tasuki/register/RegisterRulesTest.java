package tasuki.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tasuki.calendar.FiscalYear;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.form.FormValues;
import tasuki.identity.Profession;
import tasuki.kernel.Ruling;
import tasuki.person.PersonId;

/** The rules of registers: each with the case that passes and the case that is refused. */
class RegisterRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
  private static final OrganizationId HOLDER = new OrganizationId(UUID.randomUUID());
  private static final Register REGISTER = RegisterScene.register("rules");
  private static final Validity YEAR = new Validity(Validity.Unit.YEARS, 1);

  private static void allowed(Ruling ruling) {
    assertThat(ruling).isEqualTo(Ruling.ALLOWED);
  }

  private static void refused(Ruling ruling, String why) {
    assertThat(ruling)
        .isInstanceOfSatisfying(
            Ruling.Refused.class,
            no -> assertThat(no.reason()).isEqualTo("register.refused." + why));
  }

  private static Organization organization(OrganizationKind kind) {
    return new Organization(
        HOLDER, kind, "架空", "カクウ", null, "000", null, null, "見本県", null, true, false, TODAY, null,
        null, null, null);
  }

  private static Entry entry(
      EntryState state, @Nullable LocalDate until, boolean listed, @Nullable LocalDate endedOn) {
    return new Entry(
        UUID.randomUUID(),
        "rules",
        HOLDER,
        null,
        "1",
        new Term(TODAY.minusDays(300), until),
        state,
        endedOn,
        null,
        listed);
  }

  private static Entry valid(@Nullable LocalDate until) {
    return entry(EntryState.VALID, until, false, null);
  }

  private static Application application(ApplicationState state) {
    return new Application(
        UUID.randomUUID(),
        "rules",
        UUID.randomUUID(),
        null,
        HOLDER,
        null,
        FormValues.EMPTY,
        state,
        TODAY,
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  void an_organisation_of_a_fitting_kind_applies_and_others_are_told_why_not() {
    Organization pharmacy = organization(OrganizationKind.PHARMACY);
    allowed(EntryPolicy.mayApply(REGISTER, pharmacy, null, false, false, TODAY));
    refused(
        EntryPolicy.mayApply(
            REGISTER, organization(OrganizationKind.HOSPITAL), null, false, false, TODAY),
        "kind");
    refused(EntryPolicy.mayApply(REGISTER, pharmacy, null, true, false, TODAY), "stands-already");
    refused(EntryPolicy.mayApply(REGISTER, pharmacy, null, false, true, TODAY), "pending");
    Register notified = RegisterScene.with(REGISTER, Decider.NOTIFICATION, null);
    refused(EntryPolicy.mayApply(notified, pharmacy, null, false, false, TODAY), "only-lists");
  }

  @Test
  void a_call_is_open_until_its_last_day() {
    Register call = RegisterScene.with(REGISTER, Decider.PROPOSAL, TODAY);
    Organization clinic = organization(OrganizationKind.CLINIC);
    allowed(EntryPolicy.mayComeIn(call, clinic, TODAY));
    refused(EntryPolicy.mayComeIn(call, clinic, TODAY.plusDays(1)), "no-call");
  }

  @Test
  void only_the_professions_of_a_register_stand_in_it() {
    Register doctors =
        RegisterScene.with(
            REGISTER,
            Concerns.PROFESSIONAL,
            Set.of(Profession.DOCTOR),
            YEAR,
            List.of(),
            null,
            true,
            null);
    Organization clinic = organization(OrganizationKind.CLINIC);
    Professional doctor = new Professional("架空", "カクウ", Profession.DOCTOR);
    Professional nurse = new Professional("架空", "カクウ", Profession.NURSE);
    allowed(EntryPolicy.mayApply(doctors, clinic, doctor, false, false, TODAY));
    refused(EntryPolicy.mayApply(doctors, clinic, nurse, false, false, TODAY), "profession");
  }

  @Test
  void an_application_goes_from_step_to_step_and_never_back_from_its_decision() {
    for (ApplicationState state : ApplicationState.values()) {
      for (ApplicationState next : ApplicationState.values()) {
        Ruling ruling = EntryPolicy.mayBecome(application(state), next);
        if (state.canBecome(next)) {
          allowed(ruling);
          assertThat(state.pending()).isTrue();
        } else {
          refused(ruling, "step-" + state);
        }
      }
    }
    allowed(EntryPolicy.mayBecome(application(ApplicationState.APPLIED), ApplicationState.CHECKED));
    allowed(
        EntryPolicy.mayBecome(application(ApplicationState.CHECKED), ApplicationState.ACCEPTED));
    refused(
        EntryPolicy.mayBecome(application(ApplicationState.INCOMPLETE), ApplicationState.ACCEPTED),
        "step-INCOMPLETE");
  }

  @Test
  void what_is_accepted_does_not_end_before_it_begins() {
    Application checked = application(ApplicationState.CHECKED);
    allowed(EntryPolicy.mayAccept(checked, new Term(TODAY, TODAY)));
    refused(EntryPolicy.mayAccept(checked, new Term(TODAY, TODAY.minusDays(1))), "ends-before");
    refused(
        EntryPolicy.mayAccept(application(ApplicationState.DECLINED), new Term(TODAY, null)),
        "step-DECLINED");
  }

  @Test
  void a_renewal_is_applied_for_within_its_time() {
    LocalDate last = TODAY.plusDays(REGISTER.renewalLead());
    allowed(EntryPolicy.mayRenew(valid(last), REGISTER, false, TODAY));
    refused(EntryPolicy.mayRenew(valid(last.plusDays(1)), REGISTER, false, TODAY), "too-early");
    refused(EntryPolicy.mayRenew(valid(last), REGISTER, true, TODAY), "pending");
    refused(EntryPolicy.mayRenew(valid(null), REGISTER, false, TODAY), "endless");
    refused(EntryPolicy.mayRenew(valid(TODAY.minusDays(1)), REGISTER, false, TODAY), "over");
    refused(
        EntryPolicy.mayRenew(entry(EntryState.VALID, last, true, null), REGISTER, false, TODAY),
        "listed");
  }

  @Test
  void what_holds_can_be_given_up_or_cancelled_once() {
    allowed(EntryPolicy.mayEnd(valid(null), EntryState.WITHDRAWN, TODAY));
    refused(
        EntryPolicy.mayEnd(valid(null), EntryState.CANCELLED, TODAY.minusYears(2)), "ends-before");
    Entry gone = entry(EntryState.WITHDRAWN, null, false, TODAY);
    refused(EntryPolicy.mayEnd(gone, EntryState.CANCELLED, TODAY), "over");
    Entry listed = entry(EntryState.VALID, null, true, null);
    refused(EntryPolicy.mayEnd(listed, EntryState.WITHDRAWN, TODAY), "listed");
  }

  @Test
  void a_report_is_handed_in_once_for_a_year_that_was_held() {
    Register reporting =
        RegisterScene.with(
            REGISTER, Concerns.ORGANIZATION, Set.of(), YEAR, List.of(), 5, true, null);
    Entry entry = valid(null);
    FiscalYear year = FiscalYear.of(TODAY);
    allowed(EntryPolicy.mayReport(entry, reporting, year, false, TODAY));
    refused(EntryPolicy.mayReport(entry, reporting, year, true, TODAY), "reported");
    refused(EntryPolicy.mayReport(entry, REGISTER, year, false, TODAY), "no-reports");
    refused(
        EntryPolicy.mayReport(entry, reporting, new FiscalYear(2020), false, TODAY), "report-year");
    refused(EntryPolicy.mayReport(entry, reporting, year.next(), false, TODAY), "report-year");
  }

  @Test
  void settings_that_contradict_each_other_are_refused_with_the_reason() {
    allowed(RegisterPolicy.sound(REGISTER));
    refused(
        RegisterPolicy.sound(
            RegisterScene.with(
                REGISTER, Concerns.PROFESSIONAL, Set.of(), YEAR, List.of(), null, true, null)),
        "no-professions");
    refused(
        RegisterPolicy.sound(
            RegisterScene.with(
                REGISTER, Concerns.ORGANIZATION, Set.of(), YEAR, List.of(365), null, true, null)),
        "reminders");
    refused(
        RegisterPolicy.sound(
            RegisterScene.with(
                REGISTER,
                Concerns.ORGANIZATION,
                Set.of(),
                Validity.WITHOUT_END,
                List.of(30),
                null,
                true,
                null)),
        "reminders");
    refused(
        RegisterPolicy.sound(RegisterScene.with(REGISTER, Decider.PROPOSAL, null)),
        "proposal-needs");
    refused(
        RegisterPolicy.sound(RegisterScene.with(REGISTER, Decider.ASSOCIATION, null)),
        "association-needs");
    refused(
        RegisterPolicy.sound(
            RegisterScene.with(
                REGISTER, Concerns.PERSON, Set.of(), YEAR, List.of(), null, true, "other")),
        "persons-in-public");
    refused(
        RegisterPolicy.sound(
            RegisterScene.with(
                REGISTER, Concerns.PERSON, Set.of(), YEAR, List.of(), null, false, null)),
        "within-needs");
    allowed(RegisterPolicy.mayBeCalled("orange"));
    refused(RegisterPolicy.mayBeCalled("own"), "code-reserved");
  }

  @Test
  void a_version_does_not_change_the_past_nor_what_the_register_is_of() {
    allowed(RegisterPolicy.mayFollow(REGISTER, REGISTER, REGISTER.validFrom()));
    refused(
        RegisterPolicy.mayFollow(REGISTER, REGISTER, REGISTER.validFrom().plusDays(1)),
        "version-of-the-past");
    Register doctors =
        RegisterScene.with(
            REGISTER,
            Concerns.PROFESSIONAL,
            Set.of(Profession.DOCTOR),
            YEAR,
            List.of(),
            null,
            true,
            null);
    refused(RegisterPolicy.mayFollow(REGISTER, doctors, REGISTER.validFrom()), "concerns-change");
  }

  @Test
  void a_patient_is_paired_with_one_hospital_of_the_register() {
    Register pairs =
        RegisterScene.with(
            REGISTER, Concerns.PERSON, Set.of(), YEAR, List.of(), null, false, "hospitals");
    allowed(PairPolicy.mayPair(pairs, true, false, TODAY, TODAY));
    refused(PairPolicy.mayPair(pairs, false, false, TODAY, TODAY), "hospital-not-in-register");
    refused(PairPolicy.mayPair(pairs, true, true, TODAY, TODAY), "paired-already");
    refused(PairPolicy.mayPair(pairs, true, false, TODAY.plusDays(1), TODAY), "future");
    refused(PairPolicy.mayPair(REGISTER, true, false, TODAY, TODAY), "not-of-persons");
    Pair running =
        new Pair(
            UUID.randomUUID(),
            "rules",
            new PersonId(UUID.randomUUID()),
            HOLDER,
            "架空",
            null,
            new Term(TODAY.minusDays(9), TODAY),
            null,
            null,
            HOLDER);
    allowed(PairPolicy.mayRenew(running, TODAY, TODAY));
    refused(PairPolicy.mayRenew(running, TODAY.minusDays(10), TODAY), "ends-before");
    refused(PairPolicy.mayEnd(running, TODAY.plusDays(1), TODAY), "future");
  }

  @Test
  void numbers_follow_the_pattern_of_the_register() {
    Numbering yearly = Numbering.parse("県{era}-{fy}-{n:3}").orElseThrow();
    assertThat(yearly.number(7, LocalDate.of(2027, 3, 31))).isEqualTo("県R8-2026-007");
    assertThat(yearly.period(LocalDate.of(2027, 3, 31))).isEqualTo("2026");
    Numbering plain = Numbering.parse("{n}").orElseThrow();
    assertThat(plain.number(1234, TODAY)).isEqualTo("1234");
    assertThat(plain.period(TODAY)).isEmpty();
    for (String bad : List.of("", "県-2026", "{n}{n}", "{m}-{n}", "{n", "{n:0}")) {
      assertThat(Numbering.parse(bad)).as(bad).isEmpty();
    }
  }
}
