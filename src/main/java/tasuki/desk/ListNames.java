package tasuki.desk;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tasuki.directory.OwnLists;

/**
 * What a list of organisations is called. How officers name lists of their own is told to staff
 * alone.
 */
@Component
class ListNames {

  private final MessageSource messages;

  ListNames(MessageSource messages) {
    this.messages = messages;
  }

  String said(String list, boolean staff, Locale locale) {
    return OwnLists.name(list)
        .map(
            name ->
                staff
                    ? messages.getMessage("directory.list.own", new Object[] {name}, locale)
                    : messages.getMessage("directory.list." + OwnLists.KIND, null, locale))
        .orElseGet(
            () ->
                Objects.requireNonNullElse(
                    messages.getMessage("directory.list." + list, null, null, locale), list));
  }
}
