package tasuki.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.calendar.FiscalYear;
import tasuki.directory.NewOrganization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.AccountId;
import tasuki.identity.Accounts;
import tasuki.identity.Credentials;
import tasuki.identity.DivisionId;
import tasuki.identity.Duty;
import tasuki.identity.Profession;
import tasuki.kernel.Actor;

/** A prefecture of a test, with divisions, officers and a list. */
public final class Keeping {

  public static final String PASSWORD = "a sash for every runner";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  public final OrganizationId prefecture = organization(OrganizationKind.PREFECTURE, "架空県");
  public final DivisionId compiling = division("架空取りまとめ課", true);
  public final DivisionId nursing = division("架空看護室", false);
  public final Actor.Member compiler = officer(prefecture, compiling);
  public final Actor.Member nurse = officer(prefecture, nursing);

  /** An organisation that works in Tasuki. */
  public static OrganizationId organization(OrganizationKind kind, String name) {
    return House.as(
        Actor.NOBODY,
        () ->
            House.bean(Organizations.class)
                .add(
                    new NewOrganization(
                        kind,
                        name + NUMBER.incrementAndGet(),
                        "カクウ",
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

  private DivisionId division(String name, boolean compiles) {
    UUID id = UUID.randomUUID();
    TestDatabase.asOwner()
        .sql(
            """
            insert into identity.division (id, organization, name, compiles) values (?, ?, ?, ?)
            """)
        .params(id, prefecture.value(), name, compiles)
        .update();
    return new DivisionId(id);
  }

  /** An officer, of the division where one is named. */
  public static Actor.Member officer(OrganizationId organization, @Nullable DivisionId division) {
    return member(organization, division, Duty.OFFICER);
  }

  /** Somebody with that duty, of the division where one is named. */
  public static Actor.Member member(
      OrganizationId organization, @Nullable DivisionId division, Duty duty) {
    String login = "officer-of-programmes-" + NUMBER.incrementAndGet();
    AccountId id =
        House.as(
            Actor.NOBODY,
            () -> {
              Accounts accounts = House.bean(Accounts.class);
              AccountId opened =
                  accounts.open(login, "架空 " + login, "カクウ", Profession.OFFICE_STAFF, null);
              accounts.join(opened, organization, Set.of(duty));
              return opened;
            });
    House.bean(Credentials.class).give(id, PASSWORD);
    if (division != null) {
      TestDatabase.asOwner()
          .sql("insert into identity.division_member (division, account) values (?, ?)")
          .params(division.value(), id.value())
          .update();
    }
    return new Actor.Member(id.value(), organization.value(), Actor.Sight.NONE);
  }

  /** A list with two headings and two sources of money. */
  public Edition list(int year, boolean numbered) {
    return House.as(
        compiler,
        () -> {
          Editions editions = House.bean(Editions.class);
          editions.sources(List.of(new Source("①", "基金"), new Source("②", "県単")));
          String name = "架空一覧" + NUMBER.incrementAndGet();
          EditionId id = editions.begin(name, numbered, new FiscalYear(year), year + name);
          editions.addHeadings(
              id,
              List.of(
                  new Editions.NewHeading(new HeadingId(UUID.randomUUID()), null, "(1)", "退院支援"),
                  new Editions.NewHeading(
                      new HeadingId(UUID.randomUUID()), null, "(2)", "日常の療養支援")));
          return editions.get(id);
        });
  }

  /** A list of the fund, whose headings are categories. */
  public Edition fundList(int year) {
    return House.as(
        compiler,
        () -> {
          Editions editions = House.bean(Editions.class);
          editions.sources(List.of(new Source("①", "基金"), new Source("②", "県単")));
          String name = "架空基金一覧" + NUMBER.incrementAndGet();
          EditionId id = editions.begin(name, true, new FiscalYear(year), year + name);
          editions.addHeadings(
              id,
              List.of(
                  new Editions.NewHeading(
                      new HeadingId(UUID.randomUUID()), null, "②", "居宅等における医療の提供"),
                  new Editions.NewHeading(
                      new HeadingId(UUID.randomUUID()), null, "④", "医療従事者の確保")));
          return editions.get(id);
        });
  }

  /** A programme under the first heading, and if so wished under the second again. */
  public ProgrammeYear add(Edition edition, int number, DivisionId division, boolean again) {
    YearEntry entry = entry(edition, number, division, again, List.of());
    return House.as(compiler, () -> House.bean(Programmes.class).add(edition, entry));
  }

  YearEntry entry(
      Edition edition, int number, DivisionId division, boolean again, List<Operator> operators) {
    List<Heading> headings =
        House.as(compiler, () -> House.bean(Editions.class).headings(edition.id()));
    Placement main = new Placement(headings.getFirst().id(), number * 10, false, null);
    Placement repost = new Placement(headings.getLast().id(), number * 10, true, null);
    return new YearEntry(
        number,
        "架空の事業" + number,
        null,
        "内容",
        Execution.COMMISSION,
        Standing.NEW,
        edition.year().year(),
        null,
        division,
        null,
        null,
        null,
        again ? List.of(main, repost) : List.of(main),
        List.of(new Funding("①", null)),
        operators);
  }

  /** Plans an amount, in yen. */
  public void plan(ProgrammeYear year, long yen) {
    House.as(
        compiler, () -> House.bean(Amounts.class).set(year, List.of(planned(year, yen)), null));
  }

  public static Amounts.Amount planned(ProgrammeYear year, long yen) {
    return new Amounts.Amount(
        AmountKind.PLANNED, Amounts.NO_SOURCE, year.fiscalYear().months().getFirst(), yen);
  }

  public static Amounts.Amount settled(ProgrammeYear year, int month, long yen) {
    return new Amounts.Amount(
        AmountKind.SETTLED, Amounts.NO_SOURCE, Amounts.months(year.fiscalYear()).get(month), yen);
  }

  /** The account of the actor in a browser, signed in with both factors. */
  public static Visitor signedIn(Actor.Member actor) {
    return Visitor.signedIn(login(actor), PASSWORD);
  }

  /** By what the actor signs in. */
  public static String login(Actor.Member actor) {
    return House.as(
        actor,
        () ->
            House.bean(Accounts.class).find(new AccountId(actor.account())).orElseThrow().login());
  }
}
