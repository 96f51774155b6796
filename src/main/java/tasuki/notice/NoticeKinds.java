package tasuki.notice;

import java.util.List;

/** A room's answer to what it has to tell; a new room adds its own and changes no other. */
public interface NoticeKinds {

  /** The kinds of notice that the room sends, in the order in which settings show them. */
  List<NoticeKind> kinds();
}
