package tasuki.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.directory.NewOrganization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.AccountId;
import tasuki.identity.Accounts;

/** Builds the sample prefecture once, in an empty database. */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
class SamplePrefecture {

  private final JdbcClient jdbc;
  private final Organizations organizations;
  private final Accounts accounts;

  SamplePrefecture(JdbcClient jdbc, Organizations organizations, Accounts accounts) {
    this.jdbc = jdbc;
    this.organizations = organizations;
    this.accounts = accounts;
  }

  /** Whether it was built before. */
  @Transactional(readOnly = true)
  public boolean exists() {
    return accounts.byLogin(SampleAccounts.PRINTED.getFirst().login()).isPresent();
  }

  /** Builds organisations and accounts; answers with the accounts that get a password. */
  @Transactional
  public List<AccountId> build() {
    jdbc.sql("select pg_advisory_xact_lock(7)").query((_, _) -> true).single();
    Map<String, OrganizationId> built = new HashMap<>();
    built.put("hospital", add(OrganizationKind.HOSPITAL, "みほん中央病院", "ミホンチュウオウビョウイン"));
    built.put("office", add(OrganizationKind.CARE_MANAGEMENT_OFFICE, "ケアプランみほん", "ケアプランミホン"));
    built.put("clinic", add(OrganizationKind.CLINIC, "うえの内科クリニック", "ウエノナイカクリニック"));
    built.put("prefecture", add(OrganizationKind.PREFECTURE, "見本県", "ミホンケン"));
    return SampleAccounts.PRINTED.stream().map(sample -> open(sample, built)).toList();
  }

  private AccountId open(SampleAccounts sample, Map<String, OrganizationId> built) {
    AccountId account =
        accounts.open(sample.login(), sample.name(), sample.kana(), sample.profession(), null);
    OrganizationId organization = built.get(sample.organization());
    if (organization == null) {
      throw new IllegalStateException("No organisation " + sample.organization());
    }
    accounts.join(account, organization, sample.duties());
    return account;
  }

  private OrganizationId add(OrganizationKind kind, String name, String kana) {
    return organizations.add(
        new NewOrganization(
            kind,
            name,
            kana,
            null,
            "000-000-0000",
            null,
            null,
            "見本県",
            null,
            true,
            false,
            LocalDate.of(2020, 4, 1)));
  }
}
