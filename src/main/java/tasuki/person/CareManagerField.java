package tasuki.person;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.directory.Choosable;
import tasuki.directory.OrganizationChoices;
import tasuki.directory.OrganizationId;
import tasuki.identity.AccountId;
import tasuki.identity.Accounts;
import tasuki.identity.Profession;
import tasuki.web.Form;

/**
 * The fields for the care manager: one of the office's staff, else a name that is typed. Which
 * staff, is known once the office is chosen.
 */
@Component
class CareManagerField {

  private final PlanOwners planOwners;
  private final Accounts accounts;
  private final OrganizationChoices organizations;

  CareManagerField(PlanOwners planOwners, Accounts accounts, OrganizationChoices organizations) {
    this.planOwners = planOwners;
    this.accounts = accounts;
    this.organizations = organizations;
  }

  /** Who can be chosen, care managers first; nobody before an office is chosen. */
  List<Say.Choice> staff(Form form) {
    OrganizationChoices.Choice chosen =
        organizations.field(form, "organization", Choosable.PLAN_OWNER).chosen();
    return chosen == null
        ? List.of()
        : planOwners.staff(new OrganizationId(UUID.fromString(chosen.value()))).stream()
            .sorted(
                Comparator.comparing(
                    member -> member.account().profession() != Profession.CARE_MANAGER))
            .map(
                member -> new Say.Choice(member.account().id().toString(), member.account().name()))
            .toList();
  }

  /** Who was chosen or typed. */
  @Nullable CareManager read(Form form, Optional<OrganizationId> office) {
    Optional<AccountId> account = form.id("careManager").map(AccountId::new);
    Optional<String> name = form.optional("managerName", 60);
    Optional<String> telephone = form.telephone("managerTelephone");
    if (account.isPresent() && (name.isPresent() || telephone.isPresent())) {
      form.reject(
          name.isPresent() ? "managerName" : "managerTelephone", "person.refused.manager-twice");
    }
    if (name.isEmpty() && telephone.isPresent()) {
      form.reject("managerName", "person.refused.manager-name");
    }
    if (account.isPresent()
        && (office.isEmpty() || !planOwners.isStaff(office.get(), account.get()))) {
      form.reject("careManager", "person.refused.manager-elsewhere");
    }
    if (account.isPresent() && !form.hasErrors()) {
      String known = accounts.find(account.get()).orElseThrow().name();
      return new CareManager(known, null, account.get());
    }
    return name.map(typed -> new CareManager(typed, telephone.orElse(null), null)).orElse(null);
  }
}
