package tasuki.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The card at the top of every page about one person, in the viewer's language; made by {@link
 * PersonHeaders} and shown by {@code person/card :: card(header)}.
 *
 * @param word 患者, 利用者 or ご本人, by viewer
 * @param age in full years, at death for who died; null where unknown
 * @param sameName whether the own list has others of the same name or kana
 * @param namesakes those others, with their birth dates
 * @param died the day of death in words
 * @param full whether the person is seen in full
 * @param emergency the emergency access by which alone the person is seen
 */
public record PersonHeader(
    PersonId id,
    String href,
    String word,
    String name,
    String kana,
    String birth,
    @Nullable Integer age,
    String sex,
    @Nullable String careLevel,
    List<Contact> contacts,
    boolean sameName,
    List<Namesake> namesakes,
    @Nullable String died,
    boolean provisional,
    boolean full,
    @Nullable EmergencyBanner emergency) {

  /** Whom to call. */
  public record Contact(String label, String name, @Nullable String telephone) {}

  /** Another person with the same name. */
  public record Namesake(String href, String name, String birth) {}

  /**
   * What the banner of an emergency access shows.
   *
   * @param until the end, in ISO 8601
   * @param ends the end, as a time of day
   */
  public record EmergencyBanner(String until, String ends, String reason, String endHref) {}
}
