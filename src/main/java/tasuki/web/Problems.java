package tasuki.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;

/** Answers what went wrong in the user's words: what happened, what was kept, what to do. */
@ControllerAdvice
class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final FrameAdvice frames;
  private final MessageSource messages;
  private final PlainPage plainPage;

  Problems(FrameAdvice frames, MessageSource messages, PlainPage plainPage) {
    this.frames = frames;
    this.messages = messages;
    this.plainPage = plainPage;
  }

  @ExceptionHandler
  ModelAndView refused(RefusedException refused, HttpServletRequest request) {
    String reason =
        messages.getMessage(
            refused.refused().reason(),
            refused.refused().arguments().toArray(),
            FrameAdvice.locale(request));
    if (ProblemJson.isFor(request)) {
      return new ModelAndView(new ProblemJson(HttpStatus.CONFLICT, reason));
    }
    return page(HttpStatus.CONFLICT, "refused", request).addObject("reason", reason);
  }

  @ExceptionHandler({
    AbsentException.class,
    NoResourceFoundException.class,
    MethodArgumentTypeMismatchException.class
  })
  ModelAndView absent(HttpServletRequest request, HttpServletResponse response) {
    // What is missing today may be there with the next release.
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return page(HttpStatus.NOT_FOUND, "absent", request);
  }

  @ExceptionHandler({
    ServletRequestBindingException.class,
    HttpMediaTypeException.class,
    MultipartException.class,
    RequestRejectedException.class
  })
  ModelAndView unreadable(HttpServletRequest request) {
    return page(HttpStatus.BAD_REQUEST, "unreadable", request);
  }

  @ExceptionHandler
  ModelAndView method(
      HttpRequestMethodNotSupportedException other,
      HttpServletRequest request,
      HttpServletResponse response) {
    Set<HttpMethod> allowed = other.getSupportedHttpMethods();
    if (allowed != null && !allowed.isEmpty()) {
      response.setHeader(
          HttpHeaders.ALLOW,
          allowed.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", ")));
    }
    return page(HttpStatus.METHOD_NOT_ALLOWED, "method", request);
  }

  @ExceptionHandler
  ModelAndView large(MaxUploadSizeExceededException large, HttpServletRequest request) {
    return page(HttpStatus.CONTENT_TOO_LARGE, "large", request);
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class,
    CannotCreateTransactionException.class
  })
  ModelAndView busy(Exception failure, HttpServletRequest request) {
    LOG.warn("The database did not answer: {}", failure.getClass().getSimpleName());
    if (ProblemJson.isFor(request)) {
      return page(HttpStatus.SERVICE_UNAVAILABLE, "busy", request);
    }
    // Around another page there would be a frame, and that asks the database again.
    View plain =
        (_, _, response) -> plainPage.answer(response, HttpStatus.SERVICE_UNAVAILABLE, "busy");
    return new ModelAndView(plain);
  }

  @ExceptionHandler
  ModelAndView unexpected(Exception failure, HttpServletRequest request) {
    // Without the message: it could quote a person's data.
    LOG.error("Unexpected failure of {}", failure.getClass().getName(), withoutMessages(failure));
    return page(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", request);
  }

  private ModelAndView page(HttpStatus status, String kind, HttpServletRequest request) {
    Locale locale = FrameAdvice.locale(request);
    if (ProblemJson.isFor(request)) {
      String what = messages.getMessage("web.problem." + kind, null, locale);
      return new ModelAndView(new ProblemJson(status, what));
    }
    ModelAndView page = new ModelAndView("web/problem", status);
    page.addObject("kind", kind);
    page.addObject("frame", frames.frame(request, locale, null));
    return page;
  }

  /** The same trace with the class names alone. */
  private static Throwable withoutMessages(Throwable failure) {
    Throwable bare = new IllegalStateException(failure.getClass().getName());
    bare.setStackTrace(failure.getStackTrace());
    if (failure.getCause() != null && failure.getCause() != failure) {
      bare.initCause(withoutMessages(failure.getCause()));
    }
    return bare;
  }
}
