package tasuki.transition;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.kernel.Acting;

/**
 * What stands around a stay and what its log supports, for the rooms and pages that build on it.
 */
@Service
@Transactional(readOnly = true)
public class StayFacts {

  /**
   * A stay as the acting organisation stands to it.
   *
   * @param office who answers for the plan; null while nobody does
   * @param log what was said to be done and not taken back, in the order of what happened
   */
  public record Facts(
      Stay stay, Side side, @Nullable Organization office, CareGroup group, List<Step> log) {}

  /**
   * 算定の目安 of one fee.
   *
   * @param grade 1, 2; or 1イ, 1ロ, 2イ, 2ロ, 3; null while the log supports none
   * @param evidence the rows of the log it rests on
   */
  public record Fee(@Nullable String grade, List<Step> evidence) {}

  private final StayRows rows;
  private final StepLog steps;
  private final Clocks clocks;
  private final Refresh refresh;
  private final Organizations organizations;
  private final AuditLog audit;
  private final StayWords say;

  StayFacts(
      StayRows rows,
      StepLog steps,
      Clocks clocks,
      Refresh refresh,
      Organizations organizations,
      AuditLog audit,
      StayWords say) {
    this.rows = rows;
    this.steps = steps;
    this.clocks = clocks;
    this.refresh = refresh;
    this.organizations = organizations;
    this.audit = audit;
    this.say = say;
  }

  /**
   * The facts of a stay.
   *
   * @throws tasuki.kernel.AbsentException when there is none for the acting organisation
   */
  public Facts of(StayId id) {
    Stay stay = rows.get(id);
    audit.viewed("stay", List.of(stay.person().value()), id.value());
    Circle.Home home = refresh.home(stay);
    OrganizationId own = new OrganizationId(Acting.organization());
    List<Step> log = steps.of(id);
    return new Facts(
        stay,
        Parties.sideOf(own, organizations.get(own).kind(), stay, home),
        home.office(),
        home.group(),
        log.stream().filter(step -> step.claims() && !Evidence.isWithdrawn(step, log)).toList());
  }

  /** 入院時情報連携加算: the grade the log supports, by the information that was given. */
  public Fee admissionFee(StayId id) {
    Facts facts = of(id);
    OffsetDateTime now = say.now();
    Optional<Integer> grade = FeeHints.admissionInformation(clocks.of(id), now);
    return new Fee(
        grade.map(String::valueOf).orElse(null),
        facts.log().stream()
            .filter(step -> step.kind() == StepKind.FORM_SENT && step.side() == Side.CARE_MANAGER)
            .toList());
  }

  /** 退院・退所加算: the grade the log supports, by the hearings that count. */
  public Fee dischargeFee(StayId id) {
    List<Step> log = steps.of(id);
    audit.viewed("stay", List.of(rows.get(id).person().value()), id.value());
    return new Fee(FeeHints.dischargeSupport(log).orElse(null), FeeHints.held(log));
  }
}
