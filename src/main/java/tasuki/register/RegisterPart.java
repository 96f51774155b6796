package tasuki.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.directory.Organization;
import tasuki.identity.OrganizationPart;
import tasuki.identity.Viewer;

/** In which registers an organisation stands, on its page; the public sees the public ones. */
@Component
class RegisterPart implements OrganizationPart {

  /**
   * A register in which it stands.
   *
   * @param href where staff read more; null for the public and the family
   * @param who the professional who stands in it there
   */
  record Line(
      @Nullable String href, String name, @Nullable String who, String number, String term) {}

  private final Registers registers;
  private final Entries entries;
  private final RegisterWords say;

  RegisterPart(Registers registers, Entries entries, RegisterWords say) {
    this.registers = registers;
    this.entries = entries;
    this.say = say;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public Optional<String> template(
      Organization organization, Optional<Viewer> viewer, Model model) {
    boolean staff = viewer.filter(RegisterPolicy::isStaff).isPresent();
    Map<String, Register> all = registers.byCode();
    List<Line> lines = new ArrayList<>();
    for (Entry entry : entries.holding(List.of(organization.id()))) {
      Register register = all.get(entry.register());
      if (register != null && (staff || register.open())) {
        lines.add(line(entry, register, staff));
      }
    }
    boolean own =
        staff
            && viewer.filter(one -> one.organization().id().equals(organization.id())).isPresent();
    if (lines.isEmpty() && !own) {
      return Optional.empty();
    }
    model.addAttribute("registerLines", lines);
    model.addAttribute("registersOfOwn", own);
    return Optional.of("register/part");
  }

  private Line line(Entry entry, Register register, boolean staff) {
    return new Line(
        staff ? "/registers/entries/" + entry.id() : null,
        register.name().in(RegisterWords.locale()),
        say.who(entry.professional()),
        entry.number(),
        say.term(entry.term()));
  }
}
