package tasuki.sample;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.AreaId;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.directory.NewOrganization;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.directory.Position;
import tasuki.identity.AccountId;
import tasuki.identity.Accounts;
import tasuki.identity.Profession;

/** Builds the ground: areas, the organisations on it and who works in them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SampleGround {

  private static final LocalDate SINCE = LocalDate.of(2005, 4, 1);

  private final Areas areas;
  private final Organizations organizations;
  private final Accounts accounts;
  private final Built built;
  private final SampleKeys keys;

  SampleGround(
      Areas areas, Organizations organizations, Accounts accounts, Built built, SampleKeys keys) {
    this.areas = areas;
    this.organizations = organizations;
    this.accounts = accounts;
    this.built = built;
    this.keys = keys;
  }

  public void areas() {
    for (SampleRow row : SampleRow.all("units")) {
      areas.add(
          new BaseUnit(
              row.get("code"),
              BaseUnit.Kind.valueOf(row.get("kind")),
              row.get("municipality"),
              "見本県",
              row.get("name"),
              row.get("kana"),
              row.get("english")),
          SINCE);
    }
    for (SampleRow row : SampleRow.all("areas")) {
      AreaId area =
          areas.found(
              AreaKind.valueOf(row.get("kind")),
              row.get("code"),
              row.get("name"),
              row.get("english"),
              SINCE,
              row.parts("units", " "));
      built.mark("area:" + row.get("kind") + ":" + row.get("code"), area.value());
    }
  }

  public void organizations() {
    for (SampleRow row : SampleRow.all("organizations")) {
      var id =
          organizations.add(
              new NewOrganization(
                  OrganizationKind.valueOf(row.get("kind")),
                  row.get("name"),
                  row.get("kana"),
                  row.find("code").orElse(null),
                  row.get("telephone"),
                  row.find("fax").orElse(null),
                  row.find("postcode").orElse(null),
                  row.get("address"),
                  row.find("unit").orElse(null),
                  row.yes("member"),
                  row.yes("outside"),
                  LocalDate.parse(row.get("opened"))));
      row.find("latitude")
          .ifPresent(
              latitude ->
                  organizations.locate(
                      id,
                      new Position(
                          Double.parseDouble(latitude),
                          Double.parseDouble(row.get("longitude")),
                          Position.Precision.POINT,
                          Position.ENTERED)));
      row.find("closed").ifPresent(day -> organizations.close(id, LocalDate.parse(day)));
      built.mark("organization:" + row.get("key"), id.value());
    }
  }

  public void staff() {
    for (SampleRow row : SampleRow.all("staff")) {
      AccountId account =
          accounts.open(
              row.get("login"),
              row.get("name"),
              row.get("kana"),
              Profession.valueOf(row.get("profession")),
              null);
      for (String membership : row.parts("memberships", ";")) {
        String[] parts = membership.split(":", -1);
        accounts.join(account, keys.organization(parts[0]), SampleAccounts.read(parts[1]));
      }
      built.mark("account:" + row.get("login"), account.value());
    }
  }
}
