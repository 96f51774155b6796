package tasuki;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tasuki.directory.OrganizationId;
import tasuki.equipment.Days;
import tasuki.equipment.Loans;
import tasuki.equipment.NewThing;
import tasuki.equipment.ThingId;
import tasuki.equipment.ThingKind;
import tasuki.equipment.Things;
import tasuki.form.FormValues;
import tasuki.indicator.Definition;
import tasuki.indicator.Direction;
import tasuki.indicator.GoalId;
import tasuki.indicator.Goals;
import tasuki.indicator.IndicatorId;
import tasuki.indicator.Indicators;
import tasuki.indicator.NewIndicator;
import tasuki.matching.HelpRequests;
import tasuki.matching.NewRequest;
import tasuki.matching.Offering;
import tasuki.matching.RequestId;
import tasuki.matching.RequestKinds;
import tasuki.matching.Way;
import tasuki.offer.NewOffer;
import tasuki.offer.OfferKeeping;
import tasuki.offer.Reach;
import tasuki.person.PersonId;
import tasuki.practice.Content;
import tasuki.practice.Instrument;
import tasuki.practice.Practices;

/** What the people of the scene have to do with each other in registers, loans and offers. */
final class AccessAffairs {

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
    help(person);
    new AccessProgrammes(scene).begin();
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

  /** The care manager looks for a home doctor; the hub asks the team's hospital. */
  private void help(PersonId person) {
    RequestId request =
        scene.does(
            "inside",
            () ->
                House.bean(HelpRequests.class)
                    .ask(
                        new NewRequest(
                            House.bean(RequestKinds.class).get("home-doctor"),
                            person,
                            organization("coordinator"),
                            "99101",
                            Set.of(),
                            Set.of(),
                            false,
                            "訪問診療が要ります",
                            FormValues.of(Map.of("disease", List.of("脳梗塞の後遺症"))),
                            null),
                        UUID.randomUUID()));
    scene.does(
        "coordinator",
        () -> {
          House.bean(Offering.class)
              .offer(request, new Offering.Wanted(Way.ALL, 60, List.of(organization("team"))));
          return request;
        });
    scene.ids.put("request", request.toString());
  }

  private OrganizationId organization(String name) {
    return new OrganizationId(scene.actor(name).organization());
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
