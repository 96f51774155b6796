package tasuki.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import tasuki.House;
import tasuki.Visitor;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Actor;

class DivisionsTest {

  private final OrganizationId prefecture = Sample.organization(OrganizationKind.PREFECTURE);
  private final Account boss = Sample.account(prefecture, Duty.ADMINISTRATOR);
  private final Account officer = Sample.account(prefecture, Duty.OFFICER);
  private final Divisions divisions = House.bean(Divisions.class);

  @Test
  void an_administrator_adds_a_division_places_an_officer_and_ends_it() {
    Visitor administrator = Sample.signedIn(boss);
    HttpResponse<String> page =
        administrator.post("/divisions", Map.of("name", "架空在宅医療班", "compiles", "true"));
    assertThat(page.body()).contains("架空在宅医療班を加えました", officer.name());
    String address = page.uri().getPath();
    page =
        administrator.post(address, Map.of("name", "架空在宅医療課", "members", officer.id().toString()));
    assertThat(page.body()).contains("架空在宅医療課を保存しました").contains(officer.name());
    assertThat(names(officer)).containsExactly("架空在宅医療課");
    page = administrator.post(address + "/end", Map.of());
    assertThat(page.body()).contains("架空在宅医療課を終えました", "終了");
    assertThat(names(officer)).isEmpty();
  }

  @Test
  void an_officer_acts_for_the_own_divisions_and_whoever_compiles_for_all() {
    DivisionId own = open("架空甲課", false, officer);
    DivisionId other = open("架空乙課", false);
    assertThat(names(officer)).containsExactly("架空甲課");
    assertThat(inDivision(officer, own)).isTrue();
    assertThat(inDivision(officer, other)).isFalse();
    Account compiler = Sample.account(prefecture, Duty.OFFICER);
    open("架空丙課", true, compiler);
    assertThat(names(compiler)).containsExactlyInAnyOrder("架空甲課", "架空乙課", "架空丙課");
  }

  @Test
  void an_officer_who_lost_the_duty_acts_for_no_division() {
    DivisionId own = open("架空丁課", false, officer);
    House.as(
        Actor.NOBODY,
        () -> {
          Sample.accounts().join(officer.id(), prefecture, Set.of(Duty.COORDINATOR));
          return true;
        });
    assertThat(inDivision(officer, own)).isFalse();
  }

  @Test
  void nobody_but_the_own_administrator_opens_or_changes_a_division() {
    DivisionId own = open("架空戊課", false, officer);
    assertThatThrownBy(() -> House.as(actor(officer), () -> divisions.open("架空己課", true)))
        .isInstanceOf(DataAccessException.class);
    OrganizationId city = Sample.organization(OrganizationKind.MUNICIPALITY);
    Account stranger = Sample.account(city, Duty.ADMINISTRATOR);
    assertThatThrownBy(() -> House.as(actor(stranger, city), () -> divisions.end(own)))
        .isInstanceOf(AbsentException.class);
    assertThat(Sample.signedIn(officer).get("/divisions").statusCode()).isEqualTo(404);
  }

  @Test
  void only_officers_of_the_own_organisation_are_placed_and_a_name_is_had_once() {
    DivisionId own = open("架空庚課", false, officer);
    Visitor administrator = Sample.signedIn(boss);
    administrator.get("/divisions/" + own);
    HttpResponse<String> page =
        administrator.post(
            "/divisions/" + own, Map.of("name", "架空庚課", "members", boss.id().toString()));
    assertThat(page.statusCode()).isEqualTo(422);
    page = administrator.post("/divisions", Map.of("name", "架空庚課"));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("「架空庚課」という部署はもうあります");
  }

  private DivisionId open(String name, boolean compiles, Account... members) {
    return House.as(
        actor(boss),
        () -> {
          DivisionId id = divisions.open(name, compiles);
          List<AccountId> accounts = java.util.Arrays.stream(members).map(Account::id).toList();
          divisions.change(id, name, compiles, accounts);
          return id;
        });
  }

  private List<String> names(Account account) {
    return House.as(actor(account), () -> divisions.own().stream().map(Division::name).toList());
  }

  private boolean inDivision(Account account, DivisionId division) {
    return House.as(
        actor(account),
        () ->
            Sample.jdbc()
                .sql("select identity.in_division(?)")
                .param(division.value())
                .query(Boolean.class)
                .single());
  }

  private Actor actor(Account account) {
    return actor(account, prefecture);
  }

  private static Actor actor(Account account, OrganizationId organization) {
    return new Actor.Member(account.id().value(), organization.value(), Actor.Sight.NONE);
  }
}
