package tasuki.web;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tasuki.kernel.Ruling;

/** Says on the next page what happened on this one. */
@Component
public class Notices {

  private final MessageSource messages;

  Notices(MessageSource messages) {
    this.messages = messages;
  }

  /** It was done. */
  public void done(RedirectAttributes next, String key, Object... arguments) {
    say(next, "success", key, arguments);
  }

  /** It was not done, and why. */
  public void refused(RedirectAttributes next, String key, Object... arguments) {
    say(next, "error", key, arguments);
  }

  /** It was not done, and which rule said no. */
  public void refused(RedirectAttributes next, Ruling.Refused refused) {
    refused(next, refused.reason(), refused.arguments().toArray());
  }

  private void say(RedirectAttributes next, String kind, String key, Object... arguments) {
    next.addFlashAttribute(
        FrameAdvice.NOTICE,
        new Frame.Notice(
            kind, messages.getMessage(key, arguments, LocaleContextHolder.getLocale())));
  }
}
