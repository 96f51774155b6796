package tasuki;

import java.util.List;
import java.util.UUID;
import tasuki.calendar.FiscalYear;
import tasuki.fund.Categories;
import tasuki.fund.ledger.EntryId;
import tasuki.fund.ledger.EntryKind;
import tasuki.fund.ledger.Ledger;
import tasuki.fund.ledger.NewEntry;
import tasuki.identity.DivisionId;
import tasuki.kernel.Actor;
import tasuki.programme.EditionId;
import tasuki.programme.Editions;
import tasuki.programme.Funding;
import tasuki.programme.HeadingId;
import tasuki.programme.Placement;
import tasuki.programme.ProgrammeYear;
import tasuki.programme.Programmes;
import tasuki.programme.Source;
import tasuki.programme.Standing;
import tasuki.programme.YearEntry;
import tasuki.programme.importing.PrintedLists;
import tasuki.programme.reading.PastedText;

/** The programmes of the scene's prefecture: its lists, the fund's money, a call and a proposal. */
final class AccessProgrammes {

  private static final String PROPOSED =
      """
      {"title": "架空の提案", "costs": [], "operatorYen": 0, "output": {}, "outcome": {},
        "paidByNothingElse": false}
      """;

  private final AccessScene scene;

  AccessProgrammes(AccessScene scene) {
    this.scene = scene;
  }

  void begin() {
    programmes();
    fund();
    ledger();
  }

  /** The officer has entered what was stored in the fund. */
  private void ledger() {
    FiscalYear year = new FiscalYear(2025);
    EntryId entry =
        scene.does(
            "officer",
            () ->
                House.bean(Ledger.class)
                    .add(
                        new NewEntry(
                            year,
                            House.bean(Categories.class).find("II").orElseThrow(),
                            EntryKind.STORED,
                            year,
                            900_000,
                            600_000,
                            null)));
    scene.ids.put("fund entry", entry.toString());
  }

  /**
   * A published call of the officer's prefecture, and what the administrator's hospital proposes.
   */
  private void fund() {
    UUID call = UUID.randomUUID();
    UUID proposal = UUID.randomUUID();
    scene
        .owner
        .sql(
            """
            insert into fund.call (id, organization, branch, fiscal_year, title, purpose, criteria,
              accept_from, accept_until, series, published)
            select :id, organization, 'MEDICAL', 2027, '架空の募集', '趣旨', '考え方', '2026-07-01',
              '2099-07-31', id, true from programme.series where organization = :prefecture limit 1
            """)
        .param("id", call)
        .param("prefecture", scene.actor("officer").organization())
        .update();
    scene
        .owner
        .sql(
            """
            insert into fund.proposal (id, call, proposer, state, title, entry, sent_at, received_at)
            values (?, ?, ?, 'RECEIVED', '架空の提案', ?::jsonb, now(), now())
            """)
        .params(proposal, call, scene.actor("administrator").organization(), PROPOSED)
        .update();
    UUID plan = UUID.randomUUID();
    scene
        .owner
        .sql(
            """
            insert into fund.plan (id, organization, branch, fiscal_year, title, texts, state)
            values (?, ?, 'MEDICAL', 2026, '架空の計画',
              '{"areas": "", "aims": "", "period": "", "evaluation": ""}', 'ASKING')
            """)
        .params(plan, scene.actor("officer").organization())
        .update();
    scene.ids.put("fund plan", plan.toString());
    scene.ids.put("fund call", call.toString());
    scene.ids.put("fund proposal", proposal.toString());
  }

  /** The officer compiles for the prefecture and keeps a list with one programme. */
  private void programmes() {
    UUID division = UUID.randomUUID();
    Actor.Member officer = scene.actor("officer");
    scene
        .owner
        .sql(
            """
            insert into identity.division (id, organization, name, compiles)
            values (?, ?, '架空の課', true)
            """)
        .params(division, officer.organization())
        .update();
    scene
        .owner
        .sql("insert into identity.division_member (division, account) values (?, ?)")
        .params(division, officer.account())
        .update();
    Editions editions = House.bean(Editions.class);
    ProgrammeYear year =
        scene.does(
            "officer",
            () -> {
              EditionId id = editions.begin("架空の一覧", true, new FiscalYear(2026), "令和8年度架空の一覧");
              HeadingId heading = new HeadingId(UUID.randomUUID());
              editions.addHeadings(
                  id, List.of(new Editions.NewHeading(heading, null, "(1)", "架空の見出し")));
              editions.sources(List.of(new Source("①", "基金")));
              return House.bean(Programmes.class)
                  .add(
                      editions.get(id),
                      new YearEntry(
                          1,
                          "架空の事業",
                          null,
                          null,
                          null,
                          Standing.NEW,
                          2026,
                          null,
                          new DivisionId(division),
                          null,
                          null,
                          null,
                          List.of(new Placement(heading, 10, false, null)),
                          List.of(new Funding("①", null)),
                          List.of()));
            });
    scene.ids.put(
        "programme draft",
        scene
            .does(
                "officer",
                () ->
                    House.bean(PrintedLists.class)
                        .bring(
                            officer.organization(),
                            "架空.txt",
                            PastedText.cells(
                                """
                                令和8年度架空の一覧
                                区分\t事業名\t担当\t財源\t事業費(千円)
                                \t架空の事業\t架空の課 ①\t549
                                """)))
            .getFirst()
            .toString());
    scene.ids.put("programme list", year.edition().toString());
    scene.ids.put("published list", published(editions).toString());
    scene.ids.put("programme year", year.id().toString());
  }

  private EditionId published(Editions editions) {
    return scene.does(
        "officer",
        () -> {
          EditionId id = editions.begin("架空の公開一覧", false, new FiscalYear(2026), "令和8年度公開一覧");
          editions.publish(id, true);
          return id;
        });
  }
}
