package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.directory.OrganizationKind;
import tasuki.form.Audience;
import tasuki.form.FormDefinitions;
import tasuki.identity.Duty;
import tasuki.person.CareLevel;
import tasuki.person.PersonId;
import tasuki.transition.document.DocumentId;
import tasuki.transition.document.Documents;
import tasuki.transition.document.Drafts;

class PrefilledManagerTest {

  @Test
  void the_form_names_the_care_manager_of_the_plan_whoever_of_the_office_writes_it() {
    Scene.Staff manager = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
    Scene.Staff colleague = Scene.colleague(manager.organization(), Duty.CARE);
    Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), Scene.today());
    DocumentId form =
        colleague.does(
            () ->
                House.bean(Drafts.class)
                    .open(stay, FormDefinitions.ADMISSION_INFORMATION, UUID.randomUUID()));
    String named =
        colleague
            .does(() -> House.bean(Documents.class).values(form, Audience.PROFESSIONAL))
            .first("care-manager")
            .orElse("");
    assertThat(named).contains(manager.login()).doesNotContain(colleague.login());
  }
}
