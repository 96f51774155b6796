package tasuki.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.JapanTime;
import tasuki.identity.Duty;

/**
 * A year in which people signed in, written into the log as a job: nobody lived it, and a log of
 * its own time would begin today. Some organisations came late and some have fallen silent.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SampleSignIns {

  private static final int DAYS = 365;
  private static final int MONTHS = 12;

  /** Organisations that stopped so many days ago. */
  private static final Map<String, Integer> SILENT =
      Map.of(
          "dentist", 150,
          "hinode-pharmacy", 210,
          "consultation", 120,
          "day-service", 100,
          "kawakami-city", 250);

  /** Organisations that began so many days ago. */
  private static final Map<String, Integer> LATE =
      Map.of("yamanami-hospital", 130, "umibe-clinic", 200, "helpers", 75, "satoyama-clinic", 240);

  /** Somebody came. */
  record SignIn(OffsetDateTime at, UUID account, UUID organization) {}

  private final JdbcClient jdbc;
  private final SampleKeys keys;

  SampleSignIns(JdbcClient jdbc, SampleKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  /** Writes the log of the year before the day, unless it stands, and wants it counted. */
  public void write(List<SignIn> all, LocalDate today) {
    boolean stands =
        jdbc.sql("select exists (select from audit.entry where kind = 'SIGN_IN' and at < ?)")
            .param(today.minusDays(2).atStartOfDay(JapanTime.ZONE).toOffsetDateTime())
            .query(Boolean.class)
            .single();
    if (stands) {
      return;
    }
    jdbc.sql(
            """
            insert into audit.entry (at, kind, what, account, organization, subject)
            select at, 'SIGN_IN', 'sign-in', account, organization, account
            from unnest(:at::timestamptz[], :accounts::uuid[], :organizations::uuid[])
              with ordinality as row (at, account, organization, place)
            order by place
            """)
        .param("at", all.stream().map(one -> one.at().toString()).toArray(String[]::new))
        .param("accounts", all.stream().map(SignIn::account).toArray(UUID[]::new))
        .param("organizations", all.stream().map(SignIn::organization).toArray(UUID[]::new))
        .update();
    for (int ago = 0; ago <= MONTHS; ago++) {
      jdbc.sql("insert into insight.usage_mark (month) values (?)")
          .param(today.withDayOfMonth(1).minusMonths(ago))
          .update();
    }
  }

  /**
   * Says when each account last began to act for its organisation. Who belongs to several still
   * begins with the first.
   */
  public void remember(List<SignIn> all) {
    Map<UUID, OffsetDateTime> last = new HashMap<>();
    all.forEach(one -> last.put(one.account(), one.at()));
    jdbc.sql(
            """
            update identity.membership m set signed_in_at = came.at
            from unnest(:accounts::uuid[], :at::timestamptz[]) as came (account, at)
            where m.account = came.account and m.signed_in_at is null
              and (select count(*) from identity.membership o where o.account = m.account) = 1
            """)
        .param("accounts", last.keySet().toArray(UUID[]::new))
        .param("at", last.values().stream().map(Object::toString).toArray(String[]::new))
        .update();
  }

  /** Every sign-in of the year before the day, in their order. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public List<SignIn> before(LocalDate today) {
    List<SignIn> all = new ArrayList<>();
    for (SampleAccounts account : SampleAccounts.all()) {
      for (Map.Entry<String, Set<Duty>> place : account.memberships().entrySet()) {
        if (!place.getValue().contains(Duty.FAMILY)) {
          signIns(account.login(), place.getKey(), today, all);
        }
      }
    }
    all.sort(Comparator.comparing(SignIn::at));
    return all;
  }

  private void signIns(String login, String place, LocalDate today, List<SignIn> all) {
    // The same people do the same in every prefecture that is built.
    Random random = new Random(login.hashCode() * 31L + place.hashCode());
    int from = LATE.getOrDefault(place, DAYS);
    int until = SILENT.getOrDefault(place, 0);
    int every = 2 + random.nextInt(7);
    UUID account = keys.account(login).value();
    UUID organization = keys.organization(place).value();
    for (int ago = from; ago > until; ago -= 1 + random.nextInt(2 * every)) {
      LocalTime time = LocalTime.of(8 + random.nextInt(10), random.nextInt(60));
      OffsetDateTime at =
          today.minusDays(ago).atTime(time).atZone(JapanTime.ZONE).toOffsetDateTime();
      all.add(new SignIn(at, account, organization));
    }
  }
}
