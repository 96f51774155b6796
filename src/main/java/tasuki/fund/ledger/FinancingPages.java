package tasuki.fund.ledger;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.kernel.Acting;
import tasuki.programme.ProgrammeYear;
import tasuki.programme.YearPages;

/** Leads from a programme's year to what the fund pays of it: the prefecture has the fund. */
@Component
class FinancingPages implements YearPages {

  private final Organizations organizations;

  FinancingPages(Organizations organizations) {
    this.organizations = organizations;
  }

  @Override
  public List<Page> of(ProgrammeYear year, boolean own) {
    return own
            && organizations.get(new OrganizationId(Acting.organization())).kind()
                == OrganizationKind.PREFECTURE
        ? List.of(new Page("/fund/financing/" + year.id(), "fund.financing.title"))
        : List.of();
  }
}
