package tasuki.goal;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.indicator.Goal;
import tasuki.indicator.Indicator;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.Ruling;

/** Who may change which indicators and goals. PostgreSQL decides it again at every write. */
@Component
class Keeping {

  private final JdbcClient jdbc;
  private final Organizations organizations;
  private final Clock clock;

  Keeping(JdbcClient jdbc, Organizations organizations, Clock clock) {
    this.jdbc = jdbc;
    this.organizations = organizations;
    this.clock = clock;
  }

  /** Whether the viewer may set up indicators and goals of the own organisation. */
  static boolean setsUp(Viewer viewer) {
    return viewer.hasAny(Duty.OFFICER);
  }

  @Transactional(readOnly = true)
  public Ruling mayChange(Indicator indicator) {
    return may(indicator.organization(), indicator.division());
  }

  @Transactional(readOnly = true)
  public Ruling mayChange(Goal goal) {
    return may(goal.organization(), goal.division());
  }

  /** Whether the acting account may change what is that division's. */
  @Transactional(readOnly = true)
  public Ruling may(UUID organization, @Nullable UUID division) {
    if (Acting.current() instanceof Actor.Job) {
      return Ruling.ALLOWED;
    }
    boolean keeps =
        jdbc.sql("select goal.keeps(:organization, :division::uuid)")
            .param("organization", organization)
            .param("division", division)
            .query(Boolean.class)
            .single();
    return keeps ? Ruling.ALLOWED : Ruling.refused("goal.refused.other-division");
  }

  /** Whose the indicators are that a list brings in: the acting organisation's. */
  @Transactional(readOnly = true)
  public UUID lister() {
    return Acting.current() instanceof Actor.Job
        ? organizations
            .ofKinds(Set.of(OrganizationKind.PREFECTURE), JapanTime.today(clock))
            .getFirst()
            .id()
            .value()
        : Acting.organization();
  }
}
