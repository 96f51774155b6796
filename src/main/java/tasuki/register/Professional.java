package tasuki.register;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tasuki.identity.Profession;
import tasuki.web.Form;

/** Somebody who stands in a register by name, not for the organisation. */
public record Professional(String name, String kana, Profession profession) {

  /** As typed; null where the form has errors. */
  static @Nullable Professional read(Register register, Form form) {
    String name = form.text("holderName", 60);
    String kana = form.kana("holderKana", 60);
    Optional<Profession> profession =
        register.professions().size() == 1
            ? register.professions().stream().findFirst()
            : form.choice("profession", Profession.class);
    profession
        .filter(one -> !register.professions().contains(one))
        .ifPresent(_ -> form.reject("profession", "register.refused.profession"));
    return form.hasErrors() ? null : new Professional(name, kana, profession.orElseThrow());
  }
}
