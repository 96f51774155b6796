package tasuki.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.AbsentException;
import tasuki.person.Neighbourhood.Staff;

class AccessTest {

  private final Staff office = Neighbourhood.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE);
  private final Staff hospital = Neighbourhood.staff(OrganizationKind.HOSPITAL);
  private final Persons persons = House.bean(Persons.class);

  @Test
  void outside_the_team_the_person_does_not_exist() {
    PersonId person = Neighbourhood.registered(office);
    assertThat(office.does(() -> persons.get(person)).familyName()).isEqualTo("架空");
    assertThatThrownBy(() -> hospital.does(() -> persons.get(person)))
        .isInstanceOf(AbsentException.class);
    assertThat(rows(hospital, person)).isZero();
    assertThat(rows(office, person)).isOne();
  }

  @Test
  void whoever_joins_sees_the_person() {
    PersonId person = Neighbourhood.registered(office);
    Neighbourhood.letIn(office, person, hospital);
    assertThat(hospital.does(() -> persons.get(person)).givenName()).isNotEmpty();
  }

  private static int rows(Staff staff, PersonId person) {
    return House.as(
        staff.actor(),
        () ->
            House.bean(JdbcClient.class)
                .sql("select count(*) from person.person where id = ?")
                .param(person.value())
                .query(Integer.class)
                .single());
  }
}
