package tasuki.fund.proposing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.identity.Waits;
import tasuki.web.Waiting;

/** Which proposals wait for whoever looks: to be confirmed, mended, or decided. */
@Component
class ProposalWaits implements Waits {

  private static final int ORDER = 60;

  private final JdbcClient jdbc;

  ProposalWaits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Waiting> waitingFor(Viewer viewer) {
    if (!viewer.hasAny(Duty.OFFICER, Duty.COORDINATOR, Duty.ADMINISTRATOR)) {
      return List.of();
    }
    boolean prefecture = viewer.organization().kind() == OrganizationKind.PREFECTURE;
    List<Waiting> waiting = new ArrayList<>();
    if (prefecture && viewer.hasAny(Duty.OFFICER)) {
      add(waiting, "/fund/calls", "fund.wait.decide", counted(DECIDE, viewer));
    } else {
      add(waiting, "/fund/proposals", "fund.wait.confirm", counted(CONFIRM, viewer));
      add(waiting, "/fund/proposals", "fund.wait.returned", counted(RETURNED, viewer));
    }
    return waiting;
  }

  private static final String DECIDE =
      """
      select count(*) from fund.proposal p join fund.call c on c.id = p.call
      where c.organization = ? and p.state = 'RECEIVED'
      """;

  private static final String CONFIRM =
      "select count(*) from fund.proposal where body = ? and state = 'WITH_BODY'";

  private static final String RETURNED =
      "select count(*) from fund.proposal where proposer = ? and state = 'RETURNED'";

  private int counted(String statement, Viewer viewer) {
    return jdbc.sql(statement)
        .param(viewer.organization().id().value())
        .query(Integer.class)
        .single();
  }

  private static void add(List<Waiting> waiting, String href, String label, int count) {
    if (count > 0) {
      waiting.add(new Waiting(href, label, count, Waiting.Tone.TODAY, ORDER));
    }
  }
}
