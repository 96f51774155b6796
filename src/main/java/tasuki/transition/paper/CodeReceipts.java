package tasuki.transition.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.JapanTime;
import tasuki.form.FormDefinitions;
import tasuki.form.Words;
import tasuki.kernel.Ids;
import tasuki.notice.NoticeBox;
import tasuki.notice.Recipient;

/**
 * Somebody without an account says by the code on a sheet that it arrived. Nothing opens by it: the
 * answer names the kind of form, the office it came from and the day.
 */
@Service
public class CodeReceipts {

  /** What is said to whoever confirms. */
  public record Confirmed(Words form, String sender, LocalDate printedOn) {}

  private record Found(
      UUID stay,
      String definition,
      UUID sender,
      String senderName,
      OffsetDateTime printedAt,
      UUID account,
      UUID person,
      boolean fresh) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final NoticeBox box;
  private final FormDefinitions definitions;
  private final String key;

  CodeReceipts(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      NoticeBox box,
      FormDefinitions definitions,
      @Value("${tasuki.key}") String key) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.box = box;
    this.definitions = definitions;
    this.key = key;
  }

  /**
   * Confirms. Empty for a code that is wrong, too old, or one of too many tries from the address; a
   * second confirmation of the same sheet changes nothing.
   *
   * @param code as {@link ReceiptCodes#read} answers it
   */
  @Transactional
  public Optional<Confirmed> confirm(String code, String address, String name, String office) {
    Optional<Found> found =
        jdbc.sql("select * from transition.confirm_by_code(?, ?, ?, ?, ?, ?)")
            .params(code, digest(address), name, office, ids.next())
            .param(OffsetDateTime.now(clock))
            .query(
                (row, _) ->
                    new Found(
                        row.getObject("stay", UUID.class),
                        row.getString("definition"),
                        row.getObject("sender", UUID.class),
                        row.getString("sender_name"),
                        row.getObject("printed_at", OffsetDateTime.class),
                        row.getObject("account", UUID.class),
                        row.getObject("person", UUID.class),
                        row.getBoolean("fresh")))
            .optional();
    found.filter(Found::fresh).ifPresent(sheet -> tell(sheet, office));
    return found.map(
        sheet -> {
          LocalDate day = JapanTime.at(sheet.printedAt().toInstant()).toLocalDate();
          return new Confirmed(
              definitions.inForce(sheet.definition(), day).title(), sheet.senderName(), day);
        });
  }

  private void tell(Found sheet, String office) {
    box.tell(
        PaperNoticeKinds.CONFIRMED,
        new Recipient.Person(sheet.account(), sheet.sender()),
        sheet.stay(),
        sheet.person(),
        office);
  }

  /** Addresses are only compared, so none is kept. */
  private byte[] digest(String address) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((key + "/" + address).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
