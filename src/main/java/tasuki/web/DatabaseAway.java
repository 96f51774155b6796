package tasuki.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says that the database is away also where no page is reached, because not even the session can be
 * read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class DatabaseAway extends OncePerRequestFilter {

  /** What is thrown when the database does not answer. */
  static final List<Class<? extends Exception>> SIGNS =
      List.of(
          DataAccessResourceFailureException.class,
          TransientDataAccessException.class,
          CannotCreateTransactionException.class);

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

  private final PlainPage pages;

  DatabaseAway(PlainPage pages) {
    this.pages = pages;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException failure) {
      if (response.isCommitted() || !isAway(failure)) {
        throw failure;
      }
      LOG.warn("The database did not answer: {}", failure.getClass().getSimpleName());
      response.resetBuffer();
      pages.answer(response, HttpStatus.SERVICE_UNAVAILABLE, "busy");
    }
  }

  private static boolean isAway(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Throwable sign = cause;
      if (SIGNS.stream().anyMatch(type -> type.isInstance(sign))) {
        return true;
      }
    }
    return false;
  }
}
