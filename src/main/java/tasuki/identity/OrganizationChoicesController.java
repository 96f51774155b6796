package tasuki.identity;

import java.util.Arrays;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tasuki.directory.Choosable;
import tasuki.directory.OrganizationChoices;
import tasuki.kernel.AbsentException;

/** Answers while somebody types the name of an organisation into a form. */
@RestController
@OpenTo(Duty.CARE)
class OrganizationChoicesController {

  /**
   * What fits.
   *
   * @param said how many, in words to be read aloud
   */
  record Found(List<OrganizationChoices.Choice> choices, String said) {}

  private final OrganizationChoices choices;
  private final MessageSource messages;

  OrganizationChoicesController(OrganizationChoices choices, MessageSource messages) {
    this.choices = choices;
    this.messages = messages;
  }

  @GetMapping("/organizations/choices")
  ResponseEntity<Found> find(
      @RequestParam String of, @RequestParam(defaultValue = "") String words) {
    Choosable wanted =
        Arrays.stream(Choosable.values())
            .filter(one -> one.name().equals(of))
            .findFirst()
            .orElseThrow(() -> new AbsentException("choice"));
    List<OrganizationChoices.Choice> found = choices.find(wanted, words);
    String said =
        messages.getMessage(
            found.isEmpty() ? "directory.choose.none" : "directory.choose.count",
            new Object[] {found.size()},
            LocaleContextHolder.getLocale());
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new Found(found, said));
  }
}
