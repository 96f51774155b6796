package tasuki.transition;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.kernel.Acting;

/** On which side of a stay the acting organisation stands, and whether it may write there. */
@Component
class StaySides {

  private final JdbcClient jdbc;
  private final Organizations organizations;
  private final Refresh refresh;
  private final Circle circle;

  StaySides(JdbcClient jdbc, Organizations organizations, Refresh refresh, Circle circle) {
    this.jdbc = jdbc;
    this.organizations = organizations;
    this.refresh = refresh;
    this.circle = circle;
  }

  @Transactional(readOnly = true)
  public Side of(Stay stay) {
    OrganizationId own = new OrganizationId(Acting.organization());
    return Parties.sideOf(own, organizations.get(own).kind(), stay, refresh.home(stay));
  }

  /** The side of who is going to write; refused where only own records are seen. */
  @Transactional(readOnly = true)
  public Side toWrite(Stay stay) {
    circle.requireFull(stay.person());
    return of(stay);
  }

  @Transactional(readOnly = true)
  public boolean mayWrite(Stay stay) {
    return jdbc.sql("select person.seen_in_full(?) and not kernel.in_portal()")
        .param(stay.person().value())
        .query(Boolean.class)
        .single();
  }

  @Transactional(readOnly = true)
  public Circle.Home home(Stay stay) {
    return refresh.home(stay);
  }
}
