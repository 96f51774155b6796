package tasuki.kernel.server;

import java.util.List;

/** What a room prints below "Tasuki is ready", such as the sample accounts. */
public interface ReadyLines {
  List<String> lines();
}
