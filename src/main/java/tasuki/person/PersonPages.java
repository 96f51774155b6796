package tasuki.person;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.directory.Choosable;
import tasuki.directory.OrganizationChoices;
import tasuki.identity.Viewer;
import tasuki.kernel.RefusedException;
import tasuki.web.Form;

/** What the form pages about one person have in common: card, fields, refusals at a field. */
@Component
class PersonPages {

  /**
   * A form page.
   *
   * @param part name of the fields in {@code person/fields.html}, and of the page's words
   * @param post where it is sent
   * @param back where one goes without sending it
   * @param lists what can be chosen, by field
   * @param picks which organisations can be, by field
   */
  record FormPage(
      String part,
      String post,
      String back,
      Map<String, List<Say.Choice>> lists,
      Map<String, Choosable> picks) {

    FormPage(String part, String post, String back, Map<String, List<Say.Choice>> lists) {
      this(part, post, back, lists, Map.of());
    }

    private static final Set<String> WITH_FILES =
        Set.of("registration", "team", "basis", "evidence", "wishes");

    /** Whether files are sent with it. */
    public boolean files() {
      return WITH_FILES.contains(part);
    }
  }

  private final PersonHeaders headers;
  private final OrganizationChoices organizations;

  PersonPages(PersonHeaders headers, OrganizationChoices organizations) {
    this.headers = headers;
    this.organizations = organizations;
  }

  /** Shows the form, with the card of the person where it is about one. */
  String show(FormPage page, @Nullable PersonId person, Viewer viewer, Form form, Model model) {
    if (person != null) {
      card(person, viewer, model);
    }
    form.start("key", UUID.randomUUID());
    model.addAttribute("page", page);
    Map<String, OrganizationChoices.Field> picks = new HashMap<>();
    page.picks().forEach((name, of) -> picks.put(name, organizations.field(form, name, of)));
    model.addAttribute("picks", picks);
    model.addAttribute("me", viewer);
    return "person/form";
  }

  /**
   * Puts the card of the person on a page that tells or changes something about her.
   *
   * @throws RefusedException when only the own records are seen
   */
  void card(PersonId person, Viewer viewer, Model model) {
    PersonHeader who = headers.of(person, viewer);
    if (!who.full()) {
      throw RefusedException.because("person.refused.own-records-only");
    }
    model.addAttribute("who", who);
  }

  /** Shows the form again, with what was typed and the errors at their fields. */
  String again(
      FormPage page,
      @Nullable PersonId person,
      Viewer viewer,
      Form form,
      Model model,
      HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(page, person, viewer, form, model);
  }

  /** Does the work unless the form has errors; a refusal is noted at the field it concerns. */
  static boolean done(Form form, String field, Runnable work) {
    if (form.hasErrors()) {
      return false;
    }
    try {
      work.run();
      return true;
    } catch (RefusedException refused) {
      form.reject(field, refused.refused());
      return false;
    }
  }

  static UUID key(Form form) {
    return form.idempotencyKey().orElseGet(UUID::randomUUID);
  }
}
