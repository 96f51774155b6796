package tasuki.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.form.Question;
import tasuki.form.Words;
import tasuki.identity.Profession;

/**
 * 名簿・指定, as one of its versions says it.
 *
 * @param source where the criteria are written down
 * @param verified whether purpose and criteria were compared with the official text
 * @param professions whose professionals may stand in it, where it concerns those
 * @param remindDays how many days before the end the holder is reminded, the farthest first
 * @param reportMonth by the end of which month after the fiscal year its report is due; null
 *     without reports
 * @param open whether the public sees who stands in it
 * @param decidedBy null where the prefecture's officers decide
 * @param numbering null where numbers are typed
 * @param words other words by which people look for it
 * @param callFrom the first day on which one may apply; null for any
 * @param callUntil the last day on which one may apply; null for any
 * @param within the register in which the hospital of a pair must stand
 */
public record Register(
    UUID version,
    String code,
    LocalDate validFrom,
    Words name,
    Words purpose,
    Words criteria,
    @Nullable String source,
    boolean verified,
    Decider decider,
    Concerns concerns,
    Set<OrganizationKind> kinds,
    Set<Profession> professions,
    List<Question> fields,
    Validity validity,
    List<Integer> remindDays,
    @Nullable Integer reportMonth,
    boolean open,
    @Nullable OrganizationId decidedBy,
    @Nullable Numbering numbering,
    List<String> words,
    @Nullable LocalDate callFrom,
    @Nullable LocalDate callUntil,
    @Nullable String within) {

  public Register {
    kinds = Set.copyOf(kinds);
    professions = Set.copyOf(professions);
    fields = List.copyOf(fields);
    remindDays = Reminders.inOrder(remindDays);
    words = List.copyOf(words);
  }

  /** How long before its end an entry may be renewed, in days. */
  int renewalLead() {
    return remindDays.isEmpty() ? 90 : remindDays.getFirst();
  }

  /** Whether the call for applications runs on the day. */
  boolean callsOn(LocalDate day) {
    return (callFrom == null || !day.isBefore(callFrom))
        && (callUntil == null || !day.isAfter(callUntil));
  }
}
