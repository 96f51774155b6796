package tasuki.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.JapanTime;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** The goals that the acting account may see, with the indicators under them. */
@Service
@Transactional
public class Goals {

  /** What a goal is called and where it stands. */
  public record Text(String plan, String area, String section, String text) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;

  Goals(JdbcClient jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /** All that have not ended, and those too if wanted, plan by plan in their order. */
  @Transactional(readOnly = true)
  public List<Goal> all(boolean endedToo) {
    return read(
        endedToo
            ? "select g.* from indicator.goal g"
            : "select g.* from indicator.goal g where g.ended_on is null",
        Map.of());
  }

  /**
   * One.
   *
   * @throws AbsentException when there is none that can be seen
   */
  @Transactional(readOnly = true)
  public Goal get(GoalId id) {
    return read("select g.* from indicator.goal g where g.id = :id", Map.of("id", id.value()))
        .stream()
        .findFirst()
        .orElseThrow(() -> new AbsentException("goal"));
  }

  /** The one that stands there in a plan, ended or not. */
  @Transactional(readOnly = true)
  public Optional<Goal> standing(UUID organization, String plan, String area, String section) {
    return read(
            """
            select g.* from indicator.goal g
            where g.organization = :organization and g.plan = :plan and g.area = :area
              and g.section = :section
            """,
            Map.of("organization", organization, "plan", plan, "area", area, "section", section))
        .stream()
        .findFirst();
  }

  private List<Goal> read(String select, Map<String, ?> parameters) {
    List<Goal> goals =
        jdbc.sql(select + " order by g.plan, g.place, g.id")
            .params(parameters)
            .query((row, _) -> goal(row))
            .list();
    Map<UUID, List<Goal.Member>> members = new HashMap<>();
    jdbc.sql(
            """
            select m.* from indicator.goal_indicator m
            where m.goal = any (:goals) order by m.place, m.indicator
            """)
        .param("goals", goals.stream().map(one -> one.id().value()).toArray(UUID[]::new))
        .query(
            (row, _) ->
                members
                    .computeIfAbsent(row.getObject("goal", UUID.class), _ -> new ArrayList<>())
                    .add(
                        new Goal.Member(
                            new IndicatorId(row.getObject("indicator", UUID.class)),
                            row.getBoolean("repost"),
                            row.getString("note"))))
        .list();
    return goals.stream()
        .map(one -> with(one, members.getOrDefault(one.id().value(), List.of())))
        .toList();
  }

  private static Goal goal(ResultSet row) throws SQLException {
    return new Goal(
        new GoalId(row.getObject("id", UUID.class)),
        row.getObject("organization", UUID.class),
        row.getObject("division", UUID.class),
        row.getString("plan"),
        row.getString("area"),
        row.getString("section"),
        row.getString("text"),
        row.getBoolean("published"),
        row.getObject("ended_on", LocalDate.class),
        row.getInt("version"),
        List.of());
  }

  private static Goal with(Goal goal, List<Goal.Member> members) {
    return new Goal(
        goal.id(),
        goal.organization(),
        goal.division(),
        goal.plan(),
        goal.area(),
        goal.section(),
        goal.text(),
        goal.published(),
        goal.endedOn(),
        goal.version(),
        List.copyOf(members));
  }

  /**
   * Sets a goal up, behind those of its plan.
   *
   * @throws RefusedException when one stands under that heading of the plan already
   */
  public GoalId setUp(UUID organization, @Nullable UUID division, boolean published, Text text) {
    UUID id = ids.next();
    try {
      jdbc.sql(
              """
              insert into indicator.goal (id, organization, division, plan, area, section, text,
                place, published)
              values (:id, :organization, :division::uuid, :plan, :area, :section, :text,
                (select coalesce(max(place), 0) + 1 from indicator.goal where plan = :plan),
                :published)
              """)
          .param("id", id)
          .param("organization", organization)
          .param("division", division)
          .param("plan", text.plan())
          .param("area", text.area())
          .param("section", text.section())
          .param("text", text.text())
          .param("published", published)
          .update();
    } catch (DuplicateKeyException twice) {
      throw RefusedException.because("indicator.refused.goal-twice", text.section());
    }
    return new GoalId(id);
  }

  /**
   * Changes a goal's text, who is in charge and whether everybody may see it.
   *
   * @param version as it was when somebody began to change it
   * @throws RefusedException when somebody was quicker, or it is another division's
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(
      GoalId id,
      int version,
      @Nullable UUID division,
      boolean published,
      boolean ended,
      String text) {
    int changed =
        jdbc.sql(
                """
                update indicator.goal set division = :division::uuid, published = :published,
                  text = :text, version = version + 1,
                  ended_on = case when :ended then coalesce(ended_on, :today::date) end
                where id = :id and version = :version
                """)
            .param("id", id.value())
            .param("version", version)
            .param("division", division)
            .param("published", published)
            .param("ended", ended)
            .param("text", text)
            .param("today", JapanTime.today(clock))
            .update();
    if (changed == 0) {
      throw RefusedException.because("indicator.refused.quicker");
    }
  }

  /**
   * Puts an indicator under the goal.
   *
   * @param place among those that stand there; null for behind all of them
   */
  public void put(
      GoalId goal,
      IndicatorId indicator,
      @Nullable Integer place,
      boolean repost,
      @Nullable String note,
      String origin) {
    jdbc.sql(
            """
            insert into indicator.goal_indicator (goal, indicator, place, repost, note, origin)
            values (:id, :indicator, coalesce(:place::integer,
              (select coalesce(max(place), 0) + 1 from indicator.goal_indicator where goal = :id)),
              :repost, :note, :origin)
            on conflict (goal, indicator) do update set place = excluded.place,
              repost = excluded.repost, note = excluded.note, origin = excluded.origin
            """)
        .param("id", goal.value())
        .param("indicator", indicator.value())
        .param("place", place)
        .param("repost", repost)
        .param("note", note)
        .param("origin", origin)
        .update();
  }

  /** Takes an indicator out of the goal. */
  public void remove(GoalId goal, IndicatorId indicator) {
    jdbc.sql("delete from indicator.goal_indicator where goal = ? and indicator = ?")
        .params(goal.value(), indicator.value())
        .update();
  }

  /** Takes out what a list put there, unless another has put it there since. */
  public void removeOf(String origin) {
    jdbc.sql("delete from indicator.goal_indicator where origin = ?").param(origin).update();
  }
}
