package tasuki.notice;

import java.util.UUID;

/**
 * A kind of notice that a room sends.
 *
 * @param code dotted, room first, such as {@code person.notice.inquired}; the message of that name
 *     is what mail and settings call it, and {@code <code>.text} is the sentence with its words
 * @param path where its subject is seen, with {@code {subject}} for the id
 * @param icon name of a picture in {@code img/icons.svg}
 * @param how mail of this kind unless the account chose otherwise
 * @param compulsory whether mail of this kind cannot be turned off
 * @param family whether it is for the person and the family and not for staff
 */
public record NoticeKind(
    String code, String path, String icon, How how, boolean compulsory, boolean family) {

  /** A kind for staff that one may turn off. */
  public static NoticeKind of(String code, String path, String icon, How how) {
    return new NoticeKind(code, path, icon, how, false, false);
  }

  /** The same kind, of which nobody can turn the mail off. */
  public NoticeKind always() {
    return new NoticeKind(code, path, icon, how, true, family);
  }

  /** The same kind, for the person and the family. */
  public NoticeKind toFamily() {
    return new NoticeKind(code, path, icon, how, compulsory, true);
  }

  String href(UUID subject) {
    return path.replace("{subject}", subject.toString());
  }
}
