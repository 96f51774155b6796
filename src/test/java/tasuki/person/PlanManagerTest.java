package tasuki.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Credentials;
import tasuki.identity.Duty;
import tasuki.person.Neighbourhood.Staff;

class PlanManagerTest {

  private final Staff office = Neighbourhood.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE);
  private final Staff colleague = Neighbourhood.staff(office.organization(), Duty.CARE);
  private final Staff clerk = Neighbourhood.staff(office.organization(), Duty.ADMINISTRATOR);
  private final Staff hospital = Neighbourhood.staff(OrganizationKind.HOSPITAL);
  private final PlanOwners owners = House.bean(PlanOwners.class);
  private final PersonId person = Neighbourhood.registered(office);

  private void set(int month, @Nullable CareManager manager) {
    office.does(
        () ->
            owners.set(
                person,
                new NewPlanOwner(
                    YearMonth.of(2026, month),
                    PlanOwnerKind.CARE_MANAGEMENT_OFFICE,
                    office.organization(),
                    null,
                    manager)));
  }

  private Optional<CareManager> in(int month) {
    return office.does(() -> owners.manager(person, YearMonth.of(2026, month)));
  }

  private Visitor visitor() {
    House.bean(Credentials.class).give(office.account(), Neighbourhood.PASSWORD);
    return Visitor.signedIn(office.login(), Neighbourhood.PASSWORD);
  }

  @Test
  void the_care_manager_follows_the_months() {
    set(4, new CareManager("", null, office.account()));
    set(6, new CareManager("架空 ペン子", "000-555-1234", null));
    set(8, null);
    assertThat(in(3)).isEmpty();
    assertThat(in(5)).contains(new CareManager("架空 " + office.login(), null, office.account()));
    assertThat(in(7)).contains(new CareManager("架空 ペン子", "000-555-1234", null));
    assertThat(in(8)).isEmpty();
  }

  @Test
  void only_those_who_make_plans_there_can_be_chosen() {
    AccessTest.assertRefused(
        () -> set(4, new CareManager("", null, clerk.account())),
        "person.refused.manager-elsewhere");
    AccessTest.assertRefused(
        () -> set(4, new CareManager("", null, hospital.account())),
        "person.refused.manager-elsewhere");
    assertThat(office.does(() -> owners.staff(hospital.organization()))).isEmpty();
  }

  @Test
  void the_staff_to_choose_from_are_those_of_the_office_picked() {
    Visitor visitor = visitor();
    String page = "/persons/" + person + "/plan-owner";
    visitor.get(page);
    HttpResponse<String> picked =
        visitor.post(page, fields("pick", "organization", "managerName", "架空 ペン子"));
    assertThat(picked.body())
        .contains("value=\"" + office.account() + "\"", "value=\"" + colleague.account() + "\"")
        .contains("架空 ペン子")
        .doesNotContain(clerk.account().toString(), "data-error-summary");
    assertThat(office.does(() -> owners.history(person))).isEmpty();

    HttpResponse<String> twice =
        visitor.post(
            page, fields("careManager", colleague.account().toString(), "managerName", "架空 ペン子"));
    assertThat(twice.statusCode()).isEqualTo(422);
    assertThat(twice.body()).contains("f-managerName-error");
    HttpResponse<String> stranger =
        visitor.post(page, fields("careManager", hospital.account().toString()));
    assertThat(stranger.body()).contains("f-careManager-error");
  }

  @Test
  void the_person_s_page_names_the_care_manager_and_an_inquiry_does_not() {
    Visitor visitor = visitor();
    String page = "/persons/" + person + "/plan-owner";
    visitor.get(page);
    HttpResponse<String> saved =
        visitor.post(page, fields("managerName", "架空 ペン子", "managerTelephone", "000-555-1234"));
    assertThat(saved.body()).contains("保存しました", "架空 ペン子(電話 000-555-1234)");
    assertThat(visitor.get(page).body()).contains("架空 ペン子(電話 000-555-1234)");

    NewPerson entry = Neighbourhood.person();
    PersonId asked = Neighbourhood.registered(office, entry);
    office.does(
        () ->
            owners.set(
                asked,
                new NewPlanOwner(
                    YearMonth.of(2024, 4),
                    PlanOwnerKind.CARE_MANAGEMENT_OFFICE,
                    office.organization(),
                    null,
                    new CareManager("架空 ペン子", null, null))));
    LookUp.Answer answer =
        hospital.does(
            () ->
                House.bean(LookUp.class)
                    .ask(
                        new ExactQuery.ByPerson(
                            entry.familyKana(),
                            entry.givenKana(),
                            entry.birthDate(),
                            entry.sex(),
                            "0001234567",
                            null),
                        "入院のため"));
    assertThat(answer.office()).isNotNull();
    assertThat(answer.toString()).doesNotContain("ペン子");
  }

  private Map<String, String> fields(String... namesAndValues) {
    Map<String, String> fields = new HashMap<>();
    fields.put("planKind", "CARE_MANAGEMENT_OFFICE");
    fields.put("organization", office.organization().toString());
    fields.put("fromMonth", "R8.4");
    for (int at = 0; at < namesAndValues.length; at += 2) {
      fields.put(namesAndValues[at], namesAndValues[at + 1]);
    }
    return fields;
  }
}
