package tasuki.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The looks of one web request that are not yet known to be safe. */
final class PendingViews {

  private static final String ATTRIBUTE = PendingViews.class.getName();

  private final List<CompletableFuture<Void>> views = new ArrayList<>();

  private PendingViews() {}

  /** Remembers the look for the end of the request; without a request it waits here. */
  static void add(CompletableFuture<Void> written) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      join(written);
      return;
    }
    PendingViews pending =
        (PendingViews) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    if (pending == null) {
      pending = new PendingViews();
      request.setAttribute(ATTRIBUTE, pending, RequestAttributes.SCOPE_REQUEST);
    }
    pending.views.add(written);
  }

  /** Waits until every look of the current request is on the disk. */
  static void await() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      return;
    }
    Object pending = request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    if (pending instanceof PendingViews found) {
      found.views.forEach(PendingViews::join);
      found.views.clear();
    }
  }

  private static void join(CompletableFuture<Void> written) {
    try {
      written.join();
    } catch (CompletionException failure) {
      throw new AuditUnavailableException(failure);
    }
  }
}
