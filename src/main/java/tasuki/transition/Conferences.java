package tasuki.transition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.directory.OrganizationId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Idempotency;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/**
 * Finds a day for the 退院前カンファレンス: members answer here, everybody else by a link of which only the
 * mark is kept, so it can be shown once and replaced, never read again.
 */
@Component
class Conferences {

  /** How somebody could come. */
  enum Answer {
    YES,
    PERHAPS,
    NO
  }

  /** A candidate. */
  record Slot(UUID id, OffsetDateTime at) {}

  /** Somebody who is asked; an organisation where it is a member. */
  record Guest(
      UUID id, @Nullable UUID organization, String label, Map<UUID, Answer> answers) {}

  /** A search for a day. */
  record Conference(
      UUID id,
      UUID organization,
      @Nullable String place,
      @Nullable String onlineAddress,
      @Nullable UUID fixedSlot,
      List<Slot> slots,
      List<Guest> guests) {}

  /** What is asked for. */
  record Call(
      List<OffsetDateTime> slots,
      @Nullable String place,
      @Nullable String onlineAddress,
      List<OrganizationId> members,
      List<String> others) {}

  /** What whoever holds a link sees; nothing of the person. */
  record Invitation(
      String hospital,
      @Nullable String place,
      @Nullable String onlineAddress,
      @Nullable OffsetDateTime fixedAt,
      Map<Slot, Optional<Answer>> slots) {}

  private static final int BYTES = 32;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Idempotency idempotency;
  private final StaySides sides;
  private final AuditLog audit;
  private final SecureRandom random = new SecureRandom();

  Conferences(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      Idempotency idempotency,
      StaySides sides,
      AuditLog audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.idempotency = idempotency;
    this.sides = sides;
    this.audit = audit;
  }

  /** The last search of the stay that was not given up. */
  @Transactional(readOnly = true)
  public Optional<Conference> of(Stay stay) {
    audit.viewed("stay.conference", List.of(stay.person().value()), stay.id().value());
    return jdbc.sql(
            """
            select * from transition.conference where stay = ? and given_up_at is null
            order by at desc, id desc limit 1
            """)
        .param(stay.id().value())
        .query(
            (row, _) -> {
              UUID id = row.getObject("id", UUID.class);
              return new Conference(
                  id,
                  row.getObject("organization", UUID.class),
                  row.getString("place"),
                  row.getString("online_address"),
                  row.getObject("fixed_slot", UUID.class),
                  List.of(),
                  List.of());
            })
        .optional()
        .map(
            found ->
                new Conference(
                    found.id(),
                    found.organization(),
                    found.place(),
                    found.onlineAddress(),
                    found.fixedSlot(),
                    slots(found.id()),
                    guests(found.id())));
  }

  private List<Slot> slots(UUID conference) {
    return jdbc.sql(
            "select * from transition.conference_slot where conference = ? order by starts_at")
        .param(conference)
        .query(
            (row, _) ->
                new Slot(
                    row.getObject("id", UUID.class),
                    row.getObject("starts_at", OffsetDateTime.class)))
        .list();
  }

  private List<Guest> guests(UUID conference) {
    Map<UUID, Guest> guests = new LinkedHashMap<>();
    jdbc.sql(
            """
            select guest.*, reply.slot, reply.answer from transition.conference_guest guest
            left join transition.conference_reply reply on reply.guest = guest.id
            where guest.conference = ? order by guest.id
            """)
        .param(conference)
        .query(
            (row, _) -> {
              UUID id = row.getObject("id", UUID.class);
              UUID organization = row.getObject("organization", UUID.class);
              String label = row.getString("label");
              Guest guest =
                  guests.computeIfAbsent(
                      id, _ -> new Guest(id, organization, label, new LinkedHashMap<>()));
              String answer = row.getString("answer");
              if (answer != null) {
                guest.answers().put(row.getObject("slot", UUID.class), Answer.valueOf(answer));
              }
              return id;
            })
        .list();
    return List.copyOf(guests.values());
  }

  /**
   * Begins to look for a day.
   *
   * @return the links of those who answer without an account, by their labels; readable only now
   */
  @Transactional
  public Map<String, String> call(Stay stay, Call call, UUID key) {
    sides.toWrite(stay);
    if (stay.state().ended()) {
      throw RefusedException.because("transition.refused.ended");
    }
    Map<String, String> links = new LinkedHashMap<>();
    idempotency.once(
        key,
        () -> {
          UUID id = ids.next();
          jdbc.sql(
                  """
                  insert into transition.conference (id, stay, person, place, online_address, at)
                  values (:id, :stay, :person, :place, :online, :at)
                  """)
              .param("id", id)
              .param("stay", stay.id().value())
              .param("person", stay.person().value())
              .param("place", call.place())
              .param("online", call.onlineAddress())
              .param("at", now())
              .update();
          call.slots().forEach(at -> slot(id, stay, at));
          call.members().forEach(member -> guest(id, stay, member.value(), "", null));
          for (String label : call.others()) {
            String token = token();
            links.put(label, token);
            guest(id, stay, null, label, mark(token));
          }
          audit.changed(
              "stay.conference-called", id, List.of(stay.person().value()), null);
          return id;
        });
    return links;
  }

  private void slot(UUID conference, Stay stay, OffsetDateTime at) {
    jdbc.sql(
            """
            insert into transition.conference_slot (id, conference, person, starts_at)
            values (:id, :conference, :person, :at) on conflict do nothing
            """)
        .param("id", ids.next())
        .param("conference", conference)
        .param("person", stay.person().value())
        .param("at", at)
        .update();
  }

  private void guest(
      UUID conference,
      Stay stay,
      @Nullable UUID organization,
      String label,
      @Nullable String mark) {
    jdbc.sql(
            """
            insert into transition.conference_guest (id, conference, person, organization, label,
              mark)
            values (:id, :conference, :person, :organization, :label, :mark)
            """)
        .param("id", ids.next())
        .param("conference", conference)
        .param("person", stay.person().value())
        .param("organization", organization, Types.OTHER)
        .param("label", label)
        .param("mark", mark)
        .update();
  }

  /** A new link for a guest; the one before opens nothing any more. */
  @Transactional
  public String relink(Stay stay, UUID guest) {
    Conference conference = open(stay);
    boolean known =
        conference.guests().stream()
            .anyMatch(one -> one.id().equals(guest) && one.organization() == null);
    if (!known) {
      throw new AbsentException("guest");
    }
    String token = token();
    jdbc.sql("update transition.conference_guest set mark = ? where id = ?")
        .params(mark(token), guest)
        .update();
    audit.changed("stay.conference-called", guest, List.of(stay.person().value()), null);
    return token;
  }

  /** The acting organisation's answers to the candidates. */
  @Transactional
  public void answer(Stay stay, Map<UUID, Answer> answers) {
    Conference conference = open(stay);
    if (conference.fixedSlot() != null) {
      throw RefusedException.because("transition.refused.fixed");
    }
    Guest own =
        conference.guests().stream()
            .filter(guest -> Acting.organization().equals(guest.organization()))
            .findFirst()
            .orElseThrow(() -> new AbsentException("guest"));
    for (Slot slot : conference.slots()) {
      Answer answer = answers.get(slot.id());
      if (answer != null) {
        reply(stay, own, slot, answer);
      }
    }
    audit.changed(
        "stay.conference-answered", conference.id(), List.of(stay.person().value()), null);
  }

  private void reply(Stay stay, Guest own, Slot slot, Answer answer) {
    jdbc.sql(
            """
            insert into transition.conference_reply (guest, slot, person, answer, at)
            values (:guest, :slot, :person, :answer, :at)
            on conflict (guest, slot) do update set answer = excluded.answer, at = excluded.at
            """)
        .param("guest", own.id())
        .param("slot", slot.id())
        .param("person", stay.person().value())
        .param("answer", answer.name())
        .param("at", now())
        .update();
  }

  /** Fixes the day; nobody can change an answer any more. */
  @Transactional
  public void fix(Stay stay, UUID slot) {
    Conference conference = own(stay);
    if (conference.slots().stream().noneMatch(one -> one.id().equals(slot))) {
      throw new AbsentException("slot");
    }
    jdbc.sql("update transition.conference set fixed_slot = ?, fixed_at = ? where id = ?")
        .params(slot, now(), conference.id())
        .update();
    audit.changed(
        "stay.conference-fixed", conference.id(), List.of(stay.person().value()), null);
  }

  /** Gives the search up; its links open nothing any more. */
  @Transactional
  public void giveUp(Stay stay) {
    Conference conference = own(stay);
    jdbc.sql("update transition.conference set given_up_at = ? where id = ?")
        .params(now(), conference.id())
        .update();
    audit.changed(
        "stay.conference-given-up", conference.id(), List.of(stay.person().value()), null);
  }

  private Conference open(Stay stay) {
    sides.toWrite(stay);
    return of(stay).orElseThrow(() -> new AbsentException("conference"));
  }

  private Conference own(Stay stay) {
    Conference conference = open(stay);
    if (!conference.organization().equals(Acting.organization())) {
      throw RefusedException.because("transition.refused.not-own");
    }
    return conference;
  }

  /** What the holder of a link is asked; empty when the link opens nothing (any more). */
  @Transactional(readOnly = true)
  public Optional<Invitation> invited(String mark) {
    List<Invitation> rows = new ArrayList<>();
    Map<Slot, Optional<Answer>> slots = new LinkedHashMap<>();
    jdbc.sql("select * from transition.invited(?, ?)")
        .params(mark, now())
        .query(
            (row, _) -> {
              String answer = row.getString("answer");
              slots.put(
                  new Slot(
                      row.getObject("slot", UUID.class),
                      row.getObject("starts_at", OffsetDateTime.class)),
                  Optional.ofNullable(answer).map(Answer::valueOf));
              return rows.add(
                  new Invitation(
                      row.getString("hospital"),
                      row.getString("place"),
                      row.getString("online_address"),
                      row.getObject("fixed_at", OffsetDateTime.class),
                      slots));
            })
        .list();
    return rows.stream().findFirst();
  }

  /** The answer of the holder of a link; false when it was not taken. */
  @Transactional
  public boolean answerInvitation(String mark, UUID slot, Answer answer) {
    return jdbc.sql("select transition.answer_invitation(?, ?, ?, ?)")
        .params(mark, slot, answer.name(), now())
        .query(Boolean.class)
        .single();
  }

  private String token() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is kept of a link. */
  static String mark(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
