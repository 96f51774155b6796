package tasuki.fund.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.directory.OrganizationKind;
import tasuki.fund.Branch;
import tasuki.fund.Category;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Actor;
import tasuki.programme.Keeping;
import tasuki.programme.ProgrammeYear;

/** Who reads and writes the fund's money, asked of PostgreSQL itself as {@code app}. */
class LedgerAccessTest {

  private static final List<String> TABLES =
      List.of(
          "fund.entry",
          "fund.pot",
          "fund.financing",
          "fund.financing_change",
          "fund.request",
          "fund.request_line",
          "fund.allocation");

  private static final String ENTRY =
      """
      insert into fund.entry (id, organization, vintage, category, kind, fiscal_year, yen, account,
        at)
      values (gen_random_uuid(), :organization, 2023, 'II', 'INTEREST', 2023, 1, :account, now())
      """;
  private static final String FINANCING =
      """
      insert into fund.financing (year, organization, stage, vintage, category, national,
        prefecture, operators, other)
      values (:year, :organization, 'PLANNED', 2022, 'II', 1, 1, 0, 0)
      """;
  private static final String ALLOCATION =
      """
      insert into fund.allocation (id, organization, fiscal_year, category, yen, allotted_on,
        account, at)
      values (gen_random_uuid(), :organization, 2025, 'II', 1, '2025-05-01', :account, now())
      """;
  private static final String REQUEST =
      """
      insert into fund.request (id, organization, branch, fiscal_year, version, account, at)
      values (gen_random_uuid(), :organization, 'CARE', 2025, 9, :account, now())
      """;

  private final Fund fund = new Fund();
  private final Actor.Member stranger =
      Keeping.officer(Keeping.organization(OrganizationKind.MUNICIPALITY, "架空市"), null);

  @BeforeEach
  void fill() {
    fund.store(2023, "II", 1_000_000);
    ProgrammeYear year = fund.programme(2025);
    fund.finance(year, Fund.settled(2023, "II", 300_000), Fund.planned(2025, "II", 600_000));
    Map<Category, Long> said = Map.of(Fund.category("II"), 500_000L);
    House.as(
        fund.compiler,
        () -> {
          House.bean(Requests.class).file(Branch.MEDICAL, Fund.year(2025), null);
          return House.bean(Allocations.class)
              .say(Fund.year(2025), said, LocalDate.of(2025, 5, 30));
        });
  }

  @Test
  void officers_of_the_prefecture_read_all_of_it_and_nobody_else_reads_anything() {
    for (String table : TABLES) {
      assertThat(rows(fund.compiler, table)).as(table).isPositive();
      assertThat(rows(fund.nurse, table)).as(table).isPositive();
      assertThat(rows(stranger, table)).as(table).isZero();
      assertThat(rows(Actor.NOBODY, table)).as(table).isZero();
      assertThat(rows(in(fund.nurse, Actor.Sight.PORTAL), table)).as(table).isZero();
    }
  }

  private static Actor in(Actor.Member officer, Actor.Sight sight) {
    return new Actor.Member(officer.account(), officer.organization(), sight);
  }

  private int rows(Actor actor, String table) {
    return House.as(
        actor,
        () ->
            House.bean(JdbcClient.class)
                .sql("select count(*) from " + table + " where organization = ?")
                .param(fund.keeping.prefecture.value())
                .query(Integer.class)
                .single());
  }

  @Test
  void a_division_that_compiles_writes_entries_and_requests_and_the_others_do_not() {
    ProgrammeYear own = fund.programme(2025);
    for (String statement : List.of(ENTRY, ALLOCATION, REQUEST)) {
      assertThat(writes(fund.compiler, statement, own)).isEqualTo(1);
      refused(fund.nurse, statement, own);
      refused(stranger, statement, own);
      refused(Actor.NOBODY, statement, own);
    }
    assertThat(writes(fund.nurse, FINANCING, own)).as("its own programme").isEqualTo(1);
    refused(stranger, FINANCING, fund.programme(2025));
    ProgrammeYear others =
        fund.keeping.add(fund.keeping.list(2025, true), 1, fund.keeping.compiling, false);
    refused(fund.nurse, FINANCING, others);
    assertThat(writes(fund.compiler, FINANCING, others)).isEqualTo(1);
  }

  @Test
  void what_was_entered_is_changed_by_nobody_and_the_sums_by_no_hand() {
    for (String statement :
        List.of(
            "update fund.entry set yen = 1",
            "delete from fund.entry",
            "update fund.pot set drawn = 0",
            "delete from fund.request",
            "update fund.allocation set yen = 0",
            "delete from fund.financing_change")) {
      assertThatThrownBy(
              () ->
                  House.as(
                      fund.compiler, () -> House.bean(JdbcClient.class).sql(statement).update()))
          .as(statement)
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("permission denied");
    }
    assertThat(left(stranger)).as("a pot of others is none").isNull();
    assertThat(left(fund.nurse)).isEqualTo(700_000);
  }

  private static @Nullable Long left(Actor actor) {
    return House.as(
        actor,
        () ->
            House.bean(JdbcClient.class)
                .sql("select fund.left_in(2023, 'II')")
                .query((row, _) -> (Long) row.getObject(1))
                .list()
                .getFirst());
  }

  @Test
  void who_may_not_keep_the_fund_does_not_find_the_way_to_keep_it() {
    EntryId entry = fund.store(2023, "IV", 1);
    assertThatThrownBy(
            () -> House.as(fund.nurse, () -> House.bean(Ledger.class).cancel(entry, "架空の理由")))
        .isInstanceOf(AbsentException.class);
    assertThatThrownBy(() -> House.as(stranger, () -> House.bean(Ledger.class).get(entry)))
        .isInstanceOf(AbsentException.class);
  }

  private void refused(Actor actor, String statement, ProgrammeYear year) {
    assertThatThrownBy(() -> writes(actor, statement, year))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("row-level security");
  }

  private int writes(Actor actor, String statement, ProgrammeYear year) {
    UUID account =
        actor instanceof Actor.Member member ? member.account() : fund.compiler.account();
    return House.as(
        actor,
        () ->
            House.bean(JdbcClient.class)
                .sql(statement)
                .param("organization", fund.keeping.prefecture.value())
                .param("account", account)
                .param("year", year.id().value())
                .update());
  }
}
