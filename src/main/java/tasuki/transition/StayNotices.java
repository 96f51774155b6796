package tasuki.transition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.notice.NoticeBox;
import tasuki.notice.Recipient;

/**
 * Tells the other parties of a stay what one of them did, in the transaction that did it: when it
 * is about to commit, since only then it is settled who the parties are.
 */
@Component
class StayNotices {

  /** A party to tell: who is in charge there and the stand-in, or else the shared inbox. */
  private record Seat(
      UUID stay, UUID organization, @Nullable UUID account, @Nullable UUID standIn) {}

  private final JdbcClient jdbc;
  private final StayRows rows;
  private final StepLog log;
  private final Corrections corrections;
  private final NoticeBox box;

  StayNotices(JdbcClient jdbc, StayRows rows, StepLog log, Corrections corrections, NoticeBox box) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.log = log;
    this.corrections = corrections;
    this.box = box;
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void logged(StepLogged event) {
    if (!(Acting.current() instanceof Actor.Member || Acting.current() instanceof Actor.Machine)) {
      return;
    }
    Stay stay = rows.get(new StayId(event.stay()));
    Step step = log.find(new StepId(event.step())).orElseThrow();
    if (step.stance() == Stance.DENIES) {
      denied(stay, step);
    } else if (step.stance() == null && step.kind() == StepKind.CORRECTED) {
      corrected(stay, step);
    } else if (step.stance() == null) {
      told(stay, step);
    }
  }

  /** A hospital in which nobody lies after all learns just that; the right one of the stay. */
  private void corrected(Stay stay, Step step) {
    Optional<UUID> former = corrections.formerHospital(step.id());
    for (Seat seat : others(stay)) {
      boolean arrives = former.isPresent() && seat.organization().equals(stay.hospital().value());
      tell(arrives ? StayNoticeKinds.ADMITTED : StayNoticeKinds.CORRECTED, seat, stay, null);
    }
    former
        .filter(hospital -> !hospital.equals(Acting.organization()))
        .ifPresent(hospital -> seats(stay, hospital).forEach(seat -> notThere(stay, seat)));
  }

  private void notThere(Stay stay, Seat seat) {
    send(StayNoticeKinds.NOT_THERE, seat, null, name(Acting.organization()), stay.caseNumber());
  }

  /** Those are told whose own word it was that the other side does not confirm. */
  private void denied(Stay stay, Step step) {
    UUID about = step.about();
    if (about == null) {
      return;
    }
    UUID author = log.find(new StepId(about)).map(Step::organization).orElseThrow();
    others(stay).stream()
        .filter(seat -> seat.organization().equals(author))
        .forEach(seat -> tell(StayNoticeKinds.DENIED, seat, stay, null));
  }

  private void told(Stay stay, Step step) {
    Optional<String> kind = kind(stay, step);
    if (kind.isEmpty()) {
      return;
    }
    List<Step> all = log.of(stay.id());
    for (Seat seat : others(stay)) {
      boolean knows =
          step.kind() == StepKind.ADMISSION_KNOWN
              && all.stream()
                  .anyMatch(
                      other ->
                          other.kind() == StepKind.ADMISSION_KNOWN
                              && other.organization().equals(seat.organization()));
      if (!knows) {
        tell(kind.get(), seat, stay, day(stay, step));
      }
    }
    if (stay.state() == StayState.DIED) {
      silenceFamily(stay);
    }
  }

  private static Optional<String> kind(Stay stay, Step step) {
    return switch (step.kind()) {
      case ADMISSION_KNOWN -> Optional.of(StayNoticeKinds.ADMITTED);
      // What the system says for the hospital goes along with its report of the admission.
      case CONTACTED ->
          Optional.of(StayNoticeKinds.CONTACTED).filter(_ -> step.mode() != Mode.SYSTEM);
      case FORM_SENT -> Optional.of(StayNoticeKinds.FORM_SENT);
      case FORM_RECEIVED -> Optional.of(StayNoticeKinds.FORM_RECEIVED);
      case CONFERENCE -> Optional.of(StayNoticeKinds.CONFERENCE);
      case DISCHARGE_PLANNED ->
          Optional.of(
              stay.plannedOn() == null ? StayNoticeKinds.PLAN_OPEN : StayNoticeKinds.PLANNED);
      case DISCHARGED ->
          Optional.of(
              switch (stay.state()) {
                case TRANSFERRED -> StayNoticeKinds.TRANSFERRED;
                case DIED -> StayNoticeKinds.DIED;
                case IN_HOSPITAL, ON_LEAVE, HOME, FACILITY -> StayNoticeKinds.DISCHARGED;
              });
      case ASKED -> Optional.of(StayNoticeKinds.ASKED);
      case READ,
          SCREENED,
          TALKED,
          TEAM_CONFERENCE,
          HEARING,
          FIRST_HOME_VISIT,
          TWO_WEEK_CHECK,
          CORRECTED,
          LEFT_FOR_LEAVE,
          RETURNED,
          REMINDED ->
          Optional.empty();
    };
  }

  private static LocalDate day(Stay stay, Step step) {
    LocalDate planned = stay.plannedOn();
    return step.kind() == StepKind.DISCHARGE_PLANNED && planned != null ? planned : step.day();
  }

  /** 催促: both sides hear that somebody who does not see the person asks them to look. */
  void reminded(UUID reminder, String caseNumber) {
    String who = name(Acting.organization());
    jdbc.sql("select * from transition.reminded(?)")
        .param(reminder)
        .query(StayNotices::seat)
        .list()
        .forEach(seat -> send(StayNoticeKinds.REMINDED, seat, null, who, caseNumber));
  }

  private void silenceFamily(Stay stay) {
    List<UUID> family =
        jdbc.sql(
                """
                select distinct access.account from person.access access
                join directory.organization o on o.id = access.organization
                where access.person in (select person.same_human(?))
                  and o.kind = 'PERSON_AND_FAMILY' and access.account is not null
                """)
            .param(stay.person().value())
            .query((row, _) -> row.getObject(1, UUID.class))
            .list();
    box.silence(stay.person().value(), family);
  }

  /** The members of a hospital in whose list the stay was by mistake. */
  private List<Seat> seats(Stay stay, UUID hospital) {
    return jdbc.sql(
            """
            select party.stay, party.organization, party.account, party.stand_in
            from transition.party party
            join directory.organization o on o.id = party.organization and o.member
            where party.stay = :stay and party.organization = :hospital
            """)
        .param("stay", stay.id().value())
        .param("hospital", hospital)
        .query(StayNotices::seat)
        .list();
  }

  private List<Seat> others(Stay stay) {
    return jdbc.sql(
            """
            select party.stay, party.organization, party.account, party.stand_in
            from transition.party party
            join directory.organization o on o.id = party.organization and o.member
            where party.stay = ? and party.organization <> kernel.organization()
              and (party.side <> 'HOSPITAL' or party.organization = (
                select stay.hospital from transition.stay stay where stay.id = party.stay))
            order by party.organization
            """)
        .param(stay.id().value())
        .query(StayNotices::seat)
        .list();
  }

  private static Seat seat(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Seat(
        row.getObject("stay", UUID.class),
        row.getObject("organization", UUID.class),
        row.getObject("account", UUID.class),
        row.getObject("stand_in", UUID.class));
  }

  private void tell(String kind, Seat seat, Stay stay, @Nullable LocalDate day) {
    Object[] words =
        day == null
            ? new Object[] {name(Acting.organization()), stay.caseNumber()}
            : new Object[] {name(Acting.organization()), stay.caseNumber(), day};
    send(kind, seat, stay.person().value(), words);
  }

  private void send(String kind, Seat seat, @Nullable UUID person, Object... words) {
    UUID account = seat.account();
    UUID standIn = seat.standIn();
    if (account == null && standIn == null) {
      box.tell(kind, new Recipient.Inbox(seat.organization()), seat.stay(), person, words);
      return;
    }
    if (account != null) {
      box.tell(
          kind, new Recipient.Person(account, seat.organization()), seat.stay(), person, words);
    }
    if (standIn != null && !standIn.equals(account)) {
      box.tell(
          kind, new Recipient.Person(standIn, seat.organization()), seat.stay(), person, words);
    }
  }

  /** A clock of the organisation has run out. */
  void overdue(
      UUID stay,
      UUID organization,
      @Nullable UUID account,
      @Nullable UUID standIn,
      UUID person,
      String caseNumber,
      LocalDate due) {
    send(
        StayNoticeKinds.OVERDUE,
        new Seat(stay, organization, account, standIn),
        person,
        caseNumber,
        due);
  }

  private String name(UUID organization) {
    return jdbc.sql("select name from directory.organization where id = ?")
        .param(organization)
        .query(String.class)
        .single();
  }
}
