package tasuki;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tasuki.calendar.FiscalYear;
import tasuki.directory.OrganizationId;
import tasuki.equipment.Days;
import tasuki.equipment.Loans;
import tasuki.equipment.NewThing;
import tasuki.equipment.ThingId;
import tasuki.equipment.ThingKind;
import tasuki.equipment.Things;
import tasuki.fund.Categories;
import tasuki.fund.ledger.EntryId;
import tasuki.fund.ledger.EntryKind;
import tasuki.fund.ledger.Ledger;
import tasuki.fund.ledger.NewEntry;
import tasuki.identity.DivisionId;
import tasuki.indicator.Definition;
import tasuki.indicator.Direction;
import tasuki.indicator.GoalId;
import tasuki.indicator.Goals;
import tasuki.indicator.IndicatorId;
import tasuki.indicator.Indicators;
import tasuki.indicator.NewIndicator;
import tasuki.kernel.Actor;
import tasuki.offer.NewOffer;
import tasuki.offer.OfferKeeping;
import tasuki.offer.Reach;
import tasuki.person.PersonId;
import tasuki.practice.Content;
import tasuki.practice.Instrument;
import tasuki.practice.Practices;
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

/** What the people of the scene have to do with each other in registers, loans and offers. */
final class AccessAffairs {

  private static final String PROPOSED =
      """
      {"title": "架空の提案", "costs": [], "operatorYen": 0, "output": {}, "outcome": {},
        "paidByNothingElse": false}
      """;

  private final AccessScene scene;

  AccessAffairs(AccessScene scene) {
    this.scene = scene;
  }

  void begin(PersonId person) {
    registers(person);
    lending();
    plans();
    scene.ids.put("offer version", offerVersion());
    practices();
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

  /** The team's hospital stands in one register and lacks something for another. */
  private void registers(PersonId person) {
    scene.ids.put("register", "community-cooperation-hospital");
    scene.ids.put("open register", "anshin-hospital");
    scene.ids.put("entry of register", UUID.randomUUID().toString());
    scene.ids.put("application", UUID.randomUUID().toString());
    scene.ids.put("pair", UUID.randomUUID().toString());
    UUID team = scene.actor("team").organization();
    scene
        .owner
        .sql(
            """
            insert into register.entry (id, register, organization, number, valid_from,
              valid_until, entered_at)
            values (?, 'community-cooperation-hospital', ?, ?, current_date - 10,
              current_date + 300, now())
            """)
        .params(UUID.fromString(scene.ids.get("entry of register")), team, "試験-" + team)
        .update();
    scene
        .owner
        .sql(
            """
            insert into register.application (id, register, version, organization, answers, state,
              applied_on, applied_by, missing)
            select ?, register, id, ?, '{}', 'INCOMPLETE', current_date, ?, '試験'
            from register.in_force('community-cooperation-hospital', current_date)
            """)
        .params(UUID.fromString(scene.ids.get("application")), team, scene.actor("team").account())
        .update();
    scene
        .owner
        .sql(
            """
            insert into register.pair (id, register, person, hospital, doctor, begun_on, renew_by,
              organization, account, at)
            values (?, 'backup-hospital-pairs', ?, ?, '試験', current_date - 5,
              current_date + 60, ?, ?, now())
            """)
        .params(
            UUID.fromString(scene.ids.get("pair")),
            person.value(),
            team,
            scene.actor("inside").organization(),
            scene.actor("inside").account())
        .update();
  }

  /** A goal of the prefecture and an indicator under it. */
  private void plans() {
    UUID prefecture = scene.actor("officer").organization();
    String name = "架空の指標" + prefecture;
    Definition definition =
        new Definition(
            new UUID(0, 0),
            LocalDate.of(2024, 4, 1),
            name,
            "",
            "",
            "%",
            Direction.HIGHER,
            1,
            "",
            false,
            null);
    IndicatorId indicator =
        scene.does(
            "officer",
            () ->
                House.bean(Indicators.class)
                    .setUp(
                        new NewIndicator(prefecture, null, "全県", false), definition, List.of("")));
    GoalId goal =
        scene.does(
            "officer",
            () ->
                House.bean(Goals.class)
                    .setUp(
                        prefecture,
                        null,
                        false,
                        new Goals.Text("架空の計画", "全県", "1 架空の区分", "架空の目標")));
    scene.does(
        "officer",
        () -> {
          House.bean(Goals.class).put(goal, indicator, null, false, null, "");
          return goal;
        });
    scene.ids.put("indicator", indicator.toString());
    scene.ids.put("goal", goal.toString());
  }

  /** A thing that the hub lends and the care manager booked. */
  private void lending() {
    ThingId thing =
        scene.does(
            "coordinator",
            () ->
                House.bean(Things.class)
                    .add(
                        new NewThing(
                            ThingKind.SUCTION_UNIT,
                            "架空の吸引器",
                            "K-1",
                            "窓口",
                            null,
                            null,
                            Set.of(),
                            null,
                            14,
                            null)));
    LocalDate first = LocalDate.now(tasuki.calendar.JapanTime.ZONE).plusDays(3);
    Days days = new Days(first, first.plusDays(1));
    scene.ids.put("thing", thing.toString());
    scene.ids.put(
        "loan",
        scene
            .does(
                "inside", () -> House.bean(Loans.class).book(thing, days, "試験", UUID.randomUUID()))
            .toString());
  }

  /** The officer's organisation has published one case and begun another. */
  private void practices() {
    Content content =
        new Content(
            "長野県",
            "架空の事例",
            null,
            null,
            List.of(),
            null,
            null,
            "架空の目的",
            List.of("架空の取組"),
            Set.of(Instrument.TRAINING),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of());
    scene.does(
        "officer",
        () -> {
          Practices practices = House.bean(Practices.class);
          scene.ids.put("draft practice", practices.add(content).code());
          String code = practices.add(content).code();
          practices.publish(code, 1);
          scene.ids.put("practice", code);
          return code;
        });
  }

  /** What the hospital said first of what it offers; since then it has said something else. */
  private String offerVersion() {
    OrganizationId hospital = new OrganizationId(scene.actor("team").organization());
    return scene.does(
        "team",
        () -> {
          OfferKeeping keeping = House.bean(OfferKeeping.class);
          UUID first = keeping.say(hospital, offer("gastrostomy"), 0, null);
          keeping.say(hospital, offer("oxygen"), 1, null);
          keeping.sayRoom(hospital, "admission", 2, null);
          return first.toString();
        });
  }

  private static NewOffer offer(String capability) {
    return new NewOffer(
        Set.of(capability),
        Set.of(),
        Reach.ON_CALL,
        Reach.NONE,
        true,
        true,
        "試験の条件",
        Set.of(),
        Set.of(),
        Set.of());
  }
}
