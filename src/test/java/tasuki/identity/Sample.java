package tasuki.identity;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.Visitor;
import tasuki.directory.NewOrganization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.kernel.Actor;

/** Organisations and accounts of a test's own, so that tests do not meet each other. */
final class Sample {

  static final String PASSWORD = "a sash for every runner";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Sample() {}

  static OrganizationId organization(OrganizationKind kind) {
    String name = "見本" + kind + NUMBER.incrementAndGet();
    return as(
        () ->
            House.bean(Organizations.class)
                .add(
                    new NewOrganization(
                        kind,
                        name,
                        "ミホン",
                        null,
                        "000-000-0000",
                        null,
                        null,
                        "見本県",
                        null,
                        true,
                        false,
                        LocalDate.of(2020, 4, 1))));
  }

  /** Somebody who can sign in with {@link #PASSWORD}. */
  static Account account(OrganizationId organization, Duty duty, Duty... more) {
    String login = "runner" + NUMBER.incrementAndGet();
    Set<Duty> duties = EnumSet.of(duty, more);
    AccountId id =
        as(
            () -> {
              AccountId opened =
                  accounts().open(login, "見本 " + login, "ミホン", Profession.NURSE, null);
              accounts().join(opened, organization, duties);
              return opened;
            });
    House.bean(Credentials.class).give(id, PASSWORD);
    return accounts().find(id).orElseThrow();
  }

  static Accounts accounts() {
    return House.bean(Accounts.class);
  }

  static Visitor signedIn(Account account) {
    return Visitor.signedIn(account.login(), PASSWORD);
  }

  /** A code of the account's authenticator that was not used yet. */
  static String code(Account account) {
    Actor arriving = new Actor.Arriving(account.id().value());
    return House.as(
        arriving,
        () ->
            House.bean(SecondFactor.class)
                .nextForDemo(account.id().value())
                .orElseThrow(() -> new AssertionError("All codes of this minute were used")));
  }

  /** Lets the account's authenticator begin anew with the codes of this minute. */
  static void forgetUsedCodes(Account account) {
    House.as(
        new Actor.Arriving(account.id().value()),
        () ->
            jdbc()
                .sql("update identity.authenticator set last_step = 0 where account = ?")
                .param(account.id().value())
                .update());
  }

  /** Gives the password on the sign-in page. */
  static java.net.http.HttpResponse<String> password(Visitor visitor, Account account) {
    visitor.get("/sign-in");
    return visitor.post("/sign-in", Map.of("login", account.login(), "password", PASSWORD));
  }

  static JdbcClient jdbc() {
    return House.bean(JdbcClient.class);
  }

  static <T> T as(Supplier<T> work) {
    return House.as(Actor.NOBODY, work);
  }
}
