package tasuki.matching;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.notice.NoticeBox;
import tasuki.notice.Recipient;

/** Tells asker, handler and those asked of each other's doings, never of the own. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MatchingNotices {

  private final NoticeBox box;
  private final RequestKinds kinds;
  private final Organizations organizations;

  MatchingNotices(NoticeBox box, RequestKinds kinds, Organizations organizations) {
    this.box = box;
    this.kinds = kinds;
    this.organizations = organizations;
  }

  /** Somebody asks, and the handler has to offer it. */
  void waits(HelpRequest request, RequestKind kind) {
    tell(MatchingNoticeKinds.WAITS, request.handler(), request, kind);
  }

  void offered(HelpRequest request, OrganizationId asked) {
    tell(MatchingNoticeKinds.OFFERED, asked, request);
  }

  void raised(HelpRequest request, OrganizationId who) {
    String name = organizations.get(who).name();
    sides(request).forEach(one -> tell(MatchingNoticeKinds.RAISED, one, request, name));
  }

  void nobodyLeft(HelpRequest request) {
    tell(MatchingNoticeKinds.NOBODY, request.handler(), request);
  }

  void chosen(HelpRequest request, Hand main, @Nullable Hand second, List<Hand> passed) {
    tell(MatchingNoticeKinds.CHOSEN, main.organization(), request);
    if (second != null) {
      tell(MatchingNoticeKinds.CHOSEN, second.organization(), request);
    }
    passed.forEach(one -> tell(MatchingNoticeKinds.PASSED, one.organization(), request));
    tell(
        MatchingNoticeKinds.MATCHED,
        request.asker(),
        request,
        organizations.get(main.organization()).name());
  }

  void handedOver(HelpRequest request, List<Hand> chosen) {
    chosen.forEach(one -> tell(MatchingNoticeKinds.HANDED_OVER, one.organization(), request));
    tell(MatchingNoticeKinds.HANDED_OVER, request.handler(), request);
  }

  void calledOff(HelpRequest request, List<Hand> called) {
    Set<OrganizationId> all = new LinkedHashSet<>(sides(request));
    called.forEach(one -> all.add(one.organization()));
    all.forEach(one -> tell(MatchingNoticeKinds.CALLED_OFF, one, request));
  }

  void escalated(HelpRequest request, List<OrganizationId> others) {
    Set<OrganizationId> all = new LinkedHashSet<>(sides(request));
    all.addAll(others);
    all.forEach(one -> tell(MatchingNoticeKinds.ESCALATED, one, request));
  }

  private static Set<OrganizationId> sides(HelpRequest request) {
    Set<OrganizationId> sides = new LinkedHashSet<>();
    sides.add(request.handler());
    sides.add(request.asker());
    return sides;
  }

  private void tell(String notice, OrganizationId to, HelpRequest request, Object... words) {
    tell(notice, to, request, kinds.version(request.version()), words);
  }

  /** Who does not work here is told by telephone, by whoever handles it. */
  private void tell(
      String notice, OrganizationId to, HelpRequest request, RequestKind kind, Object... words) {
    Organization told = organizations.get(to);
    boolean own =
        Acting.current() instanceof Actor.Member member && member.organization().equals(to.value());
    if (!own && told.member()) {
      Object[] all = new Object[words.length + 2];
      all[0] = kind.says().name().ja();
      all[1] = "" + request.number();
      System.arraycopy(words, 0, all, 2, words.length);
      box.tell(notice, new Recipient.Inbox(to.value()), request.id().value(), null, all);
    }
  }
}
