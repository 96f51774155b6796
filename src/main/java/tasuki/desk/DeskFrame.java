package tasuki.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import tasuki.identity.Destinations;
import tasuki.identity.Viewer;
import tasuki.identity.Viewers;
import tasuki.notice.NoticeBox;
import tasuki.web.Destination;
import tasuki.web.Frame;
import tasuki.web.FrameSource;

/** Fills the frame around every page from what the rooms offer the viewer. */
@Component
class DeskFrame implements FrameSource {

  private static final Destination HOME = new Destination("/", "web.home", "home", 0);

  private final List<Destinations> rooms;
  private final MessageSource messages;
  private final NoticeBox notices;

  DeskFrame(List<Destinations> rooms, MessageSource messages, NoticeBox notices) {
    this.rooms = rooms;
    this.messages = messages;
    this.notices = notices;
  }

  @Override
  public Optional<Frame.Who> who(HttpServletRequest request) {
    Locale locale = RequestContextUtils.getLocale(request);
    return Viewers.of(request)
        .map(
            viewer ->
                new Frame.Who(
                    viewer.account().name(),
                    viewer.organization().name(),
                    messages.getMessage(
                        "identity.profession." + viewer.account().profession(), null, locale)));
  }

  @Override
  public List<Frame.NavigationItem> navigation(HttpServletRequest request) {
    Locale locale = RequestContextUtils.getLocale(request);
    return Viewers.of(request)
        .map(viewer -> Stream.concat(Stream.of(HOME), destinations(viewer)).toList())
        .map(new Navigation(messages, locale, request.getRequestURI())::of)
        .orElse(List.of());
  }

  /** The places open to the viewer, the most used first. */
  Stream<Destination> destinations(Viewer viewer) {
    return rooms.stream()
        .flatMap(room -> room.openTo(viewer).stream())
        .sorted(Comparator.comparingInt(Destination::order));
  }

  @Override
  public Optional<Integer> unread(HttpServletRequest request) {
    return Viewers.of(request).map(viewer -> notices.unread(viewer.readsInbox()));
  }

  @Override
  public Optional<String> draftKey(HttpServletRequest request) {
    return Viewers.of(request).map(viewer -> viewer.account().id().toString());
  }
}
