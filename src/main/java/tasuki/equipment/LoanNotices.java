package tasuki.equipment;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.kernel.Acting;
import tasuki.notice.NoticeBox;
import tasuki.notice.Recipient;

/** Tells owner and borrower of each other's doings, never of the own. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LoanNotices {

  private final NoticeBox box;
  private final Organizations organizations;

  LoanNotices(NoticeBox box, Organizations organizations) {
    this.box = box;
    this.organizations = organizations;
  }

  void booked(Loan loan, Thing thing, Organization borrower) {
    if (!thing.owner().equals(borrower.id())) {
      tell(
          EquipmentNoticeKinds.BOOKED,
          thing.owner(),
          loan,
          borrower.name(),
          thing.name(),
          loan.days().first(),
          loan.days().last());
    }
  }

  void cancelled(Loan loan, Thing thing) {
    OrganizationId own = new OrganizationId(Acting.organization());
    OrganizationId other = own.equals(loan.owner()) ? loan.borrower() : loan.owner();
    if (!other.equals(own)) {
      tell(
          EquipmentNoticeKinds.CANCELLED,
          other,
          loan,
          organizations.get(own).name(),
          thing.name(),
          loan.days().first(),
          loan.days().last());
    }
  }

  void damaged(Loan loan, Thing thing) {
    OrganizationId own = new OrganizationId(Acting.organization());
    if (!own.equals(loan.owner())) {
      tell(
          EquipmentNoticeKinds.DAMAGED,
          loan.owner(),
          loan,
          organizations.get(own).name(),
          thing.name());
    }
  }

  /** The thing comes back on this day. */
  void due(Loan loan, Thing thing) {
    tell(EquipmentNoticeKinds.DUE, loan.borrower(), loan, thing.name(), loan.days().last());
  }

  /** The thing should have come back; both sides are told. */
  void overdue(Loan loan, Thing thing) {
    tell(EquipmentNoticeKinds.OVERDUE, loan.borrower(), loan, thing.name(), loan.days().last());
    if (!loan.owner().equals(loan.borrower())) {
      tell(EquipmentNoticeKinds.OVERDUE, loan.owner(), loan, thing.name(), loan.days().last());
    }
  }

  void inspection(Thing thing, LocalDate due) {
    box.tell(
        EquipmentNoticeKinds.INSPECTION,
        new Recipient.Inbox(thing.owner().value()),
        thing.id().value(),
        null,
        thing.name(),
        due);
  }

  private void tell(String kind, OrganizationId to, Loan loan, Object... words) {
    box.tell(kind, new Recipient.Inbox(to.value()), loan.id().value(), null, words);
  }
}
