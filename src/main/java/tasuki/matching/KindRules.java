package tasuki.matching;

import tasuki.directory.OrganizationKind;
import tasuki.kernel.Ruling;

/** When the settings of a kind of request make sense together. */
final class KindRules {

  private KindRules() {}

  static Ruling complete(KindDefinition says) {
    if (says.aboutPerson() && says.mainRole() == null) {
      return Ruling.refused("matching.refused.role-needed");
    }
    if (says.aboutPerson() && says.second() != Second.NONE && says.secondRole() == null) {
      return Ruling.refused("matching.refused.second-role-needed");
    }
    // Whoever is chosen is let in to the person, which only those who give care are.
    if (says.aboutPerson() && says.asked().stream().anyMatch(kind -> !kind.cares())) {
      return Ruling.refused("matching.refused.asked-gives-no-care");
    }
    if (says.asked().contains(OrganizationKind.PERSON_AND_FAMILY)
        || says.askers().contains(OrganizationKind.PERSON_AND_FAMILY)) {
      return Ruling.refused("matching.refused.family");
    }
    if (says.questions().stream().anyMatch(tasuki.form.Question::isFile)) {
      return Ruling.refused("matching.refused.no-files");
    }
    return Ruling.ALLOWED;
  }
}
