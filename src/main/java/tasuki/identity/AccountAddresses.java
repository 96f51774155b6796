package tasuki.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.notice.Addresses;

/** Where mail reaches an account, as long as it acts for the organisation the mail is about. */
@Component
class AccountAddresses implements Addresses {

  private final JdbcClient jdbc;

  AccountAddresses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Address> of(UUID account, UUID organization) {
    return jdbc.sql(
            """
            select account.mail, account.language from identity.account account
            where account.id = :account and account.mail is not null and account.closed_at is null
              and exists (select from identity.membership membership
                where membership.account = account.id and membership.valid_until is null
                  and membership.organization = :organization)
            """)
        .param("account", account)
        .param("organization", organization)
        .query((row, _) -> new Address(row.getString("mail"), Locale.of(row.getString("language"))))
        .optional();
  }
}
