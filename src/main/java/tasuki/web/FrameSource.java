package tasuki.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** Where the frame learns who looks and where one can go; upper rooms answer. */
public interface FrameSource {

  /** Who is signed in. */
  Optional<Frame.Who> who(HttpServletRequest request);

  /** The main destinations of whoever is signed in, the most used first. */
  List<Frame.NavigationItem> navigation(HttpServletRequest request);

  /** How many notices whoever is signed in has not read. */
  Optional<Integer> unread(HttpServletRequest request);

  /** Under which key the browser keeps this viewer's drafts apart from those of others. */
  Optional<String> draftKey(HttpServletRequest request);
}
